import Glibc

/// An `.xlsx` workbook: its sheets, and each of them as a text of CSV.
///
/// All that a file says of itself is doubted: what is damaged, or made to fill the memory, is refused in one sentence.
package final class Workbook {
  /// A sheet with cells.
  package struct Sheet: Hashable, Sendable {
    /// As on its tab.
    package let name: String
    /// Whether the tab is hidden.
    package let isHidden: Bool
    /// Its file in the archive.
    let part: String
  }

  /// Bytes of one sheet, of the shared texts and of any other file.
  static let (sheetLimit, textsLimit, partLimit) = (1 << 32, 1 << 30, 1 << 26)

  /// In the order of the tabs.
  package let sheets: [Sheet]
  private let archive: ZipArchive
  private let serialDay: SerialDay
  private let stylesPart: String?
  private let textsPart: String?
  /// The texts and formats that all sheets share, read when the first of them is.
  private var shared: (texts: SharedTexts, showsDay: [Bool])?

  /// Opens a workbook and reads what it has, but for the cells.
  package init(_ file: any WorkbookBytes) throws(WorkbookFault) {
    if case .foreign(let foreign) = try FileLook.told(of: file) { throw .foreign(foreign) }
    archive = try ZipArchive(file)
    let root = try Relations(of: nil, in: archive)
    let main = root.first("officeDocument") ?? "xl/workbook.xml"
    guard archive.has(main), !main.hasSuffix(".bin") else { throw .foreign(Workbook.kind(of: archive)) }
    let book = try WorkbookPart(archive.open(main, limit: Workbook.partLimit))
    try book.readAll()
    guard book.isWorkbook else { throw .foreign(Workbook.kind(of: archive)) }
    let relations = try Relations(of: main, in: archive)
    var sheets: [Sheet] = []
    for listed in book.sheets {
      guard let target = relations.targets[listed.relation] else { throw .missingPart(listed.name) }
      // Sheets with nothing but a chart have no cells.
      guard target.kind == "worksheet" else { continue }
      guard archive.has(target.path) else { throw .missingPart(target.path) }
      sheets.append(Sheet(name: listed.name, isHidden: listed.isHidden, part: target.path))
    }
    guard !sheets.isEmpty else { throw .noSheets }
    self.sheets = sheets
    serialDay = SerialDay(isFrom1904: book.isFrom1904)
    stylesPart = relations.first("styles")
    textsPart = relations.first("sharedStrings")
  }

  /// What an archive without a workbook is.
  private static func kind(of archive: ZipArchive) -> ForeignFile {
    if archive.has("xl/workbook.bin") { return .binaryWorkbook }
    if archive.has("mimetype"), archive.has("content.xml") { return .openDocument }
    if archive.has("word/document.xml") || archive.has("ppt/presentation.xml") { return .document }
    return .otherArchive
  }

  /// The text of a sheet.
  ///
  /// The sheet's file is gone through once before the first row is handed out: its size and checksum are known to be right
  /// then, and whether it has merged cells, which it tells only behind its rows. Those are read then, in a round of their own.
  package func text(of sheet: Sheet) throws(WorkbookFault) -> SheetText {
    let (texts, showsDay) = try sharedParts()
    var areas: [MergedCells.Area] = []
    if try mayHaveMergedCells(sheet) {
      let reader = try MergedCellsReader(open(sheet), sheet: sheet.name)
      try reader.readAll()
      areas = reader.areas
    }
    return SheetText(
      try SheetReader(
        open(sheet), sheet: sheet.name, texts, showsDay: showsDay, serialDay, areas))
  }

  private func open(_ sheet: Sheet) throws(WorkbookFault) -> PartStream {
    try archive.open(sheet.part, limit: Workbook.sheetLimit)
  }

  private func sharedParts() throws(WorkbookFault) -> (texts: SharedTexts, showsDay: [Bool]) {
    if let shared { return shared }
    var showsDay: [Bool] = []
    if let stylesPart, archive.has(stylesPart) {
      let formats = try NumberFormats(archive.open(stylesPart, limit: Workbook.partLimit))
      try formats.read()
      showsDay = formats.showsDay
    }
    var texts = SharedTexts()
    if let textsPart, archive.has(textsPart) {
      texts = try SharedTexts(archive.open(textsPart, limit: Workbook.textsLimit))
    }
    shared = (texts, showsDay)
    return (texts, showsDay)
  }

  /// Whether the name of a merged cell stands anywhere in a sheet's file, or could stand there in an encoding of two bytes.
  private func mayHaveMergedCells(_ sheet: Sheet) throws(WorkbookFault) -> Bool {
    let word = Array("mergeCell".utf8)
    let stream = try open(sheet)
    let (size, kept) = (1 << 17, word.count - 1)
    let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: kept + size)
    defer { unsafe piece.deallocate() }
    var (held, isFirst, found) = (0, true, false)
    while true {
      let got = try unsafe stream.read(into: piece + held, count: size)
      if got == 0 { return found }
      if isFirst {
        isFirst = false
        for at in 0..<min(2, got) where unsafe piece[at] == 0 || piece[at] >= 0xFE { found = true }
      }
      let count = held + got
      if !found { found = unsafe Workbook.holds(UnsafeBufferPointer(start: piece, count: count), word) }
      held = min(kept, count)
      unsafe memmove(piece, piece + (count - held), held)
    }
  }

  /// Whether a word stands in some bytes.
  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var at = 0
    while bytes.count - at >= word.count {
      let rest = bytes.count - at - word.count + 1
      guard let found = unsafe memchr(start + at, Int32(word[0]), rest) else { return false }
      let place = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if unsafe memcmp(found, word, word.count) == 0 { return true }
      at = place + 1
    }
    return false
  }
}

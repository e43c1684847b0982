/// What a file looks to be by its first bytes.
package enum FileLook: Hashable, Sendable {
  /// Text, as far as can be told.
  case text
  /// An archive, as every workbook is: ``Workbook/open(_:)`` tells whether it is one.
  case archive
  /// Nothing that is read here.
  case foreign(ForeignFile)

  /// Told by the first bytes of a file; the more there are, the surer.
  package static func told(by first: [UInt8]) -> FileLook {
    if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) || first.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return .archive
    }
    if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return .foreign(compound(first))
    }
    // The bare records of a spreadsheet of thirty years ago.
    if first.starts(with: [0x09, 0x08]) || first.starts(with: [0x09, 0x04, 0x06, 0x00]) {
      if first.count > 4, first[2] < 0x20, first[3] == 0 { return .foreign(.oldWorkbook) }
    }
    for (marks, file) in beginnings where marks.contains(where: { first.starts(with: $0) }) {
      return .foreign(file)
    }
    if first.count >= 12, first[4..<8].elementsEqual("ftyp".utf8) { return .foreign(.picture) }
    if first.count >= 12, first.starts(with: "RIFF".utf8), first[8..<12].elementsEqual("WEBP".utf8) {
      return .foreign(.picture)
    }
    return markup(first).map { .foreign($0) } ?? .text
  }

  /// Told by the beginning of a file and, where it is an old Office file, by the list of its streams wherever that stands.
  static func told(of file: any WorkbookBytes) throws(WorkbookFault) -> FileLook {
    var first = try file.bytes(0..<min(file.byteCount, 1 << 16))
    if first.count >= 512, first.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      let header = LittleEndian(bytes: first)
      let sector = header.short(30) == 12 ? 4096 : 512
      let place = (header.long(48) + 1) * sector
      if place < file.byteCount { first += try file.bytes(place..<min(file.byteCount, place + (1 << 14))) }
    }
    return told(by: first)
  }

  /// How files begin that are told by that alone.
  private static let beginnings: [([[UInt8]], ForeignFile)] = [
    ([Array("%PDF-".utf8)], .pdf),
    (
      [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0x00],
        [0x4D, 0x4D, 0x00, 0x2A],
      ], .picture
    ),
    (
      [
        Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B],
        [0xFD, 0x37, 0x7A, 0x58, 0x5A],
        Array("BZh".utf8), [0x28, 0xB5, 0x2F, 0xFD],
      ], .packed
    ),
  ]

  /// Old Office files are all of one make; what is in them is told by the names of their streams.
  private static func compound(_ first: [UInt8]) -> ForeignFile {
    func names(_ name: String) -> Bool {
      return contains(first, name.utf8.flatMap { letter -> [UInt8] in [letter, 0] })
    }
    if names("EncryptedPackage") { return .encryptedWorkbook }
    if names("Workbook") || names("Book") { return .oldWorkbook }
    if names("WordDocument") || names("PowerPoint Document") { return .oldDocument }
    return .oldWorkbook
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let letter = wanted.first else { return true }
    var at = 0
    while at + wanted.count <= bytes.count {
      if bytes[at] == letter, bytes[at..<at + wanted.count].elementsEqual(wanted) { return true }
      at += 1
    }
    return false
  }

  /// A page or XML, in any encoding that writes letters as ASCII does, or with zeros between them.
  private static func markup(_ first: [UInt8]) -> ForeignFile? {
    var bytes = first.prefix(1 << 14).filter { $0 != 0 && $0 != 0xFF && $0 != 0xFE }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let text = Array(bytes.drop { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) })
    func begins(_ word: String) -> Bool {
      text.prefix(word.utf8.count).map { $0 | 0x20 }.elementsEqual(word.utf8.map { $0 | 0x20 })
    }
    let pages = [
      "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div", "mime-version:",
    ]
    if pages.contains(where: begins) { return .page }
    guard begins("<?xml") || begins("<workbook") || begins("<!--") else { return nil }
    let page = [Array("<html".utf8), Array("<HTML".utf8), Array("<table".utf8)]
    return page.contains { contains(text, $0) } ? .page : .workbookAsXML
  }
}

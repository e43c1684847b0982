import Synchronization

/// A sheet whose header was found, to be read as a table or as a part of one.
struct HeadedSheet {
  let sheet: Workbook.Sheet
  let header: HeaderSearch.Found
}

/// The text of one sheet.
final class SheetTextSupply: ByteSupply {
  let text: WorkbookFile.Text

  init(_ text: WorkbookFile.Text) { self.text = text }

  func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) -> Int {
    try unsafe text.read(into: buffer, count: count)
  }
}

/// Sheets of a workbook one after another, as one table; the header of each but the first is left out.
///
/// What is read at once is of one sheet, and ends where one of its rows does if it is the last of the sheet.
final class SheetSupply: ByteSupply {
  /// Where the rows of a sheet begin.
  private struct Start {
    /// In the bytes handed out.
    let byte: Int
    /// Which sheet of those that are read, from 0.
    let part: Int
    /// By how much the numbers of its lines are ahead of its rows.
    let ahead: Int
  }

  /// What is known of the sheets so far.
  private struct Known {
    var starts = [Start(byte: 0, part: 0, ahead: 0)]
    var notes: [SheetNotes] = []
  }

  private let path: String
  private let book: WorkbookFile
  private let sheets: [HeadedSheet]
  private var text: WorkbookFile.Text
  private var file: InputFile
  private var part = 0
  private var given = 0
  private let known = Mutex(Known())

  /// - Parameters:
  ///   - text: the first sheet's, of which nothing but `file` has read.
  ///   - file: the first sheet's text from its beginning.
  init(
    _ path: String, _ book: WorkbookFile, _ sheets: [HeadedSheet], _ text: WorkbookFile.Text,
    _ file: InputFile
  ) {
    (self.path, self.book, self.sheets, self.text, self.file) = (path, book, sheets, text, file)
  }

  func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) -> Int {
    while part < sheets.count {
      let got = try unsafe file.read(into: buffer, count: count)
      given += got
      if got > 0 { return got }
      try advance()
    }
    return 0
  }

  /// Goes on to the next sheet.
  private func advance() throws(TableError) {
    let (notes, rows) = (text.notes, text.rows)
    part += 1
    var start: Start?
    if part < sheets.count {
      let header = sheets[part].header
      text = try book.text(of: sheets[part].sheet)
      file = InputFile(path: path, SheetTextSupply(text))
      try file.skip(header.length)
      let before = known.withLock { $0.starts.last?.ahead ?? 0 }
      start = Start(byte: given, part: part, ahead: before + rows - header.lines)
    }
    known.withLock { known in
      known.notes.append(notes)
      if let start { known.starts.append(start) }
    }
  }

  /// The sheet, of those that are read, to which a byte that was handed out belongs, and by how much the numbers of its
  /// lines are ahead of its rows.
  func place(ofByte byte: Int) -> (part: Int, ahead: Int) {
    known.withLock { known in
      let start = known.starts.last { $0.byte <= byte }
      return start.map { ($0.part, $0.ahead) } ?? (0, 0)
    }
  }

  /// Where the sheet ends that a byte belongs to, if another follows.
  func end(after byte: Int) -> Int? {
    known.withLock { known in known.starts.first { $0.byte > byte }?.byte }
  }

  /// What was met in each sheet that was read to its end.
  var notes: [SheetNotes] { known.withLock { $0.notes } }
}

/// A workbook in a file or a pipe: its sheets, each to be read as the bytes of a CSV file.
package final class WorkbookFile {
  /// In the order of the tabs.
  package var sheets: [Workbook.Sheet] { book.sheets }
  private let path: String
  private let book: Workbook

  /// Opens the workbook that a file holds.
  ///
  /// - Parameter file: opened to keep its past, and not yet read: a pipe is read to its end.
  package init(_ file: InputFile) throws(TableError) {
    path = file.path
    let count = if let size = file.size { size } else { try WorkbookFile.readThrough(file) }
    let bytes = FileBytes(file, count: count)
    book = try WorkbookFile.naming(file.path) { () throws(WorkbookFault) in try Workbook(bytes) }
  }

  /// A sheet's rows.
  package func text(of sheet: Workbook.Sheet) throws(TableError) -> Text {
    Text(path, try WorkbookFile.naming(path) { () throws(WorkbookFault) in try book.text(of: sheet) })
  }

  /// How many bytes come out of a pipe.
  private static func readThrough(_ file: InputFile) throws(TableError) -> Int {
    let size = 1 << 16
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { unsafe room.deallocate() }
    var count = 0
    while true {
      let got = try unsafe file.read(into: room, count: size)
      if got == 0 { return count }
      count += got
    }
  }

  fileprivate static func naming<Result>(
    _ path: String, _ body: () throws(WorkbookFault) -> Result
  ) throws(TableError) -> Result {
    do throws(WorkbookFault) {
      return try body()
    } catch {
      if case .cannotRead(let code) = error { throw .cannotRead(path, code) }
      throw .workbook(path, error)
    }
  }

  /// The bytes of a sheet, from front to back.
  package final class Text {
    private let path: String
    private let text: SheetText

    fileprivate init(_ path: String, _ text: SheetText) { (self.path, self.text) = (path, text) }

    /// What was met in the sheet so far; whole at the end.
    package var notes: SheetNotes { text.notes }

    /// How many rows the sheet has, those that are not there among them; whole at the end.
    var rows: Int { text.rows }

    /// The next bytes, at most `count`; 0 only at the end.
    package func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TableError) -> Int {
      if Interruption.isRequested { throw .interrupted }
      return try WorkbookFile.naming(path) { () throws(WorkbookFault) in
        try unsafe text.read(into: buffer, count: count)
      }
    }
  }

  private final class FileBytes: WorkbookBytes {
    let byteCount: Int
    private let file: InputFile

    init(_ file: InputFile, count: Int) { (self.file, byteCount) = (file, count) }

    func bytes(
      at offset: Int, into buffer: UnsafeMutablePointer<UInt8>, count: Int
    ) throws(WorkbookFault) -> Int {
      do throws(TableError) {
        return try unsafe file.read(at: offset, into: buffer, count: count)
      } catch {
        guard case .cannotRead(_, let code) = error else {
          preconditionFailure("reading fails with a number")
        }
        throw .cannotRead(code)
      }
    }
  }
}

package import Tables
import Units

/// Reads a table from its first row to its last.
package enum TableRows {
  /// Opens a table and hands every row to `body`, with the line on which it begins.
  ///
  /// - Parameters:
  ///   - progress: is told after each block how many bytes of the file were read, and how many rows the block had.
  package static func each(
    _ path: String, _ columns: [Column], _ reading: TableReading,
    progress: (_ bytes: Int, _ rows: Int) -> Void = { _, _ in },
    _ body: (RowShape, RowScanner, _ line: TableLine) -> Void
  ) throws(FileError) {
    var diagnostics: [Diagnostic] = []
    do throws(TableError) {
      let source = try TableSource.open(
        path, wanted: columns, reading, diagnostics: &diagnostics)
      var notes = RowNotes()
      if let source { try unsafe each(source, columns, notes: &notes, progress: progress, body) }
    } catch {
      throw .file(error)
    }
    if !diagnostics.isEmpty { throw .input(diagnostics) }
  }

  /// The same for a table that was opened already.
  ///
  /// - Parameter notes: receives what the rows give rise to.
  package static func each(
    _ source: TableSource, _ columns: [Column], notes: inout RowNotes,
    progress: (_ bytes: Int, _ rows: Int) -> Void = { _, _ in },
    _ body: (RowShape, RowScanner, _ line: TableLine) -> Void
  ) throws(TableError) {
    let blocks = try source.blocks(size: 1 << 18)
    let reader = RowReader(source, columns: columns)
    let block = Block()
    var lines = source.headerLines
    while try blocks.next(into: block) {
      var scanner = unsafe reader.begin(block)
      var rows = 0
      while true {
        let shape = unsafe scanner.next()
        if shape == .none { break }
        rows += 1
        unsafe body(shape, scanner, reader.line(lines + scanner.line + 1))
      }
      unsafe notes.noteRunOn(scanner.runOn, after: lines, reader)
      lines += unsafe scanner.lineCount
      progress(block.fileEnd, rows)
    }
  }
}

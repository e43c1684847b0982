import Tables
import Units

/// Reads a table from its first row to its last, for whoever looks for a few rows in it.
enum TableRows {
  /// Hands every row to `body`, with the line of the file on which it begins.
  static func each(
    _ path: String, _ columns: [Column], encoding: TableEncoding?, _ progress: BatchProgress,
    _ body: (RowShape, RowScanner, _ line: Int) -> Void
  ) throws(BatchError) {
    var diagnostics: [Diagnostic] = []
    do throws(TableError) {
      let source = try TableSource.open(path, wanted: columns, encoding: encoding, diagnostics: &diagnostics)
      if let source { try unsafe each(source, columns, progress, body) }
    } catch {
      throw .file(error)
    }
    if !diagnostics.isEmpty { throw .input(diagnostics) }
  }

  private static func each(
    _ source: TableSource, _ columns: [Column], _ progress: BatchProgress,
    _ body: (RowShape, RowScanner, _ line: Int) -> Void
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
        unsafe body(shape, scanner, lines + scanner.line + 1)
      }
      lines += unsafe scanner.lineCount
      progress.note(bytes: block.fileEnd, rows: rows)
    }
  }
}

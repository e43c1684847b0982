import Files
import Tables

/// Reads a table from its first row to its last, for whoever looks for a few rows in it.
enum TableScan {
  /// Hands every row to `body`, with the line on which it begins.
  static func each(
    _ path: String, _ columns: [Column], _ request: AdjudicationRequest, _ progress: BatchProgress,
    _ body: (RowShape, RowScanner, _ line: TableLine) -> Void
  ) throws(BatchError) {
    do throws(FileError) {
      try unsafe TableRows.each(
        path, columns, request.reading,
        progress: { progress.note(bytes: $0, rows: $1) }, body)
    } catch {
      throw BatchError(error)
    }
  }
}

extension BatchError {
  /// The same trouble with a file that is read as a whole.
  init(_ error: FileError) {
    switch error {
    case .file(let trouble): self = .file(trouble)
    case .input(let diagnostics): self = .input(diagnostics)
    }
  }
}

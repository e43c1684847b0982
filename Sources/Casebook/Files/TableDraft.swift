package import Tables
import Units

/// A table of ours being written, as CSV: its file is replaced as a whole on ``commit()``, or not at all.
package final class TableDraft {
  private let output: OutputFile
  private let openers: [[UInt8]]
  private let buffer = OutputBuffer()

  /// Opens the file, so that what cannot be written is known before anything is recorded.
  package init(path: String, columns: [String]) throws(TableError) {
    output = try OutputFile(path: path)
    openers = unsafe CellWriter.openers(columns, .csv)
    buffer.append(columns.joined(separator: ",") + "\n")
  }

  /// Adds a row, with a cell for each column.
  package func add(_ cells: [String?]) throws(TableError) {
    precondition(cells.count == openers.count, "a row has a cell for each column")
    let texts = cells.map { Array(($0 ?? "").utf8) }
    let room = texts.reduce(64) { $0 + $1.count * 6 + 8 }
    var writer = unsafe CellWriter(buffer.room(for: room), openers: openers, format: .csv)
    for text in texts { unsafe writer.text(text) }
    unsafe buffer.advance(to: writer.finish())
    if buffer.count > 1 << 20 { try flush() }
  }

  private func flush() throws(TableError) {
    try unsafe output.write(buffer.bytes)
    buffer.removeAll()
  }

  /// Puts the file in its place.
  package func commit() throws(TableError) {
    try flush()
    try output.commit()
  }

  /// Gives up: the file is what it was.
  package func abandon() { output.abandon() }
}

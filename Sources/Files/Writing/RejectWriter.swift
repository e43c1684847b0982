package import Tables
package import Units

/// Writes rejected rows, whatever file they come from: the one list of rejects that there is.
///
/// Codes are the same in every language; the text is in the reader's, where somebody wants it.
package final class RejectWriter {
  private let table: TableWriter
  private let language: Language?

  /// - Parameter language: of the problem in words; `nil` for a list without it.
  package init(_ output: OutputFile, _ style: TableStyle = TableStyle(), language: Language?) {
    self.language = language
    let outline = RejectsFile.outline { $0 != .problemText || language != nil }
    table = TableWriter(output, outline, style)
  }

  /// Adds a row of `file`.
  package func add(_ reject: Reject, of file: String) throws(TableError) {
    let place = PrintableText.of(reject.at.place(in: file))
    let texts = [place, reject.field, reject.value, reject.problem].map { Array($0.utf8) }
    let words = language.map { Array(reject.what[$0].utf8) }
    let count = texts.reduce(words?.count ?? 0) { $0 + $1.count }
    try unsafe table.add(texts: count) { cells in
      unsafe cells.text(texts[0])
      unsafe cells.number(reject.at.row)
      unsafe reject.column > 0 ? cells.number(reject.column) : cells.missing()
      for text in texts.dropFirst() { unsafe cells.text(text) }
      if let words { unsafe cells.text(words) }
    }
  }

  /// Puts the file in its place.
  package func commit() throws(TableError) { try table.commit() }
}

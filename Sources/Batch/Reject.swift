import Tables

/// What is wrong with a row that cannot be read. The raw value is the word in the file.
package enum RowProblem: String, CaseIterable, Sendable {
  case tooFewCells = "too-few-cells"
  case tooManyCells = "too-many-cells"
  case badQuoting = "bad-quoting"
  case badJSON = "bad-json"
  case duplicateKey = "duplicate-key"
  case badEncoding = "bad-encoding"
  case missing = "missing"
  case badID = "bad-id"
  case badAmount = "bad-amount"
  case amountOutOfRange = "amount-out-of-range"
  case badDate = "bad-date"
  case badCount = "bad-count"
  case membersBelowOne = "members-below-one"
  case unknownWord = "unknown-word"

  init(_ shape: RowShape) {
    switch shape {
    case .none, .whole: preconditionFailure("a row in good shape has no problem")
    case .tooFewCells: self = .tooFewCells
    case .tooManyCells: self = .tooManyCells
    case .badQuoting: self = .badQuoting
    case .badJSON: self = .badJSON
    case .duplicateKey: self = .duplicateKey
    }
  }
}

/// A row that cannot be read: where it is and why. It is never dropped in silence.
struct Reject: Sendable {
  /// The line in the file on which the row begins, from 1; relative to its block until the block is committed.
  var line: Int
  /// The cell in the row, from 1; for NDJSON the character in the line. 0 where the fault has no cell.
  let column: Int
  /// The column's English name; empty where the fault has no column.
  let field: String
  /// What stands in the cell, cut at 200 characters.
  let value: String
  let problem: RowProblem

  init(line: Int, column: Int, field: String, value: String, problem: RowProblem) {
    self.line = line
    self.column = column
    self.field = field
    self.problem = problem
    let shown = value.count > 200 ? value.prefix(200) + "…" : Substring(value)
    self.value = String(
      String.UnicodeScalarView(
        shown.unicodeScalars.map { scalar in
          // A control character would break the list it is shown in: its picture stands for it.
          scalar.value < 0x20 && scalar != "\n" && scalar != "\t" ? Unicode.Scalar(0x2400 + scalar.value) ?? " " : scalar
        }))
  }
}

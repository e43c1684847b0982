package import Tables
package import Units

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

  /// The problem in words.
  package var name: Wording {
    switch self {
    case .tooFewCells: Wording(zh: "单元格比表头少", en: "fewer cells than the header")
    case .tooManyCells: Wording(zh: "单元格比表头多", en: "more cells than the header")
    case .badQuoting: Wording(zh: "引号用法不对", en: "quotes are not used as CSV uses them")
    case .badJSON: Wording(zh: "不是一个 JSON 对象", en: "not a JSON object")
    case .duplicateKey: Wording(zh: "同一个键出现两次", en: "a key stands twice")
    case .badEncoding: Wording(zh: "字节不合文件的编码", en: "bytes that are no characters in the file's encoding")
    case .missing: Wording(zh: "必填的单元格是空的", en: "a cell that must be filled is empty")
    case .badID: Wording(zh: "编号里有控制字符，或超过 255 字节", en: "an id with control characters, or over 255 bytes")
    case .badAmount: Wording(zh: "不是金额：应为数字，至多两位小数", en: "not an amount: digits with at most two decimals")
    case .amountOutOfRange: Wording(zh: "金额超出允许范围", en: "an amount outside the permitted range")
    case .badDate: Wording(zh: "不是日历上的日期，或写法不对", en: "not a day of the calendar, or not written as one")
    case .badCount: Wording(zh: "不是个数：应为 1 至 9 位数字", en: "not a count: 1 to 9 digits")
    case .membersBelowOne: Wording(zh: "人口不到 1", en: "fewer than one member")
    case .unknownWord: Wording(zh: "方案里没有这个词", en: "a word the scheme does not have")
    }
  }

  /// What is wrong with a row that could not be taken apart.
  package init(_ shape: RowShape) {
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
package struct Reject: Sendable {
  /// The line in the file on which the row begins, from 1; relative to its block until the block is committed.
  package var line: Int
  /// The cell in the row, from 1; for NDJSON the character in the line. 0 where the fault has no cell.
  package let column: Int
  /// The column's English name; empty where the fault has no column.
  package let field: String
  /// What stands in the cell, cut at 200 characters.
  package let value: String
  package let problem: RowProblem

  init(line: Int, column: Int, field: String, value: String, problem: RowProblem) {
    self.line = line
    self.column = column
    self.field = field
    self.problem = problem
    self.value = Reject.shown(value)
  }

  /// A cell's text for a list of rejects: cut at 200 characters; a picture stands for a control character, which would
  /// break the list.
  package static func shown(_ value: String) -> String {
    let short = value.count > 200 ? value.prefix(200) + "…" : Substring(value)
    return String(
      String.UnicodeScalarView(
        short.unicodeScalars.map { scalar in
          scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
            ? Unicode.Scalar(0x2400 + scalar.value) ?? " " : scalar
        }))
  }
}

import Store
import Units

/// What can be bound to a parameter.
protocol SQLValue {
  func bind(to statement: Statement, _ index: Int)
}

extension Int: SQLValue {
  func bind(to statement: Statement, _ index: Int) { statement.bind(index, self) }
}

extension Int64: SQLValue {
  func bind(to statement: Statement, _ index: Int) { statement.bind(index, self) }
}

extension String: SQLValue {
  func bind(to statement: Statement, _ index: Int) { statement.bind(index, self) }
}

extension Bool: SQLValue {
  func bind(to statement: Statement, _ index: Int) { statement.bind(index, self ? 1 : 0) }
}

/// Whole fen.
extension Yuan: SQLValue {
  func bind(to statement: Statement, _ index: Int) { statement.bind(index, fen) }
}

/// As it is written: `2024-03-15`.
extension Day: SQLValue {
  func bind(to statement: Statement, _ index: Int) { statement.bind(index, description) }
}

/// A BLOB.
extension Array: SQLValue where Element == UInt8 {
  func bind(to statement: Statement, _ index: Int) { statement.bind(index, blob: self) }
}

extension Optional: SQLValue where Wrapped: SQLValue {
  func bind(to statement: Statement, _ index: Int) {
    guard let self else { return statement.bindNull(index) }
    self.bind(to: statement, index)
  }
}

/// The parameters of a question.
struct Parameters {
  let statement: Statement

  /// Binds a value to the parameter of a column.
  func callAsFunction(_ column: some SQLColumn, _ value: some SQLValue) {
    value.bind(to: statement, column.place + 1)
  }

  /// Binds the two ends of what a column is to lie within.
  func callAsFunction<Value: SQLValue>(_ column: some SQLColumn, within range: ClosedRange<Value>) {
    range.lowerBound.bind(to: statement, column.place + 1)
    range.upperBound.bind(to: statement, column.lastPlace + 1)
  }
}

/// The values of a change.
struct Values<Column: TableColumn> {
  let statement: Statement

  /// Binds a value to the parameter of a column.
  func callAsFunction(_ column: Column, _ value: some SQLValue) {
    value.bind(to: statement, column.place + 1)
  }

  /// Binds the two ends of what a column is to lie within.
  func callAsFunction<Value: SQLValue>(_ column: Column, within range: ClosedRange<Value>) {
    range.lowerBound.bind(to: statement, column.place + 1)
    range.upperBound.bind(to: statement, column.lastPlace + 1)
  }

  /// Binds text in UTF-8 that stays where it is until the change has run.
  func callAsFunction(_ column: Column, textBytes: UnsafeRawBufferPointer) {
    unsafe statement.bind(column.place + 1, textBytes: textBytes)
  }
}

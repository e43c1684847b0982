import Store
import Units

/// The row that a question has come to.
struct SQLRow<Column: SQLColumn> {
  private let statement: Statement
  private let places: [Int]

  init(_ statement: Statement, _ question: Question<Column>) {
    self.statement = statement
    places = question.places
  }

  /// Where a column stands among those that are asked for; one that is not asked for is a bug.
  private func place(_ column: Column) -> Int {
    let place = places[column.place]
    assert(place >= 0, "\(column) is read, and the question does not ask for it")
    return place
  }

  /// Whether there is nothing.
  func isNull(_ column: Column) -> Bool { statement.isNull(place(column)) }

  /// A whole number; 0 where there is none.
  func int(_ column: Column) -> Int { statement.int(place(column)) }

  /// A whole number.
  func optionalInt(_ column: Column) -> Int? {
    statement.optionalInt64(place(column)).map { Int($0) }
  }

  /// Whether a number is not 0.
  func flag(_ column: Column) -> Bool { statement.int64(place(column)) != 0 }

  /// A text; empty where there is none.
  func text(_ column: Column) -> String { statement.text(place(column)) }

  /// A text.
  func optionalText(_ column: Column) -> String? { statement.optionalText(place(column)) }

  /// A day; `nil` where there is none, or what is there is no day.
  func day(_ column: Column) -> Day? { Day(statement.text(place(column))) }

  /// A sum of whole fen; 0.00 where there is none.
  func money(_ column: Column) -> Yuan { Yuan(fen: statement.int64(place(column))) }

  /// A sum of whole fen.
  func optionalMoney(_ column: Column) -> Yuan? {
    statement.optionalInt64(place(column)).map { Yuan(fen: $0) }
  }

  /// A copy of some bytes; none where there is nothing.
  func blob(_ column: Column) -> [UInt8] { statement.blob(place(column)) }

  /// Adds the bytes of a text.
  func append(_ column: Column, to bytes: inout [UInt8]) {
    unsafe statement.withBytes(place(column)) { cell in unsafe bytes.append(contentsOf: cell) }
  }

  /// Whether a text is this one, byte for byte; `nil` is NULL.
  func holds(_ column: Column, _ text: String?) -> Bool { statement.holds(place(column), text) }

  /// Whether a whole number is this one; `nil` is NULL.
  func holds(_ column: Column, _ number: Int64?) -> Bool { statement.holds(place(column), number) }
}

/// The rows that answer a question, one after another.
struct Cursor<Column: SQLColumn> {
  private let statement: Statement
  /// The row that ``next()`` has come to.
  let row: SQLRow<Column>

  init(_ statement: Statement, _ question: Question<Column>, _ bind: (Parameters) -> Void) {
    self.statement = statement
    row = SQLRow(statement, question)
    bind(Parameters(statement: statement))
  }

  /// Goes one row on; false behind the last, and asked again it begins anew.
  func next() throws(StoreError) -> Bool { try statement.step() }

  /// Lets go of the file.
  func reset() { statement.reset() }
}

/// A change that is made again and again, prepared once by who makes it.
struct PreparedChange<Column: TableColumn> {
  private let statement: Statement

  init(_ statement: Statement) { self.statement = statement }

  /// Makes the change with these values.
  func run(_ bind: (Values<Column>) -> Void) throws(StoreError) {
    bind(Values(statement: statement))
    try statement.run()
  }
}

extension Database {
  /// A cursor of its own, which can be open while the same question is asked again.
  func cursor<Column>(
    _ question: Question<Column>, _ bind: (Parameters) -> Void = { _ in }
  ) throws(StoreError) -> Cursor<Column> {
    Cursor(try prepare(question.sql), question, bind)
  }

  /// A change to be made many times.
  func prepare<Column>(_ change: Change<Column>) throws(StoreError) -> PreparedChange<Column> {
    PreparedChange(try prepare(change.sql))
  }
}

extension Statements {
  /// What `read` makes of each row.
  func rows<Column, R>(
    _ question: Question<Column>, _ bind: (Parameters) -> Void = { _ in }, read: (SQLRow<Column>) -> R
  ) throws(StoreError) -> [R] {
    let cursor = Cursor(try self[question.sql], question, bind)
    defer { cursor.reset() }
    var found: [R] = []
    while try cursor.next() { found.append(read(cursor.row)) }
    return found
  }

  /// What `read` makes of the first row; `nil` where there is none.
  func first<Column, R>(
    _ question: Question<Column>, _ bind: (Parameters) -> Void = { _ in }, read: (SQLRow<Column>) -> R
  ) throws(StoreError) -> R? {
    let cursor = Cursor(try self[question.sql], question, bind)
    defer { cursor.reset() }
    return try cursor.next() ? read(cursor.row) : nil
  }

  /// Makes a change.
  func run<Column>(_ change: Change<Column>, _ bind: (Values<Column>) -> Void) throws(StoreError) {
    let statement = try self[change.sql]
    bind(Values(statement: statement))
    try statement.run()
  }
}

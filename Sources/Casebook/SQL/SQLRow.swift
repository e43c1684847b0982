import Store
import Units

/// The row that a question has come to.
struct Row<Column: SQLColumn> {
  private let statement: Statement
  private let places: [Int]

  init(_ statement: Statement, _ question: Question<Column>) {
    self.statement = statement
    places = question.places
  }

  /// Whether there is nothing.
  func isNull(_ column: Column) -> Bool { statement.isNull(places[column.place]) }

  /// A whole number; 0 where there is none.
  func int(_ column: Column) -> Int { statement.int(places[column.place]) }

  /// A whole number.
  func optionalInt(_ column: Column) -> Int? {
    statement.optionalInt64(places[column.place]).map { Int($0) }
  }

  /// Whether a number is not 0.
  func flag(_ column: Column) -> Bool { statement.int64(places[column.place]) != 0 }

  /// A text; empty where there is none.
  func text(_ column: Column) -> String { statement.text(places[column.place]) }

  /// A text.
  func optionalText(_ column: Column) -> String? { statement.optionalText(places[column.place]) }

  /// A day; `nil` where there is none, or what is there is no day.
  func day(_ column: Column) -> Day? { Day(statement.text(places[column.place])) }

  /// A sum of whole fen; 0.00 where there is none.
  func money(_ column: Column) -> Yuan { Yuan(fen: statement.int64(places[column.place])) }

  /// A sum of whole fen.
  func optionalMoney(_ column: Column) -> Yuan? {
    statement.optionalInt64(places[column.place]).map { Yuan(fen: $0) }
  }

  /// A copy of some bytes; none where there is nothing.
  func blob(_ column: Column) -> [UInt8] { statement.blob(places[column.place]) }

  /// Adds the bytes of a text.
  func append(_ column: Column, to bytes: inout [UInt8]) {
    unsafe statement.withBytes(places[column.place]) { cell in unsafe bytes.append(contentsOf: cell) }
  }

  /// Whether a text is this one, byte for byte; `nil` is NULL.
  func holds(_ column: Column, _ text: String?) -> Bool { statement.holds(places[column.place], text) }

  /// Whether a whole number is this one; `nil` is NULL.
  func holds(_ column: Column, _ number: Int64?) -> Bool { statement.holds(places[column.place], number) }
}

/// The rows that answer a question, one after another.
struct Cursor<Column: SQLColumn> {
  private let statement: Statement
  /// The row that ``next()`` has come to.
  let row: Row<Column>

  init(_ statement: Statement, _ question: Question<Column>, _ bind: (Parameters) -> Void) {
    self.statement = statement
    row = Row(statement, question)
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
    _ question: Question<Column>, _ bind: (Parameters) -> Void = { _ in }, read: (Row<Column>) -> R
  ) throws(StoreError) -> [R] {
    let cursor = Cursor(try self[question.sql], question, bind)
    defer { cursor.reset() }
    var found: [R] = []
    while try cursor.next() { found.append(read(cursor.row)) }
    return found
  }

  /// What `read` makes of the first row; `nil` where there is none.
  func first<Column, R>(
    _ question: Question<Column>, _ bind: (Parameters) -> Void = { _ in }, read: (Row<Column>) -> R
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

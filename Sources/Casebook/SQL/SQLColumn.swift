/// A column under its name: of a table, or of what a question works out. The raw value is what stands in SQL, a name or an
/// expression.
///
/// Statements are made from these names, rows are read and values bound by them: nobody counts columns.
protocol SQLColumn: RawRepresentable, CaseIterable, Hashable, Sendable, CustomStringConvertible
where RawValue == String, AllCases == [Self] {}

/// The columns of one table, all of them, in the order of the schema.
protocol TableColumn: SQLColumn {
  /// The table's name.
  static var table: String { get }
}

extension SQLColumn {
  /// What stands in SQL.
  var description: String { rawValue }

  /// Its place among the cases of its enumeration, from 0.
  ///
  /// A case without a payload is the number of its place, in one byte, or in none where it is the only one: asking for it costs
  /// nothing in the loops over a million rows. `SQLColumnTests` holds that it is so.
  var place: Int { MemoryLayout<Self>.size == 0 ? 0 : Int(unsafe unsafeBitCast(self, to: UInt8.self)) }

  /// The parameter that a value for the column is bound to: `?3` for the third.
  var parameter: String { "?\(place + 1)" }

  /// That the column has the value bound to it.
  var given: String { "\(self) = \(parameter)" }

  /// That the column lies between two values bound to it, both included.
  var within: String { "\(self) BETWEEN \(parameter) AND ?\(lastPlace + 1)" }

  /// Where the second of two bound values stands: behind the parameters of all columns.
  var lastPlace: Int { Self.allCases.count + place }
}

/// A question in SQL, and where each column stands in the rows that answer it.
struct Question<Column: SQLColumn>: Sendable {
  let sql: String
  /// By the place of a column in its enumeration; −1 where it is not asked for.
  let places: [Int]

  /// Asks for columns.
  ///
  /// - Parameters:
  ///   - before: what stands before `SELECT`, as `WITH`.
  ///   - rest: what follows the columns: from where, which, and in which order.
  init(_ columns: [Column], before: String = "", isDistinct: Bool = false, _ rest: String) {
    let names = columns.map(\.rawValue).joined(separator: ", ")
    sql = "\(before)SELECT \(isDistinct ? "DISTINCT " : "")\(names) \(rest)"
    var places = [Int](repeating: -1, count: Column.allCases.count)
    for (index, column) in columns.enumerated() { places[column.place] = index }
    self.places = places
  }

  /// Asks for all columns.
  init(_ rest: String) { self.init(Column.allCases, rest) }
}

/// A change of a table in SQL.
struct Change<Column: TableColumn>: Sendable {
  let sql: String

  /// - Parameter sql: a statement whose values are bound to the parameters of columns.
  init(_ sql: String) { self.sql = sql }

  /// Inserts a row.
  ///
  /// - Parameters:
  ///   - columns: those that are stated; the others are NULL.
  ///   - conflict: what becomes of a row with the same key: `IGNORE` or `REPLACE`.
  ///   - fixed: what stands in a column in every row, in SQL; else its value is bound to it.
  ///   - rest: what follows the values.
  static func insert(
    _ columns: [Column] = Column.allCases, or conflict: String? = nil, fixed: [Column: String] = [:],
    then rest: String = ""
  ) -> Change {
    let names = columns.map(\.rawValue).joined(separator: ", ")
    let values = columns.map { fixed[$0] ?? $0.parameter }.joined(separator: ", ")
    let insert = conflict.map { "INSERT OR \($0)" } ?? "INSERT"
    return Change("\(insert) INTO \(Column.table)(\(names)) VALUES(\(values)) \(rest)")
  }

  /// Updates the rows that have the values bound to some columns.
  ///
  /// - Parameter fixed: what a column becomes, in SQL; else the value bound to it.
  static func update(
    _ columns: [Column], fixed: [Column: String] = [:], where keys: Column...
  ) -> Change {
    let values = columns.map { "\($0) = \(fixed[$0] ?? $0.parameter)" }.joined(separator: ", ")
    return Change(
      "UPDATE \(Column.table) SET \(values) WHERE \(keys.map(\.given).joined(separator: " AND "))")
  }

  /// Deletes the rows that have the value bound to a column.
  static func delete(where key: Column) -> Change {
    Change("DELETE FROM \(Column.table) WHERE \(key.given)")
  }
}

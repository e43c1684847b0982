package import Tables
package import Units

/// A kind of file: its columns, each under the name by which the program speaks of it.
///
/// One type for each kind, in a file of its own, and nowhere else is a column declared. Headers, imports, exports,
/// `fangpin columns` and the article on files all come from there.
package protocol TableFile: Sendable {
  /// The columns in the order in which we write them; the raw value counts them from 0.
  associatedtype Role: FileRole

  /// Which kind of file it is.
  static var kind: FileKind { get }
  /// What it is, for people.
  static var name: Wording { get }
  /// The column that a role stands for.
  static func field(_ role: Role) -> Field
}

/// A column by what it holds.
package protocol FileRole: CaseIterable, Hashable, RawRepresentable, Sendable where RawValue == Int {}

extension TableFile {
  /// The columns as they are declared.
  package static var fields: [Field] { Role.allCases.map(field) }
  /// The columns as a header is searched for them. A column's place here is its role's raw value.
  package static var columns: [Column] { fields.map(\.column) }
  /// The columns' English names.
  package static var names: [String] { fields.map(\.name) }
  /// The table as we write it, with all its columns.
  package static var outline: TableOutline { outline { _ in true } }

  /// The table as we write it, with some of its columns.
  package static func outline(_ has: (Role) -> Bool) -> TableOutline {
    TableOutline(
      kind.rawValue,
      Role.allCases.filter(has).map { role in
        let field = field(role)
        return WrittenColumn(field.name, field.chinese, field.content)
      })
  }

  /// A row's cells, each by its role.
  package static func cells(_ cell: (Role) -> String?) -> [String?] { Role.allCases.map(cell) }
}

/// Some of a file's columns, in the order in which a reader asks for them.
package struct FileColumns<File: TableFile>: Sendable {
  /// The columns to look for in the header.
  package let columns: [Column]
  /// For each role its place among them.
  private let places: [Int]

  /// - Parameters:
  ///   - required: the columns without which the reader cannot do.
  ///   - optional: those that it takes where they are there.
  package init(required: [File.Role], optional: [File.Role] = []) {
    columns =
      required.map { File.field($0).column.required(true) }
      + optional.map { File.field($0).column.required(false) }
    var places = Array(repeating: -1, count: File.Role.allCases.count)
    for (place, role) in (required + optional).enumerated() { places[role.rawValue] = place }
    self.places = places
  }

  /// Where a role stands among the columns asked for.
  package subscript(role: File.Role) -> Int {
    let place = places[role.rawValue]
    precondition(place >= 0, "only a column that was asked for is read")
    return place
  }
}

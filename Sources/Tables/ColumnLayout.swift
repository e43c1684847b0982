package import Units

/// A column that a table may have: its name in the files, in English and Chinese, and what else it may be called there.
public struct Column: Hashable, Sendable {
  /// The English name, which is the one we write.
  public let name: String
  /// The Chinese name, understood as well.
  public let chinese: String
  /// Further names that a header may have for it.
  public let synonyms: [String]
  /// Whether a table without it cannot be read.
  public let isRequired: Bool

  /// A column.
  public init(_ name: String, _ chinese: String, synonyms: [String] = [], isRequired: Bool = true) {
    self.name = name
    self.chinese = chinese
    self.synonyms = synonyms
    self.isRequired = isRequired
  }

  /// Whether a heading means this column.
  public func isCalled(_ heading: String) -> Bool {
    heading == name || heading == chinese || synonyms.contains(heading)
  }

  /// The same column, in a table that can or cannot do without it.
  public func required(_ isRequired: Bool) -> Column {
    Column(name, chinese, synonyms: synonyms, isRequired: isRequired)
  }
}

/// Which column of a file holds what: made from its header.
package struct ColumnLayout: Sendable {
  /// The role of a column nobody asked for.
  package static let ignored: UInt8 = 255

  /// How many columns the header has.
  package let columns: Int
  /// For each role, its column from 1; 0 where the file has none.
  package let columnOfRole: [Int]
  /// For each column its role.
  let roles: [UInt8]

  /// The layout of NDJSON, whose rows name their cells themselves.
  package init(roles count: Int) {
    columns = 0
    roles = []
    columnOfRole = Array(repeating: 0, count: count)
  }

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - header: the names, trimmed.
  ///   - wanted: the columns asked for; a column's role is its index here.
  ///   - place: makes the place of a column from its index, from 0.
  ///   - diagnostics: receives what is wrong: a column twice, or one missing.
  package init(
    header: [String], wanted: [Column], place: (Int) -> Diagnostic.Place, diagnostics: inout [Diagnostic]
  ) {
    var roles = [UInt8](repeating: ColumnLayout.ignored, count: header.count)
    var columnOfRole = [Int](repeating: 0, count: wanted.count)
    var firstColumn: [String: Int] = [:]
    for (index, name) in header.enumerated() where !name.isEmpty {
      let role = wanted.firstIndex { $0.isCalled(name) }
      let key = role.map { wanted[$0].name } ?? name
      if let first = firstColumn[key] {
        diagnostics.append(
          Diagnostic(
            "duplicate-column", at: place(index),
            what: Wording(
              zh: "列“\(name)”出现了两次：第 \(first + 1) 列和第 \(index + 1) 列",
              en: "the column '\(name)' appears twice: as column \(first + 1) and column \(index + 1)"),
            fix: Wording(zh: "删去或改名其中一列", en: "delete or rename one of them")))
        continue
      }
      firstColumn[key] = index
      guard let role else { continue }
      roles[index] = UInt8(role)
      columnOfRole[role] = index + 1
    }
    let spare = header.filter { name in !wanted.contains { $0.isCalled(name) } }
    for (role, column) in wanted.enumerated() where column.isRequired && columnOfRole[role] == 0 {
      diagnostics.append(ColumnLayout.missing(column, spare: spare, at: place(0)))
    }
    columns = header.count
    self.roles = roles
    self.columnOfRole = columnOfRole
  }

  private static func missing(_ column: Column, spare: [String], at place: Diagnostic.Place) -> Diagnostic {
    let meant =
      Spelling.nearest(to: column.name, among: spare) ?? Spelling.nearest(to: column.chinese, among: spare)
    let fix =
      meant.map {
        Wording(
          zh: "表头里的“\($0)”是不是“\(column.chinese)”？",
          en: "the header has '\($0)'; did you mean '\(column.name)'?")
      }
      ?? Wording(
        zh: "在表头里加上这一列；没有值的单元格可以留空",
        en: "add it to the header; a cell without a value may be left empty")
    return Diagnostic(
      "missing-column", at: place,
      what: Wording(
        zh: "缺少列“\(column.chinese)”（\(column.name)）",
        en: "the column '\(column.name)' (\(column.chinese)) is missing"),
      fix: fix)
  }
}

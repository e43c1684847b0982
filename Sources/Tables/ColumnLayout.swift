package import Units

/// What headings mean, among the columns that were asked for. A column's role is its index among them.
package struct ColumnRoles: Sendable {
  package let wanted: [Column]
  private let roles: [String: Int]
  /// The headings that the user says mean no column, folded.
  private let ignored: Set<String>

  /// - Parameters:
  ///   - ignored: headings that mean no column, though they look like one.
  ///   - own: what headings mean whatever else they would.
  package init(_ wanted: [Column], ignoring ignored: [String] = [], _ own: OwnHeadings = OwnHeadings()) {
    self.wanted = wanted
    self.ignored = Set(ignored.map { Heading($0).folded })
    var roles = Dictionary(
      wanted.enumerated().flatMap { role, column in column.headings.map { (Heading($0).folded, role) } },
      uniquingKeysWith: { first, _ in first })
    for (heading, names) in own.columns {
      if let role = wanted.firstIndex(where: { names.contains($0.name) }) { roles[heading] = role }
    }
    self.roles = roles
  }

  /// Which column a heading means.
  package subscript(heading: String) -> Int? {
    let folded = Heading(heading).folded
    return ignored.contains(folded) ? nil : roles[folded]
  }

  /// The column on which decisions hang, and which a heading that means none is one slip away from.
  func misspelt(_ heading: String) -> Column? {
    let folded = Heading(heading).folded
    guard roles[folded] == nil, !ignored.contains(folded) else { return nil }
    return wanted.first { column in
      column.isDecisive && !column.isRequired
        && [column.name, column.chinese].contains { Spelling.isSlip(Heading($0).folded, folded) }
    }
  }

  /// The first of some headings that is taken for a column and means something else, and why.
  static func lookalike(of column: Column, among headings: [String]) -> (heading: String, why: Wording)? {
    for lookalike in column.lookalikes {
      let folded = Set(lookalike.headings.map { Heading($0).folded })
      if let heading = headings.first(where: { folded.contains(Heading($0).folded) }) {
        return (heading, lookalike.why)
      }
    }
    return nil
  }

  /// The columns that must be there, but for those that others stand in for, and are not.
  func missing(in headings: [String]) -> [Int] {
    let found = Set(headings.compactMap { self[$0] })
    return wanted.indices.filter { role in
      wanted[role].isRequired && !found.contains(role)
        && !found.contains { wanted[$0].replaced == wanted[role].name }
    }
  }

  /// How many of the columns a row of headings has.
  func count(in headings: [String]) -> Int { Set(headings.compactMap { self[$0] }).count }

  /// Whether a row of headings has every column that must be there.
  func areEnough(_ headings: [String]) -> Bool { missing(in: headings).isEmpty }
}

/// Which column of a file holds what: made from its header.
package struct ColumnLayout: Sendable {
  /// The role of a column nobody asked for.
  package static let ignored: UInt8 = 255

  /// How many columns the header has.
  package let columns: Int
  /// For each role, its column from 1; 0 where the file has none.
  package let columnOfRole: [Int]
  /// For each role, the unit that its heading states.
  let units: [Heading.Unit]
  /// The headings that mean no column that was asked for.
  package let unknown: [String]
  /// For each column its role.
  let roles: [UInt8]

  /// The layout of NDJSON, whose rows name their cells themselves.
  package init(roles count: Int) {
    columns = 0
    roles = []
    unknown = []
    columnOfRole = Array(repeating: 0, count: count)
    units = Array(repeating: .unstated, count: count)
  }

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - header: the names, trimmed.
  ///   - meant: the columns asked for.
  ///   - place: makes the place of a column from its index, from 0.
  ///   - diagnostics: receives what is wrong: a column twice, or one missing.
  package init(
    header: [String], _ meant: ColumnRoles, place: (Int) -> Diagnostic.Place,
    diagnostics: inout [Diagnostic]
  ) {
    let wanted = meant.wanted
    var roles = [UInt8](repeating: ColumnLayout.ignored, count: header.count)
    var columnOfRole = [Int](repeating: 0, count: wanted.count)
    var units = [Heading.Unit](repeating: .unstated, count: wanted.count)
    var unknown: [String] = []
    for (index, name) in header.enumerated() where !name.isEmpty {
      guard let role = meant[name] else {
        unknown.append(name)
        if let column = meant.misspelt(name) {
          diagnostics.append(ColumnLayout.misspelt(name, column, at: place(index)))
        }
        continue
      }
      let unit = Heading(name).unit
      if unit == .other || unit == .tenThousand && wanted[role].content != .money {
        diagnostics.append(ColumnLayout.otherUnit(name, wanted[role], at: place(index)))
      }
      if columnOfRole[role] > 0 {
        let first = columnOfRole[role] - 1
        diagnostics.append(
          Diagnostic(
            "duplicate-column", at: place(index),
            what: Wording(
              zh: "列“\(name)”出现了两次：第 \(first + 1) 列和第 \(index + 1) 列",
              en: "the column '\(name)' appears twice: as column \(first + 1) and column \(index + 1)"),
            fix: Wording(zh: "删去或改名其中一列", en: "delete or rename one of them")))
        continue
      }
      roles[index] = UInt8(role)
      columnOfRole[role] = index + 1
      units[role] = unit
    }
    for role in meant.missing(in: header) {
      diagnostics.append(ColumnLayout.missing(wanted[role], spare: unknown, at: place(0)))
    }
    columns = header.count
    self.unknown = unknown
    self.roles = roles
    self.columnOfRole = columnOfRole
    self.units = units
  }

  private static func otherUnit(_ name: String, _ column: Column, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      "other-unit", at: place,
      what: Wording(
        zh: "“\(name)”的单位与“\(column.chinese)”（\(column.name)）的不同，不能照原数读",
        en:
          "'\(name)' states another unit than '\(column.name)' (\(column.chinese)) has; its numbers cannot be read "
          + "as they stand"),
      fix: Wording(
        zh: "换算后把列名改成“\(column.chinese)”", en: "convert the numbers, and name the column '\(column.name)'"))
  }

  private static func misspelt(_ name: String, _ column: Column, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      "misspelt-column", at: place,
      what: Wording(
        zh: "没有“\(name)”这一列，它与“\(column.chinese)”（\(column.name)）只差一处；决定要看那一列",
        en:
          "no column is called '\(name)', which is one slip away from '\(column.name)' (\(column.chinese)); "
          + "decisions depend on that one"),
      fix: Wording(
        zh: "改成“\(column.chinese)”；若本来就是别的内容，用 --ignore \(name) 说明",
        en: "rename it '\(column.name)'; if it is something else, say so with --ignore \(name)"))
  }

  private static func missing(_ column: Column, spare: [String], at place: Diagnostic.Place) -> Diagnostic {
    let other = ColumnRoles.lookalike(of: column, among: spare).map { found in
      Wording(
        zh: "表头里的“\(found.heading)”不是“\(column.chinese)”：\(found.why.zh)；在表头里加上这一列",
        en: "the header's '\(found.heading)' is not '\(column.name)': \(found.why.en); add the column")
    }
    let meant =
      Spelling.nearest(to: column.name, among: spare) ?? Spelling.nearest(to: column.chinese, among: spare)
    let fix =
      other
      ?? meant.map {
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
      fix: remedied(fix, column, spare))
  }

  /// With what else helps where a column is missing, if the header has what that takes.
  private static func remedied(_ fix: Wording, _ column: Column, _ spare: [String]) -> Wording {
    guard let remedy = column.remedy else { return fix }
    let folded = Set(spare.map { Heading($0).folded })
    guard remedy.headings.isEmpty || remedy.headings.contains(where: { folded.contains(Heading($0).folded) })
    else { return fix }
    return Wording(zh: "\(fix.zh)；\(remedy.what.zh)", en: "\(fix.en); \(remedy.what.en)")
  }
}

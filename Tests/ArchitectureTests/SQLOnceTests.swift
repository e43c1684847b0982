import Testing

/// SQL stands in one folder, where statements are made from the names of columns; whoever else asks something of a casebook asks
/// it by a question's name.
@Suite("SQL once")
struct SQLOnceTests {
  /// All SQL on the casebook's tables.
  private static let folder = "Sources/Casebook/SQL/"
  /// What binds and reads by number, for all others.
  private static let helpers: Set<String> = ["SQLValue.swift", "SQLRow.swift"]
  /// What works on whatever columns a table has: it asks the schema for their names.
  private static let anyTable: Set<String> = ["DerivedTables.swift", "RetakingTables.swift"]

  /// A line of the sources that is no comment.
  private struct Line {
    let file: SourceTree.File
    let number: Int
    let text: String

    var place: String { "\(file.path):\(number): \(text)" }
    var isInFolder: Bool { file.path.hasPrefix(SQLOnceTests.folder) }
  }

  private static let lines = Result {
    try SourceTree.files(below: "Sources").flatMap { file in
      file.lines.enumerated().map { Line(file: file, number: $0 + 1, text: $1) }
    }.filter { !$0.text.drop(while: { $0 == " " }).hasPrefix("//") }
  }

  /// Whether a pattern has to look at a line at all, which takes long: whether four capitals stand in a row, or a bracket opens
  /// before a figure or a letter that words for places begin with.
  private static func isSuspect(_ text: String) -> Bool {
    var capitals = 0
    var isOpened = false
    for byte in text.utf8 {
      capitals = (0x41...0x5A).contains(byte) ? capitals + 1 : 0
      let isPlace = (0x30...0x39).contains(byte) || byte == UInt8(ascii: "i") || byte == UInt8(ascii: "p")
      if capitals == 4 || isOpened && isPlace { return true }
      isOpened = byte == UInt8(ascii: "(")
    }
    return false
  }

  /// Words that stand in capitals in SQL and nowhere else in our sources.
  private static var words: Regex<Substring> {
    #/\b(?:SELECT|INSERT|UPDATE|DELETE|REPLACE INTO|CREATE|ALTER|DROP|PRAGMA|VACUUM|SAVEPOINT|ROLLBACK|COMMIT|BEGIN (?:IMMEDIATE|DEFERRED)|ATTACH|FROM|WHERE|ORDER BY|GROUP BY|VALUES|IS NULL|NOT NULL|LIMIT)\b/#
  }

  /// A value that is bound to a place that was counted, or read from one.
  private static var byNumber: Regex<Substring> {
    #/(?:\.|\b)(?:bind|bindNull|int|int64|optionalInt|optionalInt64|text|optionalText|blob|isNull|holds|withBytes|flag|day|money)\((?:\d|index\b|place\b|position\b|places\[)/#
  }

  /// What only the database and its statements do.
  private static let statements = [".prepare(", ".execute(", "statements[", "(Statement)"]

  private static func runs(_ text: String) -> Bool { statements.contains { text.contains($0) } }

  @Test("stands in the casebook's folder and in the store, and nowhere else")
  func words() throws {
    let found = try Self.lines.get().filter { Self.isSuspect($0.text) && $0.text.contains(Self.words) }
    #expect(found.count { $0.isInFolder } > 150)
    for line in found where !line.isInFolder && line.file.target != "Store" {
      Issue.record("\(line.place)")
    }
  }

  @Test("no statement is prepared or run elsewhere")
  func statements() throws {
    let rooms: Set<String> = ["Casebook", "Audit", "Reports", "fangpin"]
    let lines = try Self.lines.get().filter { rooms.contains($0.file.target) && !$0.isInFolder }
    #expect(lines.count > 10_000)
    for line in lines where Self.runs(line.text) { Issue.record("\(line.place)") }
  }

  @Test("columns have names: nothing is bound or read by number but in the helper")
  func numbers() throws {
    let rooms: Set<String> = ["Casebook", "Audit", "Reports", "fangpin"]
    let found = try Self.lines.get().filter {
      rooms.contains($0.file.target) && Self.isSuspect($0.text) && $0.text.contains(Self.byNumber)
    }
    let allowed = Self.helpers.union(Self.anyTable)
    for line in found where !(line.isInFolder && allowed.contains(line.file.name)) {
      Issue.record("\(line.place)")
    }
    // An exception that nothing needs any more is an error too.
    #expect(Set(found.map(\.file.name)) == allowed)
  }

  @Test("the patterns find what they are to find")
  func patterns() {
    for text in [
      "try statements[\"SELECT number FROM casefile\"]", "clause: \"WHERE household = ?\"",
      "execute(\"PRAGMA cache_size\")",
    ] { #expect(Self.isSuspect(text) && text.contains(Self.words), "\(text)") }
    for text in [
      "$0.bind(1, number)", "row.text(0)", "query.optionalText(2 + 1)", "insert.bind(index + 1, value)",
    ] {
      #expect(Self.isSuspect(text) && text.contains(Self.byNumber), "\(text)")
    }
    for text in ["try database.prepare(sql)", "try statements[sql]", "_ bind: (Statement) -> Void"] {
      #expect(Self.runs(text), "\(text)")
    }
    #expect(!"bind(.number, entry.number)".contains(Self.byNumber))
    #expect(!"row.text(.household)".contains(Self.byNumber))
  }
}

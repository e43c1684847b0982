/// Where the engine and the oracle part, in words, the first few of each kind; empty where they agree.
struct Disagreements {
  private(set) var found: [String] = []
  private let shown = 4

  init(_ engine: EngineRun, _ oracle: OracleRun) {
    let expected: Int32 = oracle.hasRejects || oracle.hasDifferingTotals ? 3 : 0
    if engine.exitCode != expected {
      found.append("exit code \(engine.exitCode), not \(expected): \(engine.talk.prefix(400))")
    }
    compareDecisions(engine, oracle)
    comparePayouts(engine, oracle)
    compareRejects(engine, oracle)
  }

  /// Column by column as far as the contract goes, for what `--detail` wrote.
  init(detail engine: EngineRun, _ oracle: OracleRun, namesPersons: Bool = false) {
    let table = ReadTable(engine.decisions)
    let names = [
      "claim_id", "outcome", "reason", "payout", "household_id", "peril", "incurred_on", "amount", "counted",
      "accumulator", "warning_line", "remaining", "rate", "benefit", "paid_before", "findings",
      "corrects", "scheme", "earlier",
    ]
    let correctsPlace = names.count - 3
    let personPlace = names.count
    if table.header.map(\.text) != names + (namesPersons ? ["person_id"] : []) {
      found.append("detail header \(table.header.map(\.text))")
    }
    if table.rows.count != oracle.claims.count {
      found.append("\(table.rows.count) detail rows, not \(oracle.claims.count)")
    }
    for (index, row) in table.rows.enumerated() where index < oracle.claims.count {
      let wanted = oracle.detail(index)
      let same = row.cells.starts(with: wanted.cells)
      let sum = row.cells.dropFirst(wanted.cells.count).first
      let corrects = row.cells.count > correctsPlace ? row.cells[correctsPlace] : nil
      let person = row.cells.dropFirst(personPlace).first ?? []
      if !same || (wanted.accumulator != nil && sum != wanted.accumulator) || corrects != wanted.corrects
        || person != wanted.person
      {
        found.append("detail \(row.cells.map(\.text)); oracle: \(oracle.derivation(index))")
        if found.count > shown { return }
      }
    }
  }

  var isEmpty: Bool { found.isEmpty }
  var text: String { found.joined(separator: "\n") }

  private mutating func compareDecisions(_ engine: EngineRun, _ oracle: OracleRun) {
    let wanted = oracle.decisions
    if engine.decisions == wanted { return }
    let (theirs, ours) = (ReadTable(engine.decisions), ReadTable(wanted))
    var count = 0
    for (index, row) in ours.rows.enumerated() {
      let their = index < theirs.rows.count ? theirs.rows[index].cells : []
      if their == row.cells { continue }
      count += 1
      if count <= shown {
        found.append("decision \(their.map(\.text)); oracle: \(oracle.derivation(index))")
      }
    }
    found.append("\(count) decisions differ; \(theirs.rows.count) rows, not \(ours.rows.count)")
    if count == 0 {
      found.append("the same cells in other bytes:\n" + Disagreements.firstLines(engine.decisions, wanted))
    }
  }

  private mutating func comparePayouts(_ engine: EngineRun, _ oracle: OracleRun) {
    let wanted = oracle.payouts
    if engine.payouts == wanted { return }
    found.append("payouts differ:\n" + Disagreements.firstLines(engine.payouts, wanted))
  }

  /// The rows rejected must be the same, and of each cell at fault at least one named with its value.
  private mutating func compareRejects(_ engine: EngineRun, _ oracle: OracleRun) {
    let table = ReadTable(engine.rejects)
    let names = ["file", "line", "column", "field", "value", "problem"]
    if !table.header.isEmpty, table.header.map(\.text) != names {
      found.append("rejects header \(table.header.map(\.text))")
    }
    compareRejects(table, "claims.csv", oracle.claimRejects, isMasked: oracle.hasMembers)
    compareRejects(table, "households.csv", oracle.register.rejects)
    compareRejects(table, "members.csv", oracle.memberRejects, isMasked: true)
  }

  /// - Parameter isMasked: whether resident IDs are masked, and asked for where a household is missing.
  private mutating func compareRejects(
    _ table: ReadTable, _ file: String, _ wanted: [Reject], isMasked: Bool = false
  ) {
    var theirs: [Int: [[Bytes]]] = [:]
    // A workbook's sheet stands behind its name.
    func isOfFile(_ name: String) -> Bool { name.hasSuffix(file) || name.hasSuffix(file + "#表") }
    for row in table.rows where row.cells.count == 6 && isOfFile(row.cells[0].text) {
      theirs[Int(row.cells[1].text) ?? -1, default: []].append(row.cells)
    }
    let ours = Dictionary(wanted.map { ($0.line, $0.problems) }, uniquingKeysWith: { $0 + $1 })
    let missing = ours.filter { theirs[$0.key] == nil }.sorted { $0.key < $1.key }
    for (line, problems) in missing.prefix(shown) {
      found.append("\(file):\(line) must be rejected: \(problems.map { "\($0.kind) \($0.value.text)" })")
    }
    let added = theirs.filter { ours[$0.key] == nil }.sorted { $0.key < $1.key }
    for (line, cells) in added.prefix(shown) {
      found.append("\(file):\(line) must not be rejected: \(cells.map { $0.map(\.text) })")
    }
    if missing.count + added.count > 0 {
      found.append("\(file): \(theirs.count) lines rejected, not \(ours.count)")
    }
    var unnamed = 0
    for (line, problems) in ours.sorted(by: { $0.key < $1.key }) {
      guard let rows = theirs[line], let wrong = Disagreements.unnamed(problems, rows, isMasked) else {
        continue
      }
      unnamed += 1
      if unnamed <= shown { found.append("\(file):\(line) \(wrong): \(rows.map { $0.map(\.text) })") }
    }
  }

  /// What the engine's rows for one rejected line fail to name; nil where they name a cell at fault.
  private static func unnamed(
    _ problems: [Reject.Problem], _ rows: [[Bytes]], _ isMasked: Bool
  ) -> String? {
    let cells = problems.filter { $0.column != nil }
    if cells.isEmpty { return nil }
    let named = rows.contains { row in
      cells.contains { cell in
        if isMasked, cell.kind == .householdIDMissing, row[3].text == "resident_id" { return true }
        let isHidden =
          !isShown(cell.value) || isMasked && Undress.isResidentID(Undress.cell(cell.value, .word) ?? [])
        return cell.column == Column.meaning(of: row[3]) && (cell.value == row[4] || isHidden)
      }
    }
    return named ? nil : "names none of \(cells.map { "\($0.kind) \($0.value.text)" })"
  }

  /// Whether a list shows a value as it stands: what nobody sees, or what steers a terminal, stands there under its name.
  private static func isShown(_ value: Bytes) -> Bool {
    value.text.unicodeScalars.allSatisfy { scalar in
      ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        && !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func firstLines(_ theirs: Bytes, _ ours: Bytes) -> String {
    let feed = UInt8(ascii: "\n")
    let (their, our) = (theirs.split(separator: feed), ours.split(separator: feed))
    let place = zip(their, our).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let at = place ?? min(their.count, our.count)
    let (one, other) = (their.dropFirst(at).prefix(3), our.dropFirst(at).prefix(3))
    return "line \(at + 1) of \(their.count): \(one.map { Bytes($0).text })\n"
      + "oracle, of \(our.count): \(other.map { Bytes($0).text })"
  }
}

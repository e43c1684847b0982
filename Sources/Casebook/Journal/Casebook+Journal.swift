import JSONText
package import Journal
import Sealing
import Store
import Units

extension Casebook {
  private static let entryColumns =
    "number, recorded_at, happened_on, actor, role, kind, payload, engine, scheme"

  /// The entries from one number on, handed out one after another.
  package func entries(
    from first: Int = 1, _ body: (Entry) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    let query: Statement
    do {
      query = try database.prepare(
        "SELECT \(Casebook.entryColumns) FROM journal WHERE number >= ? ORDER BY number")
    } catch { throw .store(error) }
    query.bind(1, first)
    while true {
      do { guard try query.step() else { return } } catch { throw .store(error) }
      guard let entry = Entry(query) else { throw .damaged(entry: query.int(0)) }
      try body(entry)
    }
  }

  /// The entries of some kinds within a stretch of the journal, handed out one after another.
  package func entries(
    in numbers: ClosedRange<Int>, of kinds: [EntryKind], _ body: (Entry) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    let words = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let query: Statement
    do {
      query = try database.prepare(
        """
        SELECT \(Casebook.entryColumns) FROM journal WHERE number BETWEEN ? AND ? AND kind IN (\(words)) ORDER BY number
        """)
    } catch { throw .store(error) }
    query.bind(1, numbers.lowerBound)
    query.bind(2, numbers.upperBound)
    while true {
      do { guard try query.step() else { return } } catch { throw .store(error) }
      guard let entry = Entry(query) else { throw .damaged(entry: query.int(0)) }
      try body(entry)
    }
  }

  /// The entry with a number.
  package func entry(_ number: Int) throws(CasebookError) -> Entry? {
    let rows = try reading { () throws(StoreError) in
      let query = try statements["SELECT \(Casebook.entryColumns) FROM journal WHERE number = ?"]
      query.bind(1, number)
      return try query.rows { Entry($0) }
    }
    guard let row = rows.first else { return nil }
    guard let entry = row else { throw .damaged(entry: number) }
    return entry
  }

  /// The entries of a case, in order: the one that opened it, and those that followed.
  package func entries(of file: Casefile) throws(CasebookError) -> [Entry] {
    let numbers = try reading { () throws(StoreError) in
      let query = try statements["SELECT entry FROM case_entry WHERE casefile = ? ORDER BY entry"]
      query.bind(1, file.number)
      return try query.rows { $0.int(0) }
    }
    var entries: [Entry] = []
    for number in [file.openedEntry] + numbers {
      guard let entry = try entry(number) else { throw .damaged(entry: number) }
      entries.append(entry)
    }
    return entries
  }
}

extension Entry {
  /// Reads a row of the journal; `nil` where it is none.
  init?(_ row: Statement) {
    guard let day = Day(row.text(2)), let kind = EntryKind(rawValue: row.text(5)),
      let payload = Payload(canonical: Array(row.text(6).utf8))
    else { return nil }
    self.init(
      number: row.int(0), recordedAt: row.text(1), happenedOn: day, actor: row.text(3), role: row.text(4),
      kind: kind, payload: payload, engine: row.text(7), scheme: row.text(8))
  }
}

extension CasebookError {
  static func damaged(entry number: Int) -> CasebookError {
    .damaged(
      Wording(
        zh: "第 \(number) 号台账读不懂：请用 audit verify 查明",
        en: "entry \(number) of the journal makes no sense: audit verify tells where"))
  }
}

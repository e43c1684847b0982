import Casebook
import Journal
import Sealing
import Store

/// What stands in the file, read by a connection of its own and not by the library's queries.
struct Inspection {
  private let database: Database

  init(path: String) throws { database = try Database(path: path, .readOnly) }

  /// What of the file disagrees with the model; empty where nothing does.
  func disagreements(with model: PlainBook) throws -> [String] {
    var found: [String] = []
    let cases = try lines(
      """
      SELECT number || ' ' || household || ' ' || state || ' since ' || since || ' until ' || coalesce(until, '-')
        || ' resume ' || coalesce(resume, '-') || ' reason ' || coalesce(reason, '-') || ' counted ' || counted
        || ' payout ' || payout || ' amount ' || amount FROM casefile ORDER BY number
      """)
    found += differences(cases, model.cases.map(\.line), "case")
    let payments = try lines(
      """
      SELECT number || ' of ' || casefile || ': ' || amount || ' in ' || settlement || ' ' || state FROM payment
      ORDER BY number
      """)
    found += differences(payments, model.payments.map(\.line), "payment")
    let book = try lines(
      """
      SELECT 'contributed ' || contributed || ' owed ' || called || ' committed ' || committed || ' paid ' || paid
        || ' left ' || (contributed + called - committed - paid) || ' cases ' || cases || ' objections ' || objections
        || ' payments ' || payments || ' settlements ' || settlements || ' receivable '
        || ((SELECT coalesce(sum(p.amount), 0) FROM payment p JOIN reversal r ON r.casefile = p.casefile
          WHERE p.state = 'paid' AND r.money = 'claimed')
          - (SELECT coalesce(sum(repaid), 0) FROM reversal WHERE money = 'claimed')) FROM book
      """)
    found += differences(
      book,
      [
        "contributed \(model.contributed) owed \(model.owed) committed \(model.committed) paid \(model.paid) "
          + "left \(model.left) cases \(model.cases.count) objections \(model.objections.count) "
          + "payments \(model.payments.count) settlements \(model.settlements) receivable \(model.receivable)"
      ], "fund")
    let waiting = try lines(
      "SELECT casefile || ': ' || amount || ' since ' || entry FROM waiting ORDER BY entry")
    found += differences(
      waiting,
      model.waiting.sorted { $0.since < $1.since }.map { "\($0.casefile): \($0.amount) since \($0.since)" },
      "waiting")
    let proposals = try lines("SELECT entry || ' for ' || casefile FROM proposal ORDER BY entry")
    found += differences(
      proposals,
      model.proposed.sorted { $0.value < $1.value }.map { "\($0.value) for \($0.key)" }, "proposal")
    let years = try lines(
      """
      SELECT first_day || ' to ' || last_day || ' ' || (reopened_entry IS NULL) FROM closed_year
      WHERE entry IN (SELECT max(entry) FROM closed_year GROUP BY first_day) ORDER BY 1
      """)
    found += differences(
      years,
      model.years.values.sorted { $0.first < $1.first }.map {
        "\(PlainDay.text($0.first)) to \(PlainDay.text($0.last)) \($0.reopenedOn == nil ? 1 : 0)"
      }, "year")
    let actors = try lines(
      "SELECT name || ' ' || state || ' ' || coalesce(proposed_by, '-') FROM actor ORDER BY name")
    found += differences(
      actors,
      model.actors.sorted { $0.name < $1.name }.map { "\($0.name) \($0.enrolment) \($0.proposedBy ?? "-")" },
      "actor")
    let entries = try lines("SELECT count(*) || ' ' || max(number) FROM journal")
    return found + differences(entries, ["\(model.entries) \(model.entries)"], "journal")
  }

  /// What does not add up: cases and amounts by what became of them, and the fund. All but the declarations, which the walk
  /// counted as they were taken, is read from the file.
  func leaks(declared: (count: Int, amount: Int)) throws -> [String] {
    var found: [String] = []
    let ends = "CASE WHEN state IN ('paid', 'denied', 'withdrawn', 'reversed') THEN state ELSE 'open' END"
    let rows = try database.prepare("SELECT \(ends), count(*), sum(amount) FROM casefile GROUP BY 1")
      .rows { (row) throws(StoreError) in (row.text(0), row.int(1), row.int(2)) }
    let sum = rows.reduce((0, 0)) { ($0.0 + $1.1, $0.1 + $1.2) }
    if sum != declared { found.append("declared \(declared), but \(rows)") }
    let journal = try lines("SELECT count(*) FROM journal WHERE kind IN ('declare', 'screen')")
    if journal != ["\(declared.count)"] { found.append("declared \(declared.count), journal \(journal)") }
    // The fund's own sums, against promises and payments added up anew.
    let fund =
      try database.prepare(
        """
        SELECT contributed + called, committed, paid,
          (SELECT coalesce(sum(payout), 0) FROM casefile)
            - (SELECT coalesce(sum(amount), 0) FROM waiting)
            - (SELECT coalesce(sum(amount), 0) FROM payment WHERE state = 'paid')
            + (SELECT coalesce(sum(repaid), 0) FROM reversal),
          (SELECT coalesce(sum(amount), 0) FROM payment WHERE state = 'paid')
            - (SELECT coalesce(sum(repaid), 0) FROM reversal)
            + (SELECT coalesce(sum(payout), 0) FROM carried)
        FROM book
        """
      ).rows { (row) throws(StoreError) in (0..<5).map { row.int($0) } }.first ?? []
    guard fund.count == 5 else { return found + ["no fund"] }
    if fund[1] != fund[3] || fund[2] != fund[4] {
      found.append("the fund says other than its cases: \(fund)")
    }
    if fund[0] - fund[1] - fund[2] < 0 { found.append("less than nothing is left: \(fund)") }
    return found
  }

  /// What is wrong with the journal: its numbers, its tree, and the signature of every head.
  func faults(of book: Casebook) throws -> [String] {
    var found: [String] = []
    let state = try book.currentState()
    let hasher = Sealing.Hasher(state.algorithm)
    let keys = Dictionary(
      uniqueKeysWithValues: try book.actors().map { ($0.publicKey.fingerprint.hex, $0.publicKey) })
    var heads = try database.prepare(
      "SELECT size, root, recorded_at, actor, key, signature FROM head ORDER BY size DESC"
    ).rows { (row) throws(StoreError) in
      (row.int(0), row.text(1), row.text(2), row.text(3), row.text(4), row.blob(5))
    }
    if heads.first?.0 != state.entries { found.append("the last head does not cover the last entry") }
    var (tree, expected, before) = (MerkleTree(), 1, "")
    try book.entries { (entry) throws(CasebookError) in
      if entry.number != expected { found.append("entry \(entry.number) stands where \(expected) should") }
      if entry.recordedAt < before {
        found.append("entry \(entry.number) was recorded before the one before")
      }
      (expected, before) = (entry.number + 1, entry.recordedAt)
      tree.append(leaf: unsafe entry.leafBytes.withUnsafeBytes { unsafe hasher.leaf($0) }, hasher)
      guard let head = heads.last, head.0 == entry.number else { return }
      heads.removeLast()
      let root = tree.root(hasher)
      let message = Head.message(
        book: state.id, algorithm: state.algorithm, size: head.0, root: root, recordedAt: head.2,
        actor: head.3)
      let isSigned = keys[head.4]?.verify(head.5, of: message) ?? false
      if root.hex != head.1 || !isSigned { found.append("head \(head.0) does not verify") }
    }
    return heads.isEmpty ? found : found + ["\(heads.count) heads have no entry"]
  }

  private func lines(_ sql: String) throws -> [String] {
    try database.prepare(sql).rows { (row) throws(StoreError) in row.text(0) }
  }

  private func differences(_ file: [String], _ model: [String], _ what: String) -> [String] {
    guard file != model else { return [] }
    let rows = zip(file, model).filter { $0 != $1 }.prefix(3).map { "\(what): file \($0) | model \($1)" }
    return rows + (file.count == model.count ? [] : ["\(what): \(file.count) rows, model \(model.count)"])
  }
}

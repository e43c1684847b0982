package import Casebook
import Store

/// What holds of a casebook's file after every step, told in SQL: what counts the rows that break it.
package struct BookInvariant: Sendable {
  /// What does not hold, where something breaks it.
  package let what: String
  fileprivate let sql: String

  private init(_ what: String, _ sql: String) {
    self.what = what
    self.sql = sql
  }

  /// A number that was given to each of a table's rows, from one on.
  private static func numbered(_ table: String, _ last: String) -> BookInvariant {
    BookInvariant(
      "the numbers in \(table) run from one to the last",
      "SELECT count(*) FROM (SELECT count(*) n, coalesce(max(number), 0) m FROM \(table)), book WHERE n <> m OR n <> \(last)"
    )
  }

  /// What of a case is in an account and has not come back since.
  private static let paid = """
    (SELECT coalesce(sum(amount), 0) - coalesce((SELECT repaid FROM reversal r WHERE r.casefile = c.number), 0)
      FROM payment p WHERE p.casefile = c.number AND p.state = 'paid')
    """

  /// What of it is on its way there.
  private static let sent =
    "(SELECT coalesce(sum(amount), 0) FROM payment p WHERE p.casefile = c.number AND p.state = 'sent')"

  /// What of a case waits for the fund.
  private static let waiting = "(SELECT coalesce(sum(amount), 0) FROM waiting w WHERE w.casefile = c.number)"

  package static let all = [
    numbered("casefile", "cases"), numbered("objection", "objections"), numbered("payment", "payments"),
    numbered("recorded_personal", "personal"),
    BookInvariant(
      "the last settlement is a payment's",
      "SELECT count(*) FROM book WHERE settlements <> (SELECT coalesce(max(settlement), 0) FROM payment)"),
    BookInvariant(
      "the fund has promised what its cases are promised and have not yet",
      """
      SELECT count(*) FROM book WHERE committed <> (SELECT coalesce(sum(payout - \(paid) - \(waiting)), 0) FROM casefile c)
      """),
    BookInvariant(
      "what waits for the fund is owed to its case, and all that is owed to one that only waits",
      """
      SELECT count(*) FROM casefile c WHERE payout - \(paid) < \(waiting)
        OR state = 'exhausted' AND payout - \(paid) <> \(waiting)
        OR state NOT IN ('approved', 'settled', 'returned', 'exhausted') AND \(waiting) > 0
      """),
    BookInvariant(
      "a sum that waits does so since an entry that speaks of its case",
      """
      SELECT count(*) FROM waiting w LEFT JOIN casefile c ON c.number = w.casefile
      WHERE w.amount <= 0 OR w.entry IS NOT c.decided_entry
        AND NOT EXISTS (SELECT 1 FROM case_entry e WHERE e.casefile = w.casefile AND e.entry = w.entry)
      """),
    BookInvariant(
      "the fund has paid what stands in accounts",
      """
      SELECT count(*) FROM book WHERE paid <> (SELECT coalesce(sum(amount), 0) FROM payment WHERE state = 'paid')
        - (SELECT coalesce(sum(repaid), 0) FROM reversal) + (SELECT coalesce(sum(payout), 0) FROM carried)
      """),
    BookInvariant(
      "the fund pays and promises no more than came in",
      "SELECT count(*) FROM book WHERE contributed + called - committed - paid < 0 OR called < 0"),
    BookInvariant(
      "a case is paid no more than its payout, and one that is paid no less",
      """
      SELECT count(*) FROM casefile c
      WHERE payout < \(paid) OR state = 'paid' AND payout <> \(paid)
      """),
    BookInvariant(
      "of a case that was reversed what was sent is out until it has come back, and it was said where it is",
      """
      SELECT count(*) FROM casefile c LEFT JOIN reversal r ON r.casefile = c.number
      WHERE (state = 'reversed') <> (r.money IS NOT NULL) OR r.repaid < 0 OR \(paid) < 0
        OR state = 'reversed' AND (payout <> \(paid) + \(sent) OR counted = 1
          OR payout > 0 AND r.money = 'not-sent')
      """),
    BookInvariant(
      "a settled case has one payment on its way, and no other case has any",
      """
      SELECT count(*) FROM casefile c WHERE state <> 'reversed' AND (state = 'settled')
        <> (SELECT count(*) FROM payment p WHERE p.casefile = c.number AND p.state = 'sent')
      """),
    BookInvariant(
      "money is promised for what is approved, and for nothing else",
      """
      SELECT count(*) FROM casefile
      WHERE payout < 0 OR state <> 'reversed'
        AND (payout > 0) <> (state IN ('approved', 'exhausted', 'settled', 'returned', 'paid'))
      """),
    BookInvariant(
      "a case that counts was decided, under a benefit and in a policy year",
      """
      SELECT count(*) FROM casefile c WHERE payout > 0 AND counted = 0 AND state <> 'reversed' OR counted = 1 AND
        (decided_entry IS NULL OR (benefit IS NULL OR policy_year IS NULL OR accumulator IS NULL)
          AND NOT EXISTS (SELECT 1 FROM case_bill b WHERE b.casefile = c.number AND b.counted = 1))
      """),
    BookInvariant(
      "a bill that counts was decided under a benefit and in a policy year, and is part of its accumulator",
      """
      SELECT count(*) FROM case_bill WHERE payout > 0 AND counted = 0 OR counted = 1 AND
        (benefit IS NULL OR policy_year IS NULL OR accumulator IS NULL OR accumulator < amount
          OR payout > accumulator)
      """),
    BookInvariant(
      "a screened case that counts is paid what its bills are paid, and has no account of its own",
      """
      SELECT count(*) FROM casefile c WHERE counted = 1 AND way = 'screen' AND (benefit IS NOT NULL
        OR payout <> (SELECT sum(b.payout) FROM case_bill b WHERE b.casefile = c.number))
      """),
    BookInvariant(
      "a case that counts is part of its accumulator, and is paid no more than that",
      "SELECT count(*) FROM casefile WHERE counted = 1 AND (accumulator < amount OR payout > accumulator)"),
    BookInvariant(
      "a case is opened by an entry, and decided by a later one or by the same",
      """
      SELECT count(*) FROM casefile c LEFT JOIN journal j ON j.number = c.opened_entry
      WHERE j.kind IS NOT c.way OR c.decided_entry < c.opened_entry
      """),
    BookInvariant(
      "a fact is known from the day on which its entry happened",
      """
      SELECT count(*) FROM household_fact f LEFT JOIN journal j ON j.number = f.entry
      WHERE j.happened_on IS NOT f.known_on
      """),
    BookInvariant(
      "a household has members, and no fewer assets than none",
      "SELECT count(*) FROM household_fact WHERE members < 1 OR dwellings < 0 OR businesses < 0 OR vehicles < 0"
    ),
    BookInvariant(
      "a bill is in a case of its own household",
      """
      SELECT count(*) FROM bill b LEFT JOIN casefile c ON c.number = b.casefile
      WHERE b.casefile IS NOT NULL AND c.household IS NOT b.household
      """),
    BookInvariant(
      "a case that was taken back has no bill",
      """
      SELECT count(*) FROM bill b JOIN casefile c ON c.number = b.casefile
      WHERE c.state IN ('withdrawn', 'reversed')
      """),
    BookInvariant(
      "entries are recorded one after another, each by an actor",
      """
      SELECT count(*) FROM journal j LEFT JOIN journal b ON b.number = j.number - 1
      LEFT JOIN actor a ON a.name = j.actor
      WHERE a.name IS NULL OR (j.number > 1 AND (b.number IS NULL OR b.recorded_at > j.recorded_at))
      """),
  ]
}

extension Casebook {
  /// What does not hold of the casebook's file and state; empty where all does.
  package func _checkInvariants() throws -> [String] {
    let database = try Database(path: path, .readOnly)
    let broken = try BookInvariant.all.filter { invariant in
      try database.prepare(invariant.sql).rows { (row) throws(StoreError) in row.int(0) } != [0]
    }
    try database.close()
    return try currentState()._checkInvariants() + broken.map(\.what)
  }
}

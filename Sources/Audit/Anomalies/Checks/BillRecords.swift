import Casebook
import Journal
import Store
import Units

/// The departments' bills: one number under two perils, or one cost under two numbers.
enum BillRecords {
  private struct Bill {
    let peril: String
    let record: String
    let household: String
    let person: String?
    let day: String
    let amount: Yuan
    let casefile: Int?
    let entry: Int

    init(_ row: Statement) {
      peril = row.text(0)
      record = row.text(1)
      household = row.text(2)
      person = row.optionalText(3)
      day = row.text(4)
      amount = Yuan(fen: row.int64(5))
      casefile = row.optionalInt64(6).map { Int($0) }
      entry = row.int(7)
    }
  }

  private static let columns = "peril, record, household, person, happened_on, amount, casefile, entry"

  /// - Parameter reported: the pairs of cases that need not be told of again.
  static func look(_ desk: AnomalyDesk, _ reported: inout Set<[Int]>) throws(CasebookError) {
    try oneNumber(desk, &reported)
    try oneCost(desk, &reported)
  }

  /// Departments number for themselves: the same number alone says nothing, with the household or the cost it does.
  private static func oneNumber(_ desk: AnomalyDesk, _ reported: inout Set<[Int]>) throws(CasebookError) {
    var bills: [Bill] = []
    try desk.book.look(
      """
      SELECT \(columns) FROM bill WHERE record IN (SELECT record FROM bill GROUP BY record HAVING count(*) > 1)
      ORDER BY record, peril
      """
    ) { (row) throws(CasebookError) in bills.append(Bill(row)) }
    for (i, a) in bills.enumerated() {
      for b in bills[(i + 1)...].prefix(while: { $0.record == a.record }) {
        guard a.household == b.household || (a.day == b.day && a.amount == b.amount) else { continue }
        let names = [a, b].map { desk.book.scheme.name(ofPeril: $0.peril) }
        report(
          a, b,
          Wording(
            zh:
              "编号「\(a.record)」既是「\(names[0].zh)」（户 \(a.household)，\(a.day)，\(a.amount.grouped) 元）又是「\(names[1].zh)」"
              + "（户 \(b.household)，\(b.day)，\(b.amount.grouped) 元）",
            en: "the number '\(a.record)' stands under \(names[0].en) (household \(a.household), \(a.day), "
              + "\(a.amount.grouped)) and under \(names[1].en) (household \(b.household), \(b.day), \(b.amount.grouped))"
          ),
          strength: a.day == b.day && a.amount == b.amount ? 90 : 60, desk, &reported)
      }
    }
  }

  /// One cost of a household on one day under two numbers, both in cases.
  private static func oneCost(_ desk: AnomalyDesk, _ reported: inout Set<[Int]>) throws(CasebookError) {
    var bills: [Bill] = []
    try desk.book.look(
      """
      SELECT \(columns) FROM bill WHERE amount > 0 AND (household, peril, happened_on, amount) IN
        (SELECT household, peril, happened_on, amount FROM bill GROUP BY 1, 2, 3, 4 HAVING count(*) > 1)
      ORDER BY household, peril, happened_on, amount, record
      """
    ) { (row) throws(CasebookError) in bills.append(Bill(row)) }
    for (a, b) in zip(bills, bills.dropFirst()) {
      guard a.household == b.household, a.peril == b.peril, a.day == b.day, a.amount == b.amount else {
        continue
      }
      if let one = a.person, let other = b.person, one != other { continue }
      guard a.casefile != nil || b.casefile != nil else { continue }
      report(
        a, b,
        Wording(
          zh: "户 \(a.household) 的单据 \(a.record) 与 \(b.record) 同日（\(a.day)）同额（\(a.amount.grouped) 元）",
          en:
            "bills \(a.record) and \(b.record) of household \(a.household) have the same day (\(a.day)) and amount "
            + "(\(a.amount.grouped))"),
        strength: 75, desk, &reported)
    }
  }

  private static func report(
    _ a: Bill, _ b: Bill, _ what: Wording, strength: Int, _ desk: AnomalyDesk, _ reported: inout Set<[Int]>
  ) {
    let cases = [a.casefile, b.casefile].compactMap { $0 }
    reported.insert(cases.sorted())
    let payouts = Set(cases).compactMap { desk.load.index(of: $0) }.map { desk.load.rows[$0].payout }
    desk.find(
      Anomaly(
        .billTwice, what: what, stake: min(payouts.min() ?? .zero, a.amount), strength: strength,
        cases: cases,
        households: [a.household, b.household], entries: [a.entry, b.entry]))
  }
}

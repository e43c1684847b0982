import Casebook
import Journal
import Units

/// The departments' bills: one number under two perils, or one cost under two numbers.
enum BillRecords {
  /// - Parameter reported: the pairs of cases that need not be told of again.
  static func look(_ desk: AnomalyDesk, _ reported: inout Set<[Int]>) throws(CasebookError) {
    try oneNumber(desk, &reported)
    try oneCost(desk, &reported)
  }

  /// Departments number for themselves: the same number alone says nothing, with the household or the cost it does.
  private static func oneNumber(_ desk: AnomalyDesk, _ reported: inout Set<[Int]>) throws(CasebookError) {
    let bills = try desk.book.billsWithOneNumber()
    for (i, a) in bills.enumerated() {
      for b in bills[(i + 1)...].prefix(while: { $0.record == a.record }) {
        guard a.household == b.household || (a.day == b.day && a.amount == b.amount) else { continue }
        let names = [a, b].map { desk.book.scheme.name(ofPeril: $0.peril) }
        report(
          a, b,
          Wording(
            zh:
              "编号“\(a.record)”既是“\(names[0].zh)”（户 \(a.household)，\(a.day)，\(a.amount.grouped) 元）又是“\(names[1].zh)”"
              + "（户 \(b.household)，\(b.day)，\(b.amount.grouped) 元）",
            en:
              "the number '\(a.record)' is listed under \(names[0].en) (household \(a.household), \(a.day), "
              + "\(a.amount.grouped)) and under \(names[1].en) (household \(b.household), \(b.day), \(b.amount.grouped))"
          ),
          strength: a.day == b.day && a.amount == b.amount ? 90 : 60, desk, &reported)
      }
    }
  }

  /// One cost of a household on one day under two numbers, both in cases.
  private static func oneCost(_ desk: AnomalyDesk, _ reported: inout Set<[Int]>) throws(CasebookError) {
    let bills = try desk.book.billsOfOneCost()
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
    _ a: RecordedBill, _ b: RecordedBill, _ what: Wording, strength: Int, _ desk: AnomalyDesk,
    _ reported: inout Set<[Int]>
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

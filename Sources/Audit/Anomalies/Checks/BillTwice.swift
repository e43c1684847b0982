import Casebook
import Journal
import Units

/// The same bill or hospital stay twice: in the departments' bills, or in two cases.
enum BillTwice: AnomalyCheck {
  static let code = AnomalyCode.billTwice

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    var reported: Set<[Int]> = []
    try BillRecords.look(desk, &reported)
    sameDayAndAmount(desk, &reported)
    try declaredAndScreened(desk, &reported)
  }

  // MARK: Two cases

  /// Cases of one household, or of one person, with the same day and amount.
  private static func sameDayAndAmount(_ desk: AnomalyDesk, _ reported: inout Set<[Int]>) {
    let rows = desk.load.rows
    let inForce = rows.indices.filter { isInForce(rows[$0]) }
    func key(_ row: Caseload.Case, byPerson: Bool) -> SameCost {
      SameCost(subject: byPerson ? row.person : row.household, day: row.day, amount: row.amount)
    }
    for byPerson in [false, true] {
      var first: [SameCost: Int] = [:]
      first.reserveCapacity(inForce.count)
      for index in inForce where !byPerson || rows[index].person >= 0 {
        let key = key(rows[index], byPerson: byPerson)
        guard let before = first[key] else {
          first[key] = index
          continue
        }
        report(before, index, desk, &reported)
      }
    }
  }

  private struct SameCost: Hashable {
    let subject: Int32
    let day: Day
    let amount: Yuan
  }

  /// Withdrawn, reversed or refused as a twin it does no harm; undecided it still may.
  private static func isInForce(_ row: Caseload.Case) -> Bool {
    guard row.state != .withdrawn, row.state != .reversed, !row.isRefusedTwin else { return false }
    return row.isCounted || row.state.isOpen
  }

  /// Two members of a household with one round price on one day are as a rule two members.
  private static func isTwoMembers(_ a: Caseload.Case, _ b: Caseload.Case) -> Bool {
    a.household == b.household && a.person >= 0 && b.person >= 0 && a.person != b.person
      && a.amount.fen % roundPrice == 0
  }

  /// A price in whole hundreds of yuan is asked of many.
  private static let roundPrice: Int64 = 10_000

  private static func report(_ i: Int, _ j: Int, _ desk: AnomalyDesk, _ reported: inout Set<[Int]>) {
    let (a, b) = (desk.load.rows[i], desk.load.rows[j])
    guard !isTwoMembers(a, b), reported.insert([a.number, b.number]).inserted else { return }
    let perils = [a, b].map { desk.load.perils[$0.peril] }.map(desk.book.scheme.name(ofPeril:))
    let otherPeril = a.peril != b.peril
    let otherHousehold = a.household != b.household
    let otherMember = a.person >= 0 && b.person >= 0 && a.person != b.person
    let whose =
      otherHousehold
      ? Wording(
        zh: "同一人在户 \(desk.household(a)) 和户 \(desk.household(b))",
        en: "one person in households \(desk.household(a)) and \(desk.household(b))")
      : Wording(zh: "户 \(desk.household(a))", en: "household \(desk.household(a))")
    let under =
      otherPeril
      ? Wording(zh: "分属“\(perils[0].zh)”和“\(perils[1].zh)”", en: "under \(perils[0].en) and \(perils[1].en)")
      : Wording(zh: "同为“\(perils[0].zh)”", en: "both under \(perils[0].en)")
    desk.find(
      Anomaly(
        code,
        what: Wording(
          zh:
            "\(whose.zh) 的案件 \(a.number) 与 \(b.number) 同日（\(a.day)）同额（\(a.amount.grouped) 元），\(under.zh)；后一件赔付 "
            + "\(max(a, b).payout.grouped) 元",
          en: "cases \(a.number) and \(b.number) of \(whose.en) have the same day (\(a.day)) and amount "
            + "(\(a.amount.grouped)), \(under.en); the later one pays \(max(a, b).payout.grouped)"),
        stake: max(a, b).payout, strength: otherMember ? 40 : 80, cases: [a.number, b.number],
        households: [desk.household(a), desk.household(b)], entries: [a.opened, b.opened]))
  }

  /// Of two cases the one decided later.
  private static func max(_ a: Caseload.Case, _ b: Caseload.Case) -> Caseload.Case {
    (a.decided, a.number) > (b.decided, b.number) ? a : b
  }

  // MARK: A stay that was declared, and screened too

  private static func declaredAndScreened(_ desk: AnomalyDesk, _ reported: inout Set<[Int]>)
    throws(CasebookError)
  {
    var bills:
      [(household: Int32, peril: String, day: Day, amount: Yuan, person: String?, case: Int, entry: Int)] = []
    try desk.book.eachBillInCase { bill in
      guard let household = desk.load.households.known(bill.household), let day = Day(bill.day),
        let number = bill.casefile
      else { return }
      bills.append((household, bill.peril, day, bill.amount, bill.person, number, bill.entry))
    }
    for bill in bills.sorted(by: { ($0.case, $0.entry) < ($1.case, $1.entry) }) {
      for index in desk.load.rows(of: bill.household) {
        let row = desk.load.rows[index]
        guard row.way != .screen, row.day == bill.day, desk.load.perils[row.peril] == bill.peril,
          isInForce(row),
          isNear(row.amount, bill.amount, desk.limits[.stayTolerance])
        else { continue }
        if row.person >= 0, let person = bill.person, desk.load.persons[row.person] != person { continue }
        guard let other = desk.load.index(of: bill.case), isInForce(desk.load.rows[other]) else { continue }
        let numbers = [min(row.number, bill.case), Swift.max(row.number, bill.case)]
        guard reported.insert(numbers).inserted else { continue }
        let later = max(row, desk.load.rows[other])
        desk.find(
          Anomaly(
            code,
            what: Wording(
              zh:
                "户 \(desk.household(row)) 申报的案件 \(row.number)（\(row.day)，\(row.amount.grouped) 元）与筛查案件 \(bill.case) "
                + "所含单据（同日，\(bill.amount.grouped) 元）像是同一次；后一件赔付 \(later.payout.grouped) 元",
              en:
                "case \(row.number) that household \(desk.household(row)) declared (\(row.day), \(row.amount.grouped)) looks "
                + "like a bill in the screened case \(bill.case) (the same day, \(bill.amount.grouped)); the later one pays "
                + "\(later.payout.grouped)"),
            stake: later.payout, strength: row.amount == bill.amount ? 85 : 70, cases: numbers,
            households: [desk.household(row)], entries: [row.opened, bill.entry]))
      }
    }
  }

  /// Whether two costs are alike, within some percent of the larger.
  private static func isNear(_ a: Yuan, _ b: Yuan, _ percent: Int) -> Bool {
    abs(a.fen - b.fen) * 100 <= Swift.max(a.fen, b.fen) * Int64(percent)
  }
}

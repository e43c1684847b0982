import Casebook
import Claims
import Rules
import Units

/// Accounts that were paid more, claim by claim, than one claim of the sum would have been: possible only where the
/// staircase falls at an edge, since nothing is clawed back.
enum SplitOverEdge: AnomalyCheck {
  static let code = AnomalyCode.splitOverEdge

  static func look(_ desk: AnomalyDesk) throws(CasebookError) {
    let scheme = desk.book.scheme
    let falling = scheme.benefits.indices.filter { falls(scheme.benefits[$0]) }
    guard !falling.isEmpty else { return }
    var plans: [Int32: Plan] = [:]
    for index in falling {
      guard let place = desk.load.benefits.known(scheme.benefits[index].id) else { continue }
      plans[place] = desk.book.adjudicator.plans[index]
    }
    var apart = 0
    var otherScheme = 0
    let found = desk.load.accounts(under: scheme).values.filter { rows in
      // Where the group changed in mid-year, no one staircase says what one claim would have paid.
      // Nor did a household split what one screening found.
      guard Set(rows.map { desk.load.costs[$0].number }).count > 1,
        Set(rows.map { desk.load.costs[$0].benefit }).count == 1,
        let plan = plans[desk.load.costs[rows[0]].benefit]
      else { return false }
      return gain(rows, plan, desk) >= Yuan(fen: Int64(desk.limits[.splitGain]) * 100)
    }
    for rows in found.sorted(by: { $0[0] < $1[0] }) {
      guard let plan = plans[desk.load.costs[rows[0]].benefit] else { continue }
      if try !isUnderScheme(rows, desk) {
        otherScheme += 1
      } else if isClose(rows, desk) {
        report(rows, plan, desk)
      } else {
        apart += 1
      }
    }
    noteRest(apart, otherScheme, desk)
  }

  /// Whether more cost can bring less: asked at the edges, between which the benefit never falls.
  private static func falls(_ benefit: Benefit) -> Bool {
    guard let curve = BenefitCurve(benefit) else { return false }
    return curve.staircase.bands.dropFirst().contains { band in
      let first = band.first + (curve.pays == .excess ? curve.warningLine : .zero)
      return curve.benefit(onCost: first) < curve.benefit(onCost: Yuan(fen: first.fen - 1))
    }
  }

  private static func sums(_ rows: [Int], _ desk: AnomalyDesk) -> (cost: Yuan, paid: Yuan) {
    rows.reduce((Yuan.zero, Yuan.zero)) { sums, index in
      (sums.0 + desk.load.costs[index].amount, sums.1 + desk.load.costs[index].payout)
    }
  }

  /// What the claims brought beyond one claim of their sum. A cap changes nothing: nobody is paid more than it.
  private static func gain(_ rows: [Int], _ plan: Plan, _ desk: AnomalyDesk) -> Yuan {
    let (cost, paid) = sums(rows, desk)
    return paid - whole(cost, plan)
  }

  private static func whole(_ cost: Yuan, _ plan: Plan) -> Yuan {
    cost > plan.warningLine ? plan.staircase.benefit(on: plan.remaining(cost)) : .zero
  }

  /// The gain is reckoned by the scheme in force: what was decided under another is not.
  private static func isUnderScheme(_ rows: [Int], _ desk: AnomalyDesk) throws(CasebookError) -> Bool {
    for index in rows {
      let scheme = try desk.book.scheme(ofEntry: desk.load.costs[index].decided)
      if let scheme, scheme != desk.book.scheme.digest { return false }
    }
    return true
  }

  /// Whether the claim that crossed the edge came soon after the one before: one stay rather than two.
  private static func isClose(_ rows: [Int], _ desk: AnomalyDesk) -> Bool {
    let days = rows.map { desk.load.costs[$0].day }.sorted()
    return zip(days, days.dropFirst()).contains { $1 - $0 <= desk.limits[.splitDays] }
  }

  private static func report(_ rows: [Int], _ plan: Plan, _ desk: AnomalyDesk) {
    let cases = rows.map { desk.load.costs[$0] }
    let (cost, paid) = sums(rows, desk)
    let gain = paid - whole(cost, plan)
    let days = cases.map(\.day).sorted()
    let span = (days.last ?? cases[0].day) - days[0]
    let household = desk.load.households[cases[0].household]
    let parts = Listing.of(cases.map { $0.amount.grouped })
    desk.find(
      Anomaly(
        code,
        what: Wording(
          zh: "户 \(household) 在 \(span) 天内分 \(cases.count) 次申请（\(parts.zh) 元），共得 \(paid.grouped) 元；一次申请 "
            + "\(cost.grouped) 元只得 \(whole(cost, plan).grouped) 元，多得 \(gain.grouped) 元",
          en:
            "household \(household) claimed \(cases.count) times within \(span.counted("day")) "
            + "(\(parts.en)) and got \(paid.grouped); one "
            + "claim of \(cost.grouped) would pay \(whole(cost, plan).grouped): a gain of \(gain.grouped)"),
        stake: gain, strength: span <= desk.limits[.splitDays] / 3 ? 80 : 60,
        cases: Set(cases.map(\.number)).sorted(),
        households: [household], entries: cases.map(\.decided)))
  }

  private static func noteRest(_ apart: Int, _ otherScheme: Int, _ desk: AnomalyDesk) {
    if apart > 0 {
      desk.note(
        Wording(
          zh: "\(code.rawValue)：另有 \(apart) 个账户（一户或一人的一个保障年度）也因分次申请而多得，但各次相隔超过 \(desk.limits[.splitDays]) 天，"
            + "像是先后发生，未列",
          en:
            "\(code.rawValue): more accounts that gained by several claims: \(apart), the claims more than "
            + "\(desk.limits[.splitDays]) days apart, as if the costs arose one after another; not listed"))
    }
    if otherScheme > 0 {
      desk.note(
        Wording(
          zh: "\(code.rawValue)：\(otherScheme) 个账户有按别的方案作出的决定，没有核算",
          en:
            "\(code.rawValue): accounts with decisions under another scheme, not checked: \(otherScheme)"
        ))
    }
  }
}

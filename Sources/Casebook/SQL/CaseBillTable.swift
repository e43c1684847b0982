import Journal
import Units

/// The columns of the bills of screened cases as they were decided: each on its own day, and in its own account.
enum CaseBillColumn: String, TableColumn {
  static let table = "case_bill"

  case casefile, place, record, person
  case incurredOn = "incurred_on"
  case amount, counted, benefit
  case policyYear = "policy_year"
  case accumulator, payout

  static let insertion = Change<Self>.insert()
  static let deletion = Change<Self>.delete(where: .casefile)
  /// A bill is decided again; what is not stated stays.
  static let decidedAgain = Change<Self>.update(
    [.payout, .counted, .benefit, .policyYear, .accumulator],
    fixed: [
      .payout: "\(payout) + \(payout.parameter)", .benefit: benefit.orAsItIs,
      .policyYear: policyYear.orAsItIs, .accumulator: accumulator.orAsItIs,
    ], where: .casefile, .place)

  /// What of a bill that counts no longer is out of the fund.
  static let leaving = Change<Self>.update([.payout], where: .casefile, .place)

  fileprivate static let ofCase = Question<Self>(
    [.place, .counted, .benefit, .payout, .accumulator],
    "FROM case_bill WHERE \(casefile.given) ORDER BY place")

  private var orAsItIs: String { "coalesce(\(parameter), \(self))" }
}

extension Casebook {
  /// What each bill of a decided case is paid by now, supplements with it, whether it counts, or ever did, and its accumulator:
  /// in the order in which they were decided.
  func billPayouts(
    of number: Int
  ) throws(CasebookError) -> [(isCounted: Bool, hasCounted: Bool, payout: Yuan, accumulator: Yuan?)] {
    try rows(CaseBillColumn.ofCase) {
      $0(CaseBillColumn.casefile, number)
    } read: {
      (
        $0.flag(.counted), $0.optionalText(.benefit) != nil, $0.money(.payout),
        $0.optionalMoney(.accumulator)
      )
    }
  }
}

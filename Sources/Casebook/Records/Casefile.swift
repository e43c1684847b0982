package import Journal
import Rules
package import Units

/// A case as the casebook has it now.
package struct Casefile: Hashable, Sendable {
  /// From 1, in the order of opening.
  package let number: Int
  /// The claim's id: the one in the file it came in, or `case-17`.
  package let claimID: String
  package let household: String
  package let person: String?
  /// Words of the scheme.
  package let peril: String
  package let cause: String?
  package let incurredOn: Day
  /// The cost left to the household.
  package let amount: Yuan
  package let compensated: Bool?
  /// How it came in: the kind of the entry that opened it.
  package let way: EntryKind
  /// The row of personal data with the account to pay to.
  package let personal: Int?
  package let state: CaseState
  /// The day of the last step.
  package let since: Day
  /// The last day of public notice, or the day by which the next step is due.
  package let until: Day?
  /// The state to which a pended case returns.
  package let resume: CaseState?
  /// Why: the reason code of a decision, or what was said when it was pended, withdrawn or reversed.
  package let reason: String?
  /// Whether its amount is in the accumulator.
  package let isCounted: Bool
  package let benefit: String?
  package let accumulator: Yuan?
  /// All that it is to be paid.
  package let payout: Yuan
  /// The last payment made for it.
  package let payment: Int?
  package let openedEntry: Int
  package let decidedEntry: Int?
  /// The role that approved it.
  package let approvedAs: Role?
  /// The entry that names the facts it is decided on: the decision, or one that decided it again by what was known since.
  package let factsEntry: Int?
}

extension Casefile {
  /// The claim id of a case that came in without one.
  package static func ownClaimID(_ number: Int) -> String { "\(ownMark)\(number)" }

  /// Whether an id is one of those that the casebook gives itself.
  static func isOwnClaimID(_ id: String) -> Bool { id.hasPrefix(ownMark) }

  private static let ownMark = "case-"
}

extension Casefile {
  /// The days whose cases count with it: those of the policy year in which a scheme has its event.
  func yearDays(under scheme: Scheme) -> ClosedRange<Day> {
    PolicyYear.days(around: incurredOn, scheme.policyYearStart)
  }
}

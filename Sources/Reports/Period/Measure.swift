import Units

/// The parts of a report, in their order.
package enum Section: String, CaseIterable, Sendable {
  case fund, course, payouts, intake, cases, steps, attention, objections, corrections, decisions, register,
    staircase
}

/// What a report counts.
package enum Measure: CaseIterable, Sendable {
  // The fund at the period's end, and what came in within it.
  case contributed, called, owed, promised, paid, left, receivable, used, contributedIn, calledIn, waiting,
    waitingAmount
  case forecastPromised, forecastLeft, forecastDays
  // The fund at the end of each month of the policy year.
  case courseIn, coursePromised, coursePaid
  // What was promised and paid within the period.
  case promisedIn, paidIn, payments, householdsPromised, householdsPaid
  case promisedByPeril, paidByPeril, promisedByGroup, paidByGroup
  case promisedByTownship, paidByTownship, householdsPaidByTownship
  // What was opened within the period.
  case opened, openedAmount, openedByWay, openedAmountByWay, openedByPeril, openedAmountByPeril
  // Where all cases stand at the period's end.
  case declared, open, paidCases, denied, withdrawn
  case declaredAmount, openAmount, paidAmount, deniedAmount, withdrawnAmount, byState, amountByState
  // How far the cases opened in the period have come, what was done in it, and how long it took.
  case reached, batchReached, done, timed, median, ninetieth
  // What needs somebody at the period's end.
  case overdue, overdueAmount, overdueLongest, noticeOver, objectionsOpen, waitingByStep, longestByStep
  case raised, upheld, dismissed
  case reversals, takenBack, redecisions, released, supplements, supplementAmount, takenUp, takenUpAmount
  case returned, returnedAmount, pended, withdrawals
  // What was decided within the period.
  case decided, claimed, awarded, byOutcome, claimedByOutcome, awardedByOutcome
  case byReason, claimedByReason, awardedByReason
  // Who is covered at the period's end.
  case registered, covered, notProtected, groupUnknown, people, membersUnknown
  case householdsByGroup, peopleByGroup, unknownByGroup
  case householdsByTownship, peopleByTownship, unknownByTownship
  // The accounts of the policy year, by their accumulated cost.
  case accounts, accumulated, benefit

  /// The part of the report it belongs to.
  package var section: Section { place.section }
  /// What it is counted in.
  package var unit: Unit { place.unit }
  /// The word in CSV and JSON, within its section.
  package var word: String { place.word }
  /// Section and word: `payouts.paid_by_peril`.
  package var row: String { "\(section.rawValue).\(word)" }

  private var place: (section: Section, word: String, unit: Unit) {
    fundPlace ?? casePlace ?? attentionPlace ?? decisionPlace ?? registerPlace
  }

  private var fundPlace: (section: Section, word: String, unit: Unit)? {
    switch self {
    case .contributed: (.fund, "contributed", .yuan)
    case .called: (.fund, "called", .yuan)
    case .owed: (.fund, "owed", .yuan)
    case .promised: (.fund, "promised", .yuan)
    case .paid: (.fund, "paid", .yuan)
    case .left: (.fund, "left", .yuan)
    case .receivable: (.fund, "receivable", .yuan)
    case .used: (.fund, "used", .percent)
    case .contributedIn: (.fund, "contributed_in_period", .yuan)
    case .calledIn: (.fund, "called_in_period", .yuan)
    case .waiting: (.fund, "waiting", .cases)
    case .waitingAmount: (.fund, "waiting_amount", .yuan)
    case .forecastPromised: (.fund, "forecast_promised", .yuan)
    case .forecastLeft: (.fund, "forecast_left", .yuan)
    case .forecastDays: (.fund, "forecast_days", .days)
    case .courseIn: (.course, "came_in", .yuan)
    case .coursePromised: (.course, "promised_or_paid", .yuan)
    case .coursePaid: (.course, "paid", .yuan)
    case .promisedIn: (.payouts, "promised", .yuan)
    case .paidIn: (.payouts, "paid", .yuan)
    case .payments: (.payouts, "payments", .entries)
    case .householdsPromised: (.payouts, "households_promised", .households)
    case .householdsPaid: (.payouts, "households_paid", .households)
    case .promisedByPeril: (.payouts, "promised_by_peril", .yuan)
    case .paidByPeril: (.payouts, "paid_by_peril", .yuan)
    case .promisedByGroup: (.payouts, "promised_by_group", .yuan)
    case .paidByGroup: (.payouts, "paid_by_group", .yuan)
    case .promisedByTownship: (.payouts, "promised_by_township", .yuan)
    case .paidByTownship: (.payouts, "paid_by_township", .yuan)
    case .householdsPaidByTownship: (.payouts, "households_paid_by_township", .households)
    default: nil
    }
  }

  private var casePlace: (section: Section, word: String, unit: Unit)? {
    switch self {
    case .opened: (.intake, "opened", .cases)
    case .openedAmount: (.intake, "opened_amount", .yuan)
    case .openedByWay: (.intake, "opened_by_way", .cases)
    case .openedAmountByWay: (.intake, "opened_amount_by_way", .yuan)
    case .openedByPeril: (.intake, "opened_by_peril", .cases)
    case .openedAmountByPeril: (.intake, "opened_amount_by_peril", .yuan)
    case .declared: (.cases, "all", .cases)
    case .open: (.cases, "open", .cases)
    case .paidCases: (.cases, "paid", .cases)
    case .denied: (.cases, "denied", .cases)
    case .withdrawn: (.cases, "withdrawn", .cases)
    case .declaredAmount: (.cases, "all_amount", .yuan)
    case .openAmount: (.cases, "open_amount", .yuan)
    case .paidAmount: (.cases, "paid_amount", .yuan)
    case .deniedAmount: (.cases, "denied_amount", .yuan)
    case .withdrawnAmount: (.cases, "withdrawn_amount", .yuan)
    case .byState: (.cases, "by_state", .cases)
    case .amountByState: (.cases, "amount_by_state", .yuan)
    case .reached: (.steps, "reached", .cases)
    case .batchReached: (.steps, "batch_reached", .cases)
    case .done: (.steps, "done", .entries)
    case .timed: (.steps, "timed", .entries)
    case .median: (.steps, "median_days", .days)
    case .ninetieth: (.steps, "ninetieth_days", .days)
    default: nil
    }
  }

  private var attentionPlace: (section: Section, word: String, unit: Unit)? {
    switch self {
    case .overdue: (.attention, "payments_overdue", .cases)
    case .overdueAmount: (.attention, "payments_overdue_amount", .yuan)
    case .overdueLongest: (.attention, "payments_overdue_longest", .days)
    case .noticeOver: (.attention, "notice_over", .cases)
    case .objectionsOpen: (.attention, "objections_open", .entries)
    case .waitingByStep: (.attention, "waiting_by_step", .cases)
    case .longestByStep: (.attention, "longest_wait_by_step", .days)
    case .raised: (.objections, "raised", .entries)
    case .upheld: (.objections, "upheld", .entries)
    case .dismissed: (.objections, "dismissed", .entries)
    case .reversals: (.corrections, "reversals", .entries)
    case .takenBack: (.corrections, "taken_back", .yuan)
    case .redecisions: (.corrections, "redecisions", .entries)
    case .released: (.corrections, "released", .yuan)
    case .supplements: (.corrections, "supplements", .entries)
    case .supplementAmount: (.corrections, "supplement_amount", .yuan)
    case .takenUp: (.corrections, "taken_up", .entries)
    case .takenUpAmount: (.corrections, "taken_up_amount", .yuan)
    case .returned: (.corrections, "returned", .entries)
    case .returnedAmount: (.corrections, "returned_amount", .yuan)
    case .pended: (.corrections, "pended", .entries)
    case .withdrawals: (.corrections, "withdrawals", .entries)
    default: nil
    }
  }

  private var decisionPlace: (section: Section, word: String, unit: Unit)? {
    switch self {
    case .decided: (.decisions, "decided", .entries)
    case .claimed: (.decisions, "claimed", .yuan)
    case .awarded: (.decisions, "awarded", .yuan)
    case .byOutcome: (.decisions, "by_outcome", .entries)
    case .claimedByOutcome: (.decisions, "claimed_by_outcome", .yuan)
    case .awardedByOutcome: (.decisions, "awarded_by_outcome", .yuan)
    case .byReason: (.decisions, "by_reason", .entries)
    case .claimedByReason: (.decisions, "claimed_by_reason", .yuan)
    case .awardedByReason: (.decisions, "awarded_by_reason", .yuan)
    default: nil
    }
  }

  private var registerPlace: (section: Section, word: String, unit: Unit) {
    switch self {
    case .registered: (.register, "registered", .households)
    case .covered: (.register, "covered", .households)
    case .notProtected: (.register, "not_protected", .households)
    case .groupUnknown: (.register, "group_unknown", .households)
    case .people: (.register, "people", .people)
    case .membersUnknown: (.register, "members_unknown", .households)
    case .householdsByGroup: (.register, "covered_by_group", .households)
    case .peopleByGroup: (.register, "people_by_group", .people)
    case .unknownByGroup: (.register, "members_unknown_by_group", .households)
    case .householdsByTownship: (.register, "covered_by_township", .households)
    case .peopleByTownship: (.register, "people_by_township", .people)
    case .unknownByTownship: (.register, "members_unknown_by_township", .households)
    case .accounts: (.staircase, "accounts", .entries)
    case .accumulated: (.staircase, "accumulated", .yuan)
    case .benefit: (.staircase, "benefit", .yuan)
    default: preconditionFailure("every measure has its place")
    }
  }
}

import Claims
package import Journal
import Rules
package import Units

/// Decides confirmed claims in their order, after everything the casebook has counted: when a batch is recorded, and again
/// when an audit holds what was recorded against what should have been.
package final class ClaimsDecider {
  private let book: Casebook
  /// All households as they were known on the day of the decisions.
  package let households: KnownHouseholds
  private var accounts: AccountTable<AccountName>
  private var seen: [String: Seen] = [:]
  private var nextCase: Int
  private var nextEntry: Int
  private var left: Yuan
  /// How many sums wait for the fund.
  private var waiting: Int

  private struct AccountName: Hashable {
    let household: Int32
    let peril: Int16
    let year: Int16

    init(_ household: Int32, peril: Int, _ year: PolicyYear) {
      (self.household, self.peril, self.year) = (household, Int16(peril), Int16(year.began))
    }
  }

  /// A claim id that was met before: in this file, or in a counted or pended case.
  private struct Seen {
    let household: String
    let peril: String
    let day: Day
    let amount: Yuan
    /// The case that still waits, which a new presentation takes the place of.
    var pended: Int?
  }

  /// Takes up what the casebook has counted, paid and pended so far.
  package init(
    _ book: Casebook, on day: Day, after state: BookState, nextEntry: Int
  ) throws(CasebookError) {
    self.book = book
    households = try KnownHouseholds(book, on: day)
    nextCase = state.cases + 1
    self.nextEntry = nextEntry
    left = state.left
    waiting = try book.waitingCount()
    accounts = AccountTable(keepsPersons: book.scheme.needsPersons)
    try carryOn()
  }

  private func carryOn() throws(CasebookError) {
    let perils = Dictionary(
      uniqueKeysWithValues: book.scheme.perils.enumerated().map { ($1.id, $0) })
    try book.each(CaseColumn.carried) { row in
      let (isCounted, isPended) = (row.flag(.counted), row.text(.state) == CaseState.pended.rawValue)
      let (household, peril, day) = (row.text(.household), row.text(.peril), row.day(.incurredOn))
      // A counted case answers for its id, whoever waits under the same; of those that wait, the first.
      if let id = row.optionalText(.claimID), let day, isCounted || isPended && seen[id] == nil {
        seen[id] = Seen(
          household: household, peril: peril, day: day, amount: row.money(.amount),
          pended: isCounted ? nil : row.int(.number))
      }
      // What counts no longer and is still out of the fund was paid all the same.
      guard !isPended, !row.isNull(.benefit), let ordinal = households.ordinals[household],
        let peril = perils[peril], let day
      else { return }
      count(
        ordinal, peril, day, row.optionalText(.person), isCounted ? row.money(.amount) : .zero,
        row.money(.payout))
    }
    for cost in try book.carriedCosts() {
      if let id = cost.claimID {
        seen[id] = Seen(
          household: cost.household, peril: cost.peril, day: cost.day, amount: cost.amount, pended: nil)
      }
      guard let ordinal = households.ordinals[cost.household], let peril = perils[cost.peril] else {
        continue
      }
      count(ordinal, peril, cost.day, cost.person, cost.amount, cost.payout)
    }
    for bill in try book.standingBills() {
      guard let ordinal = households.ordinals[bill.household], let peril = perils[bill.peril] else {
        continue
      }
      count(ordinal, peril, bill.day, bill.person, bill.amount, bill.payout)
    }
  }

  /// Takes up what was counted and paid already.
  private func count(
    _ household: Int32, _ peril: Int, _ day: Day, _ person: String?, _ amount: Yuan, _ paid: Yuan
  ) {
    accounts.add(
      Account(accumulated: amount, paid: paid), of: book.scheme.needsPersons ? person : nil,
      in: AccountName(household, peril: peril, book.adjudicator.policyYear(of: day)))
  }

  /// Decides the next claim.
  package func decide(_ claim: inout BatchClaim) {
    let peril = book.scheme.perils[claim.peril].id
    let before = seen[claim.id]
    if let before {
      // What another household presents under the id does not oust the case that waits: it is a conflict.
      if let pended = before.pended, before.household == claim.household {
        claim.replaces = pended
        nextEntry += 1
      } else {
        let isSame =
          before.household == claim.household && before.peril == peril && before.day == claim.day
          && before.amount == claim.amount
        claim.findings.insert(Findings(isSame ? .duplicateClaim : .claimIDConflict))
      }
    }
    if before == nil || claim.replaces != nil {
      seen[claim.id] = Seen(
        household: claim.household, peril: peril, day: claim.day, amount: claim.amount, pended: nil)
    }
    claim.number = nextCase
    claim.entry = nextEntry
    nextCase += 1
    nextEntry += 1
    if let reason = claim.findings.first {
      claim.reason = reason
      claim.state = reason.outcome == .pended ? .pended : .denied
    } else {
      award(&claim)
    }
  }

  private func award(_ claim: inout BatchClaim) {
    let eligibility = households.eligibility(claim.ordinal, for: claim.day)
    let benefit = book.adjudicator.benefit(eligibility, peril: claim.peril)
    guard let plan = book.adjudicator.figures[benefit] else {
      preconditionFailure("a claim under an unpublished figure pends before it is counted")
    }
    let year = book.adjudicator.policyYear(of: claim.day)
    let counting = accounts.count(
      claim.amount, of: claim.person, members: eligibility.memberCount,
      in: AccountName(claim.ordinal, peril: claim.peril, year), under: plan)
    claim.reason = counting.award.reason
    claim.payout = counting.award.payout
    claim.money = Decision.Money(counting, benefit: benefit, year: year)
    guard claim.reason.outcome == .approved else { return }
    let fate = book.scheme.administration.fate(ofPaying: claim.payout, left: left, isBehind: waiting > 0)
    claim.state = fate.isPromised ? .approved : .exhausted
    claim.call = fate.call
    promise(claim.payout, call: fate.call, isWaiting: !fate.isPromised)
  }

  private func promise(_ amount: Yuan, call: Yuan?, isWaiting: Bool) {
    left += call ?? .zero
    if isWaiting { waiting += 1 } else { left = left - amount }
  }

  /// Takes what was recorded of a claim for what it is, where that is not what it should have been: what follows is decided
  /// after it, and is not wrong because of it.
  package func accept(_ recorded: DecideStatement, entry: Int, insteadOf claim: BatchClaim) {
    if claim.money != nil {
      count(
        claim.ordinal, claim.peril, claim.day, claim.person, .zero - claim.amount, .zero - claim.payout)
    }
    left = left - (claim.call ?? .zero) + (claim.state == .exhausted ? .zero : claim.payout)
    if claim.state == .exhausted { waiting -= 1 }
    let decision = recorded.decision
    if decision.isCounted, claim.ordinal >= 0 {
      count(claim.ordinal, claim.peril, claim.day, claim.person, claim.amount, decision.payout)
    }
    promise(decision.payout, call: decision.call, isWaiting: recorded.step.to == .exhausted)
    nextCase = recorded.step.number + 1
    nextEntry = entry + 1
  }
}

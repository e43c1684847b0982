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
  private var accounts: AccountTable<Int32, Int16, Int16>
  private var seen: [String: Seen] = [:]
  private var nextCase: Int
  private var nextEntry: Int
  private var left: Yuan
  /// How many sums wait for the fund.
  private var waiting: Int

  private let day: Day
  private let administration: Administration
  /// Households with costs that were not known on the day, below −1: who moved from them takes along what was counted there.
  private var unknown: [String: Int32] = [:]

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
    self.day = day
    administration = book.scheme.administration
    households = try KnownHouseholds(book, on: day)
    nextCase = state.cases + 1
    self.nextEntry = nextEntry
    left = state.left
    waiting = try book.waitingCount()
    accounts = AccountTable(keepsPersons: book.adjudicator.needsPersons)
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
      guard !isPended, !row.isNull(.benefit), let day else { return }
      count(
        ordinal(of: household), perils[peril], day, row.optionalText(.person),
        isCounted ? row.money(.amount) : .zero,
        row.money(.payout))
    }
    for cost in try book.carriedCosts() {
      if let id = cost.claimID {
        seen[id] = Seen(
          household: cost.household, peril: cost.peril, day: cost.day, amount: cost.amount, pended: nil)
      }
      count(ordinal(of: cost.household), perils[cost.peril], cost.day, cost.person, cost.amount, cost.payout)
    }
    for bill in try book.standingBills() {
      count(ordinal(of: bill.household), perils[bill.peril], bill.day, bill.person, bill.amount, bill.payout)
    }
  }

  private func ordinal(of household: String) -> Int32 {
    if let known = households.ordinals[household] ?? unknown[household] { return known }
    let ordinal = -2 - Int32(unknown.count)
    unknown[household] = ordinal
    return ordinal
  }

  private func name(_ household: Int32, _ peril: Int, _ day: Day) -> AccountName<Int32, Int16, Int16> {
    AccountName(household, Int16(peril), Int16(book.adjudicator.policyYear(of: day).began))
  }

  /// Takes up what was counted and paid already.
  ///
  /// - Parameter peril: `nil` where the scheme has no such peril any more.
  private func count(
    _ household: Int32, _ peril: Int?, _ day: Day, _ person: String?, _ amount: Yuan, _ paid: Yuan
  ) {
    let owner = book.adjudicator.needsPersons ? person : nil
    guard household >= 0 && peril != nil || owner != nil else { return }
    accounts.add(
      Account(accumulated: amount, paid: paid), of: owner, in: name(household, peril ?? -1, day))
  }

  /// Row 15a for a person who was counted in another household, and of whom no list says that they were in this one.
  private func isStrange(_ claim: BatchClaim) throws(CasebookError) -> Bool {
    guard book.adjudicator.needsPersons, let person = claim.person, claim.ordinal >= 0,
      book.adjudicator.sumsByPerson(
        households.eligibility(claim.ordinal, for: claim.day), peril: claim.peril),
      accounts.isElsewhere(person, than: name(claim.ordinal, claim.peril, claim.day))
    else { return false }
    return try book.household(of: person, on: claim.day, knownBy: day) != claim.household
  }

  /// Decides the next claim.
  package func decide(_ claim: inout BatchClaim) throws(CasebookError) {
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
    if try isStrange(claim) { claim.findings.insert(Findings(.personUnknown)) }
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
      in: name(claim.ordinal, claim.peril, claim.day), under: plan)
    claim.reason = counting.award.reason
    claim.payout = counting.award.payout
    claim.money = Decision.Money(counting, benefit: benefit, year: year)
    guard claim.reason.outcome == .approved else { return }
    let fate = administration.fate(ofPaying: claim.payout, left: left, isBehind: waiting > 0)
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

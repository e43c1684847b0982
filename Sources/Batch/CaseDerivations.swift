import Claims
import Files
import Rules
import Tables
import Units

/// Puts together what a decision was derived from.
struct CaseDerivations {
  private let scheme: Scheme
  private let adjudicator: Adjudicator
  private let search: ClaimSearch
  private let register: HouseholdSearch
  private let decided: DecidedClaims
  private let earlier: EarlierSearch

  init(
    _ scheme: Scheme, _ search: ClaimSearch, _ register: HouseholdSearch, _ decided: DecidedClaims,
    _ earlier: EarlierSearch
  ) {
    self.scheme = scheme
    adjudicator = Adjudicator(scheme: scheme)
    self.search = search
    self.register = register
    self.decided = decided
    self.earlier = earlier
  }

  /// The derivation of a claim; `nil` where the files did not say the same each time they were read.
  func derivation(of found: ClaimSearch.Found) -> Derivation? {
    let claim = found.claim
    guard let row = decided.rows.first(where: { $0.line == found.line.number }), row.claim.isSame(as: claim)
    else {
      return nil
    }
    let household = register.households[claim.household]
    let like = household == nil ? register.like[claim.household] ?? [] : []
    let eligibility = household.map(adjudicator.eligibility(of:)) ?? (like.isEmpty ? .unknown : .unclear)
    let idFindings: Findings = [
      Findings(.duplicateClaim), Findings(.claimIDConflict), Findings(.withdrawn),
    ]
    let findings = adjudicator.findings(
      eligibility, peril: claim.peril, day: claim.day, cause: claim.cause, compensated: claim.compensated,
      namesPerson: claim.person != nil)
    let ofOthers = claim.person == nil ? idFindings : idFindings.union(Findings(.personUnknown))
    guard findings == row.findings.subtracting(ofOthers) else { return nil }
    let account = row.reason.isCounted ? decided.rows.filter { isOfSameAccount($0, row) } : []
    let history = account.filter { $0.line < row.line }.map {
      Derivation.Entry(claim: $0.claim, decision: decision($0))
    }
    return Derivation(
      scheme: scheme, claim: claim, household: household, like: like, decision: decision(row),
      firstClaim: repeats(row) ? firstClaim : nil, takenOut: takenOut(row),
      history: history, elsewhere: elsewhere(row), carried: carried(account, row))
  }

  /// What earlier runs brought into an account: what the first claim says that sums as the row does, less this run's before it.
  private func carried(_ account: [DecidedClaim], _ row: DecidedClaim) -> Account {
    var before = Account()
    for claim in account {
      if byPerson(claim) == byPerson(row) {
        return Account(
          accumulated: Yuan(fen: claim.money.accumulator) - claim.claim.amount - before.accumulated,
          paid: Yuan(fen: claim.money.paidBefore) - before.paid)
      }
      before.add(Account(accumulated: claim.claim.amount, paid: claim.payout))
    }
    return Account()
  }

  /// The other households in which the person has costs of the year that were counted before, in order.
  private func elsewhere(_ row: DecidedClaim) -> [String] {
    guard scheme.needsPersons, let person = row.claim.person else { return [] }
    var households: [String] = []
    for other in decided.rows
    where other.line < row.line && other.reason.isCounted && other.claim.person == person
      && year(other) == year(row) && other.claim.household != row.claim.household
      && !households.contains(other.claim.household)
    {
      households.append(other.claim.household)
    }
    return households
  }

  /// What a correction took out of its account: the claim with its id that was counted last, unless another correction had
  /// taken that out before.
  private func takenOut(_ row: DecidedClaim) -> Yuan? {
    guard row.claim.corrects, row.reason != .claimIDConflict else { return nil }
    let before = decided.rows.filter { $0.claim.id == row.claim.id && $0.line < row.line }
    guard let last = before.last(where: { $0.reason.isCounted || isReplacing($0) }) else {
      return earlier.counted
    }
    return last.reason.isCounted ? last.claim.amount : nil
  }

  private func repeats(_ row: DecidedClaim) -> Bool {
    !row.findings.isDisjoint(with: [Findings(.duplicateClaim), Findings(.claimIDConflict)])
  }

  private func isReplacing(_ row: DecidedClaim) -> Bool {
    row.claim.corrects && row.reason != .claimIDConflict
  }

  /// The first claim of this run with the id; `nil` where an earlier run had one already.
  private var firstClaim: Claim? { earlier.records.isEmpty ? search.claims.first?.claim : nil }

  private func year(_ row: DecidedClaim) -> PolicyYear { adjudicator.policyYear(of: row.claim.day) }

  private func isOfSameAccount(_ a: DecidedClaim, _ b: DecidedClaim) -> Bool {
    guard a.reason.isCounted, a.claim.peril == b.claim.peril, year(a) == year(b) else { return false }
    return byPerson(b) ? a.claim.person == b.claim.person : a.claim.household == b.claim.household
  }

  private func byPerson(_ row: DecidedClaim) -> Bool {
    adjudicator.plans[row.benefit]?.sumsByPerson ?? false
  }

  private func decision(_ row: DecidedClaim) -> Decision {
    guard row.reason.isCounted else {
      return Decision(reason: row.reason, payout: .zero, findings: row.findings, money: nil)
    }
    let money = Decision.Money(
      benefitIndex: row.benefit, policyYear: year(row), accumulator: Yuan(fen: row.money.accumulator),
      paidBefore: Yuan(fen: row.money.paidBefore), paidUnderCap: Yuan(fen: row.money.paidUnderCap),
      benefit: Yuan(fen: row.money.benefit))
    return Decision(reason: row.reason, payout: row.payout, findings: row.findings, money: money)
  }
}

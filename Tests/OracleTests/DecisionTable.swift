/// What the table says about one claim.
struct Verdict {
  enum Outcome: String { case approved, denied, pended }

  /// The row of the decision table, 1 to 21.
  let row: Int
  let outcome: Outcome
  let reason: String
  var payout = Rational.zero
  /// What stood in the books when the claim was counted; nil where it was not.
  var sums: Sums?

  struct Sums {
    let accumulator: Rational
    let benefit: Rational
    let paidBefore: Rational
  }

  init(_ row: Int, _ outcome: Outcome, _ reason: String) {
    self.row = row
    self.outcome = outcome
    self.reason = reason
  }
}

/// What one run leaves to the next, and one claim to the one after it.
struct Ledger {
  struct Subject: Hashable {
    let household: Bytes
    let peril: Peril
    let year: Int
  }

  var accumulators: [Subject: Rational] = [:]
  var paid: [Subject: Rational] = [:]
  /// Each id with what its first readable claim said.
  var firstSeen: [Bytes: ReadClaim.Content] = [:]
  var countedIDs: Set<Bytes> = []

  /// What a later run knows: sums, payouts and the ids that were counted; nothing hangs on the others.
  var forALaterRun: Ledger {
    var later = self
    later.firstSeen = firstSeen.filter { countedIDs.contains($0.key) }
    return later
  }
}

/// The decision table, row by row, in its order.
struct DecisionTable {
  let rules: PaperRules
  let register: Register
  var ledger = Ledger()

  mutating func decide(_ claim: ReadClaim) -> Verdict {
    let content = claim.content
    if let first = ledger.firstSeen[claim.id] {
      if first == content { return Verdict(1, .denied, "duplicate-claim") }
      return Verdict(2, .pended, "claim-id-conflict")
    }
    ledger.firstSeen[claim.id] = content

    if let standing = verdictBeforeCounting(claim) { return standing }

    guard let household = register.entries[content.household]?.household, let group = household.group,
      let stairs = PaperRules.staircase(content.peril, group)
    else { preconditionFailure("rows 3 to 6 let through a claim that has no staircase") }
    ledger.countedIDs.insert(claim.id)
    return verdictOnCounting(content, stairs)
  }

  /// Rows 3 to 15; nil where none applies.
  private func verdictBeforeCounting(_ claim: ReadClaim) -> Verdict? {
    let content = claim.content
    guard let entry = register.entries[content.household] else {
      return register.hasOneLike(content.household)
        ? Verdict(4, .pended, "household-unclear") : Verdict(3, .denied, "unknown-household")
    }
    guard entry.unclear == nil, let household = entry.household, let group = household.group,
      let members = household.members, members >= 1
    else { return Verdict(4, .pended, "household-unclear") }

    if !PaperRules.isProtected(group) { return Verdict(5, .denied, "group-not-covered") }
    if !PaperRules.leads(claim.cause, to: content.peril) {
      return Verdict(6, .denied, "peril-not-covered")
    }
    if content.day < PaperRules.firstDay { return Verdict(7, .denied, "outside-coverage-period") }

    let mustBeUncompensated = claim.cause == .trafficAccident
    if mustBeUncompensated, claim.compensated == .yes {
      return Verdict(8, .denied, "compensated-elsewhere")
    }

    let tooManyDwellings = household.dwellings.map { $0 > 1 } ?? false
    let anyBusiness = household.businesses.map { $0 > 0 } ?? false
    let anyVehicle = household.vehicles.map { $0 > 0 } ?? false
    if tooManyDwellings || anyBusiness || anyVehicle { return Verdict(9, .denied, "disqualifying-asset") }

    let line = PaperRules.protectionLine(eventYear: content.day.year, members: members)
    if let income = household.income, let line, income >= line {
      return Verdict(10, .denied, "above-protection-line")
    }

    if mustBeUncompensated, claim.compensated == nil {
      return Verdict(11, .pended, "compensation-unknown")
    }
    if household.dwellings == nil || household.businesses == nil || household.vehicles == nil {
      return Verdict(12, .pended, "verification-incomplete")
    }
    if household.income == nil { return Verdict(13, .pended, "income-unknown") }
    if line == nil { return Verdict(14, .pended, "protection-line-unknown") }
    if rules.silentOn.contains(content.peril) { return Verdict(15, .pended, "scheme-silent") }
    return nil
  }

  /// Rows 16 to 21: the claim enters the year's sum, and the sum decides.
  private mutating func verdictOnCounting(_ content: ReadClaim.Content, _ stairs: Staircase) -> Verdict {
    let subject = Ledger.Subject(
      household: content.household, peril: content.peril, year: content.day.year)
    let accumulator = ledger.accumulators[subject, default: .zero] + content.amount
    ledger.accumulators[subject] = accumulator
    let paid = ledger.paid[subject, default: .zero]
    let benefit = rules.benefit(stairs, accumulated: accumulator)
    let cap = stairs.cap.map { Rational(Int128($0)) }

    var verdict: Verdict
    if accumulator <= Rational(Int128(stairs.line)) {
      verdict = Verdict(16, .denied, "below-warning-line")
    } else if paid > .zero, paid == cap {
      verdict = Verdict(17, .denied, "cap-exhausted")
    } else if paid > .zero, benefit <= paid {
      verdict = Verdict(18, .denied, "no-further-benefit")
    } else if benefit == .zero {
      verdict = Verdict(19, .denied, "rounds-to-zero")
    } else if benefit == cap {
      verdict = Verdict(20, .approved, "covered-to-cap")
    } else {
      verdict = Verdict(21, .approved, "covered")
    }
    if verdict.outcome == .approved {
      verdict.payout = benefit - paid
      ledger.paid[subject] = benefit
    }
    verdict.sums = .init(accumulator: accumulator, benefit: benefit, paidBefore: paid)
    return verdict
  }
}

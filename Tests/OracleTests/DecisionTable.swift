/// A row of the decision table: 1 to 21, or one with a letter.
struct TableRow: Hashable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, CustomStringConvertible {
  let description: String

  init(_ number: Int) { description = "\(number)" }
  init(integerLiteral number: Int) { self.init(number) }
  init(stringLiteral name: String) { description = name }
}

/// What the table says about one claim.
struct Verdict {
  enum Outcome: String { case approved, denied, pended }
  /// What a correction found of the claim that it corrects.
  enum Corrected: CaseIterable {
    case unknown, notCounted, counted, countedElsewhere, countedEarlier, correctedBefore
  }

  let row: TableRow
  let outcome: Outcome
  let reason: String
  var payout = Rational.zero
  /// What stood in the books when the claim was counted; nil where it was not.
  var sums: Sums?
  /// What it corrects; nothing where it is no correction.
  var corrected: Set<Corrected> = []
  /// What its person had to do with it.
  var standing: Standing?

  struct Sums {
    let accumulator: Rational
    let benefit: Rational
    let paidBefore: Rational
  }

  init(_ row: TableRow, _ outcome: Outcome, _ reason: String) {
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
  /// What was counted and paid for each person who was named, by where and for what.
  var persons: [Bytes: [Subject: PersonSum]] = [:]
  /// What the ids that come again are compared with: the first readable claim of this run, or the first that an earlier
  /// one counted.
  var firstSeen: [Bytes: ReadClaim.Content] = [:]
  /// Whatever was read, in this run and in earlier ones.
  var read: Set<Bytes> = []
  /// Where the claim of an id is counted now: a correction takes it out.
  var counted: [Bytes: Counted] = [:]
  /// What the first claim of an id said that was ever counted.
  var firstCounted: [Bytes: ReadClaim.Content] = [:]
  var corrected: Set<Bytes> = []

  struct Counted {
    let subject: Subject
    let amount: Rational
    var person: Bytes?
    var isOfThisRun = true
  }

  /// What a later run knows: sums, payouts, what was read, and the ids that were counted; nothing hangs on the others.
  var forALaterRun: Ledger {
    var later = self
    later.firstSeen = firstCounted
    later.counted = counted.mapValues {
      Counted(subject: $0.subject, amount: $0.amount, person: $0.person, isOfThisRun: false)
    }
    return later
  }
}

/// A fault in the oracle, made on purpose: the comparison must find it.
enum Slip: CaseIterable {
  case replacedStaysCounted, paidIsTakenBack, unknownIsDecided, nothingIsDecided, firstIsForgotten,
    notCountedIsUnknown
  case sumsStayBehind, anybodyMayMove, nobodyMayMove, otherPerilsDoNotMatter, lastListedIsRight, capGoesAlong

  static let ofPersons: [Slip] = [
    .sumsStayBehind, .anybodyMayMove, .nobodyMayMove, .otherPerilsDoNotMatter, .lastListedIsRight,
    .capGoesAlong,
  ]
  static let ofCorrections = allCases.filter { !ofPersons.contains($0) }
}

/// The decision table, row by row, in its order.
struct DecisionTable {
  let rules: PaperRules
  let register: Register
  /// Who is a member of which household, where somebody has said.
  var members: ReadMembers?
  var ledger = Ledger()
  var slip: Slip?

  mutating func decide(_ claim: ReadClaim) -> Verdict {
    let content = claim.content
    var corrected: Set<Verdict.Corrected> = []
    if claim.corrects {
      corrected = takeOut(claim)
      if corrected.contains(.unknown), slip != .unknownIsDecided {
        ledger.firstSeen[claim.id] = ledger.firstSeen[claim.id] ?? content
        return verdict(Verdict(2, .pended, "claim-id-conflict"), corrected)
      }
    } else if let first = ledger.firstSeen[claim.id] {
      if first == content { return Verdict(1, .denied, "duplicate-claim") }
      return Verdict(2, .pended, "claim-id-conflict")
    }
    ledger.read.insert(claim.id)
    if ledger.firstSeen[claim.id] == nil || slip == .firstIsForgotten { ledger.firstSeen[claim.id] = content }
    if claim.corrects, content.amount == .zero, slip != .nothingIsDecided {
      return verdict(Verdict("2a", .denied, "withdrawn"), corrected)
    }

    if let standing = verdictBeforeCounting(claim) { return verdict(standing, corrected) }
    let standing = standing(of: claim)
    if let standing, standing.pends {
      var pended = Verdict("15a", .pended, "person-unknown")
      pended.standing = standing
      return verdict(pended, corrected)
    }

    guard let household = register.entries[content.household]?.household, let group = household.group,
      let stairs = PaperRules.staircase(content.peril, group)
    else { preconditionFailure("rows 3 to 6 let through a claim that has no staircase") }
    let subject = Ledger.Subject(
      household: content.household, peril: content.peril, year: content.day.year)
    ledger.counted[claim.id] = .init(subject: subject, amount: content.amount, person: claim.person)
    ledger.firstCounted[claim.id] = ledger.firstCounted[claim.id] ?? content
    var counted = verdictOnCounting(claim, subject, stairs, group)
    counted.standing = standing
    return verdict(counted, corrected)
  }

  private func verdict(_ verdict: Verdict, _ corrected: Set<Verdict.Corrected>) -> Verdict {
    var verdict = verdict
    verdict.corrected = corrected
    return verdict
  }

  /// Takes the claim out of its account that a correction replaces. What was paid for it stays.
  private mutating func takeOut(_ claim: ReadClaim) -> Set<Verdict.Corrected> {
    let isKnown =
      ledger.read.contains(claim.id) && (slip != .notCountedIsUnknown || ledger.counted[claim.id] != nil)
    guard isKnown else {
      ledger.read.insert(claim.id)
      return [.unknown]
    }
    var found: Set<Verdict.Corrected> = ledger.corrected.insert(claim.id).inserted ? [] : [.correctedBefore]
    guard let replaced = ledger.counted.removeValue(forKey: claim.id) else {
      return found.union([.notCounted])
    }
    found.insert(replaced.subject.household == claim.content.household ? .counted : .countedElsewhere)
    if !replaced.isOfThisRun { found.insert(.countedEarlier) }
    let sum = ledger.accumulators[replaced.subject, default: .zero]
    if slip != .replacedStaysCounted {
      ledger.accumulators[replaced.subject] = sum - replaced.amount
      if let person = replaced.person {
        ledger.persons[person]?[replaced.subject]?.counted -= replaced.amount
      }
    }
    if slip == .paidIsTakenBack { ledger.paid[replaced.subject] = .zero }
    return found
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
  private mutating func verdictOnCounting(
    _ claim: ReadClaim, _ subject: Ledger.Subject, _ stairs: Staircase, _ group: Group
  ) -> Verdict {
    let household = (
      counted: ledger.accumulators[subject, default: .zero], paid: ledger.paid[subject, default: .zero]
    )
    let own = rules.sumsByPerson(subject.peril, group) ? sum(of: claim, in: subject) : nil
    let accumulator = (own?.counted ?? household.counted) + claim.content.amount
    let paid = own?.paid ?? household.paid
    let isCapTheirs = rules.sums == .byPersonWithCap || slip == .capGoesAlong
    let paidUnderCap = isCapTheirs ? paid : household.paid
    let cap = stairs.cap.map { Rational(Int128($0)) }
    // What others were paid under the cap leaves so much less of it.
    let most = cap.map { paid + $0 - paidUnderCap }
    let benefit = rules.benefit(stairs, accumulated: accumulator, atMost: most)

    var verdict: Verdict
    if accumulator <= Rational(Int128(stairs.line)) {
      verdict = Verdict(16, .denied, "below-warning-line")
    } else if paidUnderCap > .zero, paidUnderCap == cap {
      verdict = Verdict(17, .denied, "cap-exhausted")
    } else if paid > .zero, benefit <= paid {
      verdict = Verdict(18, .denied, "no-further-benefit")
    } else if benefit == .zero {
      verdict = Verdict(19, .denied, "rounds-to-zero")
    } else if benefit == most {
      verdict = Verdict(20, .approved, "covered-to-cap")
    } else {
      verdict = Verdict(21, .approved, "covered")
    }
    if verdict.outcome == .approved { verdict.payout = benefit - paid }
    ledger.accumulators[subject] = household.counted + claim.content.amount
    ledger.paid[subject] = household.paid + verdict.payout
    note(claim, in: subject, verdict.payout)
    verdict.sums = .init(accumulator: accumulator, benefit: benefit, paidBefore: paid)
    return verdict
  }
}

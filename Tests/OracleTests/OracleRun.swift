/// One run of the oracle over two files: every decision, every reject, and the files they make.
struct OracleRun {
  let register: Register
  let claims: [ReadClaim]
  let claimRejects: [Reject]
  let memberRejects: [Reject]
  /// Whether households could have been found by resident IDs, which are shown nowhere.
  let hasMembers: Bool
  let claimTotals: ReadTotals
  let verdicts: [Verdict]
  /// What the run leaves to a later one.
  let ledger: Ledger

  init(
    _ reading: PaperRules.Reading, claims: ReadClaims, register: Register, earlier: Ledger = Ledger(),
    slip: Slip? = nil
  ) {
    self.init(PaperRules(reading: reading), claims: claims, register: register, earlier: earlier, slip: slip)
  }

  /// - Parameter slip: a fault that is made on purpose.
  init(
    _ rules: PaperRules, claims: ReadClaims, register: Register, members: ReadMembers? = nil,
    earlier: Ledger = Ledger(), slip: Slip? = nil
  ) {
    self.register = register
    self.claims = claims.claims
    claimRejects = claims.rejects
    memberRejects = members?.rejects ?? []
    hasMembers = members != nil
    claimTotals = claims.totals
    var table = DecisionTable(
      rules: rules, register: register, members: members, ledger: earlier, slip: slip)
    verdicts = claims.claims.map { table.decide($0) }
    ledger = table.ledger.forALaterRun
  }

  var hasDifferingTotals: Bool { !claimTotals.differing.isEmpty || !register.totals.differing.isEmpty }

  var hasRejects: Bool { !claimRejects.isEmpty || !register.rejects.isEmpty || !memberRejects.isEmpty }

  /// decisions.csv, to the byte.
  var decisions: Bytes {
    var bytes = Bytes(of: "claim_id,outcome,reason,payout\n")
    for (claim, verdict) in zip(claims, verdicts) {
      bytes += OracleRun.quoted(claim.id)
      bytes += Bytes(of: ",\(verdict.outcome.rawValue),\(verdict.reason),\(verdict.payout.yuanText)\n")
    }
    return bytes
  }

  /// payouts.csv, to the byte: a row for each household with something to pay, in the register's order.
  var payouts: Bytes {
    var sums: [Bytes: (claims: Int, payout: Rational)] = [:]
    for (claim, verdict) in zip(claims, verdicts) where verdict.payout > .zero {
      let sum = sums[claim.content.household, default: (0, .zero)]
      sums[claim.content.household] = (sum.claims + 1, sum.payout + verdict.payout)
    }
    var bytes = Bytes(of: "household_id,claims,payout\n")
    for id in register.order {
      guard let sum = sums[id] else { continue }
      bytes += OracleRun.quoted(id) + Bytes(of: ",\(sum.claims),\(sum.payout.yuanText)\n")
    }
    return bytes
  }

  /// The first columns that `--detail` writes for a claim, up to `accumulator`, and what stands under `corrects`
  /// and `person_id`.
  ///
  /// The accumulator is nil where the claim was not counted: the contract does not say what stands there then.
  func detail(_ index: Int) -> (cells: [Bytes], accumulator: Bytes?, corrects: Bytes, person: Bytes) {
    let (claim, verdict) = (claims[index], verdicts[index])
    let cells = [
      claim.id, Bytes(of: verdict.outcome.rawValue), Bytes(of: verdict.reason),
      Bytes(of: verdict.payout.yuanText), claim.content.household, Bytes(of: claim.content.peril.english),
      Bytes(of: claim.content.day.isoText), Bytes(of: claim.content.amount.yuanText),
      Bytes(of: verdict.sums == nil ? "no" : "yes"),
    ]
    let accumulator = verdict.sums.map { Bytes(of: $0.accumulator.yuanText) }
    return (cells, accumulator, Bytes(of: claim.corrects ? "yes" : "no"), claim.person ?? [])
  }

  /// Why the oracle decided as it did, in one line, for a test's message.
  func derivation(_ index: Int) -> String {
    let (claim, verdict) = (claims[index], verdicts[index])
    let content = claim.content
    var words = "line \(claim.line): \(claim.id.text) of \(content.household.text), \(content.peril)"
    words += " \(content.day.isoText) \(content.amount.yuanText)"
    words += " cause \(claim.cause.map { "\($0)" } ?? "–")"
    words += " compensated \(claim.compensated.map { "\($0)" } ?? "–")"
    if let person = claim.person { words += " of \(person.text)" }
    if claim.corrects { words += " corrects \(verdict.corrected)" }
    words += " → row \(verdict.row) \(verdict.reason) \(verdict.payout.yuanText)"
    if let standing = verdict.standing { words += " \(standing)" }
    if let sums = verdict.sums {
      words += "; accumulator \(sums.accumulator.yuanText), benefit \(sums.benefit.yuanText)"
      words += ", paid before \(sums.paidBefore.yuanText)"
    }
    guard let entry = register.entries[content.household] else { return words + "; not on the register" }
    if let unclear = entry.unclear { words += "; \(unclear)" }
    guard let household = entry.household else { return words }
    words += "; \(household.group.map { "\($0)" } ?? "group –")"
    words += " members \(household.members.map(String.init) ?? "–")"
    words += " income \(household.income?.yuanText ?? "–")"
    let counts = [household.dwellings, household.businesses, household.vehicles]
    return words + " assets " + counts.map { $0.map(String.init) ?? "–" }.joined(separator: "/")
  }

  /// Minimal quotes: only round what would otherwise be read as something else.
  static func quoted(_ cell: Bytes, separator: UInt8 = UInt8(ascii: ",")) -> Bytes {
    let quote = UInt8(ascii: "\"")
    guard cell.contains(where: { $0 == quote || $0 == separator || $0 == 0x0A || $0 == 0x0D }) else {
      return cell
    }
    return [quote] + cell.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}

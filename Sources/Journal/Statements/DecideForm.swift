package import Claims
package import Rules
package import Units

/// A claim of a batch that is decided, its words as places in the scheme.
package protocol DecidedClaim {
  /// The claim's id in its file.
  var id: String { get }
  var household: String { get }
  var person: String? { get }
  var peril: Int { get }
  var cause: Int? { get }
  var day: Day { get }
  var amount: Yuan { get }
  var compensated: Bool? { get }
  var findings: Findings { get }
  var reason: Reason { get }
  var payout: Yuan { get }
  var money: Decision.Money? { get }
  var state: CaseState { get }
  /// What the county is called on for.
  var call: Yuan? { get }
  /// Its case and its entry.
  var number: Int { get }
  var entry: Int { get }
}

/// Writes what ``DecideStatement`` says straight into bytes: the same that ``Payload/canonical`` and ``Entry/leafBytes``
/// give, with all that a million entries have in common written once.
package struct DecideForm {
  private let head: [UInt8]
  private let tail: [UInt8]
  private let perils: [[UInt8]]
  private let causes: [[UInt8]]
  private let benefits: [[UInt8]]
  private let reasons: [[UInt8]]

  /// For the entries of one recording: with what all of them have in common.
  package init(
    _ scheme: Scheme, recordedAt: String, on day: Day, actor: String, role: Role, digest: String
  ) {
    let tail = """
      \n\(recordedAt)\n\(day)\n\(actor)\n\(role.rawValue)\n\(EntryKind.decide.rawValue)\n\(Program.engine)\n\(digest)\n
      """
    self.init(scheme, head: Array("\(Entry.mark)\n".utf8), tail: Array(tail.utf8))
  }

  /// For payloads alone.
  package init(_ scheme: Scheme) { self.init(scheme, head: [], tail: []) }

  private init(_ scheme: Scheme, head: [UInt8], tail: [UInt8]) {
    self.head = head
    self.tail = tail
    perils = scheme.perils.map { DecideForm.quoted($0.id) }
    causes = scheme.causes.map { DecideForm.quoted($0.id) }
    benefits = scheme.benefits.map { DecideForm.quoted($0.id) }
    reasons = [[]] + Reason.allCases.map { DecideForm.quoted($0.code) }
  }

  /// Appends the bytes of a claim's entry; the payload is what follows the place returned.
  package func write(_ claim: some DecidedClaim, _ known: ArraySlice<UInt8>?, to bytes: inout [UInt8]) -> Int
  {
    bytes += head
    DecideForm.number(claim.entry, &bytes)
    bytes += tail
    let start = bytes.count
    payload(of: claim, known, to: &bytes)
    return start
  }

  /// Appends the canonical payload of a claim's entry.
  package func payload(of claim: some DecidedClaim, _ known: ArraySlice<UInt8>?, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    if let money = claim.money { member("accumulator", money.accumulator, &bytes) }
    member("amount", claim.amount, &bytes)
    if let money = claim.money { member("benefit", benefits[money.benefitIndex], &bytes) }
    if let call = claim.call { member("call", call, &bytes) }
    key("case", &bytes)
    DecideForm.number(claim.number, &bytes)
    if let cause = claim.cause { member("cause", causes[cause], &bytes) }
    member("claim", DecideForm.quoted(claim.id), &bytes)
    if let compensated = claim.compensated {
      key(compensated ? "compensated\":true" : "compensated\":false", &bytes, isWhole: true)
    }
    key(claim.reason.isCounted ? "counted\":true" : "counted\":false", &bytes, isWhole: true)
    if let money = claim.money { member("earned", money.benefit, &bytes) }
    if claim.money == nil, !claim.findings.isEmpty { findings(claim.findings, &bytes) }
    member("household", DecideForm.quoted(claim.household), &bytes)
    text("incurred_on", claim.day.description, &bytes)
    if let known {
      key("known", &bytes)
      bytes += known
    }
    text("outcome", claim.reason.outcome.rawValue, &bytes)
    if let money = claim.money {
      member("paid_before", money.paidBefore, &bytes)
      if money.paidUnderCap != money.paidBefore { member("paid_under_cap", money.paidUnderCap, &bytes) }
    }
    member("payout", claim.payout, &bytes)
    member("peril", perils[claim.peril], &bytes)
    if let person = claim.person { member("person", DecideForm.quoted(person), &bytes) }
    if let money = claim.money {
      key("policy_year", &bytes)
      DecideForm.number(money.policyYear.began, &bytes)
    }
    member("reason", reasons[Int(claim.reason.rawValue)], &bytes)
    if claim.state == .pended { text("resume", CaseState.confirmed.rawValue, &bytes) }
    text("to", claim.state.rawValue, &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  private func findings(_ findings: Findings, _ bytes: inout [UInt8]) {
    key("findings", &bytes)
    bytes.append(UInt8(ascii: "["))
    for (index, reason) in findings.reasons.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += reasons[Int(reason.rawValue)]
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private func key(_ key: StaticString, _ bytes: inout [UInt8], isWhole: Bool = false) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    guard !isWhole else { return }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private func member(_ name: StaticString, _ value: [UInt8], _ bytes: inout [UInt8]) {
    key(name, &bytes)
    bytes += value
  }

  private func member(_ name: StaticString, _ amount: Yuan, _ bytes: inout [UInt8]) {
    key(name, &bytes)
    bytes.append(UInt8(ascii: "\""))
    if amount.fen < 0 { bytes.append(UInt8(ascii: "-")) }
    DecideForm.number(Int(amount.fen.magnitude / 100), &bytes)
    let cents = UInt8(truncatingIfNeeded: amount.fen.magnitude % 100)
    bytes += [
      UInt8(ascii: "."), UInt8(ascii: "0") + cents / 10, UInt8(ascii: "0") + cents % 10, UInt8(ascii: "\""),
    ]
  }

  private func text(_ name: StaticString, _ value: String, _ bytes: inout [UInt8]) {
    key(name, &bytes)
    bytes.append(UInt8(ascii: "\""))
    bytes += value.utf8
    bytes.append(UInt8(ascii: "\""))
  }

  private static func number(_ number: Int, _ bytes: inout [UInt8]) {
    var digits: UInt64 = 0  // decimal digits, the last highest
    var count = 0
    var rest = UInt64(number)
    guard rest < 10_000_000_000_000_000 else { return bytes.append(contentsOf: String(number).utf8) }
    repeat {
      digits = digits << 4 | rest % 10
      rest /= 10
      count += 1
    } while rest > 0
    for _ in 0..<count {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits & 15))
      digits >>= 4
    }
  }

  /// A text as JSON has it.
  private static func quoted(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.utf8.count + 2)
      bytes.append(0x22)
      bytes += text.utf8
      bytes.append(0x22)
      return bytes
    }
    let whole = Payload([("t", .text(text))]).canonical  // {"t":"…"}
    return Array(whole[5..<(whole.count - 1)])
  }
}

package import Units

/// More is paid for a case that was decided, or it counts now and did not: by a corrected scheme, or decided again, as was
/// proposed and seconded.
package struct SupplementStatement: CaseStatement {
  package static let kind = EntryKind.supplement
  package static let rule = StepRule(
    Wording(zh: "补付", en: "supplement"), from: [.approved, .settled, .paid, .returned, .exhausted, .denied],
    to: [.approved, .settled, .paid, .returned, .exhausted, .denied],
    by: [.county], signs: nil, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  /// What is to be paid more.
  package let amount: Yuan
  /// Whether it waits for the fund while the case goes on with what it was promised before.
  package let waitsBeside: Bool
  /// What the county is called on for.
  package let call: Yuan?
  /// The entry that proposed it, where it was seconded; otherwise it is what a scheme pays more.
  package let proposal: Int?
  /// What is known of the household by now, where that is why; of a screened case it stands with its bills.
  package let known: KnownHousehold?
  package let again: DecidedAgain
  /// What is paid more for bills, or counts newly; none but of a screened case, whose benefit, year and sums stand there.
  package let bills: [BillDecidedAgain]

  package init(
    _ step: CaseStep, amount: Yuan, waitsBeside: Bool, call: Yuan?, proposal: Int? = nil,
    known: KnownHousehold? = nil, again: DecidedAgain, bills: [BillDecidedAgain] = []
  ) {
    self.step = step
    self.amount = amount
    self.waitsBeside = waitsBeside
    self.call = call
    self.proposal = proposal
    self.known = known
    self.again = again
    self.bills = bills
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    amount = try payload.yuan("amount")
    waitsBeside = try payload.optionalAnswer("waits") ?? false
    call = try payload.optionalYuan("call")
    proposal = try payload.optionalNumber("proposal")
    known = try KnownHousehold.read(payload)
    again = try DecidedAgain(payload)
    bills = try BillDecidedAgain.read(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("amount", amount)
    if waitsBeside { payload.set("waits", true) }
    payload.set("call", call)
    payload.set("proposal", proposal)
    KnownHousehold.write(known, to: &payload)
    again.write(to: &payload)
    for bill in bills { bill.write(to: &payload) }
  }

  /// Whether it rests on what is known of the household by now.
  package var namesFacts: Bool { known != nil || bills.contains { $0.known != nil } }

  /// Whether the fund does not reach for it yet.
  package var isWaiting: Bool { waitsBeside || amount > .zero && step.to == .exhausted }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.supplements(self)) }

  package func sentence(_ names: StepNames) -> Wording {
    let more = Wording(zh: "补赔 \(amount.grouped) 元", en: "\(amount.grouped) more to be paid")
    return isWaiting ? more.followed(by: Wording(zh: "等待资金到位", en: "once the fund reaches")) : more
  }
}

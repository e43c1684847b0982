package import Units

/// A decided case is decided again: on the facts that its decision names, because what stood before it in its accounts does no
/// longer, or on what is known now, because something it rests on was revised.
package struct RedecideStatement: CaseStatement {
  package static let kind = EntryKind.redecide
  package static let rule = StepRule(
    Wording(zh: "重新决定", en: "redecide"), from: [.approved, .exhausted, .returned, .denied],
    to: [.approved, .exhausted, .returned, .denied],
    by: [.county], signs: nil, stages: [:], byFile: nil, standsOnSlips: true)

  package let step: CaseStep
  /// The case that stands otherwise before it; `nil` where what the case rests on was revised.
  package let behind: Int?
  /// What is known of the household by now; of a screened case it stands with its bills, and there is none behind another.
  package let known: KnownHousehold?
  package let again: DecidedAgain
  /// What of the lesser sum comes off what waits for the fund; the rest comes off what is promised.
  package let offWaiting: Yuan
  /// Its bills: behind another case those that count. None but of a screened case, whose benefit, year and sums stand there.
  package let bills: [BillDecidedAgain]

  package init(
    _ step: CaseStep, behind: Int?, known: KnownHousehold? = nil, again: DecidedAgain, offWaiting: Yuan,
    bills: [BillDecidedAgain] = []
  ) {
    self.step = step
    self.behind = behind
    self.known = known
    self.again = again
    self.offWaiting = offWaiting
    self.bills = bills
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    behind = try payload.optionalNumber("behind")
    known = try KnownHousehold.read(payload)
    again = try DecidedAgain(payload)
    offWaiting = try payload.yuan("off_waiting")
    bills = try BillDecidedAgain.read(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("behind", behind)
    KnownHousehold.write(known, to: &payload)
    again.write(to: &payload)
    payload.set("off_waiting", offWaiting)
    for bill in bills { bill.write(to: &payload) }
  }

  /// What is paid more; below zero, less.
  package var amount: Yuan { again.becomes - again.was }
  /// What was promised and is no longer.
  package var released: Yuan { .zero - amount - offWaiting }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.redecides(self)) }

  package func sentence(_ names: StepNames) -> Wording {
    let (was, becomes) = (again.was.grouped, again.becomes.grouped)
    guard let behind else {
      return Wording(
        zh: "所依据的情况更正后重新决定：赔付由 \(was) 元变为 \(becomes) 元",
        en: "decided again by what is known now: \(becomes) to be paid, which was \(was)"
      ).followed(by: accumulated)
    }
    return Wording(
      zh: "案件 \(behind) 变动后重新决定：赔付由 \(was) 元变为 \(becomes) 元",
      en: "decided again as case \(behind) now stands: \(becomes) to be paid, which was \(was)"
    ).followed(by: accumulated)
  }

  private var accumulated: Wording {
    guard let accumulator = again.accumulator ?? bills.last(where: \.again.isCounted)?.again.accumulator
    else {
      return Wording(zh: "不再累计", en: "no longer counted")
    }
    return Wording(zh: "累计额 \(accumulator.grouped) 元", en: "accumulator \(accumulator.grouped)")
  }
}

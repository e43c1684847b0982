package import Units

/// A case that was decided would be paid more, decided again. Nothing is until another officer has seconded it.
package struct ProposeStatement: CaseStatement {
  package static let kind = EntryKind.propose
  package static let rule = StepRule(
    Wording(zh: "提议增加赔付", en: "propose"), from: SupplementStatement.rule.from, to: [],
    by: [.county, .insurer], signs: nil, stages: [:], byFile: nil, standsOnSlips: false)

  package let step: CaseStep
  /// The case that stands otherwise before it; `nil` where it is decided by what is known by now.
  package let behind: Int?
  /// What is known of the household by now; of a screened case it stands with its bills, and there is none behind another.
  package let known: KnownHousehold?
  package let again: DecidedAgain
  /// Its bills; none but of a screened case, whose benefit, year and sums stand there.
  package let bills: [BillDecidedAgain]

  package init(
    _ step: CaseStep, behind: Int?, known: KnownHousehold? = nil, again: DecidedAgain,
    bills: [BillDecidedAgain] = []
  ) {
    self.step = step
    self.behind = behind
    self.known = known
    self.again = again
    self.bills = bills
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    behind = try payload.optionalNumber("behind")
    known = try KnownHousehold.read(payload)
    again = try DecidedAgain(payload)
    bills = try BillDecidedAgain.read(payload)
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("behind", behind)
    KnownHousehold.write(known, to: &payload)
    again.write(to: &payload)
    for bill in bills { bill.write(to: &payload) }
  }

  /// Whether another proposes the same sums for the same reasons: the facts may have been stated anew.
  package func comesToTheSame(as other: ProposeStatement) -> Bool {
    step == other.step && behind == other.behind && again == other.again
      && bills.map(\.place) == other.bills.map(\.place) && bills.map(\.again) == other.bills.map(\.again)
  }

  package var ownWords: [String] { [] }

  package var change: StepChange { StepChange(.goesOn) }

  package func sentence(_ names: StepNames) -> Wording {
    let (was, becomes) = (again.was.grouped, again.becomes.grouped)
    let why =
      behind.map { Wording(zh: "案件 \($0) 变动后", en: "as case \($0) now stands") }
      ?? Wording(zh: "按现在所知", en: "by what is known now")
    return Wording(
      zh: "\(why.zh)提议赔付由 \(was) 元增至 \(becomes) 元，待另一人附议",
      en: "\(becomes) proposed \(why.en), which was \(was): another officer has to second it")
  }
}

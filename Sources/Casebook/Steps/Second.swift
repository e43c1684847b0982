package import Journal
import Rules
import Units

/// What came of seconding a proposal.
package struct Seconded: Sendable {
  package let supplement: SupplementStatement
  /// What came of the cases behind it.
  package let behind: Followed
}

extension Recording {
  /// Another officer comes to the same as a proposal: what it comes to is promised, or waits for the fund, and the cases behind
  /// it in its accounts follow.
  ///
  /// The case is decided again: where that comes to something else by now the proposal is refused, with what differs.
  @discardableResult
  package func second(_ number: Int) throws(CasebookError) -> Seconded {
    try checkRole(SecondStatement.rule)
    try checkMayApprove()
    guard let entry = try book.entry(number), let proposal = entry.statement(ProposeStatement.self) else {
      throw .refused(.noProposal(number))
    }
    let file = try found(proposal.step.number)
    guard try book.proposal(of: file.number)?.entry.number == number else { throw .refused(.isDone(entry)) }
    guard entry.actor != actor.name else { throw .refused(.isOwn(entry, file)) }
    try checkKinship(file.household)
    let last = max(file.since, entry.happenedOn)
    guard on >= last else { throw .refused(.beforeProposal(file, last)) }
    if proposal.behind != nil, let revision = try book.revision(of: file) {
      throw .refused(.revised(file, revision))
    }
    let (own, known) = try book.redecision(of: file, as: proposal, on: on)
    let now = own.proposing(behind: proposal.behind, knowing: known)
    guard now.comesToTheSame(as: proposal) else {
      throw .refused(.isOtherwise(entry, file, proposal.again, now.again))
    }
    let years = Dictionary(grouping: own.parts) {
      PolicyYear.days(around: $0.day, book.scheme.policyYearStart)
    }
    for (days, parts) in years.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
      let gain = parts.reduce(Yuan.zero) { $0 + $1.gain }
      if gain > .zero { try checkLimit(file.household, in: days, adding: gain) }
    }
    let ahead = try book.redecisions(behind: file, out: nil, as: own)
    if let paid = ahead.first(where: { $0.isSent && $0.becomes < $0.was }) {
      throw .refused(.isPaidAlready(file, paid))
    }
    try append(
      SecondStatement(
        CaseStep(file.number, of: file.household, from: nil, to: nil, signing: nil), proposal: number))
    let supplement = try supplement(now, in: number)
    try append(supplement)
    return Seconded(supplement: supplement, behind: try follow(behind: file.number))
  }

  /// What the entry says that promises what was seconded, or has it wait.
  fileprivate func supplement(
    _ proposal: ProposeStatement, in number: Int
  ) throws(CasebookError) -> SupplementStatement {
    let file = try found(proposal.step.number)
    let amount = proposal.again.becomes - proposal.again.was
    let fate = try fate(ofAdding: amount, to: file)
    return SupplementStatement(
      fate.step, amount: amount, waitsBeside: fate.waitsBeside, call: fate.call, proposal: number,
      known: proposal.known, again: proposal.again, bills: proposal.bills)
  }
}

extension SecondStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.noteEntry(entry, step)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.second(proposal)
    return .compared
  }
}

extension SupplementStatement {
  /// It must be what was seconded by the entry before.
  func retake(
    _ entry: Entry, seconding number: Int, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    let book = recording.book
    guard audit.seconded == number, let proposed = try book.entry(number) else {
      return .found([
        Deviation(
          Wording(
            zh: "案件 \(step.number) 的补付没有经另一人附议",
            en: "nobody has seconded what case \(step.number) is paid more"))
      ])
    }
    let proposal = try proposed.read(ProposeStatement.self)
    guard let file = try book.casefile(proposal.step.number) else { throw .damaged(row: CaseColumn.table) }
    let (own, known) = try book.redecision(of: file, as: proposal, on: entry.happenedOn)
    let now = own.proposing(behind: proposal.behind, knowing: known)
    return .found(
      Deviation.between(entry.payload, and: try recording.supplement(now, in: number).payload))
  }
}

extension Refusal {
  private static let list = Wording(
    zh: "待附议的提议见 casebook proposals", en: "casebook proposals lists those that wait")

  fileprivate static func noProposal(_ number: Int) -> Refusal {
    Refusal(
      .notGiven,
      Wording(zh: "台账第 \(number) 条不是提议", en: "entry \(number) is no proposal"), fix: list)
  }

  fileprivate static func isDone(_ entry: Entry) -> Refusal {
    Refusal(
      .alreadyDone,
      Wording(
        zh: "第 \(entry.number) 条的提议已附议，或已被后来的决定取代",
        en: "the proposal of entry \(entry.number) was seconded, or decided otherwise since"), fix: list)
  }

  fileprivate static func isOwn(_ entry: Entry, _ file: Casefile) -> Refusal {
    Refusal(
      .needsSecondActor,
      Wording(
        zh: "第 \(entry.number) 条是 \(entry.actor) 自己提议的，须由另一人附议",
        en: "\(entry.actor) proposed entry \(entry.number): another officer has to second it"),
      fix: Wording(
        zh: "请县防贫办另一位与户 \(file.household) 无亲属关系的人办理",
        en: "another of the county office who is not related to household \(file.household) must do it"))
  }

  fileprivate static func beforeProposal(_ file: Casefile, _ day: Day) -> Refusal {
    Refusal(
      .beforeLastStep,
      Wording(
        zh: "案件 \(file.number) 的上一步或提议是 \(day)，不能记在更早的日子",
        en: "the last step of case \(file.number), or the proposal, was on \(day): nothing can come before it"
      ),
      fix: Wording(zh: "--on 不早于 \(day)", en: "give --on \(day) or later"))
  }

  fileprivate static func isOtherwise(
    _ entry: Entry, _ file: Casefile, _ proposed: DecidedAgain, _ now: DecidedAgain
  ) -> Refusal {
    func said(_ again: DecidedAgain) -> String { "\(again.was.grouped) → \(again.becomes.grouped)" }
    return Refusal(
      .differs,
      Wording(
        zh: "第 \(entry.number) 条提议 \(said(proposed)) 元，案件 \(file.number) 现在算出的是 \(said(now)) 元，或依据的情况已不同",
        en:
          "entry \(entry.number) proposes \(said(proposed)); case \(file.number) now comes to \(said(now)), or rests on "
          + "other facts"),
      fix: Wording(
        zh: "重新决定：case redecide \(file.number)", en: "decide it again: case redecide \(file.number)"))
  }

  fileprivate static func isPaidAlready(_ file: Casefile, _ other: Redecision) -> Refusal {
    let number = other.casefile.number
    return Refusal(
      .alreadyDone,
      Wording(
        zh: "案件 \(number) 已按后来的累计付了 \(other.was.grouped) 元，案件 \(file.number) 再增加就付重了"
          + "（案件 \(number) 应为 \(other.becomes.grouped) 元）",
        en:
          "case \(number), decided later, was sent \(other.was.grouped) and has brought it already: with more for case "
          + "\(file.number) it would be \(other.becomes.grouped)"))
  }
}

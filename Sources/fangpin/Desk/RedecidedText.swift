import Casebook
import Journal
import Rules
import Units

/// What is said of cases that were decided again, and of those that were not.
enum RedecidedText {
  /// A case was decided again.
  static func again(_ statement: RedecideStatement) -> Wording {
    let (was, becomes) = (statement.again.was.grouped, statement.again.becomes.grouped)
    let reason = Reason(code: statement.again.reason)?.name ?? Wording(zh: "", en: "")
    return Wording(
      zh: "案件 \(statement.step.number) 重新决定：赔付由 \(was) 元变为 \(becomes) 元（\(reason.zh)）",
      en:
        "case \(statement.step.number) is decided again: \(becomes) to be paid, which was \(was) (\(reason.en))"
    )
  }

  /// What came of the cases behind one that counts otherwise.
  static func say(_ behind: Followed, _ context: CommandContext) {
    for statement in behind.again { context.say(again(statement)) }
    for proposed in behind.proposed { context.say(Self.proposed(proposed)) }
    for sum in behind.later { context.say(stays(sum)) }
    CaseDesk.tell(takenUp: behind.taken, context)
  }

  /// It was proposed to pay a case more.
  static func proposed(_ proposed: Proposed) -> Wording {
    let (number, again) = (proposed.statement.step.number, proposed.statement.again)
    return Wording(
      zh: "案件 \(number) 提议赔付由 \(again.was.grouped) 元增至 \(again.becomes.grouped) 元；由县防贫办另一人附议后才付："
        + "casebook second \(proposed.entry)",
      en:
        "case \(number) is proposed to be paid \(again.becomes.grouped), which was \(again.was.grouped); it is when "
        + "another of the county office has seconded it: casebook second \(proposed.entry)")
  }

  /// What was proposed waits for another officer.
  static func waits(_ proposal: Proposal) -> Wording {
    let (entry, again) = (proposal.entry, proposal.statement.again)
    return Wording(
      zh: "\(entry.actor) 提议赔付 \(again.becomes.grouped) 元，由县防贫办另一人附议：casebook second \(entry.number)",
      en: "\(entry.actor) proposes \(again.becomes.grouped); another of the county office seconds it: "
        + "casebook second \(entry.number)")
  }

  /// So many proposals wait for whoever may second them; `nil` where none do.
  static func wait(_ proposals: [Proposal]) -> Wording? {
    guard !proposals.isEmpty else { return nil }
    return Wording(
      zh: "待附议的提议 \(proposals.count) 件：见 casebook proposals",
      en: "\(proposals.count.counted("proposal")) to be seconded: see casebook proposals")
  }

  /// A case behind another is not decided again, and would be another sum.
  static func stays(_ sum: LaterSum) -> Wording {
    Wording(
      zh:
        "案件 \(sum.casefile)\(sum.place > 0 ? "的单据 \(sum.place)" : "") 维持 \(sum.was.grouped) 元不变；按现有累计应为 "
        + "\(sum.becomes.grouped) 元",
      en:
        "case \(sum.casefile)\(sum.place > 0 ? ", bill \(sum.place)" : "") keeps its \(sum.was.grouped); by what "
        + "counts now it would be \(sum.becomes.grouped)")
  }
}

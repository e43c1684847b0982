import Casebook
import Journal
import Units

/// `fangpin case reverse`: a decision is taken back.
enum CaseReverseCommand {
  static let reason = CaseDesk.reason(
    Wording(zh: "为什么冲正（不要写姓名等个人信息）", en: "why (no names: it stays in the journal)"))

  static let spec = CommandSpec(
    "reverse",
    summary: Wording(zh: "冲正已作出的决定", en: "reverse a decision"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [reason],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case reverse 17 --reason cost-was-insured --casebook wei.casebook --key county.pem",
        Wording(zh: "案件 17 冲正", en: "the decision on case 17 is reversed"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.reverse(number, reason: arguments[reason])
    } after: { (done, file, book) throws(CasebookError) in
      let reversals = try book.entries(of: file).compactMap { $0.statement(ReverseStatement.self) }
      let taken = reversals.last?.takenBack ?? .zero
      if taken > .zero {
        context.say(
          Wording(
            zh: "已付的 \(taken.grouped) 元须追回", en: "\(taken.grouped) was paid and must be recovered"))
      }
      for sum in done.later {
        context.say(
          Wording(
            zh: "案件 \(sum.casefile) 的累计额由 \(sum.was.grouped) 变为 \(sum.becomes.grouped) 元",
            en:
              "case \(sum.casefile): its accumulator changes from \(sum.was.grouped) to \(sum.becomes.grouped)"
          ))
      }
      if !done.taken.isEmpty {
        let cases = done.taken.map { "\($0)" }
        context.say(
          Wording(
            zh: "资金空出，转入待赔付的案件：\(cases.joined(separator: "、"))",
            en: "money is free again; cases now to be paid: \(cases.joined(separator: ", "))"))
      }
      return .done
    }
  }
}

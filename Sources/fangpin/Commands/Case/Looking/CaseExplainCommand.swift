import Casebook
import Claims
import Explain
import Journal
import Units

/// `fangpin case explain`: why a case was decided as it was.
enum CaseExplainCommand {
  static let format = ExplainCommand.format

  static let spec = CommandSpec(
    "explain",
    summary: Wording(zh: "说明案件的决定从何而来", en: "say why a case was decided as it was"),
    discussion: [
      Wording(
        zh: "依据台账：审批时的方案、当时所知的家庭情况、同一账户此前计入的案件。",
        en:
          "Based on the journal: the scheme in force at the approval, what was known of the household then, and what "
          + "the same account had counted before.")
    ],
    operands: [CaseDesk.number],
    options: CasebookOptions.reading + [format],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "没有此案，或还没有审批", en: "there is no such case, or it is not decided"))
    ],
    examples: [
      Example(
        "fangpin case explain 17 --casebook wei.casebook",
        Wording(zh: "说明案件 17 的决定", en: "the decision on case 17"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CaseDesk.look(arguments, context) { (file, book) throws(CasebookError) in
      guard let derivation = try book.derivation(of: file) else {
        context.say(
          Wording(
            zh: "案件 \(file.number) 还没有审批，没有可说明的决定",
            en: "case \(file.number) is not decided yet: there is nothing to explain"))
        context.say(try CaseDesk.progress(of: file, in: book))
        return .answerIsNo
      }
      let bills = try book.billDerivations(of: file)
      let text =
        bills.isEmpty
        ? Explanation(derivation).voice(arguments[format], in: context.language)
        : self.text(of: bills, arguments[format], context.language)
      let ending = context.deliver(text: text)
      let decided =
        bills.isEmpty ? derivation.decision.payout : bills.map(\.bill).payout ?? derivation.decision.payout
      if file.payout > decided {
        let more = file.payout - decided
        context.say(
          Wording(
            zh: "此后重新理算，补付 \(more.grouped) 元，合计 \(file.payout.grouped) 元",
            en: "readjudicated since: \(more.grouped) more, \(file.payout.grouped) in all"))
      }
      if file.payout < decided, file.state != .reversed {
        context.say(
          Wording(
            zh: "此后重新决定：赔付由 \(decided.grouped) 元变为 \(file.payout.grouped) 元",
            en: "decided again since: \(file.payout.grouped) instead of \(decided.grouped)"))
      }
      if file.state == .reversed {
        context.say(
          Wording(
            zh: "此后已冲正：\(Plain.text(file.reason ?? ""))",
            en: "since reversed: \(Plain.text(file.reason ?? ""))"))
      }
      return ending
    }
  }

  /// Each bill with its explanation; one that waits for another has none.
  private static func text(
    of bills: [(bill: DecidedBill, derivation: Derivation?)], _ format: ExplanationFormat,
    _ language: Language
  ) -> String {
    bills.enumerated().map { index, one in
      let voice = one.derivation.map { Explanation($0).voice(format, in: language) } ?? ""
      guard format == .text else { return voice }
      let words = Plain.text(one.bill.sentence[language])
      return (index > 0 ? "\n" : "") + "── \(words)\n" + (voice.isEmpty ? "" : "\n\(voice)")
    }.joined()
  }
}

import Casebook
import Units

/// `fangpin case`: the steps of a case, and looking at it.
enum CaseCommand {
  static let number = Operand<String>.required(
    "CASE", Wording(zh: "案件编号", en: "the case's number"), offers: .nothing)
  static let note = Option<String?>.optional(
    "note", "TEXT",
    Wording(zh: "说明（不要写姓名等个人信息）", en: "what there is to say (no names: it stays in the journal)"),
    offers: .nothing)
  static let refused = Wording(zh: "这一步不允许", en: "the step is refused")

  static let spec = CommandSpec(
    group: "case",
    summary: Wording(zh: "案件的各步办理和查看", en: "the steps of a case, and looking at it"),
    exits: Exit.usual + [Exit(.answerIsNo, refused)],
    examples: [
      Example(
        "fangpin case visit 17 --casebook wei.casebook --key adjuster.pem",
        Wording(zh: "记录案件 17 已入户", en: "case 17 has been visited"))
    ],
    subcommands: [CaseScreenCommand.spec, CaseVisitCommand.spec])

  /// Takes one step of one case and says where it stands now.
  static func step(
    _ arguments: ParsedArguments, _ context: CommandContext,
    _ body: (Recording, Int) throws(CasebookError) -> Void
  ) -> ExitCode {
    guard let number = Int(arguments[number]), number > 0 else {
      return context.refuse(
        Wording(
          zh: "「\(arguments[CaseCommand.number])」不是案件编号",
          en: "'\(arguments[CaseCommand.number])' is not the number of a case"))
    }
    return CasebookDesk(arguments: arguments, context: context).record {
      (recording) throws(CasebookError) in
      try body(recording, number)
    } after: { (_, book) throws(CasebookError) in
      guard let file = try book.casefile(number) else { return .answerIsNo }
      context.say(standing(of: file))
      return .done
    }
  }

  /// Where a case stands, and what it waits for.
  static func standing(of file: Casefile) -> Wording {
    let next = Move.awaited(in: file.state)
    return Wording(
      zh: "案件 \(file.number)：\(file.state.name.zh)"
        + (next.map {
          "；下一步：\($0.rawValue)（\($0.name.zh)），由\($0.roles.map(\.name.zh).joined(separator: "或"))办理"
        } ?? ""),
      en: "case \(file.number): \(file.state.name.en)"
        + (next.map { "; next: \($0.rawValue), by \($0.roles.map(\.name.en).joined(separator: " or "))" }
          ?? ""))
  }
}

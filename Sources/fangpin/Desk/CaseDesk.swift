import Casebook
import Journal
import Units

/// A command at work on one case of a casebook: the options that steps share, a step, a look, and where the case stands.
enum CaseDesk {
  static let number = Operand<String>.required(
    "CASE", Wording(zh: "案件编号", en: "the case's number"), offers: .nothing)
  static let note = Option<String?>.optional(
    "note", "TEXT",
    Wording(zh: "说明（不要写姓名等个人信息）", en: "a note (no names: it stays in the journal)"),
    offers: .nothing)
  static let refused = Wording(zh: "不予办理：规则不允许这一步", en: "the step is refused")

  /// Why a step is taken; the command cannot do without it.
  static func reason(_ summary: Wording) -> Option<String> {
    .required("reason", "TEXT", summary, offers: .nothing)
  }

  /// Takes one step of one case and says where it stands now.
  static func step(
    _ arguments: ParsedArguments, _ context: CommandContext,
    _ body: (Recording, Int) throws(CasebookError) -> Void
  ) -> ExitCode {
    step(arguments, context, body) { (_, _, _) throws(CasebookError) in .done }
  }

  /// Takes one step of one case, says where it stands now, and lets `after` say what else came of it.
  static func step<R>(
    _ arguments: ParsedArguments, _ context: CommandContext,
    _ body: (Recording, Int) throws(CasebookError) -> R,
    after: (R, Casefile, Casebook) throws(CasebookError) -> ExitCode
  ) -> ExitCode {
    guard let number = number(arguments) else { return refuseNumber(arguments, context) }
    return CasebookDesk(arguments: arguments, context: context).record {
      (recording) throws(CasebookError) in
      try body(recording, number)
    } after: { (result, book) throws(CasebookError) in
      guard let file = try book.casefile(number) else { return .answerIsNo }
      context.say(try progress(of: file, in: book))
      return try after(result, file, book)
    }
  }

  /// Looks at one case.
  static func look(
    _ arguments: ParsedArguments, _ context: CommandContext,
    _ body: (Casefile, Casebook) throws(CasebookError) -> ExitCode
  ) -> ExitCode {
    guard let number = number(arguments) else { return refuseNumber(arguments, context) }
    return CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      guard let file = try book.casefile(number) else {
        context.say(Wording(zh: "没有案件 \(number)", en: "there is no case \(number)"))
        return .answerIsNo
      }
      return try body(file, book)
    }
  }

  /// Refuses a command line that lacks an option which only the command itself knows to be needed.
  static func missing(_ option: OptionSpec, _ context: CommandContext) -> ExitCode {
    context.refuse(UsageError(path: context.path, fault: .missingOptions([option.dashed])))
  }

  /// Tells which cases are to be paid now that money is free again; nothing where none are.
  static func tell(takenUp cases: [Int], _ context: CommandContext) {
    guard !cases.isEmpty else { return }
    let names = cases.map { "\($0)" }
    context.say(
      Wording(
        zh: "资金空出，转入待赔付的案件：\(names.joined(separator: "、"))",
        en: "money is free again; cases now to be paid: \(names.joined(separator: ", "))"))
  }

  private static func number(_ arguments: ParsedArguments) -> Int? {
    Int(TypedValue.word(arguments[number])).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func refuseNumber(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    context.refuse(badNumber(arguments[number]))
  }

  static func badNumber(_ text: String) -> Wording {
    Wording(zh: "“\(text)”不是案件编号", en: "'\(text)' is not a case number")
  }

  /// Where a case stands, and what it waits for: whose turn it is under the scheme, and from when.
  static func progress(of file: Casefile, in book: Casebook) throws(CasebookError) -> Wording {
    let state = Wording(
      zh: "案件 \(file.number)：\(file.state.name.zh)", en: "case \(file.number): \(file.state.name.en)")
    guard let waiting = try book.waiting(file), let step = waiting.step else { return state }
    let roles = Wording(
      zh: waiting.roles.map(\.name.zh).joined(separator: "或"),
      en: waiting.roles.map { "the \($0.name.en)" }.joined(separator: " or "))
    let from = Wording(
      zh: waiting.from.map { "，\($0) 起" } ?? "", en: waiting.from.map { ", from \($0) on" } ?? "")
    return Wording(
      zh: "\(state.zh)；下一步：\(step.rawValue)（\(step.name.zh)），由\(roles.zh)办理\(from.zh)",
      en: "\(state.en); next: \(step.rawValue), by \(roles.en)\(from.en)")
  }
}

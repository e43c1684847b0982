import Casebook
import Files
import Glibc
import Sealing
import Units

/// One declaration on its way in: asks for what is missing where somebody is there to answer, records it, and writes the
/// receipt.
struct DeclarationIntake {
  let book: Casebook
  let key: PrivateKey
  /// When it is declared; `nil` for today.
  let day: Day?
  let arguments: ParsedArguments
  let context: CommandContext

  func take(_ given: DeclarationDraft, _ questions: DeclarationQuestions) throws(CasebookError) -> ExitCode {
    let hasConsent = arguments[DeclareCommand.consent]
    var missing = DeclarationField.allCases.filter {
      given[$0] == nil && questions.isRequired($0) && questions.applies($0, given)
    }.map { "--" + $0.rawValue }
    if !hasConsent { missing.append("--consent") }
    guard !missing.isEmpty else { return try record(given, questions) }
    guard isatty(STDIN_FILENO) == 1, context.talk.terminal.isScreen else {
      return context.refuse(UsageError(path: context.path, fault: .missingOptions(missing)))
    }
    var terminal = StandardTerminal(talk: context.talk)
    let dialogue = Dialogue(
      questions, in: context.language, style: context.talk.terminal, checkHousehold: objection)
    switch try dialogue.run(given, hasConsent: hasConsent, on: &terminal) {
    case .consented(let draft): return try record(draft, questions)
    case .refused:
      context.say(
        Wording(
          zh: "申报户不同意核查，不能受理；没有登记任何内容。",
          en: "Without the household's consent no declaration can be accepted; nothing was recorded."))
      return .answerIsNo
    case .stopped:
      context.say(Wording(zh: "已退出；没有登记任何内容。", en: "Stopped; nothing was recorded."))
      return .answerIsNo
    }
  }

  /// What the casebook has against a household, if anything.
  private func objection(_ household: String) throws(CasebookError) -> Wording? {
    do throws(CasebookError) {
      try book.act(key, on: day, clock: .now) { (recording) throws(CasebookError) in
        try recording.checkMayDeclare(for: household)
      }
      return nil
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      return refusal.what
    }
  }

  private func record(_ draft: DeclarationDraft, _ questions: DeclarationQuestions) throws(CasebookError)
    -> ExitCode
  {
    guard var declaration = draft.declaration else {
      preconditionFailure("a declaration without a required answer was let pass")
    }
    declaration.another = arguments[DeclareCommand.another]
    let number = try declare(declaration)
    let receipt = DeclareReceiptText(
      number: number, declaration: declaration, on: questions.on, scheme: book.scheme,
      head: try book.lastHead())
    if let uncovered = questions.uncovered(declaration.incurredOn) { context.warn(uncovered) }
    return context.deliver(
      (context.output.terminal.isScreen ? "\n" : "") + receipt.text(in: context.language))
  }

  /// Records the declaration; where a case holds the same cost, somebody at a terminal is asked whether it is another one.
  private func declare(_ declaration: Declaration) throws(CasebookError) -> Int {
    do throws(CasebookError) { return try enter(declaration) } catch {
      guard case .refused(let refusal) = error, refusal.code == .alreadyDone, declaration.another == nil,
        let reason = askWhyAnother(refusal)
      else { throw error }
      var declaration = declaration
      declaration.another = reason
      return try enter(declaration)
    }
  }

  private func enter(_ declaration: Declaration) throws(CasebookError) -> Int {
    try book.act(key, on: day, clock: .now) { (recording) throws(CasebookError) in
      try recording.declare(declaration)
    }
  }

  /// Why it is another cost; `nil` where it is not, or nobody is there to say.
  private func askWhyAnother(_ refusal: Refusal) -> String? {
    guard isatty(STDIN_FILENO) == 1, context.talk.terminal.isScreen else { return nil }
    var terminal = StandardTerminal(talk: context.talk)
    let question = Wording(
      zh: "是另一笔费用：请写为什么（记入台账，不写姓名）；是同一笔：直接回车",
      en:
        "If it is another cost, type why (it stands in the journal, so no names); if it is the same, press Enter"
    )
    terminal.write("\n" + refusal.what[context.language] + "\n" + question[context.language] + "\n> ")
    let reason = terminal.nextLine().map { Dress.text($0, as: .word).value } ?? ""
    return reason.isEmpty ? nil : reason
  }
}

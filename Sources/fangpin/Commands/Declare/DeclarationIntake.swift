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
    guard let declaration = draft.declaration else {
      preconditionFailure("a declaration without a required answer was let pass")
    }
    let again = arguments[DeclareCommand.again]
    let number = try book.act(key, on: day, clock: .now) { (recording) throws(CasebookError) in
      try recording.declareOnce(declaration, again: again)
    }
    let receipt = DeclareReceiptText(
      number: number, declaration: declaration, on: questions.on, scheme: book.scheme,
      head: try book.lastHead())
    if let uncovered = questions.uncovered(declaration.incurredOn) { context.warn(uncovered) }
    return context.deliver(
      (context.output.terminal.isScreen ? "\n" : "") + receipt.text(in: context.language))
  }
}

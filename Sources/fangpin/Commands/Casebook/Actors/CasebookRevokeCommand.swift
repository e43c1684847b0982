import Casebook
import Units

/// `fangpin casebook revoke`: takes an actor's key out of use, by two actors.
enum CasebookRevokeCommand {
  static let name = Operand<String>.required(
    "NAME", Wording(zh: "经办人的姓名", en: "the actor's name"), offers: .nothing)

  static let spec = CommandSpec(
    "revoke",
    summary: Wording(zh: "注销经办人的密钥", en: "revoke an actor's key"),
    discussion: [
      Wording(
        zh: "由县防贫办两人注销，都不能是本人：一人提出，另一人用同一条命令确认，确认后不能再签。只提出、未确认的登记一人即可撤销。",
        en:
          "It takes two actors of the county's office, neither of them the one leaving: one proposes, "
          + "another confirms with the "
          + "same command, and from then on the key no longer signs. One actor can drop an enrolment that "
          + "is only proposed."
      )
    ],
    operands: [name],
    options: CasebookOptions.recording,
    exits: CasebookDesk.recordingExits,
    examples: [
      Example(
        "fangpin casebook revoke Wang --casebook wei.casebook --key li.pem",
        Wording(zh: "提出注销，或确认另一人提出的注销", en: "propose, or confirm another's proposal"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let name = arguments[name]
    return CasebookDesk(arguments: arguments, context: context).record { (recording) throws(CasebookError) in
      try recording.revoke(name)
    } after: { (step, _) throws(CasebookError) in
      context.say(wording(name, step))
      return .done
    }
  }

  private static func wording(_ name: String, _ step: EnrolmentStep) -> Wording {
    switch step {
    case .proposed:
      Wording(
        zh: "已提出注销 \(name)，待县防贫办另一人确认",
        en: "the revocation of \(name) is proposed; another actor of the county's office must confirm")
    case .done: Wording(zh: "\(name) 的密钥已注销", en: "the key of \(name) is revoked")
    case .already: Wording(zh: "\(name) 的密钥早已注销", en: "the key of \(name) was already revoked")
    }
  }
}

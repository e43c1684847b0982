import Casebook
import Journal
import Sealing
import Units

/// `fangpin casebook actors`: who may sign.
enum CasebookActorsCommand {
  static let spec = CommandSpec(
    "actors",
    summary: Wording(zh: "列出经办人和他们的密钥", en: "list who may sign, and with which key"),
    options: CasebookOptions.reading,
    examples: [
      Example("fangpin casebook actors --casebook wei.casebook", Wording(zh: "列出经办人", en: "list the actors"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      var table = AlignedTable(right: [])
      table.add(
        [
          Wording(zh: "姓名", en: "name"), Wording(zh: "单位", en: "office"), Wording(zh: "角色", en: "role"),
          Wording(zh: "状态", en: "state"), Wording(zh: "亲属户", en: "households"),
          Wording(zh: "密钥指纹", en: "key"),
        ].map { $0[context.language] })
      for actor in try book.actors() {
        table.add([
          actor.name, actor.office, actor.role.name[context.language], enrolment(actor)[context.language],
          actor.households.isEmpty ? "-" : actor.households.joined(separator: " "),
          String(actor.publicKey.fingerprint.hex.prefix(16)),
        ])
      }
      return context.deliver(table.text)
    }
  }

  private static func enrolment(_ actor: Actor) -> Wording {
    let by = actor.proposedBy ?? "?"
    return switch actor.enrolment {
    case .proposed: Wording(zh: "待确认（\(by) 提出）", en: "proposed by \(by)")
    case .active: Wording(zh: "在用", en: "active")
    case .leaving: Wording(zh: "在用，待注销（\(by) 提出）", en: "active, revocation proposed by \(by)")
    case .revoked: Wording(zh: "已注销", en: "revoked")
    }
  }
}

import Casebook
import Journal
import Sealing
import Units

/// `fangpin case inbox`: what waits for whom, since when and until when.
enum CaseInboxCommand {
  static let key = Option<String?>.optional(
    "key", "FILE", Wording(zh: "只列这把密钥可办的", en: "only what the holder of this key may do next"),
    offers: .files)
  static let role = Option<Role?>.optionalChoice(
    "role", Wording(zh: "只列这种角色可办的", en: "only what this role may do next"))
  static let on = Option<String?>.optional(
    "on", "DAY", Wording(zh: "按哪一天判断逾期", en: "the date on which to judge what is overdue"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)

  static let spec = CommandSpec(
    "inbox",
    summary: Wording(zh: "列出等待办理的事项", en: "list what is waiting, for whom, since when and until when"),
    options: CasebookOptions.reading + [key, role, on],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "密钥没有登记", en: "the key is not enrolled"))
    ],
    examples: [
      Example(
        "fangpin case inbox --role township --casebook wei.casebook",
        Wording(zh: "等乡镇办理的事项", en: "what is waiting for the township"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard arguments[key] == nil || arguments[role] == nil else {
      return context.refuse(Wording(zh: "--key 和 --role 只能写一个", en: "give --key or --role, not both"))
    }
    var today = Instant.now.dayInChina
    if let text = arguments[on] {
      guard let day = TypedValue.day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      today = day
    }
    return CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      let inbox: [Waiting]
      var proposals =
        try arguments[role].map(SecondStatement.rule.by.contains) ?? true ? book.proposals() : []
      if let path = arguments[key] {
        guard let actor = try book.actor(key: try CasebookDesk.key(path).publicKey.fingerprint) else {
          context.say(
            Wording(zh: "这把密钥没有在案卷簿登记", en: "this key is not enrolled in the casebook"))
          return .answerIsNo
        }
        inbox = try book.inbox(of: actor)
        proposals = try book.proposals(for: actor)
      } else {
        inbox = try book.inbox(of: arguments[role])
      }
      let besides = RedecidedText.wait(proposals)
      guard !inbox.isEmpty else {
        context.say(besides ?? Wording(zh: "没有等待办理的事项", en: "nothing is waiting"))
        return .done
      }
      let text = CaseInboxText(inbox: inbox, scheme: book.scheme, today: today, language: context.language)
        .text
      let code = context.deliver(text)
      if let besides { context.say(besides) }
      return code
    }
  }
}

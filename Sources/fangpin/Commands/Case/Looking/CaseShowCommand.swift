import Casebook
import Journal
import Units

/// `fangpin case show`: a case whole.
enum CaseShowCommand {
  static let on = Option<String?>.optional(
    "on", "DAY",
    Wording(zh: "待补的案件，按哪一天所知说还缺什么", en: "the date by whose knowledge to say what a pended case lacks"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)

  static let spec = CommandSpec(
    "show",
    summary: Wording(zh: "查看案件全貌", en: "show the whole of a case"),
    discussion: [
      Wording(
        zh: "案情、家庭情况、每一步（发生日期、记录时间、经办人）及其存证码；姓名、账号部分隐去。",
        en:
          "Its facts, what is known of the household, every step with its date, when it was recorded and by whom, "
          + "and the heads that seal them; names and accounts are masked.")
    ],
    operands: [CaseDesk.number],
    options: CasebookOptions.reading + [on],
    exits: Exit.usual + [Exit(.answerIsNo, Wording(zh: "没有此案", en: "there is no such case"))],
    examples: [
      Example(
        "fangpin case show 17 --casebook wei.casebook",
        Wording(zh: "查看案件 17", en: "case 17"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var today = Instant.now.dayInChina
    if let text = arguments[on] {
      guard let day = TypedValue.day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      today = day
    }
    return CaseDesk.look(arguments, context) { [today] (file, book) throws(CasebookError) in
      context.deliver(
        try CaseShowText(file: file, book: book, language: context.language, today: today).text())
    }
  }
}

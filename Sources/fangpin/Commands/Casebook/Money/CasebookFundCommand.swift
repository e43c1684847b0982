import Casebook
import Journal
import Units

/// `fangpin casebook fund`: how the fund stands, and where it is heading.
enum CasebookFundCommand {
  static let on = Option<String?>.optional(
    "on", "DAY", Wording(zh: "预测所据的日期，不晚于今天", en: "the date to forecast from, not later than today"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)

  static let spec = CommandSpec(
    "fund",
    summary: Wording(
      zh: "查看资金的收支、结余和保障年度末预测", en: "show what was paid in, paid out and is left, with a forecast"),
    discussion: [
      Wording(
        zh: "预测按天数折算：从保障年度开始或首次拨款（取较晚者）到今天决定赔付的金额 × 全年天数 ÷ 已过天数。赔付率 =（已付 + 已决未付）÷ 拨入。",
        en:
          "The forecast is linear in days: the payouts decided since the start of the policy year or the first "
          + "contribution, whichever is later, × days in the whole period ÷ days so far. The loss ratio is "
          + "(paid + approved, not yet paid) ÷ contributed.")
    ],
    options: [CasebookOptions.casebook, on],
    examples: [
      Example(
        "fangpin casebook fund --casebook wei.casebook", Wording(zh: "看资金", en: "the state of the fund"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var day = Instant.now.dayInChina
    if let text = arguments[on] {
      guard let parsed = TypedValue.day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      guard parsed <= day else {
        return context.refuse(Wording(zh: "\(text) 还没到", en: "\(text) is in the future"))
      }
      day = parsed
    }
    return CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      context.deliver(CasebookFundText(fund: try book.fund(on: day), language: context.language).text)
    }
  }
}

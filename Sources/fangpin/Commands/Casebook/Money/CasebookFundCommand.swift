import Casebook
import Journal
import Units

/// `fangpin casebook fund`: how the fund stands, and where it is heading.
enum CasebookFundCommand {
  static let on = Option<String?>.optional(
    "on", "DAY", Wording(zh: "看哪一天的资金，不晚于今天", en: "the day of which the fund is told, not later than today"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)

  static let spec = CommandSpec(
    "fund",
    summary: Wording(
      zh: "查看资金的收支、结余和保障年度末预测", en: "show what was paid in, paid out and is left, with a forecast"),
    discussion: [
      Wording(
        zh: "预测按天数折算：从保障年度开始或首次拨款（取较晚者）到所看的一天决定赔付的金额（含等待资金的）× 全年天数 ÷ 已过天数；"
          + "等待资金的金额从预计结余里扣除。赔付率 =（已付 + 已决未付）÷ 拨入。用 --on 时，所有数字都是那一天的。",
        en:
          "The forecast is linear in days: the payouts decided (those that wait for the fund included) since the "
          + "start of the policy year or the first contribution, whichever is later, up to the day × days in the "
          + "whole period ÷ days so far; what waits is taken off what is left. The loss ratio is "
          + "(paid + approved, not yet paid) ÷ contributed. With --on, every figure is of that day.")
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
      context.deliver(
        CasebookFundText(fund: try book.fund(on: day), day: day, language: context.language).text)
    }
  }
}

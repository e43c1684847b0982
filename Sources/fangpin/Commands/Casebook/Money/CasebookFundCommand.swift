import Casebook
import Journal
import Units

/// `fangpin casebook fund`: how the fund stands, and where it is heading.
enum CasebookFundCommand {
  static let on = Option<String?>.optional(
    "on", "DAY", Wording(zh: "预测所据的日期，不晚于今天", en: "the day to forecast from, not later than today"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)

  static let spec = CommandSpec(
    "fund",
    summary: Wording(zh: "查看资金的收支、结余和年底预测", en: "show what came in, went out and is left, with a forecast"),
    discussion: [
      Wording(
        zh: "预测按天数折算：从保单年度开始或首次拨款（取较晚者）到今天决定赔付的金额 × 全年天数 ÷ 已过天数。"
          + "赔付率 =（已到账 + 已承诺）÷ 拨入。",
        en:
          "The forecast is linear in days: what was decided to be paid from the policy year's beginning or the first "
          + "contribution, whichever is later, up to the day × days of the whole ÷ days so far. The loss ratio is "
          + "(paid + committed) ÷ contributed.")
    ],
    options: [CasebookOptions.casebook, on],
    examples: [
      Example("fangpin casebook fund --casebook wei.casebook", Wording(zh: "看资金", en: "how the fund stands"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var day = Instant.now.dayInChina
    if let text = arguments[on] {
      guard let parsed = Day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      guard parsed <= day else {
        return context.refuse(Wording(zh: "\(text) 还没到", en: "\(text) has not come"))
      }
      day = parsed
    }
    return CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      context.deliver(text(try book.fund(on: day), context.language))
    }
  }

  private static func text(_ fund: FundStatus, _ language: Language) -> String {
    var table = AlignedTable(right: [1])
    func row(_ label: Wording, _ amount: String) { table.add([label[language], amount]) }
    row(Wording(zh: "拨入", en: "contributed"), fund.contributed.grouped)
    row(Wording(zh: "县里补足", en: "calls on the county"), fund.called.grouped)
    row(Wording(zh: "已到账", en: "paid"), fund.paid.grouped)
    row(Wording(zh: "已承诺，未到账", en: "committed"), fund.committed.grouped)
    row(Wording(zh: "结余", en: "left"), fund.left.grouped)
    row(
      Wording(zh: "等待资金：\(fund.waiting.cases) 件", en: "waiting for the fund: cases \(fund.waiting.cases)"),
      fund.waiting.amount.grouped)
    row(
      Wording(zh: "赔付率", en: "loss ratio"), fund.lossRatio.map { Numeral.text($0, decimals: 1) + "%" } ?? "-")
    guard let forecast = fund.forecast else {
      return table.text + "\n"
        + Wording(zh: "没有拨款，无从预测", en: "no forecast: there was no contribution by then")[language]
    }
    row(
      Wording(zh: "到 \(forecast.end) 预计赔付", en: "promised by \(forecast.end)"), forecast.promisedByEnd.grouped
    )
    row(Wording(zh: "到 \(forecast.end) 预计结余", en: "left on \(forecast.end)"), forecast.leftAtEnd.grouped)
    return table.text + "\n" + computation(forecast)[language]
  }

  private static func computation(_ forecast: FundForecast) -> Wording {
    let days = forecast.days
    return Wording(
      zh: "预测：\(forecast.from) 至 \(forecast.to) 的 \(days.soFar) 天里决定赔付 \(forecast.promised.grouped) 元，"
        + "× \(days.whole) ÷ \(days.soFar) 天",
      en: "forecast: \(forecast.promised.grouped) decided in the \(days.soFar) days from \(forecast.from) to "
        + "\(forecast.to), × \(days.whole) ÷ \(days.soFar) days")
  }
}

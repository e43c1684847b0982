import Casebook
import Units

/// How the fund stands, as people read it.
struct CasebookFundText {
  let fund: FundStatus
  let day: Day
  let language: Language

  /// All of it, without a newline at its end.
  var text: String {
    var table = AlignedTable(right: [1])
    func row(_ label: Wording, _ amount: String) { table.add([label[language], amount]) }
    row(Wording(zh: "拨入", en: "contributed"), fund.contributed.grouped)
    row(Wording(zh: "请县财政补足", en: "called for from the county"), fund.called.grouped)
    row(Wording(zh: "已付（到账）", en: "paid"), fund.paid.grouped)
    row(Wording(zh: "已决未付", en: "approved, not yet paid"), fund.committed.grouped)
    row(Wording(zh: "结余", en: "left"), fund.left.grouped)
    row(
      Wording(zh: "应由农户退还（不在结余内）", en: "owed back by households (not in what is left)"),
      fund.receivable.grouped)
    row(Wording(zh: "县财政尚未补足", en: "owed by the county"), fund.owed.grouped)
    row(
      Wording(
        zh: "等待资金：\(fund.waitingCases) 件", en: "waiting for the fund: \(fund.waitingCases.counted("case"))"),
      fund.waiting.grouped)
    row(
      Wording(zh: "赔付率", en: "loss ratio"), fund.lossRatio.map { Numeral.text($0, decimals: 1) + "%" } ?? "-")
    let asOf = Wording(zh: "截至 \(day)，单位：元", en: "as of \(day), in yuan")[language]
    guard let forecast = fund.forecast else {
      return table.text + "\n" + asOf + "\n"
        + Wording(zh: "没有拨款，无从预测", en: "no forecast: no contribution had been made by then")[language]
    }
    row(
      Wording(zh: "到 \(forecast.end) 预计决定赔付", en: "payouts expected by \(forecast.end)"),
      forecast.decidedByEnd.grouped
    )
    row(
      Wording(zh: "到 \(forecast.end) 预计结余", en: "expected left on \(forecast.end)"),
      forecast.leftAtEnd.grouped)
    return table.text + "\n" + asOf + "\n" + computation(forecast)[language]
  }

  private func computation(_ forecast: FundForecast) -> Wording {
    let days = forecast.days
    let pace = Wording(
      zh: "预测：\(forecast.from) 至 \(forecast.to) 的 \(days.soFar) 天里决定赔付 \(forecast.decided.grouped) 元，"
        + "× \(days.whole) ÷ \(days.soFar) 天",
      en:
        "forecast: \(forecast.decided.grouped) decided in \(days.soFar.counted("day")) from \(forecast.from) to "
        + "\(forecast.to), × \(days.whole) ÷ \(days.soFar)")
    guard forecast.waiting > .zero else { return pace }
    return Wording(
      zh: pace.zh + "；等待资金的 \(forecast.waiting.grouped) 元已从预计结余里扣除",
      en: pace.en + "; the \(forecast.waiting.grouped) that waits is taken off what is left")
  }
}

import Casebook
import Units

/// How the fund stands, as people read it.
struct CasebookFundText {
  let fund: FundStatus
  let language: Language

  /// All of it, without a newline at its end.
  var text: String {
    var table = AlignedTable(right: [1])
    func row(_ label: Wording, _ amount: String) { table.add([label[language], amount]) }
    row(Wording(zh: "拨入", en: "contributed"), fund.contributed.grouped)
    row(Wording(zh: "县财政补足", en: "made up by the county"), fund.called.grouped)
    row(Wording(zh: "已付（到账）", en: "paid"), fund.paid.grouped)
    row(Wording(zh: "已决未付", en: "approved, not yet paid"), fund.committed.grouped)
    row(Wording(zh: "结余", en: "left"), fund.left.grouped)
    row(
      Wording(
        zh: "等待资金：\(fund.waiting.cases) 件", en: "waiting for the fund: \(fund.waiting.cases.counted("case"))"),
      fund.waiting.amount.grouped)
    row(
      Wording(zh: "赔付率", en: "loss ratio"), fund.lossRatio.map { Numeral.text($0, decimals: 1) + "%" } ?? "-")
    guard let forecast = fund.forecast else {
      return table.text + "\n"
        + Wording(zh: "没有拨款，无从预测", en: "no forecast: no contribution had been made by then")[language]
    }
    row(
      Wording(zh: "到 \(forecast.end) 预计赔付", en: "payouts expected by \(forecast.end)"),
      forecast.promisedByEnd.grouped
    )
    row(
      Wording(zh: "到 \(forecast.end) 预计结余", en: "expected left on \(forecast.end)"),
      forecast.leftAtEnd.grouped)
    return table.text + "\n" + computation(forecast)[language]
  }

  private func computation(_ forecast: FundForecast) -> Wording {
    let days = forecast.days
    return Wording(
      zh: "预测：\(forecast.from) 至 \(forecast.to) 的 \(days.soFar) 天里决定赔付 \(forecast.promised.grouped) 元，"
        + "× \(days.whole) ÷ \(days.soFar) 天",
      en:
        "forecast: \(forecast.promised.grouped) decided in \(days.soFar.counted("day")) from \(forecast.from) to "
        + "\(forecast.to), × \(days.whole) ÷ \(days.soFar)")
  }
}

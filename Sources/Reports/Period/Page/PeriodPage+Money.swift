import Casebook
import Pages
import Units

extension PeriodPage {
  func writeFund(_ html: inout HTML) {
    section(&html, .fund) { html in
      if about.isBeforeCasebook { return }
      pair(&html) { html in
        let title = text("保障年度的资金走势与预测", "The fund over the policy year, and the forecast")
        html.element("figcaption", title)
        MoneyChart(report, language).write(to: &html, title: title, says: moneyInWords)
        legend(
          &html,
          [
            ("fund", text("拨入与应拨（尚未拨付的补足），累计", "contributed or owed by the county so far")),
            ("promised", text("已付与已决未付，累计", "approved (incl. paid) so far")),
            ("paid", text("其中已到账", "of this, paid")),
            ("forecast", text("照此速度（预测）", "at this pace (forecast)")),
          ])
      } _: { html in
        table.list(
          &html, caption: text("资金（元），截至 \(about.asOf)", "The fund (yuan) as of \(about.asOf)"),
          [
            .contributed, .called, .owed, .paid, .promised, .left, .receivable, .used, .contributedIn,
            .calledIn,
            .waiting,
            .waitingAmount,
          ])
        table.list(
          &html, caption: text("预测，不是账目", "Forecast (not accounts)"),
          [.forecastPromised, .forecastLeft, .forecastDays])
        html.element("p", ["class": "quiet"], forecastRule)
      }
      table.grid(
        &html, caption: text("各月末累计（元）", "Cumulative at the end of each month (yuan)"),
        of: text("截至", "As of"),
        keys(.courseIn) { $0 }, [.courseIn, .coursePromised, .coursePaid])
    }
  }

  private var moneyInWords: String {
    let days = figures.keys(of: .courseIn)
    guard let last = days.last else { return "" }
    let (came, out, paid) = (
      figures[.courseIn, last], figures[.coursePromised, last], figures[.coursePaid, last]
    )
    return text(
      "截至 \(last)：拨入与应拨 \(came.shown(came.value)) 元，已付与已决未付 \(out.shown(out.value)) 元，其中到账 "
        + "\(paid.shown(paid.value)) 元。各月末的数字见下表。",
      "As of \(last): \(came.shown(came.value)) yuan was contributed or is owed by the county, \(out.shown(out.value)) is approved, "
        + "\(paid.shown(paid.value)) of it paid. The table gives the end of each month."
    )
  }

  private var forecastRule: String {
    guard let forecast = report.forecast else {
      return text("到这一天还没有拨款，无从预测。", "No contribution had been made by then, so there is no forecast.")
    }
    let days = forecast.days
    return text(
      "预测的算法：\(forecast.from) 至 \(forecast.to) 的 \(days.soFar) 天里决定赔付、至今有效的 \(forecast.decided.grouped) 元，"
        + "按天数折算到保障年度末（× \(days.whole) ÷ \(days.soFar)）；等待资金的 \(forecast.waiting.grouped) 元先从结余里扣除，"
        + "余下的 × \(days.soFar) ÷ 这笔金额，为还能用的天数，进位取整。",
      "How it is calculated: \(forecast.decided.grouped) yuan, approved in \(days.soFar.counted("day")) "
        + "from \(forecast.from) to \(forecast.to) and still in force, extended by days to the end of the "
        + "policy year (× \(days.whole) ÷ \(days.soFar)). The \(forecast.waiting.grouped) that waits for the "
        + "fund is taken off the balance first; the rest × \(days.soFar) ÷ that sum is the number of days it "
        + "will last, rounded up."
    )
  }

  func writePayouts(_ html: inout HTML) {
    section(&html, .payouts) { html in
      table.list(
        &html, caption: text("本期赔付", "Payouts in the period"),
        [.promisedIn, .paidIn, .payments, .householdsPromised, .householdsPaid])
      side(&html) { html in
        table.grid(
          &html, caption: text("按险别（元）", "By peril (yuan)"), of: text("险别", "Peril"),
          keys(.promisedByPeril, peril), [.promisedByPeril, .paidByPeril], whole: [.promisedIn, .paidIn])
        table.grid(
          &html, caption: text("按人群（元）", "By group (yuan)"), of: text("人群", "Group"),
          keys(.promisedByGroup, group), [.promisedByGroup, .paidByGroup], whole: [.promisedIn, .paidIn])
      }
      writeTownships(&html)
    }
  }

  private func writeTownships(_ html: inout HTML) {
    let townships = figures.keys(of: .promisedByTownship)
    guard !townships.isEmpty else { return }
    html.element("h3", text("乡镇比较", "Townships compared"))
    let chunks = stride(from: 0, to: townships.count, by: BarChart.most).map {
      Array(townships[$0..<min($0 + BarChart.most, townships.count)])
    }
    if chunks.count == 1 {
      pair(&html) {
        writeBars(chunks[0], 1, of: 1, &$0)
      } _: {
        writeTownshipTable(&$0)
      }
    } else {
      html.element("div", ["class": "charts"]) { html in
        for (index, chunk) in chunks.enumerated() {
          html.element("figure") { writeBars(chunk, index + 1, of: chunks.count, &$0) }
        }
      }
      writeTownshipTable(&html)
    }
  }

  private func writeBars(_ townships: [String], _ number: Int, of count: Int, _ html: inout HTML) {
    let title =
      text("各乡镇本期决定赔付 / 到账（元）", "Approved / paid by township (yuan)")
      + (count > 1 ? text("，\(number)/\(count)", ", \(number)/\(count)") : "")
    html.element("figcaption", title)
    chart(townships).write(
      to: &html, id: "chart-townships-\(number)", title: title,
      says: text("各乡镇的数字见表。", "The table gives the figures."))
    legend(&html, [("promised", text("决定赔付", "approved")), ("paid", text("赔付到账", "paid"))])
  }

  private func writeTownshipTable(_ html: inout HTML) {
    table.grid(
      &html, caption: text("按乡镇（元）", "By township (yuan)"), of: text("乡镇", "Township"),
      keys(.promisedByTownship, township), [.promisedByTownship, .paidByTownship, .householdsPaidByTownship],
      whole: [.promisedIn, .paidIn, .householdsPaid])
  }

  private func chart(_ townships: [String]) -> BarChart {
    BarChart(
      kinds: ["promised", "paid"],
      rows: townships.map { word in
        let (promised, paid) = (figures[.promisedByTownship, word], figures[.paidByTownship, word])
        return BarChart.Bars(
          name: township(word), number: "\(promised.shown(promised.value)) / \(paid.shown(paid.value))",
          bars: [promised.value ?? 0, paid.value ?? 0])
      })
  }
}

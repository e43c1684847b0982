import Casebook
import Claims
import Journal
import Pages
import Rules
import Units

extension PeriodPage {
  /// What must be known in twenty seconds.
  func writeSummary(_ html: inout HTML) {
    html.element("section", ["class": "summary", "aria-labelledby": "part-summary"]) { html in
      html.element("h2", ["id": "part-summary"], text("要点", "In short"))
      guard !about.isBeforeCasebook else {
        html.element("p", text("本期没有记录。", "Nothing is recorded of this period."))
        return
      }
      html.element("dl", ["class": "tiles"]) { html in
        tile(&html, text("本期赔付到账（元）", "Paid into accounts (yuan)"), figures[.paidIn], households)
        tile(&html, text("期末资金结余（元）", "Left in the fund (yuan)"), figures[.left], Sentence([lasting]))
        tile(
          &html, text("付款超期（件）", "Payments overdue (cases)"), figures[.overdue], late,
          isWarning: (figures[.overdue].value ?? 0) > 0)
        tile(&html, text("期末未结（件）", "Open at the end (cases)"), figures[.open], waiting)
      }
      html.element("ul", ["class": "sentences"]) { html in
        for sentence in [money, decisions, fund, cover] {
          html.element("li") { sentence.write(to: &$0) }
        }
      }
    }
  }

  private func tile(
    _ html: inout HTML, _ name: String, _ figure: Figure, _ note: Sentence, isWarning: Bool = false
  ) {
    html.element("div", ["class": isWarning ? "tile warning" : "tile"]) { html in
      html.element("dt", name)
      html.element("dd", ["class": "big", "data-value": figure.row], figure.shown(figure.value))
      html.element("dd", ["class": "note"]) { note.write(to: &$0) }
    }
  }

  private var households: Sentence {
    text(
      zh: "\(figures[.householdsPaid]) 户收到；本期决定赔付 \(figures[.promisedIn])",
      en: "households: \(figures[.householdsPaid]); approved: \(figures[.promisedIn])")
  }

  private var late: Sentence {
    guard (figures[.overdue].value ?? 0) > 0 else {
      return text(zh: "没有超过方案期限的付款", en: "none past the scheme's deadline")
    }
    return text(
      zh: "共 \(figures[.overdueAmount]) 元，最长超期 \(figures[.overdueLongest]) 天：须催办",
      en: "\(figures[.overdueAmount]) yuan, days overdue at most: \(figures[.overdueLongest]); act now")
  }

  private var waiting: Sentence {
    text(
      zh: "公示期满未确认 \(figures[.noticeOver]) 件，未处理异议 \(figures[.objectionsOpen]) 件",
      en:
        "notice period over, not confirmed: \(figures[.noticeOver]); objections open: \(figures[.objectionsOpen])"
    )
  }

  private var lasting: Sentence.Piece {
    guard let forecast = report.forecast else {
      return .text(text("期内没有拨款，无从预测", "no contribution, no forecast"))
    }
    guard (figures[.left].value ?? 0) > 0 else { return .text(text("已经用完", "used up")) }
    guard let day = forecast.usedUpOn, day <= forecast.end else {
      return .text(
        text("预测：够用到保障年度末 \(forecast.end)", "forecast: lasts to the policy year's end, \(forecast.end)"))
    }
    return .text(text("预测：\(day) 用完", "forecast: used up on \(day)"))
  }

  private var money: Sentence {
    let now = text(
      zh: "赔付：本期到账 \(figures[.paidIn]) 元，\(figures[.householdsPaid]) 户收到；本期决定赔付 \(figures[.promisedIn]) 元。",
      en: "Payouts: \(figures[.paidIn]) yuan was paid (households: \(figures[.householdsPaid])); "
        + "\(figures[.promisedIn]) was approved. ")
    let paid = figures[.paidIn]
    guard paid.before != nil else { return now }
    return now
      + text(
        zh: "上期到账 \(paid.shown(paid.before)) 元，变化 \(paid.shownChange) 元。",
        en: "In the period before, \(paid.shown(paid.before)) was paid: a change of \(paid.shownChange).")
  }

  private var decisions: Sentence {
    let way = { (kind: EntryKind) in figures[.openedByWay, kind.rawValue] }
    let of = { (outcome: Outcome) in figures[.byOutcome, outcome.rawValue] }
    return text(
      zh:
        "案件：立案 \(figures[.opened]) 件（筛查预警 \(way(.screen))、申报 \(way(.declare))、批量 \(way(.decide))）；作出决定 "
        + "\(figures[.decided]) 件：赔付 \(of(.approved))、不予赔付 \(of(.denied))、待补材料 \(of(.pended))。",
      en:
        "Cases: \(figures[.opened]) opened (\(way(.screen)) found by screening, \(way(.declare)) declared, "
        + "\(way(.decide)) in batches); \(figures[.decided]) decided: \(of(.approved)) approved, "
        + "\(of(.denied)) denied, \(of(.pended)) pended."
    )
  }

  private var fund: Sentence {
    let spent = text(
      zh: "资金：累计拨入与应拨的 \(figures[.used])% 已经赔付或决定赔付，结余 \(figures[.left]) 元。",
      en: "The fund: \(figures[.used])% of what was contributed or is owed by the county is paid out or "
        + "approved; \(figures[.left]) yuan is left. "
    )
    guard let forecast = report.forecast else {
      return spent + text(zh: "没有拨款，无从预测。", en: "No contribution was made, so there is no forecast.")
    }
    let end = forecast.end.description
    let left = figures[.forecastLeft]
    if (figures[.left].value ?? 0) <= 0 {
      return text(
        zh: "资金：拨入与应拨的已经全部赔付或决定赔付。照此速度（预测），到 \(end) 的结余为 \(left) 元，负数即缺口。",
        en:
          "The fund: all that was contributed or is owed by the county is paid out or approved. At this pace "
          + "(a forecast) \(left) yuan will be left by \(end); a negative figure is a shortfall.")
    }
    guard let day = forecast.usedUpOn, day <= forecast.end else {
      return spent
        + text(
          zh: "照此速度（预测）够用到 \(end)，届时约余 \(left) 元。",
          en: "At this pace (a forecast) it will last to \(end), with about \(left) left.")
    }
    return spent
      + text(
        zh: "照此速度（预测）\(day.description) 用完，到 \(end) 的结余为 \(left) 元，负数即缺口。",
        en:
          "At this pace (a forecast) it will be used up on \(day.description), with \(left) left by \(end); "
          + "is lacking.")
  }

  private var cover: Sentence {
    let known = text(
      zh: "保障：名册上受保障 \(figures[.covered]) 户、\(figures[.people]) 人",
      en: "Cover: households covered: \(figures[.covered]); people in them: \(figures[.people])")
    guard (figures[.membersUnknown].value ?? 0) > 0 else { return known + text(zh: "。", en: ".") }
    return known
      + text(
        zh: "；另有 \(figures[.membersUnknown]) 户人口不明，未计入人数。",
        en:
          "; households left out of the people because their members are unknown: \(figures[.membersUnknown])."
      )
  }
}

import Audit
import Casebook
import Claims
import Journal
import Pages
import Rules
package import Units

/// The notice as a page for the village's wall: as many sheets of A4 as it takes, the tables' heads on each of them.
package struct NoticePage {
  private let notice: Notice
  private let language: Language

  /// A page of a notice.
  package init(_ notice: Notice, in language: Language) {
    self.notice = notice
    self.language = language
  }

  /// The file.
  package var text: String {
    var body = HTML()
    body.element("header") { header(&$0) }
    body.element("main") { html in
      if !notice.hanging.isEmpty { objection(&html) }
      table(
        &html, id: "hanging", notice.hanging, Wording(zh: "正在公示", en: "Under public notice"),
        Wording(zh: "现在没有正在公示的案件。", en: "No case is under public notice now."),
        result: Wording(zh: "拟定结果", en: "proposed"),
        days: Wording(zh: "公示起止", en: "posted from and to"))
      table(
        &html, id: "decided", notice.decided,
        Wording(
          zh: "结果公布：\(notice.since) 至 \(notice.on) 决定的案件",
          en: "Results: cases decided from \(notice.since) to \(notice.on)"),
        Wording(zh: "这些天没有决定案件。", en: "No case was decided in this period."),
        result: Wording(zh: "决定", en: "decided"),
        days: Wording(zh: "决定日期", en: "decided on"))
    }
    body.element("footer") { footer(&$0) }
    return Page(language: language, title: title, styles: [NoticeStyle.sheet], body: body).text
  }

  private func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private var title: String {
    text("防贫保险公示", "Public notice of poverty-prevention insurance") + " · " + place
  }

  private var place: String {
    [notice.township, notice.village].compactMap { $0 }.joined(separator: text(" ", ", "))
  }

  private func header(_ html: inout HTML) {
    html.element("p", ["class": "office"], notice.county[language])
    html.element("h1", text("防贫保险公示", "Public notice of poverty-prevention insurance"))
    html.element("p", ["class": "place"]) { html in
      html.element("strong", ["id": "place"], place)
      html.text(" · ")
      html.element("time", ["datetime": "\(notice.on)"], day(notice.on))
    }
    html.element("p", ["class": "quiet"], notice.scheme.name[language])
  }

  private func day(_ day: Day) -> String {
    language == .zh ? "\(day.year) 年 \(day.month) 月 \(day.day) 日" : day.description
  }

  private func objection(_ html: inout HTML) {
    let roles = ObjectStatement.rule.by.map(\.name)
    html.element("aside", ["class": "objection", "id": "objection"]) { html in
      html.element("p") { html in
        html.element("strong", text("有异议请提出。", "Object if something is wrong. "))
        html.text(
          text(
            "公示期内，任何人都可以向\(roles.map(\.zh).joined(separator: "、"))提出，说明案件编号和理由；各案的截止日期见表。",
            "While a notice is posted, anybody may object, at the "
              + "\(roles.map(\.en).joined(separator: ", the ")), giving the "
              + "case number and the reason; the table gives the last day for each case."))
      }
      html.element(
        "p",
        text(
          "拟定结果是按现有资料的初算，最后以县里的审批为准。",
          "The proposed result is worked out from what is known now; the county's approval is final."))
      if notice.hanging.contains(where: \.isUnstated) {
        html.element(
          "p", ["id": "not-kept"],
          text(
            "“未存”：这一案后来已往下办理，当时的初算没有存档。",
            "'Not kept': the case has moved on since, and the result proposed on that day was not recorded."))
      }
    }
  }

  private func footer(_ html: inout HTML) {
    html.element("h2", text("存证码", "Head of the record"))
    let words = notice.head.line.split(separator: " ", maxSplits: 1).map(String.init)
    html.element("p", ["class": "head code", "id": "head"]) { html in
      html.element("span", ["class": "size"], words.first ?? "")
      html.text(" ")
      let groups = (words.last ?? "").split(separator: "-").map(String.init)
      for (index, group) in groups.enumerated() {
        html.element("span", index + 1 < groups.count ? group + "-" : group)
      }
    }
    html.element(
      "p",
      text(
        "请抄下或拍下这一行并自己留好：它对应全县案卷簿此刻的全部记录，以后谁改动其中任何一条，拿它一对就能查出来。",
        "Copy this line or take a picture and keep it: it stands for all records of the county's casebook at this "
          + "moment, and shows if anyone changes one of them later."))
    html.element("p", ["class": "seal"], text("村民委员会（盖章）", "The village committees (seal)"))
  }
}

extension NoticePage {
  private func table(
    _ html: inout HTML, id: String, _ rows: [Notice.ShownCase], _ caption: Wording, _ none: Wording,
    result: Wording,
    days: Wording
  ) {
    html.element("section") { html in
      html.element("h2", caption[language])
      guard !rows.isEmpty else {
        html.element("p", ["id": "\(id)-none"], none[language])
        return
      }
      let heads = [
        text("案件", "case"), text("姓名", "name"), text("身份证号", "resident ID"), text("户编号", "household"),
        text("险别", "peril"), text("自付（元）", "own cost, yuan"),
        text("\(result.zh)（元）", "\(result.en), yuan"), days[language],
      ]
      html.element("table", ["id": id]) { html in
        html.element("caption", text("共 \(rows.count) 件", "cases: \(rows.count)"))
        html.element("thead") { html in
          html.element("tr") { html in
            for (index, head) in heads.enumerated() {
              html.element(
                "th", ["scope": "col", "class": index == 5 || index == 6 ? "number" : "words"], head)
            }
          }
        }
        html.element("tbody") { html in for row in rows { self.row(&html, row, heads) } }
      }
    }
  }

  private func row(_ html: inout HTML, _ row: Notice.ShownCase, _ heads: [String]) {
    let (name, residentID) = identity(row.person)
    let sum = shown(row.result)
    html.element("tr", ["data-case": "\(row.number)"]) { html in
      html.element("th", ["scope": "row", "data-label": heads[0]], "\(row.number)")
      html.element("td", ["data-label": heads[1], "class": "long"], name)
      html.element("td", ["data-label": heads[2], "class": "id"], residentID)
      html.element("td", ["data-label": heads[3], "class": "long"], row.household)
      html.element("td", ["data-label": heads[4]], row.peril[language])
      html.element("td", ["data-label": heads[5], "class": "number"], row.amount.grouped)
      html.element("td", ["data-label": heads[6], "class": "number"], sum)
      html.element("td", ["data-label": heads[7]]) { self.days(&$0, of: row.result) }
    }
  }

  private func identity(_ person: Addressee.Kept<PersonalData>) -> (name: String, residentID: String) {
    switch person {
    case .known(let data): (data.masked.name ?? "—", data.masked.residentID ?? "—")
    case .forgotten: (text("已按规定删除", "deleted, as required"), "—")
    case .leftOut: (text("不在此件中", "not in this copy"), "—")
    case .never: ("—", "—")
    }
  }

  private func shown(_ result: Notice.Result) -> String {
    switch result {
    case .proposed(let outcome, let payout, _, _), .decided(let outcome, let payout, _): sum(outcome, payout)
    case .unstated: text("未存", "not kept")
    case .reversed: text("已撤销", "reversed")
    }
  }

  private func sum(_ outcome: Outcome, _ payout: Yuan) -> String {
    outcome == .approved ? payout.grouped : outcome.name[language]
  }

  private func days(_ html: inout HTML, of result: Notice.Result) {
    switch result {
    case .proposed(_, _, let from, let until), .unstated(let from, let until):
      html.element("span") { html in
        html.element("time", ["datetime": "\(from)"], from.description)
        html.text(text(" 至 ", " to "))
        if let until {
          html.element("time", ["datetime": "\(until)"], until.description)
        } else {
          html.text(text("未定", "open"))
        }
      }
    case .decided(_, _, let on), .reversed(let on):
      html.element("time", ["datetime": "\(on)"], on.description)
    }
  }
}

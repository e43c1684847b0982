import Journal
import Pages
import Rules
import Units

extension PeriodPage {
  func writeDecisions(_ html: inout HTML) {
    section(&html, .decisions) { html in
      table.grid(
        &html, caption: text("本期决定，按结论", "Decisions of the period, by outcome"), of: text("结论", "Outcome"),
        keys(.byOutcome, outcome), [.byOutcome, .claimedByOutcome, .awardedByOutcome],
        whole: [.decided, .claimed, .awarded])
      let reasons = keys(.byReason, reason).filter { key, _ in
        (figures[.byReason, key].value ?? 0) != 0 || (figures[.byReason, key].before ?? 0) != 0
      }
      if reasons.isEmpty {
        html.element("p", text("本期和上期都没有决定。", "Nothing was decided in this period or the one before."))
      } else {
        table.grid(
          &html, caption: text("本期决定，按理由（只列出现过的）", "Decisions of the period, by reason (those that occur)"),
          of: text("理由", "Reason"), reasons, [.byReason, .claimedByReason, .awardedByReason],
          whole: [.decided, .claimed, .awarded])
      }
    }
  }

  func writeRegister(_ html: inout HTML) {
    section(&html, .register) { html in
      side(&html) { html in
        table.list(
          &html, caption: text("名册，截至 \(about.asOf)", "The register as of \(about.asOf)"),
          [.registered, .covered, .notProtected, .groupUnknown, .people, .membersUnknown])
        table.grid(
          &html, caption: text("按人群", "By group"), of: text("人群", "Group"), keys(.householdsByGroup, group),
          [.householdsByGroup, .peopleByGroup, .unknownByGroup], whole: [.covered, .people, .membersUnknown])
      }
      if !figures.keys(of: .householdsByTownship).isEmpty {
        table.grid(
          &html, caption: text("按乡镇", "By township"), of: text("乡镇", "Township"),
          keys(.householdsByTownship, township),
          [.householdsByTownship, .peopleByTownship, .unknownByTownship],
          whole: [.covered, .people, .membersUnknown])
      }
    }
  }

  func writeStaircases(_ html: inout HTML) {
    guard !report.panels.isEmpty else { return }
    section(&html, .staircase) { html in
      html.element(
        "p", ["class": "quiet"],
        text(
          "保障年度 \(report.policyYear.lowerBound) 至 \(report.policyYear.upperBound) 的账户："
            + "每户（按人累计的为每人）在一种待遇下的累计额，和截至 \(about.asOf) 为它决定的赔付。点多时合成一个大点，面积表示账户数。",
          "The accounts of the policy year from \(report.policyYear.lowerBound) to "
            + "\(report.policyYear.upperBound): the cost accumulated for a household, or a person where the "
            + "benefit sums by person, and the payouts approved for it by \(about.asOf). Where there are "
            + "many, one larger mark stands for several: its area shows how many."
        ))
      for (index, panel) in report.panels.enumerated() {
        html.element("div", ["class": "panel"]) { write(panel, index, &$0) }
      }
    }
  }

  private func write(_ panel: StaircasePanel, _ index: Int, _ html: inout HTML) {
    let name = name(of: panel.benefit)
    html.element("h3", name)
    pair(&html) { html in
      html.element("figcaption", text("累计额与累计应赔", "Accumulated cost and benefit"))
      let line = panel.curve.warningLine.grouped
      StaircaseChart(panel, language).write(
        to: &html, id: "chart-benefit-\(index + 1)", title: name,
        says: text(
          "预警线 \(line) 元以上按阶梯赔付；各档的账户数见旁表。",
          "Above the warning line of \(line) yuan the staircase applies; the table gives the accounts in each band."
        ))
      legend(
        &html,
        [
          ("curve", text("方案规定的赔付", "what the scheme pays")),
          ("warning", text("预警线 \(line) 元", "warning line, \(line) yuan")),
          ("account", text("账户", "accounts")),
        ])
    } _: { html in
      let bands = (0...panel.curve.staircase.bands.count).map { band in
        (key: StaircasePanel.key(panel.benefit, band), name: self.band(band, of: panel.curve))
      }
      table.grid(
        &html, caption: text("各档的账户（\(name)，元）", "Accounts in each band (\(name), yuan)"),
        of: text("累计额", "Accumulated cost"), bands, [.accounts, .accumulated, .benefit])
    }
  }

  private func name(of benefit: Benefit) -> String {
    let peril = about.scheme.perils[benefit.peril].name[language]
    let groups = benefit.groups.map { about.scheme.groups[$0].name[language] }
    return text("\(peril)：\(groups.joined(separator: "、"))", "\(peril): \(groups.joined(separator: ", "))")
  }

  private func band(_ band: Int, of curve: BenefitCurve) -> String {
    let line = curve.warningLine.grouped
    guard band > 0 else { return text("预警线 \(line) 以内", "to the warning line, \(line)") }
    let step = curve.staircase.bands[band - 1]
    let from = curve.start(ofBand: band).grouped
    let rate = step.rate.description
    guard band < curve.staircase.bands.count else {
      return text("\(from) 以上，\(rate)", "from \(from), \(rate)")
    }
    let to = curve.start(ofBand: band + 1).grouped
    return text("\(from) 至 \(to)，\(rate)", "\(from) to \(to), \(rate)")
  }

  func writeFoot(_ html: inout HTML) {
    html.element("footer") { html in
      html.element("h2", text("依据与说明", "Basis and notes"))
      html.element("dl", ["class": "facts"]) { html in
        for (name, value, isCode) in facts {
          html.element("div") { html in
            html.element("dt", name)
            html.element("dd", ["class": isCode ? "code" : "plain"], value)
          }
        }
      }
      for note in notes { html.element("p", ["class": "quiet"], note) }
    }
  }

  private var facts: [(String, String, Bool)] {
    [
      (text("方案", "Scheme"), "\(about.scheme.name[language])（\(about.scheme.id)）", false),
      (text("方案摘要", "Scheme digest"), about.scheme.digest, true),
      (text("案卷簿", "Casebook"), about.casebook, true),
      (text("台账条数", "Entries"), Unit.entries.grouped(Int64(about.entries)), false),
      (text("存证码", "Head"), about.head, true),
      (text("制作日期", "Made on"), about.madeOn.description, false),
    ]
  }

  private var notes: [String] {
    [
      text(
        "存量（资金、案件所在环节、待办、名册）截至期末，流量（立案、决定、赔付、更正）发生在期内，都按业务日期，不按录入日期：补录的属于它发生的那一期。",
        "Stocks (fund, states, pending work, register) are as of the end of the period; flows (opened, "
          + "decided, paid, corrected) fall within it. Both go by the date a thing happened, not the date "
          + "it was entered: a late entry belongs to the period in which it happened."
      ),
      text(
        "不明的不当作零：没写人口的户单独计数，不进人数；没有记录的上期写作“—”。赔付按决定时已知的人群和乡镇归类，退款和冲正不从原数里减，另列于“更正”。",
        "Unknown is not zero: households without a recorded number of members are counted separately, and a "
          + "period without records is shown as a dash. Payouts go by the group and township known at the "
          + "decision; returns and reversals are not deducted from them but listed under corrections."
      ),
      text(
        "本页每个数字都在同一报告的 CSV 和 JSON 里，行名相同。核对用：fangpin audit verify。",
        "Every figure on this page is in the CSV and the JSON of the same report, under the same name. To "
          + "check the record: fangpin audit verify."
      ),
    ]
  }
}

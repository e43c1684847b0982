import Casebook
import Journal
import Pages
import Rules
import Units

extension PeriodPage {
  func writeCases(_ html: inout HTML) {
    section(&html, .intake) { html in
      side(&html) { html in
        table.grid(
          &html, caption: text("本期立案，按来源", "Opened in the period, by how they came in"),
          of: text("来源", "Source"),
          keys(.openedByWay, way), [.openedByWay, .openedAmountByWay], whole: [.opened, .openedAmount])
        table.grid(
          &html, caption: text("本期立案，按险别", "Opened in the period, by peril"), of: text("险别", "Peril"),
          keys(.openedByPeril, peril), [.openedByPeril, .openedAmountByPeril],
          whole: [.opened, .openedAmount])
      }
    }
    section(&html, .steps) { html in
      pair(&html) {
        writeFunnel(&$0)
      } _: { html in
        table.grid(
          &html, caption: text("本期立案的案件走到了哪一步", "How far the cases opened in the period have come"),
          of: text("环节", "Step"), keys(.reached, stage), [.reached])
        table.grid(
          &html, caption: text("本期批量理算的申请走到了哪一步", "How far the batch claims of the period have come"),
          of: text("环节", "Step"), keys(.batchReached, stage), [.batchReached])
      }
      table.grid(
        &html,
        caption: text("本期办完的环节及用时（从上一环节起，天）", "Steps done in the period, and the days since the step before"),
        of: text("环节", "Step"), keys(.done, stage), [.done, .timed, .median, .ninetieth])
      html.element(
        "p", ["class": "quiet"],
        text(
          "“中位”“九成”：本期办完的同一环节中，至少一半、至少九成在这么多天之内。暂停办理的日子计算在内。",
          "At least half, or nine in ten, of the steps done in the period took no longer than this. Days "
            + "spent pended count."
        ))
    }
    section(&html, .cases) { html in
      side(&html) { html in
        table.rows(
          html: &html, caption: text("全部案件，截至 \(about.asOf)（件）", "All cases as of \(about.asOf)"),
          wholes([.declared, .open, .paidCases, .denied, .withdrawn]))
        table.rows(
          html: &html, caption: text("全部案件的自付金额（元）", "Cost claimed in all cases (yuan)"),
          wholes([.declaredAmount, .openAmount, .paidAmount, .deniedAmount, .withdrawnAmount]))
      }
      table.grid(
        &html, caption: text("按所在环节", "By state"), of: text("所在环节", "State"), keys(.byState, state),
        [.byState, .amountByState], whole: [.declared, .declaredAmount])
      html.element(
        "p", ["class": "quiet"],
        text(
          "全部 = 未结 + 已赔付 + 不予赔付 + 撤回或冲正，件数和金额都是。",
          "All = open + paid + denied + withdrawn or reversed, in number and in amount."))
    }
  }

  private func wholes(_ measures: [Measure]) -> [(name: String, figure: Figure)] {
    let names = [Measure.declared, .open, .paidCases, .denied, .withdrawn].map { $0.name[language] }
    return zip(names, measures).map { ($0, figures[$1]) }
  }

  private func writeFunnel(_ html: inout HTML) {
    let title = text("本期立案的案件：办到哪一步", "Cases opened in the period: how far they have come")
    html.element("figcaption", title)
    let first = max(figures[.reached, Stage.opened.word].value ?? 0, 0)
    let rows = Stage.allCases.map { stage in
      let figure = figures[.reached, stage.word]
      let share =
        first > 0
        ? " · " + Unit.percent.text((2 * (figure.value ?? 0) * 1000 + first) / (2 * first)) + "%" : ""
      return BarChart.Bars(
        name: stage.name[language], number: figure.shown(figure.value) + share, bars: [figure.value ?? 0])
    }
    BarChart(kinds: ["step"], rows: rows, isCentred: true).write(
      to: &html, id: "chart-funnel", title: title,
      says: text("从立案到到账，各环节的件数见旁表。", "From opening to payment; the table gives the number at each step."))
  }

  func writeAttention(_ html: inout HTML) {
    section(&html, .attention) { html in
      table.list(
        &html, caption: text("需要督办的事项，截至 \(about.asOf)", "What needs attention, as of \(about.asOf)"),
        [.overdue, .overdueAmount, .overdueLongest, .noticeOver, .objectionsOpen])
      html.element("p", ["class": "quiet"], overdueRule)
      if let remark = WorkingTerm.remark(report.unlistedYears) {
        html.element("p", ["id": "unlisted-years"], text("付款期限：\(remark.zh)。", "Deadlines: \(remark.en)."))
      }
      table.grid(
        &html, caption: text("未结案件的等待", "Open cases and how long they have waited"),
        of: text("所在环节", "State"),
        keys(.waitingByStep, state), [.waitingByStep, .longestByStep])
      heading(&html, .objections)
      table.list(&html, caption: text("本期异议", "Objections in the period"), [.raised, .upheld, .dismissed])
      heading(&html, .corrections)
      table.list(
        &html, caption: text("本期更正、退回和撤回", "Corrections, returns and withdrawals in the period"),
        [
          .reversals, .redecisions, .takenBack, .released, .supplements, .supplementAmount, .takenUp,
          .takenUpAmount,
          .returned,
          .returnedAmount, .pended, .withdrawals,
        ])
    }
  }

  private var overdueRule: String {
    guard let days = about.scheme.administration.paymentWorkingDays.value else {
      return text(
        "方案没有规定付款期限，不算超期。", "The scheme sets no deadline for payment, so nothing counts as overdue.")
    }
    let notice =
      about.scheme.administration.disclosureDays.value.map { text("公示 \($0) 天", "the \($0)-day notice") }
      ?? ""
    return text(
      "付款超期：决定赔付（或资金到位）后 \(days) 个工作日还没到账（方案规定），银行退回的也算。公示期满未确认：\(notice)已满、没有未处理的异议、乡镇还没确认；方案没有规定确认的期限。",
      "Overdue: not in the account \(days.counted("working day")) after the decision, or "
        + "after the fund reached, as the scheme requires; what the bank sent back counts too. Notice period over: \(notice) has run out, no objection is open, and the township has "
        + "not confirmed; the scheme sets no deadline for that."
    )
  }
}

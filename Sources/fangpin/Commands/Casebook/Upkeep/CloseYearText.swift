import Casebook
import Journal
import Rules
import Units

/// What of a policy year is not done yet, as people read it.
struct CloseYearText {
  let survey: YearSurvey
  /// The same once it is closed: with a case that ends its bills are in none; as ``survey`` where the year was not closed.
  let left: YearSurvey
  /// What became of its cases; `nil` where the year was not closed.
  let closing: CloseYearStatement?
  let scheme: Scheme
  let language: Language

  /// The lists, each line ended; nothing where nothing is left to do.
  var text: String {
    var parts: [String] = []
    if !survey.open.isEmpty { parts.append(cases) }
    if left.bills > 0 {
      let (count, sum) = (left.bills, left.amount.grouped)
      parts.append(
        Wording(
          zh: "没有立案的单据 \(count.grouped) 张，自付合计 \(sum) 元：结账后不再筛查",
          en:
            "\(count.counted("bill is", "bills are")) in no case, with \(sum) left to the households in all: once the "
            + "year is closed, no screening opens a case with \(count == 1 ? "it" : "them")")[language])
    }
    if !survey.proposals.isEmpty { parts.append(proposals) }
    return parts.map { $0 + "\n" }.joined(separator: "\n")
  }

  private var cases: String {
    var table = AlignedTable(right: [0, 3], indent: "  ")
    var head = [
      Wording(zh: "案件", en: "case"), Wording(zh: "户编号", en: "household"), Wording(zh: "险别", en: "peril"),
      Wording(zh: "金额", en: "amount"), Wording(zh: "状态", en: "state"), Wording(zh: "等待", en: "waits for"),
      Wording(zh: "由谁", en: "by"),
    ]
    if closing != nil { head.append(Wording(zh: "处理", en: "becomes")) }
    table.add(head.map { $0[language] })
    for waiting in survey.open {
      let file = waiting.file
      var row = [
        "\(file.number)", Plain.text(file.household), scheme.name(ofPeril: file.peril)[language],
        (file.payout > .zero ? file.payout : file.amount).grouped, file.state.name[language],
        CaseInboxText.what(waiting)[language],
        waiting.roles.map(\.name[language]).joined(separator: language == .zh ? "、" : ", "),
      ]
      if let closing { row.append(fate(file.number, closing)[language]) }
      table.add(row)
    }
    let title = Wording(zh: "未办完的案件：", en: "cases open still:")
    return title[language] + "\n" + table.text
  }

  private func fate(_ number: Int, _ closing: CloseYearStatement) -> Wording {
    closing.ended.contains(number)
      ? Wording(zh: "撤回", en: "withdrawn") : Wording(zh: "继续办理", en: "goes on")
  }

  private var proposals: String {
    var table = AlignedTable(right: [0, 1, 3], indent: "  ")
    table.add(
      [
        Wording(zh: "提议", en: "proposal"), Wording(zh: "案件", en: "case"), Wording(zh: "户编号", en: "household"),
        Wording(zh: "多付（元）", en: "more, yuan"), Wording(zh: "提议人", en: "by"),
      ].map { $0[language] })
    for proposal in survey.proposals {
      let again = proposal.statement.again
      table.add([
        "\(proposal.entry.number)", "\(proposal.statement.step.number)",
        Plain.text(proposal.statement.step.household), (again.becomes - again.was).grouped,
        proposal.entry.actor,
      ])
    }
    let title = Wording(
      zh: "待附议的提议，结账后仍可附议（casebook second）：",
      en: "proposals to be seconded, which they may be as before (casebook second):")
    return title[language] + "\n" + table.text
  }

  /// What was recorded, in a sentence.
  ///
  /// - Parameter asked: what was to become of the cases.
  func summary(_ asked: YearEnding?) -> Wording {
    guard let closing else { return Wording(zh: "", en: "") }
    let name = ClosedYear.name(closing.days)
    let (carried, ended) = (closing.carried.count, closing.ended.count)
    var more = Wording(zh: "", en: "")
    if carried + ended == 0 {
      more = Wording(zh: "，没有未办完的案件", en: "; none of its cases was open")
    } else {
      more = Wording(
        zh: (ended > 0 ? "，撤回 \(ended) 件" : "") + (carried > 0 ? "，继续办理 \(carried) 件" : ""),
        en: (ended > 0 ? "; \(ended.counted("case")) withdrawn" : "")
          + (carried > 0 ? "; \(carried.counted("case goes", "cases go")) on" : ""))
    }
    if case .ended = asked, carried > 0 {
      more = Wording(
        zh: more.zh + "（已决定赔付而未付清的不能撤回）",
        en: more.en + " (what is to be paid still is not withdrawn)")
    }
    return Wording(
      zh: "保障年度 \(name.zh)已结账\(more.zh)", en: "policy year \(name.en) is closed\(more.en)")
  }
}

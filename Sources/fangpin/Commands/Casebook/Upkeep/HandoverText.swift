import Casebook
import Journal
import Units

/// What one casebook took over from another, as people read it.
struct HandoverText {
  let handover: Handover

  /// What was taken over, in a sentence.
  var summary: Wording {
    let said = handover.statement
    let head = "\(said.entries) \(said.root.prefix(16))…"
    return Wording(
      zh: "已结转案卷簿 \(said.book)（存证码 \(head)）：名册 \(said.facts.grouped) 条，成员 \(said.members.grouped) 人，"
        + "已计入的费用 \(said.costs.grouped) 笔；资金拨入 \(said.contributed.grouped) 元，已付 \(said.paid.grouped) 元",
      en:
        "taken over from casebook \(said.book) (head \(head)): \(said.facts.counted("row")) of the register, "
        + "\(said.members.counted("member")), \(said.costs.counted("cost")) that count; the fund with "
        + "\(said.contributed.grouped) contributed and \(said.paid.grouped) paid")
  }

  /// The years that stay closed; `nil` where none is.
  var closed: Wording? {
    guard !handover.closings.isEmpty else { return nil }
    let years = handover.closings.map { ClosedYear.name($0.statement.days) }
    let more = Wording(
      zh: handover.open.isEmpty ? "" : "；要重新申报其中没有办完的案件，先重开该年度：casebook close-year 年度 --reopen 理由",
      en: handover.open.isEmpty
        ? ""
        : "; to declare a case again that is open still of one of them, open that year again first: "
          + "casebook close-year YEAR --reopen REASON")
    return Wording(
      zh: "前一本已结账的保障年度仍是结账的：\(years.map(\.zh).joined(separator: "、"))\(more.zh)",
      en: "closed in the casebook before, and here: \(years.map(\.en).joined(separator: ", "))\(more.en)")
  }

  /// What was proposed to be paid more for cases that are closed; `nil` where nothing was.
  var proposed: Wording? {
    guard !handover.proposals.isEmpty else { return nil }
    let sums = handover.proposals.map { proposal in
      let again = proposal.statement.again
      return "\(proposal.statement.step.number) (+\((again.becomes - again.was).grouped))"
    }
    return Wording(
      zh: "前一本没有附议的提议不结转，案件：\(sums.joined(separator: "、"))；该户同一账户下一次理算时才会补足，"
        + "要现在就付的，先在前一本附议（casebook second）并付清，再结转",
      en:
        "what was proposed and not seconded in the casebook before is not taken over, for cases \(sums.joined(separator: ", ")): "
        + "it comes with the next decision in the household's account; to have it paid now, second it there (casebook second), "
        + "pay it, and only then go on in another")
  }

  /// The cases that do not go on of themselves.
  func openCases(in language: Language) -> String {
    var table = AlignedTable(right: [0, 4, 6])
    table.add(
      [
        Wording(zh: "案件", en: "case"), Wording(zh: "户编号", en: "household"),
        Wording(zh: "险别", en: "peril"), Wording(zh: "发生日期", en: "day"),
        Wording(zh: "金额", en: "amount"), Wording(zh: "状态", en: "state"), Wording(zh: "已付", en: "paid"),
      ].map { $0[language] })
    for (file, paid) in handover.open {
      table.add([
        "\(file.number)", file.household, handover.scheme.name(ofPeril: file.peril)[language],
        file.incurredOn.description, file.amount.grouped, file.state.name[language],
        paid > .zero ? paid.grouped : "",
      ])
    }
    let head = Wording(
      zh: "前一本还有 \(handover.open.count) 件没有办完，请重新申报（已付过的按已付结转，余下的随下一次理算补足）：",
      en:
        "\(handover.open.count.counted("case is", "cases are")) open still in the casebook before, to be declared again "
        + "here (what was paid of one is taken over, and the rest comes with its next decision):")
    return head[language] + "\n" + table.text
  }
}

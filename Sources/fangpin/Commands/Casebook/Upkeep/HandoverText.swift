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

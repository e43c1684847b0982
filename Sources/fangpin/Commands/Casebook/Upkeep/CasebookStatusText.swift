import Audit
import Casebook
import Journal
import Rules
import Units

/// How a casebook stands as a whole, as people read it.
struct CasebookStatusText {
  let book: Casebook
  let totals: CaseTotals
  let language: Language

  /// All of it, without a newline at its end.
  func text() throws(CasebookError) -> String {
    [try facts(), cases, sums[language]].joined(separator: "\n\n")
  }

  private func facts() throws(CasebookError) -> String {
    let state = try book.currentState()
    var table = AlignedTable(right: [])
    func row(_ label: Wording, _ value: String) { table.add([label[language], value]) }
    row(Wording(zh: "案卷簿", en: "casebook"), state.id)
    row(Wording(zh: "方案", en: "scheme"), "\(book.scheme.id)  \(book.scheme.digest)")
    row(Wording(zh: "台账条数", en: "entries"), state.entries.grouped)
    guard let head = try book.lastHead() else { return table.text }
    row(Wording(zh: "存证码", en: "head"), HeadCode(head, isFull: true).line)
    row(Wording(zh: "签名", en: "signed"), "\(head.recordedAt)  \(head.actor)")
    for (index, year) in try book.closedYears().enumerated() {
      let label = Wording(zh: "保障年度结账", en: "years closed")
      row(index == 0 ? label : Wording(zh: "", en: ""), try told(year)[language])
    }
    return table.text
  }

  /// Who has closed a policy year, and opened it again.
  private func told(_ year: ClosedYear) throws(CasebookError) -> Wording {
    let name = ClosedYear.name(year.days)
    guard let closed = try book.entry(year.closedEntry) else { return name }
    let was = Wording(
      zh: "\(name.zh)  \(closed.happenedOn) \(closed.actor) 结账（第 \(closed.number) 条）",
      en: "\(name.en)  on \(closed.happenedOn) by \(closed.actor) (entry \(closed.number))")
    guard let number = year.reopenedEntry, let again = try book.entry(number) else { return was }
    let reason = Plain.text(try again.read(ReopenYearStatement.self).reason)
    return Wording(
      zh: "\(was.zh)；\(again.happenedOn) \(again.actor) 重开（第 \(number) 条）：\(reason)",
      en: "\(was.en); open again on \(again.happenedOn) by \(again.actor) (entry \(number)): \(reason)")
  }

  private var cases: String {
    var table = AlignedTable(right: [2, 3])
    table.add([
      Wording(zh: "案件", en: "cases")[language], "", Wording(zh: "件数", en: "number")[language],
      Wording(zh: "申报金额", en: "amount")[language],
    ])
    for state in CaseState.allCases {
      guard let sum = totals.byState[state] else { continue }
      table.add([state.rawValue, state.name[language], sum.cases.grouped, sum.amount.grouped])
    }
    table.add([
      Wording(zh: "合计", en: "total")[language], "", totals.declared.cases.grouped,
      totals.declared.amount.grouped,
    ])
    return table.text
  }

  private var sums: Wording {
    let parts = [totals.declared, totals.open, totals.paid, totals.denied, totals.withdrawn]
    let shown = parts.map { "\($0.amount.grouped)" }
    let sign = totals.isWhole ? "=" : "≠"
    return Wording(
      zh: "申报 \(shown[0]) \(sign) 未结 \(shown[1]) + 已赔付 \(shown[2]) + 不予赔付 \(shown[3]) + 撤回或冲正 \(shown[4])",
      en:
        "declared \(shown[0]) \(sign) open \(shown[1]) + paid \(shown[2]) + denied \(shown[3]) + withdrawn or reversed "
        + shown[4])
  }
}

import Casebook
import Journal
import Rules
import Sealing
import Units

/// What the household takes home: that its declaration was taken in, under which number, and what comes next.
struct DeclareReceiptText {
  let number: Int
  let declaration: Declaration
  let on: Day
  let scheme: Scheme
  /// The casebook's last head, which covers the declaration.
  let head: Head?

  /// The receipt, without a newline at its end.
  func text(in language: Language) -> String {
    let declarant = declaration.declarant.masked
    var rows: [(Wording, String)] = [
      (Wording(zh: "案件编号", en: "case"), String(number)),
      (Wording(zh: "申报日期", en: "declared on"), on.description),
      (Wording(zh: "户编号", en: "household"), declaration.household),
      (Wording(zh: "申报人", en: "declared by"), declarant.name ?? ""),
      (Wording(zh: "身份证号", en: "resident ID"), declarant.residentID ?? ""),
      (Wording(zh: "收款账号", en: "bank account"), declarant.bankAccount ?? ""),
    ]
    if let proxy = declarant.proxy { rows.append((Wording(zh: "代办人", en: "by proxy"), proxy)) }
    rows += [
      (Wording(zh: "险别", en: "kind of hardship"), peril[language]),
      (Wording(zh: "发生日期", en: "day of the event"), declaration.incurredOn.description),
    ]
    if let invoice = declaration.invoice { rows.append((Wording(zh: "发票号", en: "invoice"), invoice)) }
    let amounts: [(Wording, Yuan)] = [
      (Wording(zh: "总费用（元）", en: "total cost (yuan)"), declaration.total),
      (Wording(zh: "已报销、救助和补偿（元）", en: "paid by others (yuan)"), declaration.total - declaration.selfPaid),
      (Wording(zh: "自付（元）", en: "left to the household (yuan)"), declaration.selfPaid),
    ]
    let width = amounts.map { $0.1.grouped.utf8.count }.max() ?? 0
    rows += amounts.map { ($0.0, TextWidth.pad($0.1.grouped, to: width, right: true)) }
    rows.append((Wording(zh: "下一步", en: "next"), next[language]))
    if let head {
      rows.append((Wording(zh: "存证码", en: "head"), HeadText.short(head)))
    }
    var table = AlignedTable(right: [], indent: "  ")
    for row in rows { table.add([row.0[language], row.1]) }
    return Wording(zh: "防贫申报回执", en: "Receipt of a declaration of hardship")[language] + "\n" + table.text
  }

  private var peril: Wording {
    scheme.perils.first { $0.id == declaration.peril }?.name
      ?? Wording(zh: declaration.peril, en: declaration.peril)
  }

  private var next: Wording {
    guard let step = StepKind.awaited(in: .opened) else { return CaseState.opened.name }
    return Wording(
      zh: "\(step.name.zh)，由\(step.rule.by.map(\.name.zh).joined(separator: "或"))办理",
      en: "\(step.name.en), by the \(step.rule.by.map(\.name.en).joined(separator: " or the "))")
  }
}

import Audit
import Units

/// The findings as an auditor reads them at a terminal or on paper.
struct AuditAnomaliesText {
  let report: AnomalyReport
  let language: Language
  let width: Int
  /// How many findings to show at most.
  let limit: Int?

  /// All of it, with a newline at its end.
  var text: String {
    var parts = [opening]
    if !report.findings.isEmpty { parts += [overview, findings, explanations] }
    if !report.unchecked.isEmpty {
      parts.append(list(Wording(zh: "没有检查的", en: "Not checked"), report.unchecked.map { $0[language] }))
    }
    parts.append(limits)
    return Plain.lines(parts.joined(separator: "\n\n")) + "\n"
  }

  private func text(_ what: Wording) -> String { what[language] }

  private var opening: String {
    let since = report.since
    let real = report.findings.count { !$0.isRemark }
    let first = Wording(
      zh: "查了 \(report.households.grouped) 户、\(report.cases.grouped) 件案件，\(report.checks.count) 项检查"
        + (since.map { "，只列 \($0) 以来有办理记录的" } ?? "") + "：应当查看的 \(real.grouped) 条"
        + (report.findings.count > real ? "，另有说明 \(report.findings.count - real) 条" : "") + "。",
      en:
        "Looked through \(report.cases.counted("case")) of \(report.households.counted("household")) with "
        + "\(report.checks.count.counted("check"))"
        + (since.map { ", only cases with a step since \($0)" } ?? "") + ": \(real.grouped) to be looked at"
        + (report.findings.count > real ? "; remarks: \(report.findings.count - real)" : "") + ".")
    let caveat = Wording(
      zh: AnomalyReport.caveat.zh + "。",
      en: AnomalyReport.caveat.en.prefix(1).uppercased()
        + AnomalyReport.caveat.en.dropFirst() + ".")
    return wrap(text(first)) + (report.findings.isEmpty ? "" : "\n" + wrap(text(caveat)))
  }

  private var overview: String {
    var table = AlignedTable(right: [2, 3], indent: "  ")
    table.add(
      language == .zh ? ["检查", "", "条数", "所涉金额"] : ["check", "", "findings", "at stake"])
    for code in report.checks {
      let own = report.findings.filter { $0.code == code && !$0.isRemark }
      table.add([
        code.rawValue, code.name[language], own.count.grouped,
        own.reduce(Yuan.zero) { $0 + $1.stake }.grouped,
      ])
    }
    return table.text
  }

  private var findings: String {
    let shown = report.findings.prefix(limit ?? .max)
    var lines = [
      text(
        Wording(
          zh: "应当查看（按分数排列：分数 =（所涉金额 + 1,000 元）× 证据强度 ÷ 100）",
          en: "To be looked at, by score = (money at stake + 1,000 yuan) × strength ÷ 100"))
    ]
    for (index, finding) in shown.enumerated() { lines.append(one(finding, rank: index + 1)) }
    let left = report.findings.count - shown.count
    if left > 0 {
      lines.append(
        wrap(
          text(
            Wording(
              zh: "其余 \(left.grouped) 条因 --limit "
                + "没有列出。", en: "\(left.counted("more finding", "more findings")) left out by --limit.")),
          indent: "  "))
    }
    return lines.joined(separator: "\n")
  }

  private func one(_ finding: Anomaly, rank: Int) -> String {
    let head = Wording(
      zh: "\(rank). \(finding.code.name.zh)（\(finding.code.rawValue)）"
        + (finding.isRemark
          ? "：说明" : "：分数 \(Int(finding.score).grouped)，所涉 \(finding.stake.grouped) 元，强度 \(finding.strength)"),
      en: "\(rank). \(finding.code.name.en) (\(finding.code.rawValue)): "
        + (finding.isRemark
          ? "a remark"
          : "score \(Int(finding.score).grouped), \(finding.stake.grouped) yuan at stake, strength \(finding.strength)")
    )
    var lines = [
      "", wrap(text(head), indent: "  ", hanging: "     "),
      wrap(finding.what[language] + (language == .zh ? "。" : "."), indent: "     "),
    ]
    let evidence = [
      (Wording(zh: "案件", en: "cases"), finding.cases.map { "\($0)" }),
      (Wording(zh: "户", en: "households"), finding.households),
      (Wording(zh: "经办人", en: "actors"), finding.actors),
      (Wording(zh: "台账", en: "entries"), finding.entries.map { "\($0)" }),
    ].filter { !$0.1.isEmpty }.map { name, list in
      let shown = list.prefix(AuditAnomaliesText.names).joined(separator: " ")
      let more =
        list.count > AuditAnomaliesText.names
        ? text(Wording(zh: " 等 \(list.count) 个", en: " of \(list.count)")) : ""
      return text(name) + " " + shown + more
    }
    if !evidence.isEmpty {
      lines.append(wrap(evidence.joined(separator: language == .zh ? "；" : "; "), indent: "     "))
    }
    return lines.joined(separator: "\n")
  }

  /// How many names of a kind stand with a finding; JSON and CSV have them all.
  private static let names = 12

  /// What each check that found something means, said once.
  private var explanations: String {
    let codes = report.checks.filter { code in report.findings.contains { $0.code == code } }
    var lines = [text(Wording(zh: "各项的意思", en: "What they mean"))]
    for code in codes {
      lines.append("")
      lines.append(wrap("\(code.rawValue)  \(code.name[language])", indent: "  "))
      for (name, words) in [
        (Wording(zh: "意思：", en: "Meaning: "), code.meaning),
        (Wording(zh: "也可能没有问题：", en: "Possible innocent explanation: "), code.innocent),
        (Wording(zh: "接着看：", en: "Next: "), code.next),
      ] { lines.append(wrap(text(name) + words[language] + (language == .zh ? "。" : "."), indent: "     ")) }
    }
    return lines.joined(separator: "\n")
  }

  private var limits: String {
    list(
      Wording(zh: "所用的界限", en: "Limits used"),
      AnomalyLimit.allCases.map { limit in
        "\(limit.rawValue) \(report.limits[limit].grouped)" + (language == .zh ? "：" : ": ")
          + limit.reason[language]
      })
  }

  private func list(_ title: Wording, _ items: [String]) -> String {
    ([text(title)] + items.map { wrap($0, indent: "  ", hanging: "    ") }).joined(separator: "\n")
  }

  private func wrap(_ text: String, indent: String = "", hanging: String? = nil) -> String {
    let further = hanging ?? indent
    return TextWrap.lines(text, width: max(40, min(width, 110) - further.count)).enumerated()
      .map { ($0.offset == 0 ? indent : further) + $0.element }.joined(separator: "\n")
  }
}

extension Plain {
  /// ``text(_:)``, line by line.
  fileprivate static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Plain.text(String($0)) }.joined(
      separator: "\n")
  }
}

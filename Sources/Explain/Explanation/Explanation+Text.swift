import Claims
import Rules
public import Units

extension Explanation {
  /// The explanation for a terminal: the headline, the numbered steps, and where the numbers come from.
  ///
  /// Lines are at most 100 columns wide; there is a newline at the end.
  public func text(in language: Language) -> String {
    var writer = PassageText(language: language)
    let decision = derivation.decision
    let row = Wording(
      zh: "决定：\(decision.outcome.name.zh)（\(decision.reason.code)，决定表第 \(decision.reason.row) 行）。",
      en: "Decision: \(decision.outcome.name.en) (\(decision.reason.code), row \(decision.reason.row) "
        + "of the decision table).")
    let scheme = derivation.scheme
    let under = Wording(
      zh: "方案：\(scheme.name.zh)（\(scheme.id)，摘要 \(scheme.digest.prefix(12))）",
      en: "Scheme: \(scheme.name.en) (\(scheme.id), digest \(scheme.digest.prefix(12)))")
    for words in [headline, row, under] { writer.paragraph(words) }
    for (index, step) in steps.enumerated() { writer.write(step, number: "\(index + 1)") }
    writer.footnotes()
    return writer.text
  }
}

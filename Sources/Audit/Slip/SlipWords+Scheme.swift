import Casebook
import Claims
import Explain
import Journal
import Rules
import Units

/// What a slip of the second form says besides: it has its schemes with it.
extension SlipWords {
  /// Which scheme the case was handled under, from which of its steps on.
  var schemes: [String] {
    contents.schemes.compactMap { brought in
      guard let scheme = brought.scheme,
        let first = contents.steps.first(where: { $0.entry.scheme == brought.digest })?.entry
      else { return nil }
      let digest = brought.digest.prefix(12)
      return text(
        "方案（第 \(first.number) 条起）：\(scheme.county.zh)，\(scheme.name.zh)（摘要 \(digest)）",
        "Scheme (from entry \(first.number) on): \(scheme.county.en), \(scheme.name.en) (digest \(digest))")
    }
  }

  /// How the payout of a decision comes about under the scheme that it was made under, where that gives the same.
  func calculation(_ entry: Entry) -> [String] {
    let brought = contents.schemes.first { $0.digest == entry.scheme }
    guard let scheme = brought?.scheme, let claim = contents.claim(before: entry.number),
      let again = SlipDecision(of: entry, claim, scheme), again.differences.isEmpty,
      let calculation = again.calculation
    else { return [] }
    let line = calculation.warningLine.grouped
    guard let payment = calculation.payment else {
      return [text("  没有超过防贫预警线 \(line) 元", "  it has not passed the warning line, \(line)")]
    }
    let remaining = payment.remaining.grouped
    return [
      text("  防贫预警线 \(line) 元，计赔余额 \(remaining) 元", "  warning line \(line), remaining cost \(remaining)")
    ] + payment.lines.filter { $0.part > .zero }.map(share) + [cap(payment.cap)]
  }

  private func share(_ line: Calculation.Line) -> String {
    let product = "\(line.part.grouped) × \(line.band.rate) = \(line.amount.grouped)"
    return text("    \(line.band.range.zh) 的一档：\(product) 元", "    band \(line.band.range.en): \(product)")
  }

  private func cap(_ cap: Calculation.Cap?) -> String {
    guard let cap else { return text("  没有年度封顶额", "  there is no cap of the year") }
    return text(
      "  年度封顶额 \(cap.amount.grouped) 元（\(cap.drawing.zh)）",
      "  cap of the year \(cap.amount.grouped) (\(cap.drawing.en))")
  }
}

import Casebook
import Journal
import Rules
import Units

/// What is said of cases that were decided again, and of those that were not.
enum RedecidedText {
  /// A case was decided again.
  static func again(_ statement: RedecideStatement) -> Wording {
    let (was, becomes) = (statement.again.was.grouped, statement.again.becomes.grouped)
    let reason = Reason(code: statement.again.reason)?.name ?? Wording(zh: "", en: "")
    return Wording(
      zh: "案件 \(statement.step.number) 重新决定：赔付由 \(was) 元变为 \(becomes) 元（\(reason.zh)）",
      en:
        "case \(statement.step.number) is decided again: \(becomes) to be paid, which was \(was) (\(reason.en))"
    )
  }

  /// A case behind another is not decided again, and would be another sum.
  static func stays(_ sum: LaterSum) -> Wording {
    Wording(
      zh:
        "案件 \(sum.casefile)\(sum.place > 0 ? "的单据 \(sum.place)" : "") 维持 \(sum.was.grouped) 元不变；按现有累计应为 "
        + "\(sum.becomes.grouped) 元",
      en:
        "case \(sum.casefile)\(sum.place > 0 ? ", bill \(sum.place)" : "") keeps its \(sum.was.grouped); by what "
        + "counts now it would be \(sum.becomes.grouped)")
  }
}

import Audit
import Casebook
import Units

/// A plan that makes no sense, and how to fix it.
struct UnfitPlan: Error {
  let what: Wording
}

/// A plan as the command line words it.
enum DrawPlanArguments {
  /// Reads what the command line asks for, and refuses what makes no sense.
  static func plan(_ arguments: ParsedArguments) throws(UnfitPlan) -> DrawPlan {
    let head = try Self.head(arguments[AuditDrawCommand.head])
    var seedHead: HeadCode?
    if let text = arguments[AuditDrawCommand.seedHead] {
      seedHead = try Self.head(text)
      guard let later = seedHead, later.size > head.size else {
        throw UnfitPlan(
          what: Wording(
            zh: "--seed-head 须比 --head 晚：第一个数要大于 \(head.size)",
            en: "--seed-head must be later than --head: its first number must be above \(head.size)"))
      }
    }
    let plan = DrawPlan(
      head: head, seedHead: seedHead, words: try Self.words(arguments[AuditDrawCommand.seed]),
      population: arguments[AuditDrawCommand.population],
      from: try Self.day(arguments[AuditDrawCommand.from]),
      to: try Self.day(arguments[AuditDrawCommand.to]), method: arguments[AuditDrawCommand.method],
      classes: arguments[AuditDrawCommand.classes] ?? 3, allocation: arguments[AuditDrawCommand.allocate],
      size: arguments[AuditDrawCommand.size], assurance: try Self.assurance(arguments))
    if let from = plan.from, let to = plan.to, to < from {
      throw UnfitPlan(
        what: Wording(
          zh: "--from \(from) 晚于 --to \(to)", en: "--from \(from) is after --to \(to): swap them"))
    }
    if plan.population == .decided, plan.method == .amount {
      throw UnfitPlan(
        what: Wording(
          zh: "不予赔付的案件没有金额，--by amount 抽不到：改用 --of paid 或 --by stratum",
          en: "denied cases have no amount, and --by amount never draws them: use --of paid or --by stratum"))
    }
    return plan
  }

  private static func head(_ text: String) throws(UnfitPlan) -> HeadCode {
    guard let head = HeadCode(text) else { throw UnfitPlan(what: HeadText.unreadable(text)) }
    return head
  }

  private static func day(_ text: String?) throws(UnfitPlan) -> Day? {
    guard let text else { return nil }
    guard let day = TypedValue.day(text) else { throw UnfitPlan(what: CasebookDesk.badDay(Plain.text(text))) }
    return day
  }

  /// Words as they are digested: the same for whoever types them, so no blanks around them and nothing that cannot be seen.
  private static func words(_ text: String?) throws(UnfitPlan) -> String? {
    guard let text else { return nil }
    guard text.utf8.count <= 255, !text.hasPrefix(" "), !text.hasSuffix(" "), Plain.text(text) == text else {
      throw UnfitPlan(
        what: Wording(
          zh: "--seed 至多 255 字节，前后没有空格，没有控制字符",
          en: "--seed may have at most 255 bytes, no spaces at either end and no control characters"))
    }
    return text
  }

  private static func assurance(_ arguments: ParsedArguments) throws(UnfitPlan) -> Assurance {
    func rate(_ option: Option<String>) throws(UnfitPlan) -> Rate {
      let text = arguments[option]
      guard let rate = Rate(typed: text) else {
        throw UnfitPlan(
          what: Wording(
            zh: "\(option.spec.dashed)“\(Plain.text(text))”应是百分数，至多四位小数，如 95 或 2.5",
            en:
              "\(option.spec.dashed) '\(Plain.text(text))' should be a percentage with at most four decimals, like 95 or 2.5"
          ))
      }
      return rate
    }
    let confidence = try rate(AssuranceOptions.confidence)
    let (tolerable, expected) = (try rate(AssuranceOptions.tolerable), try rate(AssuranceOptions.expected))
    do throws(AssuranceFault) {
      return try Assurance(confidence: confidence, tolerable: tolerable, expected: expected)
    } catch { throw UnfitPlan(what: error.wording) }
  }
}

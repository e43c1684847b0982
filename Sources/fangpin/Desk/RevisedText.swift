import Casebook
import Units

/// What is said of cases that rest on what is known otherwise since.
enum RevisedText {
  /// Why a case is held, or a denied one is looked at again, and who lets it go on; `nil` where nothing was revised.
  static func held(_ waiting: Waiting) -> Wording? {
    guard let revision = waiting.revision else { return nil }
    let number = waiting.file.number
    let since = Wording(
      zh: "所依据的情况已由第 \(revision.entry) 条更正",
      en: "what it rests on was revised by entry \(revision.entry)")
    guard waiting.proposal == nil else { return since }
    return Wording(
      zh: "\(since.zh)，由县防贫办重新决定：case redecide \(number)",
      en: "\(since.en); the county decides it again: case redecide \(number)")
  }

  /// The cases that a revision, or taking an import back, has touched: nothing where it touched none.
  static func touched(_ cases: RevisedCases) -> [Wording] {
    var lines: [Wording] = []
    let held = listed(cases.held)
    if !cases.held.isEmpty {
      lines.append(
        Wording(
          zh: "已决未付的案件以原来所知为依据，暂缓赔付：\(held.zh)；由县防贫办重新决定：case redecide 案件号",
          en:
            "held, since they were decided on what was known before: \(held.en); the county decides each again: "
            + "case redecide NUMBER"))
    }
    let sent = listed(cases.sent)
    if !cases.sent.isEmpty {
      lines.append(
        Wording(
          zh: "已送银行或已赔付的案件也以原来所知为依据：\(sent.zh)；若有错，冲正：case reverse 案件号 --reason 理由 --money 款项所在",
          en: "sent or paid on what was known before: \(sent.en); one that is wrong is reversed: "
            + "case reverse NUMBER --reason TEXT --money PLACE"))
    }
    let denied = listed(cases.denied)
    if !cases.denied.isEmpty {
      lines.append(
        Wording(
          zh: "原来不予赔付、按现在所知应赔的案件：\(denied.zh)；由县防贫办重新决定：case redecide 案件号",
          en: "denied, and to be paid by what is known now: \(denied.en); the county decides each again: "
            + "case redecide NUMBER"))
    }
    return lines
  }

  private static func listed(_ numbers: [Int]) -> Wording {
    let all = numbers.map { "\($0)" }
    return Wording(
      zh: all.joined(separator: "、"), en: (all.count == 1 ? "case " : "cases ") + all.joined(separator: ", "))
  }
}

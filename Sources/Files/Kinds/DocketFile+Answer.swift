package import Rules
package import Units

extension DocketFile {
  /// A step that may come by a file: money is approved and moved by those who sit at the casebook. The raw value is its
  /// word.
  package enum Step: String, CaseIterable, Sendable {
    case verify, visit, appraise, disclose, object, resolve, confirm, withdraw, pend
  }

  /// The step that a word asks for.
  package enum Asked: Sendable {
    case step(Step)
    /// One that may not come by a file: its name.
    case atCasebook(Wording)
  }

  /// The words for a department that has no answer.
  static let noAnswer: Set = ["none", "无答复"]

  /// How many of something a household has.
  package struct AssetCount: Sendable {
    package let asset: Scheme.Asset
    /// `nil` where the department has no answer.
    package let count: Int?
  }

  /// What an office says in a row.
  package struct Answer: Sendable {
    /// What it says of the step that the row names.
    package enum Content: Sendable {
      case verify([AssetCount])
      case visit
      case appraise(supports: Bool)
      case disclose
      case object
      case resolve(upheld: Bool)
      case confirm
      case withdraw(reason: String)
      case pend(reason: String)
    }

    /// The case's number.
    package let number: Int
    package let step: Step
    package let content: Content
    /// When it happened; `nil` is the day of the seal.
    package let on: Day?
    package let note: String?
  }
}

extension FileRow<DocketFile> {
  /// Whether the office has filled anything in.
  package var isAnswered: Bool {
    DocketFile.Role.allCases.contains { $0.isAnswer && self[$0] != nil }
  }

  /// Reads what the office says; `nil` where it has not answered yet.
  ///
  /// - Parameter asked: the step that a word asks for; `nil` where no step has it.
  package func answer(_ asked: (String) -> DocketFile.Asked?) throws(Reject) -> DocketFile.Answer? {
    guard isAnswered else { return nil }
    let number = try number()
    let day = try day()
    let step = try step(asked)
    return DocketFile.Answer(
      number: number, step: step, content: try content(of: step), on: day, note: self[.note])
  }

  private func day() throws(Reject) -> Day? {
    if self[.happenedOn] == nil { return nil }
    guard let day = day(.happenedOn) else { throw fault(.happenedOn, .badDate) }
    return day
  }

  private func step(_ asked: (String) -> DocketFile.Asked?) throws(Reject) -> DocketFile.Step {
    guard let word = word(.move) else { throw fault(.move, .missing) }
    switch asked(word) {
    case .step(let step): return step
    case .atCasebook(let name):
      throw fault(
        .move, "not-by-file",
        Wording(
          zh: "“\(name.zh)”不能由文件办理，须在案卷簿上办理",
          en: "'\(name.en)' cannot be done by file: it must be done at the casebook"))
    case nil:
      let near = Spelling.nearest(to: word, among: DocketFile.Step.allCases.map(\.rawValue))
      throw fault(
        .move, .unknownWord,
        Wording(
          zh: "没有“\(word)”这一步" + (near.map { "，是不是 \($0)？" } ?? ""),
          en: "there is no step '\(word)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
    }
  }

  private func content(of step: DocketFile.Step) throws(Reject) -> DocketFile.Answer.Content {
    switch step {
    case .verify: return .verify(try counts())
    case .visit:
      try checkDone()
      return .visit
    case .disclose:
      try checkDone()
      return .disclose
    case .confirm:
      try checkDone()
      return .confirm
    case .appraise: return .appraise(supports: try answer(yes: ["yes", "支持"], no: ["no", "不支持"]))
    case .resolve: return .resolve(upheld: try answer(yes: ["upheld", "成立"], no: ["dismissed", "不成立"]))
    case .object:
      _ = try neededNote()
      return .object
    case .withdraw: return .withdraw(reason: try neededNote())
    case .pend: return .pend(reason: try neededNote())
    }
  }

  private func neededNote() throws(Reject) -> String {
    guard let note = self[.note] else { throw fault(.note, .missing) }
    return note
  }

  /// A step that is taken or not: a "no" is no way to take it.
  private func checkDone() throws(Reject) {
    guard self[.answer] != nil else { return }
    guard try answer(yes: ["yes", "是"], no: []) else { throw unknownAnswer(["yes", "是"]) }
  }

  private func answer(yes: [String], no: [String]) throws(Reject) -> Bool {
    guard let word = word(.answer) else { throw fault(.answer, .missing) }
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    // What else means yes or no means it where these are asked for.
    if yes.contains("yes"), let answer = answer(.answer) { return answer }
    throw unknownAnswer(yes + no)
  }

  private func unknownAnswer(_ words: [String]) -> Reject {
    fault(
      .answer, .unknownWord,
      Wording(
        zh: "这里应写：\(words.joined(separator: "、"))",
        en: "this should be one of: \(words.joined(separator: ", "))"))
  }

  /// The counts that are filled in, at least one.
  private func counts() throws(Reject) -> [DocketFile.AssetCount] {
    let cells: [(Scheme.Asset, DocketFile.Role)] = [
      (.dwellings, .dwellings), (.businesses, .businesses), (.vehicles, .vehicles),
    ]
    var counts: [DocketFile.AssetCount] = []
    for (asset, role) in cells {
      guard let text = word(role) else { continue }
      let isNone = DocketFile.noAnswer.contains(text)
      let count = isNone ? nil : count(role, noneIsZero: false)
      guard isNone || count != nil else {
        throw fault(
          role, .badCount,
          Wording(
            zh: "不是个数：应为 1 至 9 位数字，没有答复写 none 或“无答复”，没有写 0",
            en: "not a count: 1 to 9 digits, 0 for none of them, or 'none' for no answer"))
      }
      counts.append(DocketFile.AssetCount(asset: asset, count: count))
    }
    guard !counts.isEmpty else { throw fault(.dwellings, .missing) }
    return counts
  }
}

import Files
import Journal
import Rules
import Units

/// What an office says in a row of a docket.
struct DocketAnswer {
  /// What it says of the move that the row names.
  enum Said {
    case verify([AssetAnswer])
    case visit
    case appraise(supports: Bool)
    case disclose
    case object
    case resolve(upheld: Bool)
    case confirm
    case withdraw(reason: String)
    case pend(reason: String)
  }

  let number: Int
  let said: Said
  /// When it happened; `nil` is the day of the seal.
  let on: Day?
  let note: String?

  /// Reads a row; `nil` where the office has not answered yet.
  init?(_ row: FileRow<DocketFile>) throws(Reject) {
    guard DocketFile.Role.allCases.contains(where: { $0.isAnswer && row[$0] != nil }) else { return nil }
    number = try DocketAnswer.number(row)
    note = row[.note]
    on = try DocketAnswer.day(row)
    said = try DocketAnswer.said(row)
  }

  /// The case's number.
  static func number(_ row: FileRow<DocketFile>) throws(Reject) -> Int {
    guard let text = row[.number] else { throw row.fault(.number, .missing) }
    guard text.utf8.count <= 15, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number > 0
    else {
      throw row.fault(.number, .badID, Wording(zh: "不是案件编号", en: "not the number of a case"))
    }
    return number
  }

  /// The amount, which the control totals sum up.
  static func amount(_ row: FileRow<DocketFile>) throws(Reject) -> Yuan {
    guard let text = row[.amount] else { throw row.fault(.amount, .missing) }
    guard let amount = Yuan(text), amount <= .claimLimit else {
      throw row.fault(.amount, .badAmount, Wording(zh: "不是金额", en: "not an amount"))
    }
    return amount
  }

  private static func day(_ row: FileRow<DocketFile>) throws(Reject) -> Day? {
    guard let text = row[.happenedOn] else { return nil }
    guard let day = Day(text) else {
      throw row.fault(
        .happenedOn, .badDate, Wording(zh: "不是日期，应写作 2018-03-05", en: "not a day; write it as 2018-03-05"))
    }
    return day
  }

  private static func said(_ row: FileRow<DocketFile>) throws(Reject) -> Said {
    let move = try move(row)
    guard move.rule.mayComeByFile else {
      throw row.fault(
        .move, "not-by-file",
        Wording(
          zh: "「\(move.name.zh)」不能由文件办理，须在案卷簿上办",
          en: "'\(move.name.en)' cannot come by a file: it is done at the casebook"))
    }
    switch move {
    case .verify: return .verify(try counts(row))
    case .visit:
      try checkDone(row)
      return .visit
    case .disclose:
      try checkDone(row)
      return .disclose
    case .confirm:
      try checkDone(row)
      return .confirm
    case .appraise: return .appraise(supports: try answer(row, yes: ["yes", "支持"], no: ["no", "不支持"]))
    case .resolve:
      return .resolve(upheld: try answer(row, yes: ["upheld", "成立"], no: ["dismissed", "不成立"]))
    case .object:
      guard row[.note] != nil else { throw row.fault(.note, .missing) }
      return .object
    case .withdraw, .pend:
      guard let reason = row[.note] else { throw row.fault(.note, .missing) }
      return move == .pend ? .pend(reason: reason) : .withdraw(reason: reason)
    case .approve, .settle, .reconcile, .release, .reverse:
      preconditionFailure("a move that may not come by a file is refused before")
    }
  }

  private static func move(_ row: FileRow<DocketFile>) throws(Reject) -> Move {
    guard let word = row[.move] else { throw row.fault(.move, .missing) }
    if let move = Move.allCases.first(where: { $0.rawValue == word || $0.name.zh == word }) { return move }
    let near = Spelling.nearest(to: word, among: Move.allCases.filter(\.rule.mayComeByFile).map(\.rawValue))
    throw row.fault(
      .move, .unknownWord,
      Wording(
        zh: "没有「\(word)」这一步" + (near.map { "，是不是 \($0)？" } ?? ""),
        en: "there is no step '\(word)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
  }

  /// A step that is taken or not: a "no" is no way to take it.
  private static func checkDone(_ row: FileRow<DocketFile>) throws(Reject) {
    guard row[.answer] != nil else { return }
    _ = try answer(row, yes: ["yes", "是"], no: [])
  }

  private static func answer(_ row: FileRow<DocketFile>, yes: [String], no: [String]) throws(Reject) -> Bool {
    guard let word = row[.answer] else { throw row.fault(.answer, .missing) }
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    throw row.fault(
      .answer, .unknownWord,
      Wording(
        zh: "这里应写：\((yes + no).joined(separator: "、"))",
        en: "this should be one of: \((yes + no).joined(separator: ", "))"))
  }

  private static func counts(_ row: FileRow<DocketFile>) throws(Reject) -> [AssetAnswer] {
    let cells: [(Scheme.Asset, DocketFile.Role)] = [
      (.dwellings, .dwellings), (.businesses, .businesses), (.vehicles, .vehicles),
    ]
    var counts: [AssetAnswer] = []
    for (asset, column) in cells {
      guard let text = row[column] else { continue }
      if text == "none" || text == "无答复" {
        counts.append(AssetAnswer(asset, count: nil))
        continue
      }
      guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text)
      else {
        throw row.fault(
          column, .badCount,
          Wording(
            zh: "不是个数：应为 1 至 9 位数字，没有答复写 none", en: "not a count: 1 to 9 digits, or 'none' for no answer"))
      }
      counts.append(AssetAnswer(asset, count: count))
    }
    guard !counts.isEmpty else { throw row.fault(.dwellings, .missing) }
    return counts
  }
}

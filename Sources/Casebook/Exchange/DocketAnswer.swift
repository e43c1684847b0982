import Rules
import Units

/// What is wrong in one cell of a docket.
struct DocketFault: Error {
  let column: DocketColumn
  let problem: String
  let what: Wording
}

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

  /// The moves that may come by a file. Money is approved and moved by those who sit at the casebook.
  static let moves: [Move] = [
    .verify, .visit, .appraise, .disclose, .object, .resolve, .confirm, .withdraw, .pend,
  ]
  /// The columns that an office fills in.
  private static let filled: [DocketColumn] = [
    .happenedOn, .answer, .dwellings, .businesses, .vehicles, .note,
  ]

  /// Reads a row; `nil` where the office has not answered yet.
  init?(_ row: Sheet.Row) throws(DocketFault) {
    guard DocketAnswer.filled.contains(where: { row[$0] != nil }) else { return nil }
    number = try DocketAnswer.number(row)
    note = row[.note]
    on = try DocketAnswer.day(row)
    said = try DocketAnswer.said(row)
  }

  /// The case's number.
  static func number(_ row: Sheet.Row) throws(DocketFault) -> Int {
    guard let text = row[.number] else { throw missing(.number) }
    guard text.utf8.count <= 15, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number > 0
    else {
      throw DocketFault(
        column: .number, problem: "bad-id", what: Wording(zh: "不是案件编号", en: "not the number of a case"))
    }
    return number
  }

  /// The amount, which the control totals sum up.
  static func amount(_ row: Sheet.Row) throws(DocketFault) -> Yuan {
    guard let text = row[.amount] else { throw missing(.amount) }
    guard let amount = Yuan(text), amount <= .claimLimit else {
      throw DocketFault(
        column: .amount, problem: "bad-amount", what: Wording(zh: "不是金额", en: "not an amount"))
    }
    return amount
  }

  private static func day(_ row: Sheet.Row) throws(DocketFault) -> Day? {
    guard let text = row[.happenedOn] else { return nil }
    guard let day = Day(text) else {
      throw DocketFault(
        column: .happenedOn, problem: "bad-date",
        what: Wording(zh: "不是日期，应写作 2018-03-05", en: "not a day; write it as 2018-03-05"))
    }
    return day
  }

  private static func said(_ row: Sheet.Row) throws(DocketFault) -> Said {
    let move = try move(row)
    guard moves.contains(move) else {
      throw DocketFault(
        column: .move, problem: "not-by-file",
        what: Wording(
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
      guard row[.note] != nil else { throw missing(.note) }
      return .object
    case .withdraw, .pend:
      guard let reason = row[.note] else { throw missing(.note) }
      return move == .pend ? .pend(reason: reason) : .withdraw(reason: reason)
    case .approve, .settle, .reconcile, .release, .reverse:
      preconditionFailure("a move that may not come by a file is refused before")
    }
  }

  private static func move(_ row: Sheet.Row) throws(DocketFault) -> Move {
    guard let word = row[.move] else { throw missing(.move) }
    if let move = Move.allCases.first(where: { $0.rawValue == word || $0.name.zh == word }) { return move }
    let near = Spelling.nearest(to: word, among: moves.map(\.rawValue))
    throw DocketFault(
      column: .move, problem: "unknown-word",
      what: Wording(
        zh: "没有「\(word)」这一步" + (near.map { "，是不是 \($0)？" } ?? ""),
        en: "there is no step '\(word)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
  }

  /// A step that is taken or not: a "no" is no way to take it.
  private static func checkDone(_ row: Sheet.Row) throws(DocketFault) {
    guard row[.answer] != nil else { return }
    _ = try answer(row, yes: ["yes", "是"], no: [])
  }

  private static func answer(_ row: Sheet.Row, yes: [String], no: [String]) throws(DocketFault) -> Bool {
    guard let word = row[.answer] else { throw missing(.answer) }
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    throw DocketFault(
      column: .answer, problem: "unknown-word",
      what: Wording(
        zh: "这里应写：\((yes + no).joined(separator: "、"))",
        en: "this should be one of: \((yes + no).joined(separator: ", "))"))
  }

  private static func counts(_ row: Sheet.Row) throws(DocketFault) -> [AssetAnswer] {
    let cells: [(Scheme.Asset, DocketColumn)] = [
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
        throw DocketFault(
          column: column, problem: "bad-count",
          what: Wording(
            zh: "不是个数：应为 1 至 9 位数字，没有答复写 none", en: "not a count: 1 to 9 digits, or 'none' for no answer"))
      }
      counts.append(AssetAnswer(asset, count: count))
    }
    guard !counts.isEmpty else { throw missing(.dwellings) }
    return counts
  }

  private static func missing(_ column: DocketColumn) -> DocketFault {
    DocketFault(
      column: column, problem: "missing",
      what: Wording(zh: "必填的单元格是空的", en: "a cell that must be filled is empty"))
  }
}

/// The rows of totals of a table, held against what was read of it.
struct ReadTotals {
  /// What such a row says of a sum.
  enum Said: Equatable {
    case nothing, nonsense
    case sum(Rational)
  }

  /// The lines of the rows that were left out.
  private(set) var lines: [Int] = []
  /// Those of totals that the rows do not come to.
  private(set) var differing: [Int] = []

  private var sum = Rational.zero
  private var hasRows = false
  private var marks: [String: Rational] = [:]
  private var early: [(said: Said, line: Int)] = []

  /// Counts a row that was read.
  mutating func count(_ amount: Rational) {
    sum = sum + amount
    hasRows = true
  }

  /// Holds a row of totals against the rows before it.
  mutating func hold(_ said: Said, _ row: RawRow) {
    lines.append(row.line)
    guard hasRows else {
      early.append((said, row.line))
      return
    }
    let word = ReadTotals.firstCells(row).lazy.compactMap { ReadTotals.word($0) }.first ?? ""
    let since = sum - (marks[word] ?? .zero)
    marks[word] = sum
    check(said, word == "小计" ? [since] : [sum, since], row.line)
  }

  /// A total above all rows is held against those below.
  mutating func end() {
    for (said, line) in early { check(said, [sum], line) }
  }

  private mutating func check(_ said: Said, _ sums: [Rational], _ line: Int) {
    switch said {
    case .nothing: return
    case .nonsense: differing.append(line)
    case .sum(let stated): if !sums.contains(stated) { differing.append(line) }
    }
  }

  /// The first three cells of a row that say something, in which the word may stand.
  static func firstCells(_ row: RawRow) -> [Bytes] {
    Array((row.asTheyStand ?? row.cells).lazy.compactMap { Undress.cell($0, .word) }.prefix(3))
  }

  static func isWord(_ cell: Bytes) -> Bool { word(cell) != nil }

  /// The word for a total in a cell, written as headings may be.
  static func word(_ cell: Bytes) -> String? {
    // All of them end in 计 or in an l, which hardly an id has.
    guard cell.contains(where: { $0 == 0xAE || $0 | 0x20 == UInt8(ascii: "l") }) else { return nil }
    var text = cell.text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
    while let last = text.last, last == ":" || last == "：" { text.removeLast() }
    for (open, close) in [("(", ")"), ("（", "）"), ("[", "]"), ("【", "】")] as [(Character, Character)]
    where text.last == close {
      if let start = text.firstIndex(of: open), start > text.startIndex { text.removeSubrange(start...) }
    }
    if text == "total" { return "合计" }
    return ["合计", "总计", "小计", "共计"].contains(text) ? text : nil
  }

  /// Whether a sum of one to three digits, its sign and its currency aside, stands bare before a bare cell of exactly
  /// three digits, with or without two decimals.
  static func isSplit(_ row: RawRow, at place: Int) -> Bool {
    guard place + 1 < row.cells.count, [3, 6].contains(row.cells[place + 1].count),
      let inQuotes = row.inQuotes,
      !inQuotes[place], !inQuotes[place + 1], let sum = Undress.cell(row.cells[place], .number)
    else { return false }
    var next = Scan(row.cells[place + 1])
    guard next.digits(3...3) != nil, next.isDone || next.take(".") && next.digits(2...2) != nil && next.isDone
    else { return false }
    var scan = Scan(sum)
    _ = ["¥", "￥", "人民币", "RMB", "CNY"].contains { (word: StaticString) in scan.take(word) }
    _ = scan.take("-")
    return scan.digits(1...3) != nil && scan.isDone
  }
}

import Tables
package import Units

/// The word by which a row says that it is a total of others.
package enum TotalWord: String, CaseIterable, Sendable {
  /// Of the rows since the last of its kind.
  case subtotal = "小计"
  case sum = "合计"
  case total = "总计"
  case whole = "共计"

  /// The word that a text is, in a heading's ways of writing, with or without a colon behind it.
  init?(_ text: String) {
    var bare = Dress.text(text, as: .word).value
    while let last = bare.last, last == ":" || last == "：" || last == " " { bare.removeLast() }
    let folded = Heading(bare).folded
    // What a workbook of ours has in English.
    guard let word = TotalWord(rawValue: folded == "total" ? TotalWord.sum.rawValue : folded) else {
      return nil
    }
    self = word
  }

  /// Whether a cell may be such a word, at a glance.
  @inline(__always)
  static func mayBe(_ id: Cell) -> Bool {
    guard unsafe id.count > 4 && id.count < 32 else { return false }
    let first = unsafe id.firstWord
    // 合, 小, 总, 共
    switch first & 0xFF_FFFF {
    case 0x88_90E5, 0x8F_B0E5, 0xBB_80E6, 0xB1_85E5: return true
    case let ascii: return ascii | 0x20_2020 == 0x74_6F74
    }
  }
}

/// A row of totals: no row of the table, but held against those that are.
package struct TotalsRow: Sendable {
  /// What stands in a column that is added up.
  enum Stated: Sendable {
    case nothing
    case amount(Yuan)
    /// No amount.
    case unreadable
  }

  let word: TotalWord
  /// The line in the block on which it begins, from 0.
  let line: Int
  /// What it states, for each of the columns that are added up.
  let stated: [Stated]

  /// How many of a row's first cells with something in them may have the word.
  private static let reach = 3

  /// The word of the row just read, where it is one of totals: in one of its first three filled cells, with no id.
  static func word(_ scanner: RowScanner, _ shape: RowShape, id: Int) -> TotalWord? {
    switch shape {
    case .whole, .tooFewCells, .tooManyCells: break
    case .none, .badQuoting, .badJSON, .duplicateKey, .misspeltKey: return nil
    }
    let cell = unsafe scanner.cells[id]
    if unsafe CellReading.isPlainID(cell, false) && !TotalWord.mayBe(cell) { return nil }
    let text = unsafe cell.string
    guard Dress.text(text, as: .word).value.isEmpty || TotalWord(text) != nil,
      unsafe scanner.badlyEncodedRole == nil
    else { return nil }
    let filled = unsafe scanner.rowCells.lazy.filter { !Dress.text($0, as: .word).value.isEmpty }
    return filled.prefix(reach).lazy.compactMap { TotalWord($0) }.first
  }
}

/// What of a block is held against its rows of totals.
package struct BlockTotals: Sendable {
  /// A row of totals, what the rows of the block before it come to, and how many they are.
  struct Met: Sendable {
    let row: TotalsRow
    let before: Int64
    let rows: Int
  }

  private(set) var met: [Met] = []
  /// What all of its rows come to, in fen.
  package var sum: Int64 = 0
  /// How many rows it has.
  package var rows = 0

  package init() {}

  /// Counts a row.
  package mutating func add(_ amount: Yuan) {
    sum += amount.fen
    rows += 1
  }

  /// Notes a row of totals, behind rows that come to `sum`.
  package mutating func meet(_ row: TotalsRow, after rows: Int, sum: Int64) {
    met.append(Met(row: row, before: sum, rows: rows))
  }

  /// Notes a row of totals behind those counted.
  package mutating func meet(_ row: TotalsRow) { meet(row, after: rows, sum: sum) }
}

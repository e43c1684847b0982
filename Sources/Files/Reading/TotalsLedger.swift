package import Tables
import Units

/// Holds rows of totals against the rows that were read, in the order of the table; each sheet of a workbook by itself.
package struct TotalsLedger: Sendable {
  /// What is added up.
  private let columns: [Column]
  private var sheet: String?
  /// How many rows were read, and what they come to, in fen, by column.
  private var rows = 0
  private var sums: [Int128]
  /// What they came to at the last row of totals with a word.
  private var marks: [TotalWord: [Int128]] = [:]
  /// The totals that stand above all rows, which come first: they are held against the rows below.
  private var above: [(row: TotalsRow, line: TableLine)] = []

  package init(_ columns: [Column]) {
    self.columns = columns
    sums = Array(repeating: 0, count: columns.count)
  }

  /// Takes a block of a table with one column that is added up, in turn.
  ///
  /// - Parameters:
  ///   - lines: how many lines stand before it.
  ///   - reader: by which it was read.
  package mutating func take(
    _ block: BlockTotals, after lines: Int, _ reader: RowReader, _ notes: inout RowNotes
  ) {
    begin(reader.sheet, &notes)
    var (sum, rows): (Int64, Int) = (0, 0)
    for met in block.met {
      add([met.before - sum], rows: met.rows - rows)
      meet(met.row, at: reader.line(lines + met.row.line + 1), &notes)
      (sum, rows) = (met.before, met.rows)
    }
    add([block.sum - sum], rows: block.rows - rows)
  }

  /// Goes on with a sheet, or with the table where it has none.
  private mutating func begin(_ sheet: String?, _ notes: inout RowNotes) {
    if sheet != self.sheet { close(&notes) }
    self.sheet = sheet
  }

  /// Counts a row, with what stands in it by column.
  mutating func add(_ amounts: [Int64], of line: TableLine, _ notes: inout RowNotes) {
    begin(line.sheet?.name, &notes)
    add(amounts, rows: 1)
  }

  /// Counts rows, with what they come to by column.
  private mutating func add(_ amounts: [Int64], rows count: Int) {
    rows += count
    for (index, amount) in amounts.enumerated() { sums[index] += Int128(amount) }
  }

  /// Meets a row of totals behind the rows counted.
  mutating func meet(_ row: TotalsRow, at line: TableLine, _ notes: inout RowNotes) {
    begin(line.sheet?.name, &notes)
    notes.noteTotal()
    if rows == 0, above.count < RowNotes.most {
      above.append((row, line))
      return
    }
    let since = zip(sums, marks[row.word] ?? sums.map { _ in 0 }).map { $0 - $1 }
    hold(row, at: line, against: row.word == .subtotal ? [since] : [sums, since], &notes)
    marks[row.word] = sums
  }

  /// Ends a sheet, or the table.
  package mutating func close(_ notes: inout RowNotes) {
    for (row, line) in above { hold(row, at: line, against: [sums], &notes) }
    above = []
    marks = [:]
    rows = 0
    sums = sums.map { _ in 0 }
  }

  /// Holds what a row states against what it may be the total of; the first is what it should be.
  private func hold(
    _ row: TotalsRow, at line: TableLine, against sums: [[Int128]], _ notes: inout RowNotes
  ) {
    for (index, stated) in row.stated.enumerated() {
      let amount: Yuan?
      switch stated {
      case .nothing: continue
      case .amount(let yuan): amount = yuan
      case .unreadable: amount = nil
      }
      if let amount, sums.contains(where: { $0[index] == Int128(amount.fen) }) { continue }
      notes.note(
        RowNotes.Difference(
          line: line, word: row.word.rawValue, column: columns[index], stated: amount,
          read: Yuan(fen: Int64(clamping: sums[0][index]))))
    }
  }
}

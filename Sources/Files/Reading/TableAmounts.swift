package import Tables
import Units

/// The columns of a table that are added up, and what they have to do with the shape of its rows.
package struct TableAmounts {
  private let columns: [Column]
  /// The column of the rows' own ids.
  private let id: Int
  /// Those with amounts.
  private let places: [Int]
  private let dressed = DressedCells()

  /// - Parameters:
  ///   - id: the place of the column of the rows' own ids.
  ///   - places: those of the columns with amounts.
  package init(_ columns: [Column], id: Int, amounts places: [Int]) {
    (self.columns, self.id, self.places) = (columns, id, places)
  }

  /// The amounts of a kind of file.
  init(_ kind: FileKind) {
    let fields = kind.file.fields
    self.init(
      kind.file.columns, id: fields.firstIndex { $0.content == .id } ?? 0,
      amounts: fields.indices.filter { fields[$0].content == .money })
  }

  /// The row just read, where it is one of totals.
  package func totals(_ shape: RowShape, _ scanner: RowScanner) -> TotalsRow? {
    guard let word = unsafe TotalsRow.word(scanner, shape, id: id) else { return nil }
    defer { dressed.clear() }
    let stated = places.map { place in
      unsafe isSplit(place, shape, scanner) ? .unreadable : dressed.total(place, signed: true, scanner)
    }
    return unsafe TotalsRow(word: word, line: scanner.line, stated: stated)
  }

  /// What its rows of totals are held against.
  var ledger: TotalsLedger { TotalsLedger(places.map { columns[$0] }) }

  /// What stands in a row's columns that are added up, in fen.
  ///
  /// - Parameter cells: the row's cells by the places of their columns, in their plain form.
  func amounts(of cells: [String?]) -> [Int64] {
    places.map { place in cells[place].flatMap { Yuan($0, signed: true) }?.fen ?? 0 }
  }

  /// Why the row just read cannot be taken apart.
  func fault(_ shape: RowShape, _ scanner: RowScanner, _ line: TableLine) -> Reject? {
    if unsafe scanner.badlyEncodedRole != nil {
      return unsafe Reject(CellPlace(line, column: scanner.faultColumn), .badEncoding)
    }
    if let split = unsafe split(shape, scanner) {
      return unsafe Reject(
        CellPlace(
          line, column: scanner.column(of: split), field: columns[split].name,
          value: scanner.cells[split].string), .splitAmount)
    }
    return unsafe shape == .whole
      ? nil : Reject(CellPlace(line, column: scanner.faultColumn), RowProblem(shape))
  }

  /// The place of the first column whose amount goes on in the next one.
  package func split(_ shape: RowShape, _ scanner: RowScanner) -> Int? {
    guard shape == .whole || shape == .tooManyCells else { return nil }
    defer { dressed.clear() }
    return places.filter { unsafe isSplit($0, shape, scanner) }.min {
      unsafe scanner.column(of: $0) < scanner.column(of: $1)
    }
  }

  /// Whether an amount goes on in the next column. Where that has amounts too, three digits are nothing unusual there:
  /// then the row must have more cells than the header, or the next cell begin with a 0, as no amount of its own does.
  private func isSplit(_ place: Int, _ shape: RowShape, _ scanner: RowScanner) -> Bool {
    guard unsafe dressed.isSplit(scanner.cells[place], scanner.commas) else { return false }
    let column = unsafe scanner.column(of: place) + 1
    guard shape != .tooManyCells, let next = places.first(where: { unsafe scanner.column(of: $0) == column })
    else {
      return true
    }
    return unsafe scanner.cells[next].start.pointee == UInt8(ascii: "0")
  }

  /// Holds rows of totals, each behind so many of the rows, against what these come to.
  func hold(
    _ totals: [(row: TotalsRow, line: TableLine, place: Int)], against rows: [Sheet.Cells],
    _ notes: inout RowNotes
  ) {
    var ledger = ledger
    var next = totals[...]
    for place in 0...rows.count {
      while let first = next.first, first.place == place {
        ledger.meet(first.row, at: first.line, &notes)
        next.removeFirst()
      }
      guard place < rows.count else { break }
      let row = rows[place]
      let amounts = places.map { column in
        row.texts[column].flatMap { Dress.amount($0, signed: true, heading: row.units[column]) }?.value
          ?? .zero
      }
      ledger.add(amounts.map { $0.fen }, of: row.line, &notes)
    }
    ledger.close(&notes)
  }
}

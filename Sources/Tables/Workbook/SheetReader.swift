/// Reads a sheet and writes its rows as lines of CSV, row n as record n.
final class SheetReader: XMLReader {
  /// Bytes of one cell; spreadsheets allow 32,767 characters.
  static let cellLimit = 1 << 18
  /// Bytes of one row, more than a table's line can have.
  private static let rowLimit = 1 << 24
  /// Bytes that are written before reading pauses.
  private static let pauseAt = 1 << 17
  /// A sheet's text is so many times as long as its XML, and some more, at most.
  private static let growth = (times: 64, more: 1 << 28)

  /// What was written and not yet taken.
  let out = ByteArena(capacity: 1 << 18)
  private(set) var notes = SheetNotes()
  private let sheet: String
  private let texts: SharedTexts
  private let showsDay: [Bool]
  private let serialDay: SerialDay
  private var merged: MergedCells?
  private let value = ByteArena()

  /// The row that is read or was read last, from 1.
  private(set) var row = 0
  private var column = 0
  /// The column of the last cell written in the row; 1 before the first.
  private var written = 1
  /// Bytes that were taken from ``out`` before.
  private var taken = 0
  /// Where the row begins, from the first byte of all.
  private var rowStart = 0
  private var isInRow = false
  private var cell = CellKind()

  /// What the attributes and the parts of a cell tell of it.
  private struct CellKind {
    var type = CellType.number
    var format = 0
    var hasFormula = false
    var hasValue = false
  }

  init(
    _ stream: PartStream, sheet: String, _ texts: SharedTexts, showsDay: [Bool], _ serialDay: SerialDay,
    _ areas: [MergedCells.Area]
  ) throws(WorkbookFault) {
    (self.sheet, self.texts, self.showsDay, self.serialDay) = (sheet, texts, showsDay, serialDay)
    merged = areas.isEmpty ? nil : MergedCells(areas)
    try super.init(stream)
  }

  /// Forgets what was written: it was taken.
  func take() {
    taken += out.count
    out.removeAll()
  }

  override func begin(_ word: XMLWord, _ attributes: XMLAttributes) {
    switch word {
    case .c where depth == 4 && isInRow: unsafe beginCell(attributes)
    case .v where depth == 5 && above == .c && isInRow: beginValue()
    case .t where isInRow && isInline: beginValue()
    case .f where depth == 5 && above == .c: cell.hasFormula = true
    case .row where depth == 3 && above == .sheetData: unsafe beginRow(attributes)
    case .sheetPr where depth == 2:
      if unsafe attributes.isOn("filterMode") { notes.isFiltered = true }
    case .filterColumn where above == .autoFilter: notes.isFiltered = true
    default: break
    }
  }

  override func end(_ word: XMLWord) {
    wantsText = false
    switch word {
    case .c where depth == 4 && isInRow: endCell()
    case .row where depth == 3 && isInRow: endRow()
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe value.append(bytes)
    if value.count > SheetReader.cellLimit { refuse(.cellTooLong) }
  }

  private func beginValue() {
    wantsText = true
    cell.hasValue = true
  }

  /// Whether a `t` belongs to a text that stands in the cell itself, and is no reading aid.
  private var isInline: Bool {
    word(at: 5) == .is && (depth == 6 || (depth == 7 && above == .r))
  }

  private func refuse(_ fault: WorkbookFault.Sheet) {
    refuse(.badSheet(sheet, row: row, column: column, fault))
  }

  private func beginRow(_ attributes: XMLAttributes) {
    var number = row + 1
    var index = 0
    while let (name, value) = unsafe attributes.pair(index) {
      index += 1
      if unsafe name[0] == UInt8(ascii: "r"), unsafe name[1] == 0 {
        guard let own = unsafe SheetReader.number(XMLText.bytes(value)) else { return refuse(.badReference) }
        number = own
      }
    }
    column = 0
    guard number > row else { return refuse(.rowsOutOfOrder) }
    guard number <= CellReference.lastRow else { return refuse(.badReference) }
    out.append(0x0A, times: number - row - 1)
    (row, written, isInRow) = (number, 1, true)
    rowStart = taken + out.count
    if unsafe attributes.isOn("hidden") { notes.hiddenRows += 1 }
    if let fault = merged?.begin(row: row) { refuse(fault) }
  }

  private func endRow() {
    column = 0
    fill(upTo: CellReference.lastColumn)
    out.append(0x0A)
    isInRow = false
    let limit = SheetReader.growth.more + byteCount * SheetReader.growth.times
    if taken + out.count > limit { return refuse(.textTooLong) }
    if out.count > SheetReader.pauseAt { pause() }
  }

  private func beginCell(_ attributes: XMLAttributes) {
    cell = CellKind()
    value.removeAll()
    var number = column + 1
    var index = 0
    while let (name, text) = unsafe attributes.pair(index) {
      index += 1
      guard unsafe name[1] == 0 else { continue }
      switch unsafe name[0] {
      case UInt8(ascii: "r"):
        guard let place = unsafe CellReference.parse(XMLText.bytes(text)), place.row == row else {
          return refuse(.badReference)
        }
        number = place.column
      case UInt8(ascii: "s"): cell.format = unsafe SheetReader.number(XMLText.bytes(text)) ?? 0
      case UInt8(ascii: "t"): cell.type = unsafe CellType(text)
      default: break
      }
    }
    guard number > column else { return refuse(.cellsOutOfOrder) }
    column = number
    if number > CellReference.lastColumn { refuse(.badReference) }
  }

  private func endCell() {
    if merged == nil {
      _ = writeCell()
    } else {
      switch merged?.reach(column, put) ?? .own {
      case .own: _ = writeCell()
      case .covered: break
      case .first:
        let place = writeCell()
        let text = unsafe Array(out.bytes[place])
        if merged?.keep(text, at: column) == false { refuse(.tooManyMerges) }
      }
    }
    if taken + out.count - rowStart > SheetReader.rowLimit { return refuse(.rowTooLong) }
    if out.count > SheetReader.pauseAt { pause() }
  }

  private func fill(upTo last: Int) {
    guard merged != nil else { return }
    merged?.fill(upTo: last, put)
    notes.filledCells = merged?.filled ?? 0
    if taken + out.count - rowStart > SheetReader.rowLimit { refuse(.rowTooLong) }
  }

  /// Writes a value that is a cell of CSV already.
  private func put(_ column: Int, _ text: [UInt8]) {
    // A row that is too long is refused where it ends: no more of it is written.
    guard taken + out.count - rowStart <= SheetReader.rowLimit else { return }
    out.append(UInt8(ascii: ","), times: column - written)
    written = column
    out.append(text)
  }

  /// Writes the cell that ends; where its text stands in ``out``.
  private func writeCell() -> Range<Int> {
    let start = out.count
    out.append(UInt8(ascii: ","), times: column - written)
    let textStart = out.count
    writeText()
    if out.count == textStart {
      // Nothing in it: the commas wait for the next that has something.
      out.shorten(to: start)
      return start..<start
    }
    written = column
    return textStart..<out.count
  }

  private func writeText() {
    if cell.hasFormula, !cell.hasValue || (value.count == 0 && cell.type != .string) {
      notes.formulasWithoutValue.add(row: row, column: column)
      // No id, sum, day or word has this character: whatever stands in the column, the cell is refused.
      return out.append("\u{FFFD}=")
    }
    guard value.count > 0 else { return }
    switch cell.type {
    case .shared:
      guard let index = unsafe SheetReader.number(value.bytes), let range = texts.range(index) else {
        return refuse(.noSuchText)
      }
      out.append(texts.arena, range)
    case .string: unsafe CellText.write(value.bytes, to: out)
    case .number: unsafe writeNumber(value.bytes)
    case .truth:
      out.append(
        unsafe value.bytes[0] == UInt8(ascii: "0") || value.bytes[0] | 0x20 == UInt8(ascii: "f")
          ? "no" : "yes")
    case .error:
      notes.errors.add(row: row, column: column)
      out.append("\u{FFFD}")
      unsafe CellText.write(value.bytes, to: out)
    case .day: unsafe SerialDay.write(standard: value.bytes, to: out)
    }
  }

  @inline(__always)
  private func writeNumber(_ text: UnsafeBufferPointer<UInt8>) {
    let isDay = cell.format < showsDay.count && showsDay[cell.format]
    if !isDay, unsafe CellNumber.isPlain(text) { return unsafe out.append(text) }
    let trimmed = unsafe SheetReader.trimmed(text)
    guard let number = unsafe CellNumber(trimmed) else { return unsafe CellText.write(text, to: out) }
    isDay ? serialDay.write(number, to: out) : number.write(to: out)
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    let front = unsafe text.drop(while: isBlank)
    let count = unsafe front.count - front.reversed().prefix(while: isBlank).count
    return unsafe UnsafeBufferPointer(rebasing: front.prefix(count))
  }

  /// A whole number of at most nine digits.
  @inline(__always)
  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count > 0, text.count <= 9 else { return nil }
    var number = 0
    for at in 0..<text.count {
      let digit = unsafe text[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }
}

import TestKit

/// Rows with commas, tabs or semicolons between their cells.
struct WriteSeparated: SheetShape {
  private let dialect: Dialect
  private let separator: UInt8
  private var text = Bytes()

  private static let comma = UInt8(ascii: ",")

  init(_ dialect: Dialect, _ separator: UInt8) {
    self.dialect = dialect
    self.separator = separator
  }

  func file(_ dialect: Dialect) throws -> Bytes { try dialect.bytes(of: text) }

  mutating func writeHeader(_ names: [String], using random: inout Seeded) {
    if dialect.saysSeparator {
      text += Bytes(of: "sep=") + [separator]
      writeBlankLine()
    }
    if dialect.blankLines { writeBlankLine() }
    write(names.map { Bytes(of: $0) }, splitAt: nil, using: &random)
    writeBlankLine()
  }

  mutating func writeBlankLine() { text += dialect.lineEnd.rawValue.utf8 }

  mutating func write(_ cells: [SpelledCell], _ fault: RowFault?, isLast: Bool, using random: inout Seeded) {
    var texts = cells.map { Bytes(of: $0.text) }
    var splitPlace: Int?
    switch fault {
    case nil:
      // Empty cells beyond the header are no fault.
      if dialect.manySpellings, random.chance(10) { texts += [[], []] }
    case .moreCells: texts += random.chance(500) ? [Bytes(of: "1")] : [[], [], Bytes(of: "more")]
    case .splitAmount:
      if let place = WriteSeparated.splitPlace(cells), separator == WriteSeparated.comma {
        let parts = [random.pick(["18", "1", "234"]), random.pick(["000.00", "500"])]
        texts.replaceSubrange(place..<min(place + 2, texts.count), with: parts.map { Bytes(of: $0) })
        splitPlace = place
      } else {
        texts.append(Bytes(of: "a\"b"))
      }
    case .badQuoting: texts.removeLast()
    }
    write(texts, splitAt: splitPlace, using: &random)
    if fault == .badQuoting {
      text += [separator] + Bytes(of: random.pick(["a\"b", "\"a\"b", "a\"\""]))
    }
    if !isLast || dialect.endsWithNewline || dialect.endsInsideQuotes || dialect.isTorn { writeBlankLine() }
  }

  /// Where an amount can take the next cell's place: not that of the id, by which a household is known.
  private static func splitPlace(_ cells: [SpelledCell]) -> Int? {
    cells.indices.first { place in
      guard cells[place].column == .amount || cells[place].column == .income else { return false }
      return place + 1 == cells.count || cells[place + 1].column != .householdID
    }
  }

  private mutating func write(_ cells: [Bytes], splitAt split: Int?, using random: inout Seeded) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { text.append(separator) }
      var bytes = cell
      if dialect.spaces > 0, random.chance(dialect.spaces) { bytes = [0x20, 0x20] + cell + [0x20] }
      let plain = OracleRun.quoted(bytes, separator: separator)
      if let split, place == split || place == split + 1 {
        text += plain
        continue
      }
      let mayBeTakenForOne = separator == WriteSeparated.comma && place + 1 < cells.count
      if plain.count == bytes.count,
        mayBeTakenForOne && WriteSeparated.isLikeSplit(bytes, cells[place + 1])
          || dialect.quotes > 0 && random.chance(dialect.quotes)
      {
        text.append(UInt8(ascii: "\""))
        text += bytes
        text.append(UInt8(ascii: "\""))
      } else {
        text += plain
      }
    }
  }

  /// Whoever means two cells does not let them be read as one.
  private static func isLikeSplit(_ cell: Bytes, _ next: Bytes) -> Bool {
    guard next.count == 3 || next.count == 6 else { return false }
    return ReadTotals.isSplit(RawRow(line: 0, cells: [cell, next], inQuotes: [false, false]), at: 0)
  }

  mutating func end(using random: inout Seeded) {
    if dialect.blankLines, dialect.endsWithNewline { for _ in 0..<3 { writeBlankLine() } }
    if dialect.isTorn { text += Bytes(of: "torn") }
    if dialect.endsInsideQuotes {
      text += Bytes(of: "last") + [separator] + Bytes(of: "\"open, and never closed")
    }
  }
}

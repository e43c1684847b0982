package import Tables
package import Units

/// The plain forms of cells, in which almost all of them are written; ``Dress`` reads the others.
package enum CellReading {
  /// Whether a cell is an id as it stands, with nothing on it that would have to come off. What is none at this glance
  /// may still be one.
  ///
  /// - Parameter isPlain: whether all the text around it is ASCII without control characters.
  @inline(__always)
  package static func isPlainID(_ cell: Cell, _ isPlain: Bool) -> Bool {
    let count = unsafe cell.count
    // Shorter ones may say that nothing is known.
    guard count > 4, count <= Dress.longestID else { return false }
    // What begins with a letter, or with a digit and another one or a letter that is no exponent's, is no number as a spreadsheet
    // rounds it; all other dress of ASCII begins with a sign.
    let (first, second) = unsafe (cell.start[0], cell.start[1])
    let isLetter = (first | 0x20) &- 0x61 < 26
    let goesOn = second &- 0x30 < 10 || (second | 0x20) &- 0x61 < 26 && second | 0x20 != 0x65
    if isLetter || first &- 0x30 < 10 && goesOn, unsafe isPlain || isPlainText(cell) { return true }
    return unsafe isPlainName(cell)
  }

  /// Whether a cell is an id, with nothing on it that would have to come off.
  package static func isID(_ cell: Cell) -> Bool {
    unsafe isPlainID(cell, false) || (!Dress.saysMissing(cell) && Dress.idFault(cell) == nil)
  }

  /// Whether a cell is ASCII without control characters.
  @inline(__always)
  private static func isPlainText(_ cell: Cell) -> Bool {
    let count = unsafe cell.count
    var odd: UInt64 = 0
    var index = 0
    while index < count {
      let rest = count &- index
      odd |= unsafe oddBytes(Cell(start: cell.start + index, count: rest).firstWord, min(rest, 8))
      index &+= 8
    }
    return odd == 0
  }

  /// Sets the high bit of every byte, of the first `count`, that is a control character or no ASCII.
  @inline(__always)
  private static func oddBytes(_ word: UInt64, _ count: Int) -> UInt64 {
    // Zeros behind the end count as spaces.
    let filled = count >= 8 ? word : word | 0x2020_2020_2020_2020 << UInt64(truncatingIfNeeded: count &* 8)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let bytes = filled & low
    let isControl = ~(bytes &+ 0x6060_6060_6060_6060)
    let isDelete = ~((bytes ^ low) &+ low)
    return (isControl | isDelete | filled) & 0x8080_8080_8080_8080
  }

  /// Whether a cell is made of letters, digits and a few signs of ASCII, and of Chinese characters in common use.
  @inline(never)
  private static func isPlainName(_ cell: Cell) -> Bool {
    let count = unsafe cell.count
    if unsafe cell.start[0] == UInt8(ascii: "-") { return false }
    var index = 0
    while index < count {
      let byte = unsafe cell.start[index]
      if byte < 0x80 {
        guard (byte | 0x20) &- 0x61 < 26 || (byte &- 0x2D < 13 && byte != 0x2F) || byte == UInt8(ascii: "_")
        else { return false }
        index &+= 1
      } else {
        guard byte >= 0xE4, byte <= 0xE9, index &+ 2 < count else { return false }
        index &+= 3
      }
    }
    return true
  }

  /// A count: 1 to 9 ASCII digits.
  @inline(__always)
  package static func count(_ cell: Cell) -> Int? {
    guard unsafe cell.count >= 1 && cell.count <= 9 else { return nil }
    var value = 0
    for index in unsafe 0..<cell.count {
      let digit = unsafe cell.start[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// What is wrong with a count that was read; `nil` is one that could not be.
  static func fault(_ count: Int?, atLeast least: Int = 0) -> RowProblem? {
    guard let count else { return .badCount }
    return count < least ? .membersBelowOne : nil
  }

  /// An amount of money.
  @inline(__always)
  package static func yuan(_ cell: Cell) -> Yuan? { unsafe Yuan.parseQuickly(cell.start, count: cell.count) }

  /// An amount of money that may be negative.
  @inline(__always)
  package static func signedYuan(_ cell: Cell) -> Yuan? {
    unsafe Yuan.parse(cell.start, count: cell.count, signed: true)
  }

  /// What is wrong with an amount that was read; `nil` is one that could not be.
  static func fault(_ amount: Yuan?, in range: ClosedRange<Yuan>) -> RowProblem? {
    guard let amount else { return .badAmount }
    return range.contains(amount) ? nil : .amountOutOfRange
  }
}

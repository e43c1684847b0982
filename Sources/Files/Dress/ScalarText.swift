import Tables

/// The characters of a cell, one after another from either end. What is no UTF-8 counts as U+FFFD, a byte at a time.
@unsafe
struct ScalarText {
  let cell: Cell

  init(_ cell: Cell) { unsafe self.cell = unsafe cell }

  /// The character that begins at a byte, and how many bytes it has.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = unsafe cell.start[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, unsafe index + length <= cell.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length {
      let byte = unsafe cell.start[next]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value), scalar.utf8.count == length else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// The character that ends before a byte, and how many bytes it has.
  func scalar(before end: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let last = unsafe cell.start[end - 1]
    if last < 0x80 { return (Unicode.Scalar(last), 1) }
    for length in 2...4 where length <= end {
      let found = unsafe scalar(at: end - length)
      if found.length == length { return found }
    }
    return ("\u{FFFD}", 1)
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the Chinese characters in common use, about which nothing has to be asked.
  var isUsualHan: Bool { (0x4000...0x9FFF).contains(value) }

  /// Whether it is nothing at the ends of a cell: White_Space or Default_Ignorable_Code_Point.
  var isBlank: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    return !isUsualHan && (properties.isWhitespace || properties.isDefaultIgnorableCodePoint)
  }

  /// Whether it may not stand inside an id: what nobody sees, and what nobody can know the meaning of.
  var isRefusedInIDs: Bool {
    if value < 0x80 { return value < 0x20 || value == 0x7F }
    if isUsualHan { return false }
    if value == 0xFFFD || isBlank { return true }
    switch properties.generalCategory {
    case .control, .format, .privateUse: return true
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator,
      .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
      return false
    @unknown default: return false
    }
  }
}

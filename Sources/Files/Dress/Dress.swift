@_spi(_Unicode) import Swift
package import Tables

/// Dress is not meaning: what a cell says once that is taken off which changes nothing in it.
///
/// The one place for it: files, options and the dialogue read through it, where the plain form of a value fails. It
/// comes off in this order: blanks; `="…"` or one `'`, with the blanks inside it; width and composition.
package enum Dress {
  /// What a cell is read as.
  package enum Use {
    /// A text for people, whose width is its own affair.
    case text
    /// An id, or a word of a list.
    case word
    /// A number or a day, in which `。` stands for a point.
    case number
  }

  /// The cell without its outer dress: without anything where it is missing.
  ///
  /// - Parameters:
  ///   - room: where it is written anew, if it has to be.
  ///   - worn: what came off.
  package static func undress(
    _ cell: Cell, as use: Use, in room: TextRoom, _ worn: inout DressKinds
  ) -> Cell {
    var bare = unsafe cell
    unsafe trim(&bare, &worn)
    if unsafe unmark(&bare) {
      worn.insert(DressKinds(.textMark))
      unsafe trim(&bare, &worn)
    }
    if unsafe hasOnlyASCII(bare) {
      return unsafe saysMissing(bare) ? Cell(start: bare.start, count: 0) : bare
    }
    if use != .text, unsafe narrow(&bare, use, room) { worn.insert(DressKinds(.width)) }
    if unsafe compose(&bare, room) { worn.insert(DressKinds(.composition)) }
    return unsafe saysMissing(bare) ? Cell(start: bare.start, count: 0) : bare
  }

  /// Whether a cell says that nothing is known: `/ - — NA NaN null` in any case.
  package static func saysMissing(_ cell: Cell) -> Bool {
    let count = unsafe cell.count
    guard count <= 4 else { return false }
    if count == 0 { return true }
    let first = unsafe cell.start[0]
    let isSign = first == UInt8(ascii: "/") || first == UInt8(ascii: "-")
    if count == 1 { return isSign }
    // Letters in small; the dash has none.
    let word = unsafe cell.firstWord
    switch count {
    case 2: return word | 0x2020 == 0x616E  // na
    case 3: return word | 0x0020_2020 == 0x006E_616E || word == 0x0094_80E2  // nan, —
    default: return word | 0x2020_2020 == 0x6C6C_756E  // null
    }
  }

  /// Takes the blanks at both ends off.
  private static func trim(_ cell: inout Cell, _ worn: inout DressKinds) {
    let before = unsafe cell.count
    while unsafe cell.count > 0 {
      let (scalar, length) = unsafe ScalarText(cell).scalar(at: 0)
      guard scalar.isBlank else { break }
      unsafe cell.start += length
      unsafe cell.count -= length
    }
    while unsafe cell.count > 0 {
      let (scalar, length) = unsafe ScalarText(cell).scalar(before: cell.count)
      guard scalar.isBlank else { break }
      unsafe cell.count -= length
    }
    if unsafe cell.count != before { worn.insert(DressKinds(.blanks)) }
  }

  /// Takes `="…"` or one `'` off; says whether there was one.
  private static func unmark(_ cell: inout Cell) -> Bool {
    let count = unsafe cell.count
    if unsafe count >= 3 && cell.start[0] == UInt8(ascii: "=") && cell.start[1] == UInt8(ascii: "\"")
      && cell.start[count - 1] == UInt8(ascii: "\"")
    {
      unsafe cell.start += 2
      unsafe cell.count -= 3
      return true
    }
    guard unsafe count > 0 && cell.start[0] == UInt8(ascii: "'") else { return false }
    unsafe cell.start += 1
    unsafe cell.count -= 1
    return true
  }

  private static func hasOnlyASCII(_ cell: Cell) -> Bool {
    unsafe UnsafeBufferPointer(start: cell.start, count: cell.count).allSatisfy { $0 < 0x80 }
  }

  /// Makes U+FF01 to U+FF5E the characters of ASCII that they are; says whether there were any.
  private static func narrow(_ cell: inout Cell, _ use: Use, _ room: TextRoom) -> Bool {
    func width(_ index: Int) -> UInt8? {
      guard unsafe index + 2 < cell.count else { return nil }
      let (first, second, third) = unsafe (cell.start[index], cell.start[index + 1], cell.start[index + 2])
      if use == .number, first == 0xE3, second == 0x80, third == 0x82 { return UInt8(ascii: ".") }
      guard first == 0xEF, second == 0xBC || second == 0xBD, (0x80...0xBF).contains(third) else { return nil }
      let offset = second == 0xBC ? Int(third) - 0x80 : Int(third) - 0x80 + 0x40
      return (1...0x5E).contains(offset) ? UInt8(0x20 + offset) : nil
    }
    let count = unsafe cell.count
    guard (0..<count).contains(where: { width($0) != nil }) else { return false }
    var bytes: [UInt8] = []
    var index = 0
    while index < count {
      if let narrow = width(index) {
        bytes.append(narrow)
        index += 3
      } else {
        unsafe bytes.append(cell.start[index])
        index += 1
      }
    }
    unsafe cell = unsafe room.keep(bytes)
    return true
  }

  /// Brings the cell to normalization form C; says whether that changed it.
  private static func compose(_ cell: inout Cell, _ room: TextRoom) -> Bool {
    guard unsafe !isSurelyComposed(cell) else { return false }
    let text = unsafe cell.string
    let composed = Array(String(String.UnicodeScalarView(text._nfc)).utf8)
    guard unsafe !composed.elementsEqual(UnsafeBufferPointer(start: cell.start, count: cell.count)),
      unsafe UTF8Text.isValid(cell.start, count: cell.count)
    else { return false }
    unsafe cell = unsafe room.keep(composed)
    return true
  }

  /// Whether all characters are such that none of them composes with another or is written in another way.
  private static func isSurelyComposed(_ cell: Cell) -> Bool {
    var index = 0
    while unsafe index < cell.count {
      let (scalar, length) = unsafe ScalarText(cell).scalar(at: index)
      guard scalar.value < 0x300 || scalar.isUsualHan || (0x2010...0x2027).contains(scalar.value) else {
        return false
      }
      index += length
    }
    return true
  }
}

/// The text of a block in whose rows commas stand between cells: there `18,000.00` without quotes becomes two cells.
@unsafe
package struct CommaText {
  /// Where it begins, and where it ends: at once where something else stands between cells.
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>

  /// Whether the cell behind one that stands here without quotes is exactly three digits, with or without two decimals.
  package func goesOn(behind cell: Cell) -> Bool {
    guard unsafe cell.start >= start && cell.start < end else { return false }
    var at = unsafe cell.start + cell.count
    unsafe skipSpaces(&at)
    guard unsafe byte(at) == UInt8(ascii: ",") else { return false }
    unsafe at += 1
    unsafe skipSpaces(&at)
    guard unsafe skipDigits(&at) == 3 else { return false }
    if unsafe byte(at) == UInt8(ascii: ".") {
      unsafe at += 1
      guard unsafe skipDigits(&at) == 2 else { return false }
    }
    unsafe skipSpaces(&at)
    if unsafe byte(at) == 0x0D { unsafe at += 1 }
    return unsafe byte(at) == UInt8(ascii: ",") || byte(at) == 0x0A
  }

  /// A byte of the text; behind it, the end of a line.
  private func byte(_ at: UnsafePointer<UInt8>) -> UInt8 { unsafe at < end ? at.pointee : 0x0A }

  private func skipSpaces(_ at: inout UnsafePointer<UInt8>) {
    while unsafe byte(at) == 0x20 { unsafe at += 1 }
  }

  /// Moves behind some digits, and says how many they were.
  private func skipDigits(_ at: inout UnsafePointer<UInt8>) -> Int {
    let first = unsafe at
    while unsafe byte(at) &- 0x30 < 10 { unsafe at += 1 }
    return unsafe at - first
  }
}

/// A number of a cell, exact in decimal: its text rounded to the fifteen digits that spreadsheets keep.
///
/// Sheets hold the nearest binary fraction, `0.30000000000000004` for what was typed as 0.3.
struct CellNumber: Equatable {
  private static let digitLimit = 15

  private(set) var isNegative = false
  /// At most fifteen digits, the last of them not 0.
  private(set) var digits: UInt64 = 0
  /// How many places the digits are moved to the left.
  private(set) var exponent = 0

  /// Whether a text is a number that would be written as it stands.
  @inline(__always)
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.count
    guard count > 0, count <= digitLimit, unsafe text[0] != UInt8(ascii: "0") || count == 1 else {
      return false
    }
    var point = -1
    for at in 0..<count {
      let byte = unsafe text[at]
      if byte &- UInt8(ascii: "0") < 10 { continue }
      guard byte == UInt8(ascii: "."), at > 0, point < 0 else { return false }
      point = at
    }
    return unsafe point < 0 || text[count - 1] &- UInt8(ascii: "1") < 9
  }

  /// Reads a number; `nil` where the text is none.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var (at, seen, point, next, kept) = (0, false, false, UInt8(0), 0)
    let count = text.count
    if at < count, unsafe text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
      isNegative = unsafe text[at] == UInt8(ascii: "-")
      at += 1
    }
    while at < count {
      let byte = unsafe text[at]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        seen = true
        if kept < CellNumber.digitLimit {
          digits = digits * 10 + UInt64(digit)
          if digits > 0 { kept += 1 }
          if point { exponent -= 1 }
        } else {
          if kept == CellNumber.digitLimit { next = digit }
          kept += 1
          if !point { exponent += 1 }
        }
      } else if byte == UInt8(ascii: "."), !point {
        point = true
      } else {
        break
      }
      at += 1
    }
    guard seen else { return nil }
    if at < count {
      guard let power = unsafe CellNumber.power(text, from: at) else { return nil }
      exponent += power
    }
    if next >= 5 { digits += 1 }
    if digits == 0 { (isNegative, exponent) = (false, 0) }
    while digits > 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
  }

  /// The power of ten behind `E`; where it is absurd, so large that it stays absurd.
  private static func power(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    guard unsafe text[at] | 0x20 == UInt8(ascii: "e") else { return nil }
    at += 1
    var isNegative = false
    if at < text.count, unsafe text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
      isNegative = unsafe text[at] == UInt8(ascii: "-")
      at += 1
    }
    guard at < text.count else { return nil }
    var power = 0
    while at < text.count {
      let digit = unsafe text[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      power = min(power * 10 + Int(digit), 1 << 20)
      at += 1
    }
    return isNegative ? -power : power
  }

  /// How many digits stand before the point; less than 1 where the first digit that is not 0 stands behind it.
  private var wholeDigits: Int { String(digits).utf8.count + exponent }

  /// Writes it out: plain, or with an exponent where a spreadsheet would no longer know all digits.
  func write(to text: ByteArena) {
    let all = Array(String(digits).utf8)
    let whole = all.count + exponent
    if isNegative { text.append(UInt8(ascii: "-")) }
    if digits == 0 { return text.append(UInt8(ascii: "0")) }
    if whole > CellNumber.digitLimit || whole < -CellNumber.digitLimit {
      return writeScientific(all, whole, text)
    }
    if exponent >= 0 {
      text.append(all)
      return text.append(UInt8(ascii: "0"), times: exponent)
    }
    if whole > 0 {
      text.append(Array(all[..<whole]))
      text.append(UInt8(ascii: "."))
      return text.append(Array(all[whole...]))
    }
    text.append("0.")
    text.append(UInt8(ascii: "0"), times: -whole)
    text.append(all)
  }

  /// As in `1.30434000000000E+17`: with all fifteen digits, so that it is seen to be no more than that.
  private func writeScientific(_ all: [UInt8], _ whole: Int, _ text: ByteArena) {
    text.append(all[0])
    text.append(UInt8(ascii: "."))
    text.append(Array(all[1...]))
    text.append(UInt8(ascii: "0"), times: CellNumber.digitLimit - all.count)
    text.append(UInt8(ascii: "E"))
    let power = whole - 1
    text.append(power < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let places = Array(String(power.magnitude).utf8)
    text.append(UInt8(ascii: "0"), times: 2 - places.count)
    text.append(places)
  }

  /// As days and seconds of a day, to the nearest second; `nil` where no calendar has it.
  var daysAndSeconds: (days: Int, seconds: Int)? {
    guard !isNegative, wholeDigits <= 7 else { return nil }
    if exponent >= 0 {
      var days = digits
      for _ in 0..<exponent { days *= 10 }
      return (Int(days), 0)
    }
    var (whole, fraction, places) = (digits, UInt64(0), 0)
    var power: UInt64 = 1
    for _ in 0..<min(-exponent, 32) {
      let digit = whole % 10
      whole /= 10
      // The digits that are kept are the first twelve behind the point: the last are dropped again below.
      if places < 18 {
        fraction += digit * power
        power *= 10
        places += 1
      } else {
        fraction = fraction / 10 + digit * (power / 10)
      }
    }
    while places > 12 {
      fraction /= 10
      power /= 10
      places -= 1
    }
    let seconds = (fraction * 86_400 + power / 2) / power
    return (Int(whole) + Int(seconds / 86_400), Int(seconds % 86_400))
  }
}

import Units

/// How a sheet counts its days.
struct SerialDay: Sendable {
  /// Whether 0 is 1904-01-01, as once on the Macintosh; else 1 is 1900-01-01.
  let isFrom1904: Bool

  /// The serial of 9999-12-31 from 1900.
  private static let last = 2_958_465

  /// Writes a number as the day that it counts, with its time where it has one; as itself where it counts none.
  func write(_ number: CellNumber, to text: ByteArena) {
    guard let (days, seconds) = number.daysAndSeconds, write(days, text) else {
      return number.write(to: text)
    }
    guard seconds > 0 else { return }
    text.append(UInt8(ascii: " "))
    text.appendTwo(seconds / 3600)
    text.append(UInt8(ascii: ":"))
    text.appendTwo(seconds / 60 % 60)
    text.append(UInt8(ascii: ":"))
    text.appendTwo(seconds % 60)
  }

  /// Writes a day as the standard for texts has it, `2018-03-05T00:00:00`: the time only where it is not 0. Other texts stay.
  static func write(standard text: UnsafeBufferPointer<UInt8>, to out: ByteArena) {
    let all = unsafe Array(text)
    let day = all.prefix(10)
    func hasForm(_ part: ArraySlice<UInt8>, _ form: StaticString) -> Bool {
      unsafe part.elementsEqual(UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount)) {
        $1 == UInt8(ascii: "0") ? $0 &- UInt8(ascii: "0") < 10 : $0 == $1
      }
    }
    guard hasForm(day, "0000-00-00") else { return unsafe CellText.write(text, to: out) }
    let time = all.dropFirst(11).prefix(8)
    let rest = all.dropFirst(19)
    guard all.count == 10 || (all[10] | 0x20 == UInt8(ascii: "t") && hasForm(time, "00:00:00")) else {
      return unsafe CellText.write(text, to: out)
    }
    // Parts of a second are left out; a distance from another place's time is not reckoned with.
    guard rest.allSatisfy({ ".0123456789Z".utf8.contains($0) }) else {
      return unsafe CellText.write(text, to: out)
    }
    out.append(Array(day))
    if time.contains(where: { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: ":") }) {
      out.append(UInt8(ascii: " "))
      out.append(Array(time))
    }
  }

  private func write(_ days: Int, _ text: ByteArena) -> Bool {
    if !isFrom1904, days == 0 || days == 60 {
      // Two days that no calendar has: spreadsheets count them, so that nobody takes them for others.
      text.append(days == 0 ? "1900-01-00" : "1900-02-29")
      return true
    }
    guard days <= SerialDay.last else { return false }
    // 1900 was no leap year, but is counted as one.
    let base = isFrom1904 ? SerialDay.base1904 : days < 60 ? SerialDay.base1900 : SerialDay.base1900 - 1
    guard let day = Day(serial: base + days) else { return false }
    text.appendTwo(day.year / 100)
    text.appendTwo(day.year % 100)
    text.append(UInt8(ascii: "-"))
    text.appendTwo(day.month)
    text.append(UInt8(ascii: "-"))
    text.appendTwo(day.day)
    return true
  }

  /// 1899-12-31 and 1904-01-01, counted from 0001-01-01.
  private static let (base1900, base1904) = (693_594, 695_055)
}

/// Which of the formats of cells show a day: a sheet's days are numbers, and only their format tells.
final class NumberFormats: XMLReader {
  /// More formats than any workbook has.
  private static let limit = 1 << 17

  /// For each format of cells, whether it shows a day.
  private(set) var showsDay: [Bool] = []
  /// The formats of numbers that the book has made, by their numbers.
  private var own: [Int: Bool] = [:]
  private var used: [Int] = []

  /// Reads all.
  func read() throws(WorkbookFault) {
    try readAll()
    showsDay = used.map { id in own[id] ?? NumberFormats.builtIn.contains { $0.contains(id) } }
  }

  /// The formats that every book has: days and times of all countries, and those of Chinese.
  private static let builtIn = [14...22, 27...36, 45...47, 50...58]

  override func begin(_ word: XMLWord, _ attributes: XMLAttributes) {
    guard depth == 3, self.word(at: 1) == .styleSheet else { return }
    if word == .numFmt, above == .numFmts {
      guard let id = unsafe attributes.number("numFmtId"), let code = unsafe attributes.value("formatCode")
      else {
        return
      }
      own[id] = unsafe NumberFormats.isDay(Array(XMLText.bytes(code)))
    } else if word == .xf, above == .cellXfs {
      guard used.count < NumberFormats.limit else { return refuse(.tooLarge(part)) }
      used.append(unsafe attributes.number("numFmtId") ?? 0)
    }
  }

  /// Whether a format shows a day or a time: by letters of its first part that stand outside quotes and brackets, or by
  /// the words for year, month and day.
  static func isDay(_ code: [UInt8]) -> Bool {
    var at = 0
    while at < code.count {
      switch code[at] {
      case UInt8(ascii: ";"): return false
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): at += 1
      case UInt8(ascii: "\""):
        at = code[(at + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count
      case UInt8(ascii: "["):
        let end = code[at...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
        if isElapsed(code[(at + 1)..<max(at + 1, end)]) { return true }
        at = end
      case let byte where isDayLetter(byte): return true
      case 0xE5 where code[at...].starts(with: "年".utf8): return true
      case 0xE6 where code[at...].starts(with: "月".utf8) || code[at...].starts(with: "日".utf8): return true
      default: break
      }
      at += 1
    }
    return false
  }

  private static func isDayLetter(_ byte: UInt8) -> Bool { "dmyhsDMYHS".utf8.contains(byte) }

  /// Hours, minutes or seconds that go beyond a day's: `h`, `mm`.
  private static func isElapsed(_ code: ArraySlice<UInt8>) -> Bool {
    guard let first = code.first else { return false }
    return "hmsHMS".utf8.contains(first) && code.allSatisfy { $0 == first }
  }
}

import Files
import TestKit
import Testing
import Units

/// The laws of dress, with readers of its own that are slow and plain: patterns, and numbers taken digit by digit.
@Suite("Another dress")
struct DressTests {
  private static let blanks = [
    "\t", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{2060}", "\u{202E}", " ",
  ]

  /// A text as it might stand in a cell: with what comes off.
  private static func dressed(_ text: String, _ random: inout Seeded) -> String {
    let outer = blanks.randomElement(using: &random) ?? ""
    let wide = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
    switch Int.random(in: 0...5, using: &random) {
    case 0: return outer + text + outer
    case 1: return "=\"" + text + "\""
    case 2: return "'" + text
    case 3: return wide
    case 4: return outer + "'" + wide + outer
    default: return "=\"" + outer + wide + "\"" + outer
    }
  }

  @Test("changes no value", arguments: TestSize.seeds(fast: 3, ordinary: 30, long: 300))
  func nothingChanges(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<500 {
      let fen = Int64.random(in: 0...20_000_000_000, using: &random)
      let amount = Yuan(fen: fen)
      let plain = [amount.description, amount.grouped].randomElement(using: &random) ?? ""
      let units = Self.tenThousands(fen)
      for text in ["¥" + plain, plain + "元", "人民币" + plain + "元", plain + "人民币", units + "万", units + "万元"] {
        #expect(Dress.amount(Self.dressed(text, &random))?.value == amount, "\(text)")
      }
      let day = try #require(
        Day(
          year: Int.random(in: 1990...2090, using: &random), month: Int.random(in: 1...12, using: &random),
          day: Int.random(in: 1...28, using: &random)))
      let (y, m, d) = (day.year, day.month, day.day)
      let iso = day.description
      for text in [
        "\(y)-\(m)-\(d)", "\(y).\(m).\(d)", "\(y)/\(m)/\(d)", "\(y)年\(m)月\(d)日", iso.filter { $0 != "-" },
        iso + " 00:00:00", iso + "T00:00:00",
      ] {
        #expect(Dress.day(Self.dressed(text, &random))?.value == day, "\(text)")
      }
      let count = Int.random(in: 0...999_999_999, using: &random)
      for text in ["\(count)", "\(count).0", "\(count).000"] {
        #expect(Dress.count(Self.dressed(text, &random), noneIsZero: false)?.value == count)
      }
      let id = "H-\(count)王村"
      #expect(try Dress.id(Self.dressed(id, &random)).get().value == id)
    }
  }

  private static func tenThousands(_ fen: Int64) -> String {
    "\(fen / 1_000_000)." + String(fen % 1_000_000 + 1_000_000).dropFirst()
  }

  // MARK: Nothing else is read as a value

  private static let scraps = [
    "1", "2", "20", "18", "0", "3", "00", "5", ",", ".", "-", "/", "年", "月", "日", "元", "万", "¥", "人民币", " ",
    "'",
    "=\"", "\"", "T", ":", "e", "E+", "+", "(", "１", "．", "。", "\u{200B}", "无", "2018", "000",
  ]

  @Test(
    "is taken off by a slow reader with the same result, whatever stands there",
    arguments: TestSize.seeds(fast: 3, ordinary: 30, long: 300))
  func nothingElse(seed: UInt64) {
    var random = Seeded(seed: seed)
    var read = (amounts: 0, days: 0, counts: 0)
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 1...7, using: &random))
        .map { _ in Self.scraps.randomElement(using: &random) ?? "" }.joined()
      let bare = SlowDress.bare(text)
      let amount = Dress.amount(text)?.value.fen
      let day = Dress.day(text)?.value.description
      let count = Dress.count(text, noneIsZero: true)?.value
      if amount != SlowDress.amount(bare) || day != SlowDress.day(bare) || count != SlowDress.count(bare) {
        Issue.record(
          "\(text): \(amount as Any) \(day as Any) \(count as Any), \(SlowDress.amount(bare) as Any)")
        return
      }
      read = (
        read.amounts + (amount == nil ? 0 : 1), read.days + (day == nil ? 0 : 1),
        read.counts + (count == nil ? 0 : 1)
      )
    }
    #expect(read.amounts > 100 && read.counts > 100)
  }

  @Test("keeps what ids may hold, and names what they may not")
  func ids() throws {
    let sound = [
      ("H0001", "H0001"), ("\u{200B}H0002", "H0002"), ("C4\u{2060}", "C4"), ("=\"007\"", "007"),
      ("'007", "007"),
      ("\u{F90A}村1", "金村1"), ("e\u{301}tang", "\u{E9}tang"), ("Ｈ１", "H1"), ("H 1", "H 1"), ("''1", "'1"),
      ("=SUM(1)", "=SUM(1)"), ("1E5", "1E5"), ("1.5", "1.5"), ("H–1", "H–1"), (" \t ", ""), ("NaN", ""),
      ("—", ""),
    ]
    for (text, id) in sound { #expect(try Dress.id(text).get().value.utf8.elementsEqual(id.utf8), "\(text)") }
    let unsound: [(String, IDFault)] = [
      ("A\u{200B}B", .character("\u{200B}")), ("A\u{9B}B", .character("\u{9B}")), ("A\tB", .character("\t")),
      ("A\u{3000}B", .character("\u{3000}")), ("A\u{E000}", .character("\u{E000}")),
      ("A\u{FFFD}B", .character("\u{FFFD}")), ("1.30434E+11", .damaged), ("２e+17", .damaged),
      ("[…]", .nested),
      (String(repeating: "x", count: 256), .tooLong),
    ]
    for (text, fault) in unsound { #expect(Dress.id(text) == fault, "\(text)") }
    #expect(IDFault.character("\u{200B}").what.en.contains("U+200B"))
  }

  @Test("says yes or no in the words of the contract and in no others")
  func answers() {
    for text in ["yes", "是", "有", "√", "Y", "1", "Ｙ"] {
      #expect(Dress.answer(text)?.value == true, "\(text)")
    }
    for text in ["no", "否", "无", "×", "N", "0", "'0"] {
      #expect(Dress.answer(text)?.value == false, "\(text)")
    }
    for text in ["Yes", "y", "true", "2", "没", "", "√√"] { #expect(Dress.answer(text) == nil, "\(text)") }
    #expect(Dress.count("无", noneIsZero: false) == nil)
    #expect(Dress.count("没有", noneIsZero: true)?.value == 0)
  }

  @Test("is counted once for each cell and kind, and what stands as itself is not")
  func counted() {
    var count = DressCount()
    for text in ["100.00", "¥100", "１００元", "\u{200B}1.8万"] {
      if let read = Dress.amount(text) { count.note(read.worn) }
    }
    #expect(count[.money] == 3 && count[.width] == 1 && count[.blanks] == 1 && count[.day] == 0)
    #expect(DressCount().wording == nil)
    #expect(count.wording?.en.contains("amounts with a currency or a unit 3") == true)
  }
}

extension Result where Success == Undressed<String>, Failure == IDFault {
  fileprivate static func == (read: Self, fault: IDFault) -> Bool {
    if case .failure(let found) = read { found == fault } else { false }
  }
}

/// Dress taken off by patterns.
private enum SlowDress {
  /// Without blanks, marks and width.
  static func bare(_ text: String) -> String {
    func trimmed(_ text: some StringProtocol) -> String {
      var scalars = Array(text.unicodeScalars)
      func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint } ?? false
      }
      while isBlank(scalars.first) { scalars.removeFirst() }
      while isBlank(scalars.last) { scalars.removeLast() }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      return text
    }
    var bare = trimmed(text)
    if let marked = bare.wholeMatch(of: #/="(?<inner>(?s).*)"/#) {
      bare = trimmed(marked.inner)
    } else if bare.hasPrefix("'") {
      bare = trimmed(bare.dropFirst())
    }
    return bare.replacing("１", with: "1").replacing("．", with: ".").replacing("。", with: ".")
  }

  static func amount(_ text: String) -> Int64? {
    let number =
      #/(?<currency>¥|￥|人民币|RMB|CNY)?(?<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?<part>[0-9]{1,6}))?(?<tail>(?:人民币)?(?:万元|万|元)?(?:人民币)?)/#
    guard let match = text.wholeMatch(of: number) else { return nil }
    let tail = String(match.tail)
    let currencies = (match.currency == nil ? 0 : 1) + tail.components(of: "人民币")
    guard currencies <= 1 else { return nil }
    let decimals = match.part.map(String.init) ?? ""
    let places = tail.contains("万") ? 6 : 2
    guard decimals.count <= places else { return nil }
    let digits =
      match.whole.filter { $0 != "," } + decimals + String(repeating: "0", count: places - decimals.count)
    return Int64(digits)
  }

  static func day(_ text: String) -> String? {
    let time = #/(?: +|T)0?0:00(?::00)?/#
    var bare = text
    if let found = bare.firstMatch(of: time), found.range.upperBound == bare.endIndex {
      bare.removeSubrange(found.range)
    }
    let forms = [
      #/([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})/#, #/([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})/#,
      #/([0-9]{4})\.([0-9]{1,2})\.([0-9]{1,2})/#, #/([0-9]{4})([0-9]{2})([0-9]{2})/#,
      #/([0-9]{4}) *年 *([0-9]{1,2}) *月 *([0-9]{1,2}) *[日号]/#,
    ]
    for form in forms {
      guard let match = bare.wholeMatch(of: form), let year = Int(match.1), let month = Int(match.2),
        let day = Int(match.3)
      else { continue }
      return Day(year: year, month: month, day: day)?.description
    }
    return nil
  }

  static func count(_ text: String) -> Int? {
    if text == "无" || text == "没有" { return 0 }
    return text.wholeMatch(of: #/([0-9]{1,9})(?:\.0+)?/#).flatMap { Int($0.1) }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

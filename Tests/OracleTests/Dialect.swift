import TestKit
import Testing

/// What form a file has, as far as a reader must tell them apart.
enum Form: CaseIterable, CustomTestStringConvertible {
  case commas, tabs, semicolons, gb18030, utf16LowFirst, utf16HighFirst, lines, array, workbook

  /// The forms in which the two files of a county are written, so that nine seeds meet all of both.
  static func drawn(by seed: UInt64) -> (claims: Form, households: Form) {
    let count = UInt64(allCases.count)
    return (allCases[Int(seed % count)], allCases[Int((seed * 5 + 4) % count)])
  }

  var testDescription: String { "\(self)" }
}

/// How a county's sheets are written down: language, spelling, shape and bytes.
struct Dialect: Sendable {
  enum Language: CaseIterable { case english, chinese, mixed }
  enum Shape: CaseIterable { case commas, tabs, semicolons, lines, array, workbook }
  enum Encoding { case utf8, utf8WithMark, gb18030, utf16LowFirst, utf16HighFirst }
  enum LineEnd: String { case feed = "\n", both = "\r\n", carriage = "\r" }

  var language = Language.english
  var shape = Shape.commas
  var encoding = Encoding.utf8
  var lineEnd = LineEnd.feed
  /// Whether a first line says what stands between cells.
  var saysSeparator = false
  var shuffledColumns = false
  var extraColumns = false
  /// How many cells in a thousand stand in quotes without need, or between spaces.
  var quotes = 0
  var spaces = 0
  /// Whether one value may be spelled in several ways: `1,000.00` and `1000`, `2018-03-05` and `2018/3/5`.
  var manySpellings = false
  /// How many cells in a thousand are written in another dress.
  var dressed = 0
  var blankLines = false
  var endsWithNewline = true
  /// Whether the file ends within a row: one more reject.
  var isTorn = false
  /// Whether the file ends within a quoted cell: one more reject.
  var endsInsideQuotes = false

  static let plain = Dialect()

  /// Any dialect of a language; another one where the form's encoding is not told from English.
  static func any(_ language: Language, as form: Form? = nil, using random: inout Seeded) -> Dialect {
    let form = form ?? random.pick(Form.allCases)
    var dialect = Dialect(language: form == .gb18030 && language == .english ? .mixed : language)
    (dialect.shape, dialect.encoding) = drawn(form, using: &random)
    let lineEnds: [LineEnd] = [.feed, .feed, .both, .both, .carriage]
    dialect.lineEnd = dialect.shape == .workbook ? .feed : random.pick(lineEnds)
    dialect.saysSeparator = random.chance(150)
    dialect.shuffledColumns = random.chance(700)
    dialect.extraColumns = random.chance(600)
    dialect.quotes = random.pick([0, 100, 1000])
    dialect.spaces = random.pick([0, 0, 100])
    dialect.manySpellings = random.chance(800)
    dialect.dressed = random.pick([0, 100, 900])
    dialect.blankLines = random.chance(400)
    dialect.endsWithNewline = dialect.shape == .workbook || random.chance(700)
    dialect.isTorn = !dialect.endsWithNewline && random.chance(500)
    dialect.endsInsideQuotes = !dialect.isTorn && dialect.shape != .workbook && random.chance(200)
    return dialect
  }

  private static func drawn(_ form: Form, using random: inout Seeded) -> (Shape, Encoding) {
    let texts = Shape.allCases.filter { $0 != .workbook }
    let encoding: Encoding = random.chance(500) ? .utf8 : .utf8WithMark
    return switch form {
    case .commas: (.commas, encoding)
    case .tabs: (.tabs, encoding)
    case .semicolons: (.semicolons, encoding)
    case .lines: (.lines, encoding)
    case .array: (.array, encoding)
    case .workbook: (.workbook, encoding)
    case .gb18030: (random.pick(texts), .gb18030)
    case .utf16LowFirst: (random.pick(texts), .utf16LowFirst)
    case .utf16HighFirst: (random.pick(texts), .utf16HighFirst)
    }
  }

  /// The bytes of a text.
  func bytes(of text: Bytes) throws -> Bytes {
    switch encoding {
    case .utf8: text
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text
    case .gb18030: try GB18030.encode(text)
    case .utf16LowFirst:
      [0xFF, 0xFE] + Array(text.text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16HighFirst:
      [0xFE, 0xFF] + Array(text.text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }
}

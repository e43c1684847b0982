/// The table of a workbook: the rows of the one sheet that is shown and has columns we know, with their numbers.
///
/// Reads what a spreadsheet writes plainly: parts that are not packed, texts that sheets share, and no namespaces.
struct ReadWorkbook {
  private(set) var table: [RawRow] = []

  private let parts: [String: Bytes]
  private let texts: [Bytes]
  /// Which of the styles of cells show days.
  private let showsDays: [Bool]

  init(_ file: Bytes) {
    parts = ReadWorkbook.parts(of: file)
    texts = ReadWorkbook.texts(ReadMarkup.tags(parts["xl/sharedStrings.xml"] ?? []))
    showsDays = ReadWorkbook.dayStyles(ReadMarkup.tags(parts["xl/styles.xml"] ?? []))
    var targets: [String: String] = [:]
    for tag in ReadMarkup.tags(parts["xl/_rels/workbook.xml.rels"] ?? []) where tag.name == "Relationship" {
      targets[tag.attribute("Id").text] = tag.attribute("Target").text
    }
    for tag in ReadMarkup.tags(parts["xl/workbook.xml"] ?? []) where tag.name == "sheet" {
      guard tag.attribute("state").isEmpty, let target = targets[tag.attribute("r:id").text] else { continue }
      let rows = rows(ReadMarkup.tags(parts["xl/" + target] ?? []))
      let first = rows.first { !$0.cells.allSatisfy(\.isEmpty) }
      if first?.cells.contains(where: { Column.named($0) == .householdID }) ?? false { table = rows }
    }
  }

  /// The parts, one behind the other, each behind its own header.
  private static func parts(of file: Bytes) -> [String: Bytes] {
    func number(_ place: Int, _ length: Int) -> Int {
      (0..<length).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) }
    }
    var parts: [String: Bytes] = [:]
    var at = 0
    while file[at...].starts(with: [0x50, 0x4B, 3, 4]) {
      precondition(number(at + 8, 2) == 0, "parts of workbooks made here are not packed")
      let (size, nameLength, extra) = (number(at + 22, 4), number(at + 26, 2), number(at + 28, 2))
      let name = at + 30
      let content = name + nameLength + extra
      parts[Bytes(file[name..<(name + nameLength)]).text] = Bytes(file[content..<(content + size)])
      at = content + size
    }
    return parts
  }

  private static func texts(_ tags: [ReadMarkup.Tag]) -> [Bytes] {
    tags.filter { $0.name == "t" }.map { ReadMarkup.plain($0.behind) }
  }

  /// 14 and 57 are numbers that look like days; the cells' styles are those behind `cellXfs`.
  private static func dayStyles(_ tags: [ReadMarkup.Tag]) -> [Bool] {
    guard let start = tags.firstIndex(where: { $0.name == "cellXfs" }) else { return [] }
    return tags[(start + 1)...].prefix { $0.name == "xf" }.map { tag in
      ["14", "57"].contains(tag.attribute("numFmtId").text)
    }
  }

  private func rows(_ tags: [ReadMarkup.Tag]) -> [RawRow] {
    var rows: [RawRow] = []
    var line = 0
    var cells: [Bytes] = []
    var cell: ReadMarkup.Tag?
    for tag in tags {
      switch tag.name {
      case "row":
        line = ReadCells.digits(tag.attribute("r")[...]) ?? 0
        cells = []
      case "c": cell = tag
      case "v":
        guard let cell else { continue }
        let column = cell.attribute("r").prefix { $0 >= 0x41 }.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
        while cells.count <= column { cells.append([]) }
        cells[column] = ReadCells.trimmed(value(tag.behind, of: cell)[...])
      case "/row": rows.append(RawRow(line: line, cells: cells))
      default: break
      }
    }
    return rows
  }

  private func value(_ text: Bytes, of cell: ReadMarkup.Tag) -> Bytes {
    switch cell.attribute("t").text {
    case "s": return texts[ReadCells.digits(text[...]) ?? 0]
    case "b": return Bytes(of: text == [UInt8(ascii: "1")] ? "yes" : "no")
    default:
      let style = ReadCells.digits(cell.attribute("s")[...]) ?? 0
      guard style < showsDays.count, showsDays[style], let number = ReadCells.digits(text[...]) else {
        return text
      }
      return Bytes(of: ReadWorkbook.day(number).isoText)
    }
  }

  /// Day 1 is the first of 1900, which spreadsheets take for a leap year.
  private static func day(_ number: Int) -> CalendarDay {
    var left = number > 60 ? number - 1 : number
    var (year, month) = (1900, 1)
    while left > 366 || left > 365 && CalendarDay.days(inMonth: 2, of: year) == 28 {
      left -= CalendarDay.days(inMonth: 2, of: year) + 337
      year += 1
    }
    while left > CalendarDay.days(inMonth: month, of: year) {
      left -= CalendarDay.days(inMonth: month, of: year)
      month += 1
    }
    return CalendarDay(year: year, month: month, day: left)
  }
}

/// XML as far as it is tags, each with the text behind it.
enum ReadMarkup {
  struct Tag {
    let name: String
    /// All that stands in it.
    let inside: ArraySlice<UInt8>
    let behind: Bytes

    /// An attribute's value; empty where it is not there.
    func attribute(_ name: String) -> Bytes {
      let opening = Bytes(of: " \(name)=\"")
      guard
        let start = inside.indices.first(where: { inside[$0] == 0x20 && inside[$0...].starts(with: opening) })
      else { return [] }
      return Bytes(inside[(start + opening.count)...].prefix { $0 != UInt8(ascii: "\"") })
    }
  }

  static func tags(_ text: Bytes) -> [Tag] {
    var tags: [Tag] = []
    var at = text.firstIndex(of: UInt8(ascii: "<")) ?? text.count
    while at < text.count {
      let close = text[at...].firstIndex(of: UInt8(ascii: ">")) ?? text.count - 1
      let next = text[close...].firstIndex(of: UInt8(ascii: "<")) ?? text.count
      let inside = text[(at + 1)..<close]
      let name = Bytes(inside.prefix { $0 != 0x20 }).text
      tags.append(Tag(name: name, inside: inside, behind: Bytes(text[(close + 1)..<next])))
      at = next
    }
    return tags
  }

  /// A text without its escapes: those of XML, and `_x0007_` for what XML cannot hold.
  static func plain(_ text: Bytes) -> Bytes {
    guard text.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "_") }) else { return text }
    var plain = Bytes()
    var at = 0
    while at < text.count {
      let rest = text[at...]
      if let escape = escapes.first(where: { rest.starts(with: $0.written) }) {
        plain.append(escape.meant)
        at += escape.written.count
      } else if rest.starts(with: Bytes(of: "_x00")), rest.count >= 7, text[at + 6] == UInt8(ascii: "_"),
        let byte = UInt8(Bytes(text[(at + 4)..<(at + 6)]).text, radix: 16)
      {
        plain.append(byte)
        at += 7
      } else {
        plain.append(text[at])
        at += 1
      }
    }
    return plain
  }

  private static let escapes: [(written: Bytes, meant: UInt8)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
  ].map { (Bytes(of: $0.0), UInt8(ascii: $0.1)) }
}

import Rules
import Units

/// Numbers the origins of values as they are cited, and lists them at the end.
struct Footnotes {
  private var sources: [(source: Source, locators: [(number: Int, place: Wording)])] = []
  private var assumptions: [Wording] = []
  private var unpublished: [Wording] = []
  private var last = 0

  /// The marker of an origin: the same origin has the same one throughout.
  mutating func mark(_ origin: Origin, in language: Language) -> String {
    switch origin {
    case .source(let source, let locator): return "[\(number(source, locator))]"
    case .assumption(let reason):
      let number = Footnotes.number(of: reason, in: &assumptions)
      return Wording(zh: "【假定\(number)】", en: "[assumed \(number)]")[language]
    case .unpublished(let known):
      let number = Footnotes.number(of: known, in: &unpublished)
      return Wording(zh: "【未公布\(number)】", en: "[unpublished \(number)]")[language]
    }
  }

  /// The markers of several origins, each once.
  mutating func marks(_ origins: [Origin], in language: Language) -> String {
    var seen: [String] = []
    for origin in origins {
      let mark = mark(origin, in: language)
      if !seen.contains(mark) { seen.append(mark) }
    }
    return seen.joined()
  }

  private mutating func number(_ source: Source, _ locator: Wording) -> Int {
    let index = sources.firstIndex { $0.source == source } ?? sources.endIndex
    if index == sources.endIndex { sources.append((source, [])) }
    if let known = sources[index].locators.first(where: { $0.place == locator }) { return known.number }
    last += 1
    sources[index].locators.append((last, locator))
    return last
  }

  private static func number(of wording: Wording, in list: inout [Wording]) -> Int {
    if let index = list.firstIndex(of: wording) { return index + 1 }
    list.append(wording)
    return list.count
  }

  /// What the markers mean: publications, then assumptions, then what is unpublished.
  ///
  /// - Parameters:
  ///   - all: publications to list even where nothing cites them.
  ///   - always: whether an empty list is stated too.
  func list(all: [Source] = [], always: Bool = false, in language: Language) -> [String] {
    var lines: [String] = []
    func heading(_ wording: Wording, isEmpty: Bool) {
      guard always || !isEmpty else { return }
      if !lines.isEmpty && always { lines.append("") }
      let none = Wording(zh: "：无", en: ": none")[language]
      lines.append(wording[language] + (isEmpty ? none : ""))
    }
    let uncited = all.filter { source in !sources.contains { $0.source == source } }
    heading(Wording(zh: "来源", en: "Sources"), isEmpty: sources.isEmpty && uncited.isEmpty)
    for (source, locators) in sources + uncited.map({ ($0, []) }) {
      let sure = language == .zh ? "（\(source.confidence.name.zh)）" : " (\(source.confidence.name.en))"
      lines += Paragraph.lines(source.title[language] + sure, first: "  ", rest: "  ")
      if locators.isEmpty {
        lines.append("    " + Wording(zh: "文中未引用", en: "not cited above")[language])
      }
      for (number, place) in locators {
        lines += Paragraph.item("[\(number)]", place[language], indent: 4, width: 4)
      }
    }
    heading(Wording(zh: "假定", en: "Assumptions"), isEmpty: assumptions.isEmpty)
    for (index, reason) in assumptions.enumerated() {
      let mark = Wording(zh: "【假定\(index + 1)】", en: "[assumed \(index + 1)]")[language]
      lines += Paragraph.item(mark, reason[language], indent: 2, width: language == .zh ? 10 : 12)
    }
    heading(Wording(zh: "未公布", en: "Unpublished"), isEmpty: unpublished.isEmpty)
    for (index, known) in unpublished.enumerated() {
      let mark = Wording(zh: "【未公布\(index + 1)】", en: "[unpublished \(index + 1)]")[language]
      lines += Paragraph.item(mark, known[language], indent: 2, width: language == .zh ? 12 : 15)
    }
    return lines
  }
}

import Claims
import Rules
import Units

/// Writes passages for a terminal, in columns that hold in both languages.
struct PassageText {
  let language: Language
  private var lines: [String] = []
  private var notes = Footnotes()

  init(language: Language) { self.language = language }

  /// All that was written, each line ended.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// A sentence at the margin.
  mutating func paragraph(_ words: Wording) {
    lines += Paragraph.lines(words[language], first: "", rest: "")
  }

  mutating func blank() { lines.append("") }

  /// A passage with its number and its parts.
  mutating func write(_ passage: Passage, number: String?) {
    blank()
    lines.append((number.map { "\($0). " } ?? "") + passage.title[language])
    var facts: [Fact] = []
    var checks: [Check] = []
    for part in passage.parts {
      if case .fact(let fact) = part {
        facts.append(fact)
        continue
      }
      if case .check(let check) = part {
        checks.append(check)
        continue
      }
      write(&facts)
      switch part {
      case .table(let table): write(table)
      case .remark(let remark): write(remark)
      case .ladder(let ladder):
        lines += ladder.lines(in: language, indent: 3) { notes.marks($0, in: language) }
      case .fact, .check: break
      }
    }
    write(&facts)
    write(checks)
  }

  /// What the markers mean.
  mutating func footnotes(all: [Source] = [], always: Bool = false) {
    let list = notes.list(all: all, always: always, in: language)
    guard !list.isEmpty else { return }
    blank()
    lines += list
  }

  // MARK: Parts

  /// Facts that follow one another share their columns; their money is ranged at the decimal point.
  private mutating func write(_ facts: inout [Fact]) {
    let labels = facts.map { TextWidth.columns($0.label[language]) }.max() ?? 0
    let money = facts.filter(\.value.isMoney).map { PassageText.halves($0.value.text(in: language)) }
    let whole = money.map { TextWidth.columns($0.0) }.max() ?? 0
    let rest = money.map { TextWidth.columns($0.1) }.max() ?? 0
    let column = facts.map { TextWidth.columns($0.value.text(in: language)) }.filter { $0 <= 24 }
      .reduce(whole + rest, max)
    for fact in facts {
      var value = fact.value.text(in: language)
      if fact.value.isMoney {
        let (left, right) = PassageText.halves(value)
        value = TextWidth.pad(left, to: whole, right: true) + TextWidth.pad(right, to: rest)
      }
      let lead = "   " + TextWidth.pad(fact.label[language], to: labels) + "  "
      let beside = marked(fact.note?[language] ?? "", fact.origins)
      lines += Paragraph.lines(
        beside.isEmpty ? value : TextWidth.pad(value, to: column) + "  " + beside, first: lead,
        rest: String(repeating: " ", count: TextWidth.columns(lead)))
    }
    facts = []
  }

  /// Words with the markers of their origins behind them.
  private mutating func marked(_ words: String, _ origins: [Origin]) -> String {
    let marks = notes.marks(origins, in: language)
    let isTight =
      marks.hasPrefix("【") || words.isEmpty || marks.isEmpty
      || words.last.map { TextWidth.columns(String($0)) > 1 } == true
    return words + (isTight ? "" : " ") + marks
  }

  /// `1,234.50 yuan` before and from its decimal point.
  private static func halves(_ text: String) -> (String, String) {
    guard let point = text.firstIndex(of: ".") else { return (text, "") }
    return (String(text[..<point]), String(text[point...]))
  }

  private mutating func write(_ remark: Remark) {
    lines += Paragraph.item("•", marked(remark.words[language], remark.origins), indent: 3, width: 2)
  }

  /// Rows that passed and need no word of their own are put together.
  private mutating func write(_ checks: [Check]) {
    var quiet: [Check] = []
    func flushed(_ quiet: [Check], _ language: Language) -> [String] {
      guard let first = quiet.first, let last = quiet.last else { return [] }
      let rows =
        first.row == last.row ? first.row.row : "\(first.row.row)–\(last.row.row)"
      let words = quiet.map { $0.finding.words[language] }.joined(separator: language == .zh ? "；" : "; ")
      return Paragraph.item("✓ " + TextWidth.pad(rows, to: 5), words, indent: 3, width: 9)
    }
    for check in checks {
      guard check.isTelling else {
        quiet.append(check)
        continue
      }
      lines += flushed(quiet, language)
      quiet = []
      var words = check.finding.words[language]
      if check.applies, words != check.row.name[language] {
        words += (language == .zh ? "：" : ": ") + check.row.name[language]
      }
      lines += Paragraph.item(
        (check.applies ? "▶ " : "✓ ") + TextWidth.pad(check.row.row, to: 5),
        marked(words, check.finding.origins), indent: 3, width: 9)
    }
    lines += flushed(quiet, language)
  }

  /// A column of money has its unit in its heading.
  private mutating func write(_ table: Table) {
    let left = table.rows.count - table.shown
    let rows = left > 0 ? Array(table.rows.suffix(table.shown)) : table.rows
    let isMoney = table.columns.indices.map { column in rows.allSatisfy { $0.cells[column].isMoney } }
    let isNumber = table.columns.indices.map { column in rows.allSatisfy { $0.cells[column].isNumber } }
    let unit = Wording(zh: "（元）", en: ", yuan")[language]
    let heads = table.columns.indices.map { table.columns[$0].label[language] + (isMoney[$0] ? unit : "") }
    let cells = rows.map { row in
      row.cells.indices.map { isMoney[$0] ? row.cells[$0].figure : row.cells[$0].text(in: language) }
    }
    let widths = heads.indices.map { column in
      ([heads] + cells).map { TextWidth.columns($0[column]) }.max() ?? 0
    }
    func add(_ lead: String, _ texts: [String], _ end: String = "") {
      let padded = texts.indices.map { TextWidth.pad(texts[$0], to: widths[$0], right: isNumber[$0]) }
      var line = lead + padded.joined(separator: "  ") + end
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    add("     ", heads)
    if left > 0 {
      lines.append(
        "     " + Wording(zh: "（更早的 \(left) 件从略）", en: "(\(left) earlier ones not shown)")[language])
    }
    for (index, row) in rows.enumerated() {
      let marks = notes.marks(row.origins, in: language)
      add(row.isMarked ? "   ▶ " : "     ", cells[index], marks.isEmpty ? "" : "  " + marks)
    }
  }
}

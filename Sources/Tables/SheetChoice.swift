import Units

/// Which sheets of a workbook are read as a table: those that the user names, or the one that has the columns needed.
struct SheetChoice {
  /// A sheet that was looked at.
  struct Candidate {
    let sheet: Workbook.Sheet
    let search: HeaderSearch
    let place: HeaderSearch.Place?
    /// Its text, and that text from its beginning: kept of one sheet only, since they take room.
    var text: (source: WorkbookFile.Text, file: InputFile)?

    var isWhole: Bool { place?.isWhole ?? false }
    var lacking: [Column] { search.lacking(at: place) }
  }

  let path: String
  let book: WorkbookFile
  let meant: ColumnRoles
  let named: NamedSheets

  /// The sheets to be read, in their order; none where that cannot be told, and `diagnostics` says why.
  func choose(_ diagnostics: inout [Diagnostic]) throws(TableError) -> [Candidate] {
    let own = named.names.compactMap { name in
      NamedSheets.tab(name, among: book.sheets).map { (name: name, sheet: $0) }
    }
    if !named.areOfSeveral, let name = named.names.first(where: { name in !own.contains { $0.name == name } })
    {
      diagnostics.append(unknown(name))
      return []
    }
    let visible = book.sheets.filter { !$0.isHidden }
    if named.meansAll {
      let asked = book.sheets.filter { sheet in !sheet.isHidden || own.contains { $0.sheet == sheet } }
      let looked = try look(at: asked)
      return chosen(looked.filter(\.isWhole), among: looked, own, &diagnostics)
    }
    if !own.isEmpty {
      let looked = try look(at: own.map(\.sheet))
      let whole = looked.filter(\.isWhole)
      if !named.areOfSeveral, whole.count < looked.count {
        diagnostics.append(lacking(looked.filter { !$0.isWhole }))
        return []
      }
      if !whole.isEmpty { return chosen(whole, among: looked, own, &diagnostics) }
    }
    let looked = try look(at: visible)
    let whole = looked.filter(\.isWhole)
    if whole.count > 1 {
      diagnostics.append(several(whole))
      return []
    }
    // The only sheet is read as a file is: what its header lacks is told by the place.
    return chosen(visible.count == 1 ? looked : whole, among: looked, own, &diagnostics)
  }

  private func chosen(
    _ sheets: [Candidate], among looked: [Candidate], _ own: [(name: String, sheet: Workbook.Sheet)],
    _ diagnostics: inout [Diagnostic]
  ) -> [Candidate] {
    if sheets.isEmpty { diagnostics.append(lacking(looked)) }
    named.note(own.filter { own in sheets.contains { $0.sheet == own.sheet } }.map(\.name))
    return sheets
  }

  private func look(at sheets: [Workbook.Sheet]) throws(TableError) -> [Candidate] {
    var looked: [Candidate] = []
    var keepsText = true
    for sheet in sheets where !looked.contains(where: { $0.sheet == sheet }) {
      let text = try book.text(of: sheet)
      let file = InputFile(path: path, SheetTextSupply(text))
      let beginning = TableBeginning(
        TableLine(1, SheetRow(name: sheet.shownName, row: 1)).place(in: path),
        try file.peek(TableSource.sampleSize), .utf8, isSheet: true)
      let search = HeaderSearch(beginning, meant)
      var candidate = Candidate(sheet: sheet, search: search, place: search.look())
      if keepsText, candidate.isWhole || sheets.count == 1 {
        candidate.text = (text, file)
        keepsText = false
      }
      looked.append(candidate)
    }
    return looked
  }
}

// MARK: What is said where no choice is possible

extension SheetChoice {
  /// How many sheets are named at most.
  private static let mostNamed = 10

  static func list(_ names: [String]) -> Wording {
    let shown = names.prefix(mostNamed)
    let more = names.count - shown.count
    return Wording(
      zh: shown.map { "“\($0)”" }.joined(separator: "、") + (more > 0 ? "等 \(names.count) 张" : ""),
      en: shown.map { "'\($0)'" }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }

  private func several(_ sheets: [Candidate]) -> Diagnostic {
    let names = SheetChoice.list(sheets.map(\.sheet.shownName))
    return Diagnostic(
      "several-sheets",
      what: Wording(
        zh: "\(path) 有 \(sheets.count) 张工作表都像要读的表：\(names.zh)",
        en: "\(path) has \(sheets.count) sheets that may be meant: \(names.en)"),
      fix: Wording(
        zh: "用 --sheet 名称 指明（可写几次），或用 --sheet all 依次全读",
        en:
          "say which with --sheet NAME, more than once if need be, or read all of them in turn with --sheet all"
      ))
  }

  private func unknown(_ name: String) -> Diagnostic {
    let names = SheetChoice.list(book.sheets.map(\.shownName))
    return Diagnostic(
      "unknown-sheet",
      what: Wording(zh: "\(path) 里没有工作表“\(name)”", en: "\(path) has no sheet '\(name)'"),
      fix: Wording(zh: "它的工作表：\(names.zh)", en: "its sheets are: \(names.en)"))
  }

  /// What each of some sheets lacks, nearest first.
  private func lacking(_ sheets: [Candidate]) -> Diagnostic {
    let needed = meant.wanted.count(where: \.isRequired)
    let nearest = sheets.map { ($0.sheet.shownName, $0.lacking) }.sorted { $0.1.count < $1.1.count }
    let told = nearest.prefix(SheetChoice.mostNamed).map { name, lacking in
      lacking.count == needed
        ? Wording(zh: "“\(name)”一列也没有", en: "'\(name)' has none of them")
        : Wording(
          zh: "“\(name)”缺" + lacking.map { "“\($0.chinese)”" }.joined(separator: "、"),
          en: "'\(name)' lacks " + lacking.map(\.name).joined(separator: ", "))
    }
    let more = nearest.count - told.count
    let hidden = book.sheets.filter(\.isHidden).map(\.shownName)
    let names = SheetChoice.list(hidden)
    return Diagnostic(
      "no-sheet",
      what: Wording(
        zh: "\(path) 里没有一张工作表有所需的全部列："
          + (told.isEmpty ? "全都隐藏着" : told.map(\.zh).joined(separator: "；"))
          + (more > 0 ? "；另有 \(more) 张" : ""),
        en: "no sheet of \(path) has all the columns needed: "
          + (told.isEmpty ? "all are hidden" : told.map(\.en).joined(separator: "; "))
          + (more > 0 ? "; and \(more) more" : "")),
      fix: hidden.isEmpty
        ? Wording(
          zh: "表头应在前 30 行之内；缺的列补上，没有值的单元格可以留空",
          en: "the header must be among the first 30 rows; add what is missing, its cells may be left empty")
        : Wording(
          zh: "隐藏的工作表没有看：\(names.zh)；要读其中一张，用 --sheet 写明",
          en: "hidden sheets were not looked at: \(names.en); --sheet reads one of them"))
  }
}

extension Workbook.Sheet {
  /// Its name as it can be shown: what would steer a terminal or is not seen is replaced.
  var shownName: String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar -> Unicode.Scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            "\u{FFFD}"
          default: scalar
          }
        }))
  }
}

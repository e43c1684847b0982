import Files
import Tables
import Units

/// What was understood of a list, for people.
struct TidyText {
  private let summary: TidySummary
  private let request: TidyRequest

  init(_ summary: TidySummary, _ request: TidyRequest) { (self.summary, self.request) = (summary, request) }

  var text: Wording { Wording(zh: text(in: .zh), en: text(in: .en)) }

  private func text(in language: Language) -> String {
    var files = AlignedTable(right: [])
    for (label, words) in before { files.add([label[language], words[language]]) }
    var rows = AlignedTable(right: [])
    for (label, words) in after { rows.add([label[language], words[language]]) }
    return ([files.text] + summary.headers.map { columns($0, language) } + [rows.text]).joined(
      separator: "\n\n")
  }

  private typealias Line = (label: Wording, words: Wording)

  // MARK: The file and its header

  private var before: [Line] {
    let name = request.kind.file.name
    var lines: [Line] = [
      (
        Wording(zh: "文件", en: "file"),
        Wording(zh: "\(shown(request.path).zh)：\(form.zh)", en: "\(shown(request.path).en): \(form.en)")
      ),
      (
        Wording(zh: "当作", en: "read as"),
        Wording(zh: "\(request.kind.rawValue)（\(name.zh)）", en: "\(request.kind.rawValue): \(name.en)")
      ),
    ]
    if let workbook = summary.notes.workbook {
      lines.append((Wording(zh: "工作表", en: "sheets"), WorkbookText(workbook).wording))
    }
    return lines
  }

  /// How the file is written down.
  private var form: Wording {
    if summary.notes.workbook != nil { return Wording(zh: "工作簿", en: "a workbook") }
    let encoding = summary.encoding.rawValue.uppercased()
    guard let header = summary.headers.first else {
      return Wording(zh: "JSON，\(encoding)", en: "JSON, \(encoding)")
    }
    let separator =
      switch header.separator {
      case "\t": Wording(zh: "制表符", en: "tabs")
      case ";": Wording(zh: "分号", en: "semicolons")
      default: Wording(zh: "逗号", en: "commas")
      }
    return Wording(zh: "CSV，\(separator.zh)分隔，\(encoding)", en: "CSV with \(separator.en), \(encoding)")
  }

  /// Where a header stands, and what each of its columns was taken for.
  private func columns(_ header: TableHeader, _ language: Language) -> String {
    var table = AlignedTable(right: [], indent: "  ")
    for column in header.columns where !column.heading.isEmpty {
      let field = column.role.map { request.kind.file.fields[$0] }
      let name = field.map { Wording(zh: "\($0.name)（\($0.chinese)）", en: $0.name) }
      table.add([
        Reject.shown(column.heading), (name ?? Wording(zh: "没有读", en: "left out"))[language],
      ])
    }
    return place(header)[language] + "\n" + table.text
  }

  private func place(_ header: TableHeader) -> Wording {
    let (first, last) = (header.rows.lowerBound, header.rows.upperBound)
    let rows = first == last ? "\(first)" : "\(first)–\(last)"
    guard let sheet = header.sheet else {
      return Wording(zh: "表头在第 \(rows) 行", en: "header, line \(rows)")
    }
    return Wording(zh: "表头在工作表“\(sheet)”第 \(rows) 行", en: "header, sheet '\(sheet)', row \(rows)")
  }

  // MARK: The rows

  private var after: [Line] {
    let read = (summary.written - summary.kept).grouped
    return [
      absent,
      (
        Wording(zh: "各行", en: "rows"),
        Wording(
          zh: "读入 \(read) 行" + (summary.rejected > 0 ? "，剔除 \(summary.rejected.grouped) 行" : "，没有剔除行"),
          en: read + " read, "
            + (summary.rejected > 0 ? "\(summary.rejected.grouped) rejected" : "none rejected"))
      ), leftOut,
      RowsText(summary.notes.rows).differences.map { (Wording(zh: "合计不符", en: "totals"), $0) },
      RowsText(summary.notes.rows).runOn.map { (Wording(zh: "跨行的格", en: "rows in a cell"), $0) },
      summary.dress.wording.map { (Wording(zh: "写法", en: "dress"), dress($0)) }, list, rejects,
      kept,
    ].compactMap { $0 }
  }

  private var absent: Line? {
    guard !summary.absent.isEmpty else { return nil }
    return (
      Wording(zh: "没有的列", en: "not there"),
      Wording(
        zh: summary.absent.map(\.chinese).joined(separator: "、") + "（都不是必需的）",
        en: summary.absent.map(\.name).joined(separator: ", ") + " (none is required)")
    )
  }

  private var leftOut: Line? {
    var notes = summary.notes
    // The columns are told one by one.
    notes.unknownColumns = []
    let parts = AdjudicateText.leftOut(notes)
    guard !parts.isEmpty else { return nil }
    return (
      Wording(zh: "未读", en: "left out"),
      Wording(zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    )
  }

  private func dress(_ worn: Wording) -> Wording {
    Wording(zh: "按另一种写法读入：\(worn.zh)", en: "read in another dress: \(worn.en)")
  }

  private var list: Line {
    let place =
      request.output == "-"
      ? Wording(zh: "标准输出", en: "standard output") : Wording(zh: request.output, en: request.output)
    return (
      Wording(zh: "整理好的", en: "list"),
      Wording(
        zh: "\(place.zh)：\(summary.written.grouped) 行", en: "\(place.en): \(summary.written.counted("row"))")
    )
  }

  private var rejects: Line? {
    guard summary.rejected > 0 else { return nil }
    let place =
      switch request.rejects {
      case .file(let path), .fileIfAny(let path): Wording(zh: path, en: path)
      case .standardError: Wording(zh: "已在上面列出", en: "listed above")
      }
    return (Wording(zh: "剔除行", en: "rejects"), place)
  }

  private var kept: Line? {
    guard summary.kept > 0 else { return nil }
    return (
      Wording(zh: "注意", en: "note"),
      Wording(
        zh: "剔除的行里有 \(summary.kept.grouped) 行原样留在表中：改正以前，这些户的申请待补",
        en:
          "\(summary.kept.counted("rejected row")) stay in the list as they are: until they are mended, claims "
          + "of these households are pended")
    )
  }

  private func shown(_ path: String) -> Wording {
    path == "-" ? Wording(zh: "标准输入", en: "standard input") : Wording(zh: path, en: path)
  }
}

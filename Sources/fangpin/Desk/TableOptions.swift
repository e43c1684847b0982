import Files
import Tables
import Units

/// How tables are read, declared once for every command that reads any.
enum TableOptions {
  static let encoding = Option<TextEncoding>.choice(
    "encoding", default: .auto,
    Wording(
      zh: "输入文件的编码；auto 即自动识别", en: "encoding of the input files; auto detects it"))
  static let ignore = Option<[String]>.repeated(
    "ignore", "COLUMN",
    Wording(
      zh: "输入文件里不读的一列，虽然名称与某列相近",
      en: "a column of the input files to leave unread, though its name is like another's"),
    offers: .nothing)
  static let map = Option<String?>.optional(
    "map", "F",
    Wording(
      zh: "本县表格自己的表头：一份两列的表，写明哪个表头（heading）是哪一列（column）",
      en:
        "headings that the lists have of their own: a table of two columns that says which 'heading' is which 'column'"
    ),
    offers: .files)
  static let sheet = Option<[String]>.repeated(
    "sheet", "NAME",
    Wording(
      zh: "读工作簿（.xlsx）里的哪张工作表，可写几次；all 即依次读全部未隐藏的",
      en:
        "the sheet of a workbook (.xlsx) to read; several are read in turn, and 'all' means all that are not hidden"
    ),
    offers: .nothing)

  /// In the order of the help pages.
  static let all: [any DeclaredOption] = [encoding, ignore, map, sheet]

  /// What the options ask for.
  ///
  /// - Parameter files: how many files a command reads by them.
  static func reading(_ arguments: ParsedArguments, files: Int = 1) -> TableReading {
    TableReading(
      encoding: arguments[encoding].tableEncoding, ignoring: arguments[ignore],
      sheets: NamedSheets(arguments[sheet], areOfSeveral: files > 1),
      headings: arguments[map].map(HeadingsFile.read) ?? OwnHeadings())
  }
}

/// What `--encoding` can be set to.
enum TextEncoding: String, OptionChoice {
  case auto
  case utf8 = "utf-8"
  case gb18030
  case utf16 = "utf-16"

  /// `nil` to find out.
  var tableEncoding: TableEncoding? {
    switch self {
    case .auto: nil
    case .utf8: .utf8
    case .gb18030: .gb18030
    case .utf16: .utf16
    }
  }
}

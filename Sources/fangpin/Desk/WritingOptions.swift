import Tables
import Units

extension OutputFormat: OptionChoice {}

/// What commands take that write a table, declared once.
enum WritingOptions {
  static let forExcel = Option<Bool>.flag(
    "for-excel",
    Wording(
      zh: "写 CSV 时照顾电子表格：带 BOM，编号写作 =\"…\"，没有一格会成为公式",
      en:
        "write CSV so that a spreadsheet shows it as it is: with a byte order mark, ids as =\"…\", and no formulas"
    ))

  /// How a command without a format of its own writes: CSV, or a workbook where the file's name says so.
  static func style(_ arguments: ParsedArguments) -> TableStyle {
    TableStyle(.csv, isForSpreadsheets: arguments[forExcel])
  }

  /// What the formats that were asked for cannot be together with each other, with a file's name, or with where it goes.
  ///
  /// - Parameters:
  ///   - format: as the command line has it, if it has one.
  ///   - paths: the files to write.
  static func clash(
    _ format: OutputFormat?, _ paths: [String], _ arguments: ParsedArguments, _ context: CommandContext
  ) -> Wording? {
    if arguments[forExcel], let format, format != .csv {
      return Wording(
        zh: "--for-excel 只用于 CSV，不能与 --format \(format.rawValue) 同用",
        en: "--for-excel is about CSV: it does not go with --format \(format.rawValue)")
    }
    if let format, let path = paths.first(where: { isOther(format, $0) }) {
      return Wording(
        zh: "文件名与 --format \(format.rawValue) 不符：\(path)",
        en: "the file's name does not go with --format \(format.rawValue): \(path)")
    }
    if format == .xlsx, paths.contains("-"), context.output.terminal.isScreen {
      return Wording(
        zh: "工作簿不能写到终端：请用 --out 写入文件，或改向到文件、管道",
        en:
          "a workbook is nothing for a terminal: write it to a file with --out, or redirect it to a file or a pipe"
      )
    }
    return nil
  }

  /// Whether a file's name says that it is in another format. That text is CSV or NDJSON is no name's affair.
  private static func isOther(_ format: OutputFormat, _ path: String) -> Bool {
    switch format {
    case .csv, .ndjson: TableStyle.isWorkbook(path)
    case .xlsx: textEndings.contains { path.lowercased().hasSuffix($0) }
    }
  }

  private static let textEndings = [".csv", ".tsv", ".txt", ".json", ".ndjson", ".jsonl"]
}

import Batch
import Files
import Journal
import Rules
import Tables
import Units

/// `fangpin tidy`: what is understood of an office's list, and the same list as this program writes it.
enum TidyCommand {
  static let out = Option<String?>.optional(
    "out", "F",
    Wording(
      zh: "整理好的表写入此文件，要么整份替换，要么不动；“-”为标准输出",
      en: "write the list here; the file is replaced as a whole or not at all; '-' is standard output"),
    defaultNote: Wording(zh: "标准输出", en: "standard output"), offers: .files)
  static let kind = Option<FileKind>(
    spec: OptionSpec(
      "as", .choice(Tidying.kinds.map(\.rawValue)), valueName: "KIND", isRequired: true,
      summary: Wording(
        zh: "是哪种文件，见 fangpin columns", en: "the kind of file that it is, one of 'fangpin columns'"),
      completion: .words(Tidying.kinds.map(\.rawValue)))
  ) { ParsedValue.required($0.last?.text.flatMap { FileKind(rawValue: $0) }, "as") }
  static let labels = Option<Language?>.optionalChoice(
    "labels", Wording(zh: "表头用哪种语言", en: "the language of the header"),
    defaultNote: Wording(zh: "en", en: "en"))

  static let spec = CommandSpec(
    "tidy",
    summary: Wording(
      zh: "读一份单位交来的表，说明读懂了什么，写成规整的表", en: "say what is understood of an office's list, and write it out plain"
    ),
    discussion: [
      Wording(
        zh: "说明编码、工作表、表头在哪一行、每一列当作什么、哪些行没有读、哪些写法改了；再写出同一份表：我们的列名和列序，编号为文本，金额两位小数，日期为 2018-03-05，"
          + "词用方案的代码。其他命令读整理过的表，结果与读原表相同。",
        en:
          "Says in what encoding, sheet and row the header was found, what each column was taken for, which "
          + "rows were left out and what was written otherwise. The list is then written with our names and order of "
          + "columns, ids as text, amounts with two decimals, dates as 2018-03-05, and the scheme's words as its "
          + "codes. Other commands read it with the same result as the original."),
      Wording(
        zh: "剔除的行不写；名册里编号读得出的除外，原样保留：这些户的申请须待补，不能当作户不在名册上。",
        en:
          "Rejected rows are not written, except those of households whose id can be read. They stay as they "
          + "are, because claims of theirs are pended, and must not be denied for want of an entry."),
    ],
    operands: [SheetOptions.file],
    options: [
      kind, out, AdjudicateCommand.rejects, labels, AdjudicateCommand.format, WritingOptions.forExcel,
    ]
      + [InputOptions.rules] + TableOptions.all,
    exits: Exit.usual + [Exit(.rowsRejected)],
    examples: [
      Example(
        "fangpin tidy yibao.xlsx --as medical --out medical.csv",
        Wording(zh: "医保部门的工作簿，整理成 CSV", en: "a workbook from the health insurance office, as CSV")),
      Example(
        "fangpin tidy claims.csv --as claims --map headings.csv --out tidy.csv",
        Wording(zh: "本县自己的表头另有一份对照", en: "the county's own headings stand in a file")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    if let clash = clash(arguments, context) { return context.refuse(clash) }
    switch SchemeChoice.load(arguments[InputOptions.rules], context) {
    case .failure(let stop): return stop.code
    case .success(let scheme): return run(request(arguments, scheme, context), context)
    }
  }

  private static func clash(_ arguments: ParsedArguments, _ context: CommandContext) -> Wording? {
    let named = [arguments[out] ?? "-"] + [arguments[AdjudicateCommand.rejects]].compactMap { $0 }
    if let clash = WritingOptions.clash(arguments[AdjudicateCommand.format], named, arguments, context) {
      return clash
    }
    let inputs = [arguments[SheetOptions.file]] + [arguments[TableOptions.map]].compactMap { $0 }
    return FileClash.standardInputTwice(inputs)
      ?? FileClash.clash(inputs, named + RejectPlace.implied(arguments))
  }

  private static func request(
    _ arguments: ParsedArguments, _ scheme: Scheme, _ context: CommandContext
  ) -> TidyRequest {
    let style = TableStyle(
      arguments[AdjudicateCommand.format] ?? .csv, isForSpreadsheets: arguments[WritingOptions.forExcel],
      headings: arguments[labels])
    return TidyRequest(
      arguments[SheetOptions.file], as: arguments[kind], TableOptions.reading(arguments), scheme: scheme,
      lastDay: Instant.now.dayInChina, output: arguments[out] ?? "-",
      rejects: RejectPlace.destination(arguments), style: style, labels: arguments[labels],
      language: context.language)
  }

  private static func run(_ request: TidyRequest, _ context: CommandContext) -> ExitCode {
    Interruption.listen()
    do throws(FileError) {
      let summary = try Tidying.run(request)
      context.say(TidyText(summary, request).text)
      return (summary.rejected > 0 ? ExitCode.rowsRejected : .done).having(summary.notes.rows)
    } catch {
      switch error {
      case .file(let trouble): return context.fail(BatchError.file(trouble))
      case .input(let faults): return context.fail(BatchError.input(faults))
      }
    }
  }
}

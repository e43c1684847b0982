import Audit
import Casebook
import Tables
import Units

/// In what form the findings are written.
enum AnomalyFormat: String, OptionChoice {
  case text, json, csv, xlsx

  /// Of a table.
  var table: OutputFormat? {
    switch self {
    case .text, .json: nil
    case .csv: .csv
    case .xlsx: .xlsx
    }
  }
}

extension AnomalyCode: OptionChoice {}

/// `fangpin audit anomalies`: what an auditor should look at first, and why.
enum AuditAnomaliesCommand {
  static let only = Option<[String]>.repeated(
    "only", "CODE", Wording(zh: "只做这项检查，可重复", en: "only this check; may be repeated"),
    offers: .words(AnomalyCode.allCases.map(\.rawValue)))
  static let since = Option<String?>.optional(
    "since", "DAY",
    Wording(zh: "只列这一天以来有办理记录的案件", en: "only findings with a case that had a step since this day"),
    offers: .nothing)
  static let limit = Option<Int?>.optional(
    "limit", "N", in: 1...1_000_000, Wording(zh: "至多列出几条", en: "the most findings to list"),
    defaultNote: Wording(zh: "全部", en: "all"))
  static let format = Option<AnomalyFormat?>.optionalChoice(
    "format", Wording(zh: "输出的格式", en: "the form of the output"),
    defaultNote: Wording(
      zh: "text；文件名以 .xlsx 结尾的为 xlsx", en: "text, and xlsx where the file's name ends so"))
  static let out = Option<String?>.optional(
    "out", "F", Wording(zh: "写到这个文件", en: "the file to write to"),
    defaultNote: Wording(zh: "标准输出", en: "standard output"), offers: .files)

  static let spec = CommandSpec(
    "anomalies",
    summary: Wording(zh: "查找应当查看的疑点，按轻重排列", en: "find what should be looked at, most important first"),
    discussion: [
      Wording(
        zh: "十项检查：" + AnomalyCode.allCases.map { "\($0.rawValue) \($0.name.zh)" }.joined(separator: "、")
          + "。",
        en: "Ten checks: "
          + AnomalyCode.allCases.map { "\($0.rawValue) (\($0.name.en))" }.joined(separator: ", ") + "."),
      Wording(
        zh: "每条都写明证据、意思、可能没有问题的原因和下一步；都只是线索，不是认定。银行账号和身份证号一律遮住。",
        en:
          "Each finding gives its evidence, what it means, why it may be innocent and what to look at next; none is an "
          + "accusation. Account numbers and resident IDs are masked."),
    ],
    options: CasebookOptions.reading + [only, since, limit, format, out, WritingOptions.forExcel],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "已完成，有应当查看的疑点", en: "done, and there is something to be looked at"))
    ],
    examples: [
      Example(
        "fangpin audit anomalies --casebook wei.casebook", Wording(zh: "全部检查", en: "all checks")),
      Example(
        "fangpin audit anomalies --only shared-account --since 2018-07-01 --format csv --out found.csv --casebook wei.casebook",
        Wording(zh: "一项检查，写成表格", en: "one check, as a table")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var codes: Set<AnomalyCode> = []
    for word in arguments[only] {
      guard let code = AnomalyCode(rawValue: word) else {
        return context.refuse(
          UsageError(
            path: context.path,
            fault: .notAChoice(
              word, of: only.spec.dashed, choices: AnomalyCode.allCases.map(\.rawValue), suggestion: nil)))
      }
      codes.insert(code)
    }
    var day: Day?
    if let text = arguments[since] {
      guard let parsed = TypedValue.day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      day = parsed
    }
    let path = arguments[out] ?? "-"
    if let clash = WritingOptions.clash(form(arguments).table, [path], arguments, context) {
      return context.refuse(clash)
    }
    let desk = CasebookDesk(arguments: arguments, context: context)
    if let path = arguments[out], let clash = desk.clash(writing: [path], reading: []) {
      return context.refuse(clash)
    }
    return desk.read { (book) throws(CasebookError) in
      let report = try AnomalySearch.run(book, only: codes, since: day)
      let delivered = try deliver(report, arguments, context)
      guard delivered == .done else { return delivered }
      if arguments[out] != nil || form(arguments) != .text { summarise(report, arguments, context) }
      return report.hasFindings ? .answerIsNo : .done
    }
  }

  /// The form that is asked for, by the option or by the file's name.
  private static func form(_ arguments: ParsedArguments) -> AnomalyFormat {
    arguments[format] ?? (TableStyle.isWorkbook(arguments[out] ?? "-") ? .xlsx : .text)
  }

  private static func deliver(
    _ report: AnomalyReport, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CasebookError) -> ExitCode {
    let most = arguments[limit]
    let text: String
    let form = form(arguments)
    switch form {
    case .csv, .xlsx:
      do throws(TableError) {
        let style = TableStyle(form.table ?? .csv, isForSpreadsheets: arguments[WritingOptions.forExcel])
        try report.writeTable(to: arguments[out] ?? "-", style, limit: most, in: context.language)
        return .done
      } catch {
        if case .readerGone = error { return .failed }  // nobody is left to read it
        throw .file(error)
      }
    case .json: text = report.json(limit: most) + "\n"
    case .text:
      text =
        AuditAnomaliesText(
          report: report, language: context.language, width: context.output.terminal.columns, limit: most
        ).text
    }
    guard let path = arguments[out] else { return context.deliver(text: text) }
    do throws(TableError) { try OutputFile.write(text, to: path) } catch { throw .file(error) }
    return .done
  }

  /// What was written, and what could not be looked at: said beside the data.
  private static func summarise(
    _ report: AnomalyReport, _ arguments: ParsedArguments, _ context: CommandContext
  ) {
    let shown = min(report.findings.count, arguments[limit] ?? .max)
    context.say(
      Wording(
        zh:
          "应当查看的 \(report.findings.count { !$0.isRemark }) 条，连同说明共 \(report.findings.count) 条，写出 \(shown) 条",
        en:
          "to be looked at: \(report.findings.count { !$0.isRemark }); with remarks: "
          + "\(report.findings.count); written: \(shown)"
      ))
    for what in report.unchecked { context.say(what) }
  }
}

import Casebook
import Journal
import Pages
import Reports
import Tables
import Units

/// `fangpin report`: how things stood at a period's end, and what happened within it.
enum ReportCommand {
  /// The forms a report can have.
  enum Form: String, OptionChoice {
    case html, csv, xlsx, json

    /// Of a table.
    fileprivate var table: OutputFormat? {
      switch self {
      case .html, .json: nil
      case .csv: .csv
      case .xlsx: .xlsx
      }
    }
  }

  static let period = Option<String>.required(
    "period", "P", Wording(zh: "报告期：2018-03、2018Q1、2018H1 或 2018", en: "2018-03, 2018Q1, 2018H1 or 2018"),
    offers: .nothing)
  static let format = Option<Form?>.optionalChoice(
    "format", Wording(zh: "网页、表格或 JSON", en: "a page, a table or JSON"),
    defaultNote: Wording(
      zh: "html；文件名以 .xlsx 结尾的为 xlsx", en: "html, and xlsx where the file's name ends so"))
  static let out = Option<String>.text(
    "out", "F", default: "-", Wording(zh: "写入的文件；- 为标准输出", en: "the file to write; - is standard output"),
    offers: .files)

  static let spec = CommandSpec(
    "report",
    summary: Wording(zh: "出具月度、季度、半年或年度报告", en: "report on a month, a quarter, a half-year or a year"),
    discussion: [
      Wording(
        zh: "按业务日期统计：期末的存量（保障人数、案件、资金、超期），期内的流量（立案、决定、赔付、更正），旁边是上一期的同一数字。"
          + "任何过去的报告期都可以出。网页不联网、可打印，其中每个数字也在 CSV 和 JSON 里。",
        en:
          "By the date things happened: the position at the end (who is covered, cases, fund, what is "
          + "overdue), what happened "
          + "within (cases opened, decisions, payouts, corrections), and the same figure of the period before. Any past period "
          + "can be reported on. The page needs no network and prints well; all its figures are in the CSV "
          + "and the JSON."
      )
    ],
    options: [CasebookOptions.casebook, period, format, out, WritingOptions.forExcel],
    examples: [
      Example(
        "fangpin report --period 2018Q1 --out 2018Q1.html --casebook wei.casebook",
        Wording(zh: "第一季度的报告，用浏览器打开或打印", en: "the first quarter's report, for a browser or a printer")),
      Example(
        "fangpin report --period 2018-03 --format csv --casebook wei.casebook",
        Wording(zh: "三月的数字，供电子表格使用", en: "March's figures for a spreadsheet")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let text = arguments[ReportCommand.period]
    guard let period = Period(text) else {
      return context.refuse(
        Wording(
          zh: "“\(text)”不是报告期，应写作 2018-03、2018Q1、2018H1 或 2018",
          en: "'\(text)' is not a period; write it as 2018-03, 2018Q1, 2018H1 or 2018"))
    }
    if let clash = WritingOptions.clash(form(arguments).table, [arguments[out]], arguments, context) {
      return context.refuse(clash)
    }
    let desk = CasebookDesk(arguments: arguments, context: context)
    if let clash = desk.clash(writing: [arguments[out]], reading: []) { return context.refuse(clash) }
    return desk.read { (book) throws(CasebookError) in
      let last = Instant(try book.currentState().lastRecordedAt)
      let today = max(.now, last ?? .now).dayInChina
      guard period.first <= today else {
        return context.refuse(
          Wording(
            zh: "\(period.name.zh)还没开始：今天是 \(today)",
            en: "\(period.name.en) has not begun yet: today is \(today)"
          ))
      }
      let report = try PeriodReport.of(
        book, period, today: today, threads: Processors.count)
      if !report.about.isOver { context.warn(unfinished(report)) }
      if report.about.isBeforeCasebook { context.warn(beforeCasebook(report)) }
      return try deliver(report, arguments, context)
    }
  }

  private static func unfinished(_ report: PeriodReport) -> Wording {
    Wording(
      zh: "\(report.about.period.name.zh)还没结束：数字截至 \(report.about.asOf)",
      en: "\(report.about.period.name.en) is not over: the figures are as of \(report.about.asOf)")
  }

  private static func beforeCasebook(_ report: PeriodReport) -> Wording {
    let day = report.about.began.map(\.description) ?? "—"
    return Wording(
      zh: "案卷簿从 \(day) 开始，\(report.about.period.name.zh)没有记录",
      en: "the casebook begins on \(day): it has no record of \(report.about.period.name.en)")
  }

  /// The form that is asked for, by the option or by the file's name.
  private static func form(_ arguments: ParsedArguments) -> Form {
    arguments[format] ?? (TableStyle.isWorkbook(arguments[out]) ? .xlsx : .html)
  }

  private static func bytes(
    of report: PeriodReport, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CasebookError) -> [UInt8] {
    let form = form(arguments)
    switch form {
    case .html: return Array(report.page(context.language).text.utf8)
    case .json: return Array(report.json.utf8)
    case .csv, .xlsx:
      let style = TableStyle(form.table ?? .csv, isForSpreadsheets: arguments[WritingOptions.forExcel])
      do throws(TableError) { return try report.table(style) } catch { throw .file(error) }
    }
  }

  private static func deliver(
    _ report: PeriodReport, _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CasebookError) -> ExitCode {
    let bytes = try bytes(of: report, arguments, context)
    let path = arguments[out]
    guard path != "-" else { return context.deliver(bytes) }
    do throws(TableError) { try OutputFile.write(bytes, to: path) } catch { throw .file(error) }
    context.say(
      Wording(
        zh: "\(report.about.period.name.zh)：写入 \(path)",
        en: "\(report.about.period.name.en): written to \(path)"))
    return .done
  }
}

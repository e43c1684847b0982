import Batch
import Files
import Journal
import Rules
import Tables
import Units

/// `fangpin adjudicate`: claims and households in, decisions and payouts out.
enum AdjudicateCommand {
  static let out = Option<String?>.optional(
    "out", "F",
    Wording(
      zh: "决定写入此文件，要么整份替换，要么不动；“-”为标准输出",
      en: "write the decisions here; the file is replaced as a whole or not at all; '-' is standard output"),
    defaultNote: Wording(zh: "标准输出", en: "standard output"), offers: .files)
  static let payouts = Option<String?>.optional(
    "payouts", "F",
    Wording(
      zh: "各户应付金额写入此文件，按名册顺序",
      en: "write here what each household is to be paid, in the order of the register"),
    defaultNote: Wording(zh: "不写", en: "not written"), offers: .files)
  static let rejects = Option<String?>.optional(
    "rejects", "F",
    Wording(
      zh: "剔除行写入此文件，注明行、列和原因", en: "write the rejected rows here, each with its place and what is wrong"),
    defaultNote: Wording(
      zh: "OUT.rejects.csv；没有 --out 时写到标准错误", en: "OUT.rejects.csv, or standard error without --out"),
    offers: .files)
  static let detail = Option<Bool>.flag(
    "detail",
    Wording(
      zh: "每个决定附上计算过程和其余问题；下次可交给 --earlier",
      en:
        "add to each decision its calculation and the other findings; a later run can read it with --earlier")
  )
  static let labels = Option<Language?>.optionalChoice(
    "labels",
    Wording(
      zh: "增加 reason_text 一列，用文字写明理由；工作簿和 --for-excel 的表头也用此语言",
      en:
        "add a column reason_text with the reason in words; in a workbook and with --for-excel the header is "
        + "in that language too"),
    defaultNote: Wording(zh: "不加", en: "none"))
  static let format = Option<OutputFormat?>.optionalChoice(
    "format", Wording(zh: "输出文件的格式", en: "the format of what is written"),
    defaultNote: Wording(
      zh: "csv；文件名以 .xlsx 结尾的写成工作簿", en: "csv, and a workbook where a file's name ends in .xlsx"))
  static let preview = Option<Bool>.flag(
    "preview",
    Wording(
      zh: "预演：照样理算，只出小结，不写任何文件", en: "decide as usual, but write nothing except the summary"))
  static let quiet = Option<Bool>.flag(
    "quiet", Wording(zh: "不显示进度和末尾的小结", en: "no progress bar and no closing summary"))

  /// The columns that must be there, by their names, for the help page.
  private static func names(_ columns: [Column]) -> Wording {
    let required = columns.filter(\.isRequired)
    let (english, chinese) = (required.map(\.name), required.map(\.chinese))
    return Wording(
      zh: english.joined(separator: "、") + "（\(chinese.joined(separator: "、"))）",
      en: english.joined(separator: ", "))
  }

  static let spec = CommandSpec(
    "adjudicate",
    summary: Wording(zh: "理算一批申请，给出决定和应付金额", en: "decide a batch of claims and work out what is to be paid"),
    discussion: [
      Wording(
        zh: "申请按文件中的顺序逐笔理算，每笔得出赔付、不予赔付或待补材料，并附理由代码。同一对象、同一保障项目、同一保障年度的金额累计计算，本次赔付 = 累计应赔 − 已赔。",
        en: "Claims are decided in the order of the file: each is approved, denied or pended, with a reason "
          + "code. Amounts of one subject, benefit and policy year add up; a claim is paid the benefit on the sum, "
          + "less what has been paid already."),
      Wording(
        zh: "输入为 CSV、NDJSON 或 .xlsx 工作簿，表头可用中文或英文，列的顺序不限，不认识的列不予理会。"
          + "申请表：\(names(ClaimsFile.columns).zh)。名册：\(names(HouseholdsFile.adjudicated).zh)。",
        en:
          "Input is CSV, NDJSON or an .xlsx workbook, with headers in English or Chinese; columns may stand in any order, and "
          + "unknown ones are ignored. Claims: \(names(ClaimsFile.columns).en). "
          + "Households: \(names(HouseholdsFile.adjudicated).en)."),
      Wording(
        zh: "申请表没有户编号而有身份证号的，用 --members 给出家庭成员名单（\(names(MembersFile.searched).zh)），按身份证号查到户。"
          + "名单上没有的、在不止一户里的，都剔除；与申请表写明的户不符的，也剔除。",
        en: "Where claims have resident IDs and no household ids, --members gives the list of members "
          + "(\(names(MembersFile.searched).en)), which leads to the household. A resident who is not on it, or in more "
          + "than one household, is a rejected row, and so is a household other than the claim states."),
    ],
    options: InputOptions.all + [
      out, payouts, rejects, detail, labels, format, WritingOptions.forExcel, preview, InputOptions.threads,
      quiet,
    ],
    exits: Exit.usual + [
      Exit(
        .rowsRejected,
        Wording(
          zh: "已完成，但有剔除行，或合计不符，或有行被引号并进一格，或多数申请的户不在名册上",
          en: "done, but some rows were rejected, a total differs from the rows read, quotes have swallowed "
            + "rows, or most claims name a household that the register does not have"))
    ],
    examples: [
      Example(
        "fangpin adjudicate --claims claims.csv --households households.csv --preview",
        Wording(zh: "先看一遍结果，什么也不写", en: "look at what would come of it, and write nothing")),
      Example(
        "fangpin adjudicate --claims claims.csv --households households.csv --out decisions.csv",
        Wording(zh: "用默认方案理算一批申请", en: "decide a batch under the default scheme")),
      Example(
        "fangpin adjudicate --claims patients.csv --households households.csv --members members.csv",
        Wording(
          zh: "申请表只有身份证号：按家庭成员名单查到户",
          en: "claims by resident IDs: find the households on the list of members")),
      Example(
        "fangpin adjudicate --claims jan.csv --households households.csv --detail --out jan.detail.csv",
        Wording(zh: "一月：保留明细，供二月接续", en: "January: keep the detail, so that February can carry on from it")),
      Example(
        "fangpin adjudicate --claims feb.csv --households households.csv --earlier jan.detail.csv"
          + " --out feb.decisions.csv --payouts feb.payouts.csv",
        Wording(
          zh: "二月：接续一月，并写出各户应付金额", en: "February: carry on, and write what each household is to be paid")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    if let clash = clash(arguments, context) { return context.refuse(clash) }
    switch SchemeChoice.load(arguments[InputOptions.rules], context) {
    case .failure(let stop): return stop.code
    case .success(let scheme): return run(request(arguments, scheme), arguments, context)
    }
  }

  /// The first clash of the command line.
  private static func clash(_ arguments: ParsedArguments, _ context: CommandContext) -> Wording? {
    let inputs = FileClash.inputs(arguments)
    if arguments[preview] { return previewClash(arguments) ?? FileClash.standardInputTwice(inputs) }
    let named = [arguments[out] ?? "-"] + [arguments[payouts], arguments[rejects]].compactMap { $0 }
    if let clash = WritingOptions.clash(arguments[format], named, arguments, context) { return clash }
    let outputs = named + RejectPlace.implied(arguments)
    return FileClash.standardInputTwice(inputs) ?? FileClash.clash(inputs, outputs)
  }

  /// What a preview does not write, and what it is for.
  private static func previewClash(_ arguments: ParsedArguments) -> Wording? {
    let asked: [(any DeclaredOption, Bool)] = [
      (out, arguments[out] != nil), (payouts, arguments[payouts] != nil),
      (rejects, arguments[rejects] != nil), (quiet, arguments[quiet]),
    ]
    guard let name = asked.first(where: \.1)?.0.spec.dashed else { return nil }
    return Wording(
      zh: "--preview 只出小结，不能与 \(name) 同用", en: "--preview gives the summary only: it does not go with \(name)"
    )
  }

  private static func request(_ arguments: ParsedArguments, _ scheme: Scheme) -> AdjudicationRequest {
    var request = InputOptions.request(arguments, scheme)
    let out = arguments[out] ?? "-"
    request.output = out
    request.payouts = arguments[payouts]
    request.rejects = RejectPlace.destination(arguments)
    request.isPreview = arguments[preview]
    request.detail = arguments[detail]
    request.labels = arguments[labels]
    request.format = arguments[format] ?? .csv
    request.isForSpreadsheets = arguments[WritingOptions.forExcel]
    request.threads = arguments[InputOptions.threads] ?? Processors.count
    return request
  }

  private static func run(
    _ request: AdjudicationRequest, _ arguments: ParsedArguments, _ context: CommandContext
  ) -> ExitCode {
    let bar = context.progressBar(isQuiet: arguments[quiet])
    Interruption.listen()
    do throws(BatchError) {
      let summary = try Adjudication.run(request) { status in
        bar.update(
          doneBytes: status.bytes, totalBytes: status.total, rows: status.rows, label: status.stage.label)
      }
      bar.finish()
      if !arguments[quiet] {
        context.say(AdjudicateText(summary, request).text)
      }
      return summary.hasRejects || summary.missesHouseholds || summary.needsALook ? .rowsRejected : .done
    } catch {
      bar.finish()
      return context.fail(error)
    }
  }
}

extension BatchStatus.Stage {
  /// What is being read, before the figures of the progress bar.
  fileprivate var label: Wording {
    switch self {
    case .households: Wording(zh: "名册", en: "register")
    case .members: Wording(zh: "成员名单", en: "members")
    case .earlier: Wording(zh: "以前记录", en: "earlier run")
    case .claims: Wording(zh: "申请", en: "claims")
    }
  }
}

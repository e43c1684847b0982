import Audit
import Casebook
import Compare
import Files
import Tables
import Units

/// `fangpin audit diff`: in what two casebooks, or files of decisions, differ.
enum AuditDiffCommand {
  static let a = Operand<String>.required(
    "A", Wording(zh: "案卷簿，或 decisions.csv 等决定表", en: "a casebook, or a file of decisions"), offers: .files)
  static let b = Operand<String>.required(
    "B", Wording(zh: "与之比较的案卷簿或决定表", en: "what it is compared with"), offers: .files)
  static let out = Option<String?>.optional(
    "out", "F",
    Wording(
      zh: "不同的各笔写到这里，“-”为标准输出", en: "where to write the differences, claim by claim; '-' is standard output"),
    defaultNote: Wording(zh: "只说总数", en: "totals only"), offers: .files)

  static let spec = CommandSpec(
    "diff",
    summary: Wording(
      zh: "逐笔比较两本案卷簿或决定表，差多少元", en: "compare two casebooks or decision files: the difference in yuan"),
    discussion: [
      Wording(
        zh: "按申请编号逐笔比较决定、理由和赔付。只有 claim_id 和 payout 两列的表只比赔付，表里可以没有赔付为零的申请。两本案卷簿同源时，自行申报的案件按案件号配对，"
          + "否则按户、险别、日期、金额和人员配对。",
        en:
          "Compares outcome, reason and payout by claim id. A file with claim_id and payout only is "
          + "compared by payout and need not "
          + "list claims that are paid nothing. Declared cases are matched by number where both casebooks "
          + "have one origin, else by household, peril, day, amount and person.")
    ],
    operands: [a, b],
    options: [out, WritingOptions.forExcel] + TableOptions.all,
    exits: Exit.usual + [
      Exit(
        .rowsRejected,
        Wording(
          zh: "有剔除行，写入该文件旁的 .diff.rejects.csv",
          en: "some rows were rejected: they are in the file's .diff.rejects.csv")),
      Exit(.answerIsNo, Wording(zh: "有不同之处", en: "something differs")),
    ],
    examples: [
      Example(
        "fangpin audit diff wei.casebook decisions.csv --out differences.csv",
        Wording(zh: "案卷簿与保险公司的决定表相比", en: "a casebook and the insurer's decisions")),
      Example(
        "fangpin audit diff copy-2017.casebook wei.casebook",
        Wording(zh: "去年留存的一份是不是今天这本的开头", en: "whether last year's copy is the beginning of today's casebook")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let paths = (arguments[a], arguments[b])
    let lists = (paths.0 == paths.1 ? [paths.0] : [paths.0, paths.1]).map(rejects(of:))
    if paths.0 == "-", paths.1 == "-" {
      return context.refuse(Wording(zh: "标准输入“-”只能读一次", en: "standard input '-' can be read only once"))
    }
    if let clash = FileClash.find(
      writing: [arguments[out]].compactMap { $0 } + lists, reading: [paths.0, paths.1])
    {
      return context.refuse(clash)
    }
    do throws(CasebookError) {
      return try compare(paths, arguments, context)
    } catch {
      if case .file(.readerGone) = error { return .failed }  // nobody is left to read it
      return CasebookDesk(arguments: arguments, context: context).fail(error)
    }
  }

  /// Beside the file, under a name of its own: `decisions.csv.rejects.csv` is what the run that decided has set aside.
  private static func rejects(of path: String) -> String { path + ".diff.rejects.csv" }

  private static func compare(
    _ paths: (String, String), _ arguments: ParsedArguments, _ context: CommandContext
  ) throws(CasebookError) -> ExitCode {
    let sides = (try DecisionSource.open(paths.0), try DecisionSource.open(paths.1))
    let reading = TableOptions.reading(arguments, files: 2)
    let draft: DifferenceFile?
    do throws(TableError) {
      draft = try arguments[out].map { (path) throws(TableError) in
        try DifferenceFile(path, WritingOptions.style(arguments))
      }
    } catch { throw .file(error) }
    let outcome: DecisionComparing.Outcome
    do throws(CasebookError) {
      outcome = try DecisionComparing(sides.0, sides.1, reading).run {
        (difference) throws(CasebookError) in
        do throws(TableError) { try draft?.add(difference) } catch { throw .file(error) }
      }
      guard reading.sheets.unread.isEmpty else { throw CasebookError.input(reading.sheets.unread) }
      do throws(TableError) { try draft?.commit() } catch { throw .file(error) }
    } catch {
      draft?.abandon()
      throw error
    }
    let rejected = outcome.faultsA.count + outcome.faultsB.count
    for (path, side, faults) in [(paths.0, sides.0, outcome.faultsA), (paths.1, sides.1, outcome.faultsB)] {
      guard case .file = side, !faults.isEmpty else { continue }
      let list = try RejectList.settle(
        faults, of: path, named: path == "-" ? nil : rejects(of: path), in: context.language)
      context.say(
        Wording(
          zh: "\(path)：剔除 \(faults.count.grouped) 行，没有比较" + (list.map { "，见 \($0)" } ?? ""),
          en: "\(path): \(faults.count.counted("row")) rejected, not compared"
            + (list.map { ", see \($0)" } ?? "")))
    }
    context.say(outcome.notes.a)
    context.say(outcome.notes.b)
    let sheet = AuditDiffText(outcome)
    if let kinship = sheet.kinship { context.say(kinship) }
    let text = sheet.text(in: context.language)
    if arguments[out] == "-" {
      context.say(Wording(zh: text, en: text))
    } else if context.deliver(text) != .done {
      return .failed
    }
    if rejected > 0 || outcome.notes.a.needALook || outcome.notes.b.needALook { return .rowsRejected }
    return outcome.tally.isSame ? .done : .answerIsNo
  }
}

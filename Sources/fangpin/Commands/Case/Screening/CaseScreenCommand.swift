import Casebook
import Files
import Units

extension BillKind: OptionChoice {}

/// `fangpin case screen`: finds the households whose costs have passed a warning line.
enum CaseScreenCommand {
  static let kind = Operand<BillKind>.choice(
    Wording(
      zh: "哪个部门的清单：" + BillKind.allCases.map(\.rawValue).joined(separator: "、"),
      en: "which department's list: " + BillKind.allCases.map(\.rawValue).joined(separator: ", ")),
    named: "KIND")
  static let near = Option<String?>.optional(
    "near", "SHARE",
    Wording(
      zh: "另列出累计达到预警线这一比例、尚未超过的农户，如 80%",
      en: "also list households that have reached this share of the line, such as 80%"),
    offers: .nothing)

  static let otherNumbers = Option<Bool>.flag(
    "other-numbers",
    Wording(
      zh: "与别的单据号只差空格、横线、大小写或前面的零的，是另一张单据",
      en: "numbers that differ only in blanks, dashes, capitals or leading zeros are other bills"))
  static let nothingLeft = Option<Bool>.flag(
    "nothing-left",
    Wording(
      zh: "报销超过费用的单据没有自付部分，按 0.00 记",
      en: "bills on which others paid more than they cost leave nothing: record them as 0.00"))

  static let spec = CommandSpec(
    "screen",
    summary: Wording(
      zh: "导入部门清单，按年累计，超过预警线的立案", en: "import a department's list and open cases above the line"),
    discussion: [
      Wording(
        zh: "每张单据只记一次。按户（方案按人累计的，按人）和保障年度累计当年及前两年的自付费用；未补齐的报销金额不当作零。",
        en:
          "A bill is recorded once. The cost left to the household is summed by household (or by person, where the "
          + "scheme does) over this policy year and the two before; a missing reimbursement is never taken as zero."
      ),
      Wording(
        zh: "案件审批时逐张单据按其当日的情况和保障年度理算。--revise 更正的单据离开尚未审批的案件，可由以后的筛查另行立案。",
        en:
          "When the case is approved, each bill is decided on its own day and in its own policy year. A bill that --revise "
          + "corrects leaves its case, if that is not decided yet; a later screening may open a case with it."
      ),
    ],
    operands: [kind, SheetOptions.file],
    options: CasebookOptions.recording + [near, otherNumbers, nothingLeft] + SheetOptions.all,
    exits: Exit.usual + [Exit(.rowsRejected), Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case screen medical bills.csv --near 80% --casebook wei.casebook --key county.pem",
        Wording(zh: "筛查就医费用", en: "screen medical bills"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let kind = arguments[kind]
    var share: Rate?
    if let text = arguments[near] {
      share = rate(text)
      if share == nil {
        return context.refuse(
          Wording(
            zh: "“\(text)”不是比例，应写作 80%，大于 0、不超过 100%",
            en: "'\(text)' is not a percentage; write it as 80%, above 0 and at most 100%"))
      }
    }
    var answers = ScreeningAnswers()
    answers.isRevising = arguments[SheetOptions.revise]
    answers.alikeAreOthers = arguments[otherNumbers]
    answers.overpaidIsNothing = arguments[nothingLeft]
    let desk = CasebookDesk(arguments: arguments, context: context)
    if let clash = SheetOptions.clash(desk, prints: true) { return context.refuse(clash) }
    return desk.record {
      (recording) throws(CasebookError) in
      let sheet = try SheetOptions.sheet(arguments, kind.file)
      let screening = try recording.screen(sheet, kind, near: share, answers: answers) {
        (faults) throws(CasebookError) in
        try RejectList.settle(
          faults, of: sheet.file, named: arguments[SheetOptions.rejects], in: context.language)
      }
      return (screening, sheet)
    } after: { (done, _) throws(CasebookError) in
      let (screening, sheet) = done
      let delivered = context.deliver(text: CaseScreenText(screening, context.language).text)
      guard delivered == .done else { return delivered }
      context.say(sheet.workbook)
      context.say(sheet.dress)
      context.say(sheet.notes)
      return SheetOptions.say(screening.faults.count, arguments, context).having(sheet.notes)
    }
  }

  /// A share as people write it, `80%` or `72.5%`, up to four decimals.
  static func rate(_ text: String) -> Rate? {
    guard text.hasSuffix("%") else { return nil }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard digits, (1...2).contains(parts.count), parts[0].count <= 3, let whole = Int64(parts[0]) else {
      return nil
    }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.count <= 4,
      let fraction = Int64(decimals + String(repeating: "0", count: 4 - decimals.count))
    else { return nil }
    let rate = Rate(millionths: whole * 10_000 + fraction)
    return rate > .zero && rate <= .whole ? rate : nil
  }
}

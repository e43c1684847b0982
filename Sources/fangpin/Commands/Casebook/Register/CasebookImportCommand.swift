import Casebook
import Files
import Units

extension ImportKind: OptionChoice {}

/// `fangpin casebook import`: the register, and what departments answer, from files.
enum CasebookImportCommand {
  static let kind = Operand<ImportKind>.choice(
    Wording(
      zh: "文件的种类：" + ImportKind.allCases.map(\.rawValue).joined(separator: "、"),
      en: "what the file is: " + ImportKind.allCases.map(\.rawValue).joined(separator: ", ")),
    named: "KIND")

  static let spec = CommandSpec(
    "import",
    summary: Wording(
      zh: "导入名册、家庭成员或部门答复", en: "import the register, the members, or a department's answers"),
    discussion: [
      Wording(
        zh: "整个文件一次记入。空单元格表示未说明。与已记录的内容相同的行不再记录；不同的行须加 --revise，否则整个文件不记。",
        en:
          "The file is recorded as a whole. An empty cell states nothing. A row that repeats what is known is not "
          + "recorded again; if a row differs, nothing is recorded unless --revise is given."
      ),
      Wording(
        zh: "部门的名单使一户三种资产的答复都齐了，并在方案规定的天数以内，该户待核查的案件随之核查完毕。",
        en:
          "Where a department's list completes the answers about a household, all within the scheme's days, the "
          + "household's opened cases are verified with it."),
      Wording(
        zh: "更正的内容若是某件已决未付案件的依据，该案暂缓赔付，文件后面列出；由县防贫办用 case redecide 重新决定。",
        en:
          "Where a revision touches what a case was decided on and nothing of it was sent, the case is named and held "
          + "until the county decides it again: case redecide."),
    ],
    operands: [kind, SheetOptions.file],
    options: CasebookOptions.recording + SheetOptions.all,
    exits: Exit.usual + [
      Exit(.rowsRejected),
      Exit(
        .answerIsNo,
        Wording(
          zh: "与已记录的内容不同，未记录；或无权办理", en: "the file differs from the casebook, or you may not record it")),
    ],
    examples: [
      Example(
        "fangpin casebook import households households.csv --casebook wei.casebook --key county.pem",
        Wording(zh: "导入农户名册", en: "import the register of households"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let kind = arguments[kind]
    let desk = CasebookDesk(arguments: arguments, context: context)
    if let clash = SheetOptions.clash(desk, prints: false) { return context.refuse(clash) }
    return desk.record {
      (recording) throws(CasebookError) in
      let sheet = try SheetOptions.sheet(arguments, kind.file)
      let plan = try recording.planImport(sheet, kind)
      // Before anything is recorded: a row that is not taken in is never dropped in silence.
      try RejectList.settle(
        plan.faults, of: sheet.file, named: arguments[SheetOptions.rejects], in: context.language)
      let moves = try recording.moves(in: plan)
      try recording.record(plan, revising: arguments[SheetOptions.revise])
      let entry = recording.state.entries
      return (plan, moves, sheet, entry, try recording.verifyByLists(of: plan.answered))
    } after: { (done, book) throws(CasebookError) in
      let (plan, moves, sheet, entry, cases) = done
      context.say(summary(plan))
      for line in MovesText.lines(moves.members, moves.households) { context.say(line) }
      if !plan.isNothing {
        context.say(
          Wording(
            zh: "记为台账第 \(entry) 条；导错了可用 casebook undo-import \(entry) 撤销",
            en: "recorded as entry \(entry); if it should not have been: casebook undo-import \(entry)"))
      }
      for line in RevisedText.touched(try book.revisedCases(of: plan.revisedHouseholds)) { context.say(line) }
      say(cases, context)
      context.say(sheet.workbook)
      context.say(sheet.dress)
      context.say(sheet.notes)
      return SheetOptions.say(plan.faults.count, arguments, context).having(sheet.notes)
    }
  }

  /// The cases that the list has verified, and those that it could have.
  private static func say(_ cases: ListedCases, _ context: CommandContext) {
    if !cases.verified.isEmpty {
      let numbers = cases.verified.map { "\($0)" }
      context.say(
        Wording(
          zh: "部门的答复已齐，随之核查完毕的案件：\(numbers.joined(separator: "、"))",
          en:
            "verified, since the departments' answers are complete: cases \(numbers.joined(separator: ", "))")
      )
    }
    for (number, refusal) in cases.left {
      context.say(
        Wording(
          zh: "案件 \(number) 的答复已齐，但没有随之核查：\(refusal.what.zh)；请由另一人办理：case verify \(number)",
          en:
            "the answers on case \(number) are complete, but it was not verified: \(refusal.what.en); somebody else "
            + "can do it: case verify \(number)"))
    }
  }

  private static func summary(_ plan: ImportPlan) -> Wording {
    guard plan.rows > 0 else {
      return Wording(zh: "文件里没有内容，没有可做的事", en: "the file has no rows: nothing to do")
    }
    guard !plan.isNothing else {
      return plan.faults.isEmpty
        ? Wording(zh: "内容相同，无须记录", en: "identical, nothing to do")
        : Wording(zh: "没有可记录的新内容", en: "nothing new to record")
    }
    return Wording(
      zh: "\(plan.kind.name.zh)：共 \(plan.rows.grouped) 行，新增 \(plan.new.grouped)，更正 \(plan.revised.grouped)，"
        + (plan.renewed > 0 ? "重新答复 \(plan.renewed.grouped)，" : "") + "相同 \(plan.identical.grouped)",
      en:
        "\(plan.kind.rawValue): \(plan.rows.counted("row")), \(plan.new.grouped) new, "
        + "\(plan.revised.grouped) revised, "
        + (plan.renewed > 0 ? "\(plan.renewed.grouped) answered anew, " : "")
        + "\(plan.identical.grouped) identical")
  }
}

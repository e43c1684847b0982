import Audit
import Casebook
import Files
import Tables
import Units

/// `fangpin audit extrapolate`: what a filled-in sample says about all that could be drawn.
enum AuditExtrapolateCommand {
  static let sample = Operand<String>.required(
    "SAMPLE", Wording(zh: "填好的样本（columns sample）", en: "the sample, filled in (columns: sample)"),
    offers: .files)
  static let record = Option<String?>.optional(
    "draw", "F", Wording(zh: "抽样记录", en: "the record of the draw"),
    defaultNote: Wording(zh: "SAMPLE.draw.json", en: "SAMPLE.draw.json"), offers: .files)

  static let spec = CommandSpec(
    "extrapolate",
    summary: Wording(
      zh: "由核查过的样本推算全部案件的误差", en: "estimate the error in all cases from an audited sample"),
    discussion: [
      Wording(
        zh: "先照记录重抽：行数和内容须与抽出的一致。样本里的多付、少付是准数；其余是估计，各取整到分一次。下限是以所定置信度至少多付的数，可据以追回；上限不超过可容忍误差才算通过。",
        en:
          "Repeats the draw by its record: the file must hold the cases that were drawn, unchanged. Over- "
          + "and underpayments in the "
          + "sample are exact, all else is estimated and rounded once to the fen. With the confidence of "
          + "the draw, at least the "
          + "lower bound was overpaid and may be claimed back; the record passes if the upper bound is tolerable."
      )
    ],
    operands: [sample],
    options: CasebookOptions.reading + [record] + TableOptions.all + [SheetOptions.rejects],
    exits: Exit.usual + [
      Exit(
        .rowsRejected,
        Wording(
          zh: "有剔除行或没填的行，未作推算", en: "some rows were rejected or are not filled in: nothing was extrapolated")),
      Exit(
        .answerIsNo,
        Wording(
          zh: "样本不是抽出的那一份，或误差可能超过可容忍的",
          en: "the sample is not the one that was drawn, or the error may be more than tolerable")),
    ],
    examples: [
      Example(
        "fangpin audit extrapolate sample.csv --casebook wei.casebook",
        Wording(zh: "推算多付的总额", en: "how much was overpaid in total"))
    ],
    run: run)

  /// What mends a record that is not where it was looked for.
  private static let needsRecord = Wording(
    zh: "  样本要连同 audit draw 写下的记录一起用：放在样本旁边，或用 --draw 指明",
    en:
      "  a sample goes with the record that audit draw wrote: put it beside the sample, or name it with --draw"
  )

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    let path = arguments[sample]
    if path == "-", arguments[record] == nil {
      return context.refuse(
        Wording(
          zh: "从标准输入读样本时，须用 --draw 指明记录",
          en: "a sample from standard input needs its record named with --draw"))
    }
    let recordPath = arguments[record] ?? DrawFile.record(of: path)
    let list = arguments[SheetOptions.rejects] ?? (path == "-" ? nil : path + ".rejects.csv")
    if let clash = desk.clash(writing: [list].compactMap { $0 }, reading: [path, recordPath]) {
      return context.refuse(clash)
    }
    let (read, sheet): (DrawRecord, Sheet)
    do throws(CasebookError) {
      sheet = try Sheet.read(path, .sample, TableOptions.reading(arguments))
    } catch { return desk.fail(error) }
    do throws(CasebookError) { read = try DrawRecord.read(recordPath) } catch {
      let ending = desk.fail(error)
      if case .file = error, arguments[record] == nil { context.say(needsRecord) }
      return ending
    }
    return desk.read { (book) throws(CasebookError) in
      let draw = try again(read, book)
      let results = SampleResults(sheet, of: draw)
      let kept = try RejectList.settle(
        results.faults, of: sheet.file, named: arguments[SheetOptions.rejects], in: context.language)
      guard results.isWhole else { return report(results, path, kept, context) }
      let found = Extrapolation(results.cases, of: draw)
      context.say(AuditExtrapolateText.head(draw))
      context.say(sheet.workbook)
      context.say(sheet.dress)
      context.say(sheet.notes)
      let delivered = context.deliver(AuditExtrapolateText(found, draw).text(in: context.language))
      return delivered == .done && !found.isTolerable ? .answerIsNo : delivered.having(sheet.notes)
    }
  }

  /// Draws again by the record, which must come to the same.
  private static func again(_ record: DrawRecord, _ book: Casebook) throws(CasebookError) -> Draw {
    let id = try book.currentState().id
    guard record.book == id else {
      throw .refused(
        Refusal(
          .differs,
          Wording(
            zh: "这份样本抽自案卷簿 \(record.book)，不是这一本（\(id)）",
            en: "the sample was drawn from the casebook \(record.book), not from this one (\(id))"),
          fix: Wording(
            zh: "用 --casebook 指明抽样的案卷簿", en: "name the casebook it was drawn from with --casebook")))
    }
    let draw = try book.draw(record.again).draw
    guard record.isOf(draw, book: id) else {
      throw .refused(
        Refusal(
          .differs,
          Wording(
            zh:
              "照记录重抽，结果不同：记录写 \(record.count) 件 \(record.sum.grouped) 元中抽 \(record.size) 件，重抽是 \(draw.count) 件 "
              + "\(draw.sum.grouped) 元中抽 \(draw.cases.count) 件",
            en:
              "drawing again by the record gives another sample: the record says \(record.size) of "
              + "\(record.count.counted("case")) "
              + "worth \(record.sum.grouped), and it is \(draw.cases.count) of \(draw.count) worth "
              + "\(draw.sum.grouped)"
          ),
          fix: Wording(
            zh: "记录被改过：取回原来的记录，或重新抽样",
            en: "the record was changed: use the original, or draw again")))
    }
    return draw
  }

  /// Says what is wrong with the sample, the first of it in words.
  private static func report(
    _ results: SampleResults, _ path: String, _ list: String?, _ context: CommandContext
  ) -> ExitCode {
    for stray in results.strays.prefix(10) {
      context.say(Wording(zh: "\(path)：\(stray.zh)", en: "\(path): \(stray.en)"))
    }
    if results.strays.count > 10 {
      context.say(
        Wording(zh: "……还有 \(results.strays.count - 10) 处", en: "… and \(results.strays.count - 10) more"))
    }
    for fault in results.faults.prefix(10) {
      context.say(
        Wording(
          zh: "\(fault.at.text(in: path))：\(fault.what.zh)（\(fault.field) \(fault.problem)）",
          en: "\(fault.at.text(in: path)): \(fault.what.en) (\(fault.field) \(fault.problem))"))
    }
    if let list {
      context.say(
        Wording(
          zh: "剔除 \(results.faults.count) 行，见 \(list)",
          en: "\(results.faults.count.counted("row")) rejected: \(list)"))
    }
    if !results.strays.isEmpty {
      context.say(
        Wording(
          zh: "样本不是抽出的那一份，未作推算：改回抽出的案件，只填 audited_payout 和 note",
          en:
            "the sample is not the one that was drawn, and nothing was extrapolated: put its cases back as they were, "
            + "and fill in audited_payout and note only"))
      return .answerIsNo
    }
    context.say(
      Wording(
        zh: "每一行都要填好才能推算：不知道不是零",
        en: "nothing was extrapolated: every row must be filled in, because unknown does not mean zero"))
    return .rowsRejected
  }
}

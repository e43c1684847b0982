import Casebook
import Files
import Journal
import Units

/// `fangpin casebook receive`: another office's answers.
enum CasebookReceiveCommand {
  static let file = Operand<String>.required(
    "F", Wording(zh: "填好并签章的文件", en: "the file, filled in and sealed"), offers: .files)
  static let seal = Option<String?>.optional(
    "seal", "FILE", Wording(zh: "签章文件", en: "the file's seal"),
    defaultNote: Wording(zh: "F.seal.json", en: "F.seal.json"), offers: .files)
  static let rejects = Option<String?>.optional(
    "rejects", "FILE", Wording(zh: "剔除行写到这里", en: "where rejected rows go"),
    defaultNote: Wording(zh: "F.rejects.csv", en: "F.rejects.csv"), offers: .files)

  static let spec = CommandSpec(
    "receive",
    summary: Wording(zh: "核对签章并记录某单位的答复", en: "check an office's sealed file and record its answers"),
    discussion: [
      Wording(
        zh: "签章须是已登记、未注销的经办人的，文件一字不差，且答复的是本簿发出的文件。各行以签章人的名义记录，回避、权限、时限照样核对；不合规则的行剔除，其余照记。同一文件只收一次。",
        en:
          "The seal must be that of an enrolled actor, every byte of the file must be as it was sealed, and "
          + "it must answer "
          + "a file sent from this casebook. Each row is recorded in the name of whoever sealed it and "
          + "checked against "
          + "the rules; rows they refuse are rejected, the others are recorded. A file is received once.")
    ],
    operands: [file],
    options: CasebookOptions.recording + [seal, rejects] + TableOptions.all,
    exits: Exit.usual + [
      Exit(.rowsRejected, Wording(zh: "已收，但有剔除行", en: "received, but some rows were rejected")),
      Exit(.answerIsNo, CasebookDesk.refused),
    ],
    examples: [
      Example(
        "fangpin casebook receive yibao.csv --casebook wei.casebook --key li.pem",
        Wording(zh: "接收县医保局的答复", en: "receive an office's answers"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let path = arguments[file]
    let desk = CasebookDesk(arguments: arguments, context: context)
    let written = arguments[rejects] ?? path + ".rejects.csv"
    let read = [path, arguments[seal] ?? Seal.path(of: path)]
    if let clash = desk.clash(writing: [written], reading: read) { return context.refuse(clash) }
    return desk.record { (recording) throws(CasebookError) in
      try recording.receive(
        path, seal: arguments[seal] ?? Seal.path(of: path), TableOptions.reading(arguments))
    } after: { (reception, _) throws(CasebookError) in
      if reception.isKnown {
        context.say(
          Wording(zh: "这份文件已经收过，没有可做的事", en: "already received, nothing to do"))
        return .done
      }
      context.say(closing(reception))
      context.say(reception.sheet.workbook)
      context.say(reception.sheet.dress)
      context.say(reception.sheet.notes)
      let list = try RejectList.settle(
        reception.faults, of: reception.sheet.file, named: arguments[rejects], in: context.language)
      guard !reception.faults.isEmpty else { return .done.having(reception.sheet.notes) }
      if let list { context.say(Wording(zh: "剔除行：\(list)", en: "rejected rows: \(list)")) }
      return .rowsRejected
    }
  }

  private static func closing(_ reception: Reception) -> Wording {
    Wording(
      zh: "\(reception.office)（\(reception.signer)）：\(reception.rows) 行，记录 \(reception.recorded) 行，"
        + "未答复 \(reception.unanswered) 行，剔除 \(reception.faults.count) 行",
      en:
        "\(reception.office) (\(reception.signer)): \(reception.rows.counted("row")), \(reception.recorded) "
        + "recorded, \(reception.unanswered) not answered yet, \(reception.faults.count) rejected")
  }
}

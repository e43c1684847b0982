import Casebook
import Journal
import Tables
import Units

/// `fangpin casebook send`: what waits for another office, as a sealed file.
enum CasebookSendCommand {
  static let to = Option<String>.required(
    "to", "OFFICE", Wording(zh: "单位，照登记的写", en: "the office, as it is enrolled"), offers: .nothing)
  static let out = Option<String>.required(
    "out", "F",
    Wording(
      zh: "写到这个文件，.xlsx 为工作簿；签章在旁边的 F.seal.json",
      en: "the file to write, a workbook if it ends in .xlsx, with its seal in F.seal.json"),
    offers: .files)

  static let spec = CommandSpec(
    "send",
    summary: Wording(zh: "把等待某单位办理的案件写入签章文件", en: "write the cases waiting for an office to a sealed file"),
    discussion: [
      Wording(
        zh: "每个案件一行，答复各列空着，由该单位填写后用 fangpin seal 签章交回。签章写明行数、金额合计和文件摘要。没有等办的就什么也不写。",
        en:
          "One row per case; the office fills in the columns for its answer, seals the file with "
          + "fangpin seal and hands it back. The seal states the number of rows, the sum of the amounts and the file's digest. If "
          + "nothing is waiting, nothing is written.")
    ],
    options: [to, out, WritingOptions.forExcel] + CasebookOptions.recording,
    exits: Exit.usual + [Exit(.answerIsNo, CasebookDesk.refused)],
    examples: [
      Example(
        "fangpin casebook send --to Dongguan --out dongguan.csv --casebook wei.casebook --key li.pem",
        Wording(zh: "把等待东关村办理的案件写入文件", en: "write the cases waiting for Dongguan village"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let path = arguments[out]
    guard path != "-" else {
      return context.refuse(
        Wording(
          zh: "签章要放在文件旁边，不能写到标准输出",
          en: "the seal is written beside the file, so the file cannot go to standard output"))
    }
    let desk = CasebookDesk(arguments: arguments, context: context)
    if let clash = desk.clash(writing: [path, Seal.path(of: path)], reading: []) {
      return context.refuse(clash)
    }
    return desk.record { (recording) throws(CasebookError) -> (Dispatch, SealedDraft)? in
      guard let keyPath = desk.value(CasebookOptions.key, "FANGPIN_KEY"),
        let dispatch = try recording.send(
          to: arguments[to], key: try CasebookDesk.key(keyPath),
          WritingOptions.style(arguments).suiting(path))
      else { return nil }
      let draft = try SealedDraft(
        path, content: dispatch.content, seal: dispatch.seal, sealPath: Seal.path(of: path))
      return (dispatch, draft)
    } after: { (sent, _) throws(CasebookError) in
      guard let (dispatch, draft) = sent else {
        context.say(
          Wording(zh: "没有案件等“\(arguments[to])”办理", en: "nothing is waiting for '\(arguments[to])'"))
        return .done
      }
      try draft.commit()
      let totals = dispatch.seal.totals
      context.say(
        Wording(
          zh: "已写 \(path) 和签章：\(totals.rows) 行，合计 \(totals.sum.grouped) 元",
          en:
            "written: \(path) and its seal, \(totals.rows.counted("row")), \(totals.sum.grouped) yuan in total"
        ))
      return .done
    }
  }
}

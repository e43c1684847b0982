import Casebook
import Units

/// `fangpin casebook undo-import`: takes back what a file brought into the register.
enum CasebookUndoImportCommand {
  static let entry = Operand<String>.required(
    "ENTRY",
    Wording(
      zh: "导入时所示的台账编号", en: "the entry's number, as the import printed it"), offers: .nothing)
  static let reason = Option<String>.required(
    "reason", "TEXT", Wording(zh: "为什么撤销", en: "why it is undone"), offers: .nothing)

  static let spec = CommandSpec(
    "undo-import",
    summary: Wording(zh: "撤销一次导入", en: "take back what a file brought into the register"),
    discussion: [
      Wording(
        zh: "名册、家庭成员或部门答复导错了，整个文件撤销：此后如同从未得知。台账里两者都在；已作的决定不变，以它为依据而"
          + "未付的案件暂缓赔付，由县防贫办用 case redecide 重新决定；已付的若有错，用 case reverse 冲正。",
        en:
          "For a register, members or a department's answers that should not have been imported: the whole file counts "
          + "as if it had never been known. Both stand in the journal. Decisions already made stay as they are: cases "
          + "decided on it and not paid are held until the county decides them again (case redecide); a paid one that is "
          + "wrong is reversed (case reverse).")
    ],
    operands: [entry],
    options: [reason] + CasebookOptions.recording,
    exits: CasebookDesk.recordingExits,
    examples: [
      Example(
        "fangpin casebook undo-import 57 --reason wrong-county --casebook wei.casebook --key li.pem",
        Wording(zh: "撤销台账第 57 条所记的导入", en: "take back the import that entry 57 records"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard let number = CasebookDesk.entryNumber(arguments[entry]) else {
      return context.refuse(CasebookDesk.badEntry(arguments[entry]))
    }
    return CasebookDesk(arguments: arguments, context: context).record { (recording) throws(CasebookError) in
      try recording.undoImport(number, reason: arguments[reason])
    } after: { (done, book) throws(CasebookError) in
      context.say(
        Wording(
          zh: "已撤销第 \(number) 条的导入（\(done.kind.name.zh)）：\(done.rows.grouped) 行如同从未得知",
          en: "undid the import of entry \(number) (\(done.kind.rawValue)): "
            + "\(done.rows.counted("row")) as if never known"))
      for line in RevisedText.touched(try book.revisedCases(of: done.households)) { context.say(line) }
      return .done
    }
  }
}

import Casebook
import Files
import Tables
import Units

/// `fangpin case reconcile`: what the bank says became of payments.
enum CaseReconcileCommand {
  static let file = Operand<[String]>.many(
    "F", Wording(zh: "银行回单（columns bank-answer）", en: "the bank's answers (columns: bank-answer)"),
    offers: .files)
  static let payment = Option<Int?>.optional(
    "payment", "N", in: 1...999_999_999,
    Wording(zh: "付款号，不用文件时", en: "the number of one payment, instead of a file"),
    defaultNote: Wording(zh: "读文件", en: "read a file"))
  static let paid = Option<Bool>.flag("paid", Wording(zh: "已到账", en: "it is in the account"))
  static let returned = Option<Bool>.flag("returned", Wording(zh: "被退回", en: "it was returned"))
  static let reason = Option<String?>.optional(
    "reason", "TEXT", Wording(zh: "退回原因", en: "why it was returned"), offers: .nothing)
  static let correct = Option<String?>.optional(
    "correct", "TEXT",
    Wording(
      zh: "此前登记的回单有误，说明为何（只用于 --payment）", en: "the answer recorded before is wrong, and why (with --payment)"
    ),
    offers: .nothing)
  static let rejects = Option<String?>.optional(
    "rejects", "R", Wording(zh: "剔除行写到这里", en: "where rejected rows go"),
    defaultNote: Wording(zh: "F.rejects.csv", en: "F.rejects.csv"), offers: .files)

  static let spec = CommandSpec(
    "reconcile",
    summary: Wording(zh: "登记银行回单", en: "record the bank's answers about payments"),
    discussion: [
      Wording(
        zh: "金额须与付款一致；不符的行剔除，写入 F.rejects.csv，其余照记。退回的付款由 case release 重新付出。",
        en:
          "The amount must be the payment's; a row that does not match is rejected to F.rejects.csv, the "
          + "others are recorded. A returned payment goes out again after case release."),
      Wording(
        zh: "登记错了的回单用 --correct 更正，并说明理由；原来的登记留在台账里。已冲正案件的款项随之改变的，排在后面的案件重新决定。",
        en:
          "An answer that was recorded wrongly is put right with --correct and the reason; what was recorded stays in the "
          + "journal. Where that changes what is out for a reversed case, the cases behind it are decided again."
      ),
    ],
    operands: [file],
    options: CasebookOptions.recording + [payment, paid, returned, reason, correct]
      + TableOptions.all + [rejects],
    exits: Exit.usual + [Exit(.rowsRejected), Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case reconcile bank.csv --casebook wei.casebook --key adjuster.pem",
        Wording(zh: "一份银行回单", en: "a file from the bank")),
      Example(
        "fangpin case reconcile --payment 3 --returned --reason account-closed --casebook wei.casebook",
        Wording(zh: "第 3 号付款被退回", en: "payment 3 was returned")),
      Example(
        "fangpin case reconcile --payment 3 --paid --correct 'the bank sent the wrong list' --casebook wei.casebook",
        Wording(zh: "第 3 号付款其实已到账", en: "payment 3 is in the account after all")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let files = arguments[file]
    if let number = arguments[payment] {
      guard files.isEmpty, arguments[paid] != arguments[returned] else { return refuse(context) }
      return one(number, arguments, context)
    }
    guard let path = files.first, files.count == 1, !arguments[paid], !arguments[returned],
      arguments[correct] == nil
    else {
      return refuse(context)
    }
    let desk = CasebookDesk(arguments: arguments, context: context)
    let list = arguments[rejects] ?? path + ".rejects.csv"
    if let clash = desk.clash(writing: [list], reading: [path]) { return context.refuse(clash) }
    let sheet: Sheet
    do throws(CasebookError) {
      sheet = try Sheet.read(path, .bankAnswer, TableOptions.reading(arguments))
    } catch { return desk.fail(error) }
    return desk.record { (recording) throws(CasebookError) in
      let answers = try recording.reconcile(sheet)
      // Before anything is committed: a row that is not recorded is never dropped in silence.
      let list = try RejectList.settle(
        answers.faults, of: sheet.file, named: arguments[rejects], in: context.language)
      return (answers, list)
    } after: { (done, _) throws(CasebookError) in
      let (answers, list) = done
      context.say(
        Wording(
          zh: "到账 \(answers.paid) 笔，共 \(answers.paidSum.grouped) 元；退回 \(answers.returned) 笔；"
            + "此前已记 \(answers.known) 笔；剔除 \(answers.faults.count) 行",
          en: "paid: \(answers.paid), \(answers.paidSum.grouped) in total; returned: \(answers.returned); "
            + "already recorded: \(answers.known); rejected: \(answers.faults.count.counted("row"))"))
      RedecidedText.say(answers.behind, context)
      context.say(sheet.workbook)
      context.say(sheet.dress)
      context.say(sheet.notes)
      guard !answers.faults.isEmpty else { return .done.having(sheet.notes) }
      report(answers.faults, of: path, in: list, context)
      return .rowsRejected
    }
  }

  private static func refuse(_ context: CommandContext) -> ExitCode {
    context.refuse(
      Wording(
        zh: "写一个回单文件，或写 --payment N 和 --paid、--returned 之一",
        en: "give a file, or --payment N with either --paid or --returned"))
  }

  private static func one(
    _ number: Int, _ arguments: ParsedArguments, _ context: CommandContext
  ) -> ExitCode {
    CasebookDesk(arguments: arguments, context: context).record { (recording) throws(CasebookError) in
      if let why = arguments[correct] {
        return try recording.correctAnswer(
          number, paid: arguments[paid], reason: arguments[reason], because: why)
      }
      return try recording.reconcile(number, paid: arguments[paid], reason: arguments[reason])
    } after: { (behind, book) throws(CasebookError) in
      if let payment = try book.payment(number), let file = try book.casefile(payment.casefile) {
        context.say(try CaseDesk.progress(of: file, in: book))
      }
      RedecidedText.say(behind, context)
      return .done
    }
  }

  /// Says which rows were not recorded and why, the first ten of them, and where all are listed.
  private static func report(
    _ faults: [Reject], of path: String, in list: String?, _ context: CommandContext
  ) {
    for fault in faults.prefix(10) {
      context.say(
        Wording(
          zh: "\(fault.at.text(in: path))：\(fault.what.zh)（\(fault.problem)）",
          en: "\(fault.at.text(in: path)): \(fault.what.en) (\(fault.problem))"))
    }
    guard let list else { return }
    context.say(Wording(zh: "剔除行见 \(list)", en: "rejected rows: \(list)"))
  }
}

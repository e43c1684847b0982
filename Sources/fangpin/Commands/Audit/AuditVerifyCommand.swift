import Audit
import Casebook
import Files
import JSONText
import Tables
import Units

/// `fangpin audit verify`: whether a casebook is what was signed, all of it, and right.
enum AuditVerifyCommand {
  static let head = Option<[String]>.repeated(
    "head", "CODE",
    Wording(
      zh: "别处抄下的存证码，如公示栏上的", en: "a head copied elsewhere, such as from a notice"),
    offers: .nothing)
  static let payouts = Option<[String]>.repeated(
    "payouts", "FILE",
    Wording(zh: "付款清单，逐行与台账核对", en: "a payout file to check against the journal, row by row"),
    offers: .files)
  static let after = Option<String?>.optional(
    "after", "CASEBOOK",
    Wording(
      zh: "前一本案卷簿：逐条核对从它结转的内容",
      en: "the casebook that it goes on from, to hold what was taken over against, entry by entry"),
    offers: .files)
  static let thorough = Option<Bool>.flag(
    "thorough",
    Wording(zh: "大文件也逐条核对索引", en: "check every index entry against its table even in a large file"))
  static let format = Option<AuditFormat>.choice(
    "format", default: .text, Wording(zh: "输出格式", en: "output format"))

  static let spec = CommandSpec(
    "verify",
    summary: Wording(zh: "核对案卷簿：字节、历史、结果", en: "check a casebook: its bytes, its history, its results"),
    discussion: [
      Wording(
        zh: "分别回答三问。字节完好：每条台账都在签名的树里，签名都对。历史完整：编号不缺，时间不倒，并与所给存证码相符。结果正确：每一步按当时的记录和方案重做一遍，金额、余额、清单都与所记相同。",
        en:
          "Answers three questions separately. Bytes intact: every entry is in the tree that was signed, "
          + "and the signatures "
          + "are right. History complete: no number is missing, time runs forward, and the heads you give "
          + "match. Results "
          + "right: every step is redone under the record and scheme of its time and gives what was recorded."
      ),
      Wording(
        zh: "不用密钥，不改文件。已删除的个人信息无从核对，单独列出。",
        en:
          "No key is needed and nothing is changed. Personal data that was deleted cannot be checked; it is "
          + "counted separately."
      ),
    ],
    options: CasebookOptions.reading + [head, payouts, after] + TableOptions.all + [
      thorough, format, InputOptions.threads,
    ],
    exits: Exit.usual + [
      Exit(
        .rowsRejected,
        Wording(
          zh: "三问都是“是”，但付款清单里有要看的，或案卷簿按别的办理规则办理、各步没有重做",
          en:
            "all is well, but something in a payout file wants a look, or the casebook is kept by other rules of "
            + "procedure and its steps were not taken again")),
      Exit(.answerIsNo, Wording(zh: "有一问的回答为“否”，或无法回答", en: "one of the answers is no, or cannot be given")),
    ],
    examples: [
      Example(
        "fangpin audit verify --casebook wei.casebook",
        Wording(zh: "核对整本案卷簿", en: "check the whole casebook")),
      Example(
        "fangpin audit verify --head 46-3f2a-d09b-5c6e-7f10-1122-3344-5566-7788 --casebook wei.casebook",
        Wording(zh: "与公示栏上抄来的存证码核对", en: "against a head copied from the village wall")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    guard let path = desk.value(CasebookOptions.casebook, "FANGPIN_CASEBOOK") else {
      return context.refuse(CasebookDesk.missing(CasebookOptions.casebook, "FANGPIN_CASEBOOK"))
    }
    var given: [HeadCode] = []
    for text in arguments[head] {
      guard let code = HeadCode(text) else { return context.refuse(HeadText.unreadable(text)) }
      given.append(code)
    }
    do throws(CasebookError) {
      var sheets: [Sheet] = []
      let reading = TableOptions.reading(arguments, files: arguments[payouts].count)
      for file in arguments[payouts] { sheets.append(try Sheet.read(file, .payouts, reading)) }
      guard reading.sheets.unread.isEmpty else { throw CasebookError.input(reading.sheets.unread) }
      let before = try arguments[after].map { (path) throws(CasebookError) in try Handover.read(path) }
      let bar = context.progressBar(isQuiet: false)
      let found = try Verifier.verify(
        path, given: given, payouts: sheets, before: before, isThorough: arguments[thorough],
        threads: arguments[InputOptions.threads] ?? Processors.count
      ) { entries in bar.update(doneBytes: entries, totalBytes: nil, rows: entries) }
      bar.finish()
      for sheet in sheets { context.say(sheet.notes) }
      let report = AuditVerifyText(found: found, path: path, given: given)
      let ending = context.deliver(
        text: arguments[format] == .json ? report.json : report.text(in: context.language))
      guard ending == .done else { return ending }
      guard found.isClean else { return .answerIsNo }
      return sheets.reduce(found.otherProcedure == nil ? .done : .rowsRejected) { $0.having($1.notes) }
    } catch { return desk.fail(error) }
  }
}

/// What `--format` of an audit can be set to.
enum AuditFormat: String, OptionChoice {
  case text, json
}

import Casebook
import Files
import Journal
import Sealing
import Units

/// `fangpin seal`: an office that has no casebook seals the file it has filled in.
enum SealCommand {
  static let file = Operand<String>.required(
    "F", Wording(zh: "填好答复的文件", en: "the file with the answers filled in"), offers: .files)
  static let name = Option<String>.required(
    "as", "NAME", Wording(zh: "签章人，照登记的写", en: "your name, as enrolled"), offers: .nothing)
  static let replyTo = Option<String?>.optional(
    "reply-to", "SEAL", Wording(zh: "随文件发来的签章", en: "the seal that came with the file"),
    defaultNote: Wording(zh: "F.seal.json", en: "F.seal.json"), offers: .files)
  static let on = Option<String?>.optional(
    "on", "DAY", Wording(zh: "签章日期，不晚于今天", en: "the date of the seal, not later than today"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)

  static let spec = CommandSpec(
    "seal",
    summary: Wording(zh: "给填好答复的交接文件签章", en: "seal a file of answers for the county's casebook"),
    discussion: [
      Wording(
        zh: "不需要案卷簿：案卷簿编号和发来的案件都从随文件发来的签章里读。新签章写在 F.seal.json。可以少行，不可以多行。",
        en:
          "No casebook is needed: its id and the cases sent are read from the seal that came with the file. The "
          + "new seal is written to F.seal.json. Rows may be left out but not added.")
    ],
    operands: [file],
    options: [CasebookOptions.key, name, replyTo, on] + TableOptions.all,
    exits: Exit.usual + [
      Exit(.rowsRejected, Wording(zh: "已签章，但表里有要看的", en: "sealed, but something in the file wants a look")),
      Exit(.answerIsNo, Wording(zh: "文件与发来的不符", en: "the file does not match the one that was sent")),
    ],
    examples: [
      Example(
        "fangpin seal yibao.csv --as Wang --key wang.pem",
        Wording(zh: "给填好的 yibao.csv 签章", en: "seal yibao.csv once it is filled in"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let path = arguments[file]
    let desk = CasebookDesk(arguments: arguments, context: context)
    guard let keyPath = desk.value(CasebookOptions.key, "FANGPIN_KEY") else {
      return context.refuse(
        Wording(
          zh: "需要 --key 或环境变量 FANGPIN_KEY", en: "--key or the environment variable FANGPIN_KEY is needed"))
    }
    guard path != "-" else {
      return context.refuse(
        Wording(
          zh: "签章要放在文件旁边，不能是标准输入", en: "the seal is written beside the file: it cannot be standard input"))
    }
    let today = Instant.now.dayInChina
    var day = today
    if let text = arguments[on] {
      guard let given = TypedValue.day(text) else { return context.refuse(CasebookDesk.badDay(text)) }
      day = given
    }
    guard day <= today else {
      return desk.fail(
        .refused(
          Refusal(
            .inTheFuture,
            Wording(zh: "\(day) 还没到：今天是 \(today)", en: "\(day) is in the future: today is \(today)"))))
    }
    do throws(CasebookError) {
      let asked = try Seal.read(arguments[replyTo] ?? Seal.path(of: path))
      let docket = try Docket.read(path, TableOptions.reading(arguments))
      let seal = try docket.sealed(
        answering: asked, as: arguments[name], on: day, key: try CasebookDesk.key(keyPath))
      try SealedDraft(path, content: nil, seal: seal, sealPath: Seal.path(of: path)).commit()
      context.say(docket.sheet.workbook)
      context.say(docket.sheet.notes)
      context.say(closing(path, seal, docket.answered))
      return .done.having(docket.sheet.notes)
    } catch { return desk.fail(error) }
  }

  private static func closing(_ path: String, _ seal: Seal, _ answered: Int) -> Wording {
    let totals = seal.totals
    return Wording(
      zh: "已签章 \(Seal.path(of: path))：\(totals.rows) 行，其中 \(answered) 行有答复，合计 \(totals.sum.grouped) 元",
      en:
        "sealed, in \(Seal.path(of: path)): \(totals.rows.counted("row")), \(answered) "
        + "answered, \(totals.sum.grouped) yuan in total")
  }
}

import Audit
import Casebook
import Journal
import Sealing
import Tables
import Units

/// `fangpin audit prove`: a proof for one family, that shows nothing of any other.
enum AuditProveCommand {
  static let head = Option<String?>.optional(
    "head", "CODE",
    Wording(zh: "以这个存证码为准出具证明，如公示栏上的那一个", en: "the head to prove against, such as the one on the notice"),
    defaultNote: Wording(zh: "最后一个存证码", en: "the last head"), offers: .nothing)
  static let out = Option<String?>.optional(
    "out", "FILE", Wording(zh: "存证单写到这里", en: "where the slip goes"),
    defaultNote: Wording(zh: "标准输出", en: "standard output"), offers: .files)
  static let format = Option<AuditFormat>.choice(
    "format", default: .text,
    Wording(
      zh: "text 供家庭和经办人阅读，最后一行是凭证；json 只有凭证",
      en: "text for the family and the clerk, with the proof as its last line; json for the proof alone"))

  static let spec = CommandSpec(
    "prove",
    summary: Wording(zh: "给一户出具案件的存证单", en: "write a slip that proves one case, for its family"),
    discussion: [
      Wording(
        zh: "存证单列出案件的每一步和决定的依据，证明它们在存证码所封的台账里；没有别家的任何信息。不用案卷簿，任何人都能用 audit check-slip 核对。",
        en:
          "A slip lists every step of the case and what its decision rests on, and proves that they are in "
          + "the journal that a head seals; it says nothing of other families. Anybody can check it with "
          + "audit check-slip, without the casebook."
      ),
      Wording(
        zh: "异议及其处理不列：不让人知道是谁提的。经办人写的说明会原样列出，交出前请先看一遍。",
        en:
          "Objections and their resolutions are left out, so that nobody learns who objected. The offices' notes are "
          + "included as written: read the slip before handing it over."),
    ],
    operands: [CaseDesk.number],
    options: CasebookOptions.reading + [head, out, format],
    exits: Exit.usual + [
      Exit(
        .answerIsNo,
        Wording(
          zh: "没有此案，或那个存证码里还没有它，或案卷簿没有那个存证码",
          en: "there is no such case, or that head does not cover it yet, or the casebook has no such head"))
    ],
    examples: [
      Example(
        "fangpin audit prove 17 --out case-17.slip --casebook wei.casebook",
        Wording(zh: "给案件 17 出具存证单", en: "a slip for case 17")),
      Example(
        "fangpin audit prove 17 --head 1234-3f2ad09b5c6e7f1089abcdef01234567 --format json --casebook wei.casebook",
        Wording(zh: "对公示栏上的存证码作证，只要凭证", en: "against the head on the notice, the proof alone")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var code: HeadCode?
    if let typed = arguments[head] {
      guard let read = HeadCode(typed) else { return context.refuse(HeadText.unreadable(typed)) }
      code = read
    }
    let path = arguments[out] ?? "-"
    let desk = CasebookDesk(arguments: arguments, context: context)
    if let clash = desk.clash(writing: [path], reading: []) { return context.refuse(clash) }
    return CaseDesk.look(arguments, context) { (file, book) throws(CasebookError) in
      let slip = try book.slip(of: file, against: code)
      let contents = SlipCheck(slip, head: HeadCode(slip.head)).contents
      let paper = SlipWords(slip, contents, in: context.language)?.paper ?? slip.json + "\n"
      let text = arguments[format] == .json ? slip.json + "\n" : paper
      if path == "-" {
        let ending = context.deliver(text: text)
        guard ending == .done else { return ending }
      } else {
        do throws(TableError) { try OutputFile.write(text, to: path, isPrivate: true) } catch {
          throw .file(error)
        }
      }
      report(slip, contents, path, isLast: try book.lastHead() == slip.head, context)
      return .done
    }
  }

  /// What whoever hands the slip over should know.
  private static func report(
    _ slip: Slip, _ contents: SlipContents, _ path: String, isLast: Bool, _ context: CommandContext
  ) {
    let code = HeadCode(slip.head).line
    let place = path == "-" ? Wording(zh: "", en: "") : Wording(zh: "，写在 \(path)", en: ", in \(path)")
    context.say(
      Wording(
        zh: "案件 \(slip.number) 的存证单\(place.zh)：\(slip.parts.count) 条，对存证码 \(code)",
        en: "slip of case \(slip.number)\(place.en): \(slip.parts.count.counted("entry", "entries")), "
          + "against the head \(code)"))
    if !isLast {
      context.say(
        Wording(
          zh: "这是较早的存证码：第 \(slip.head.size) 条以后的事不在单上",
          en: "this is an earlier head: what came after entry \(slip.head.size) is not in the slip"))
    }
    if contents.showsNoSigner {
      context.say(
        Wording(
          zh: "\(slip.head.actor) 的密钥登记写有其亲属的户或本人编号，不列在单上：此单须与公示栏的存证码一起核对（--head）",
          en:
            "the enrolment of \(slip.head.actor)'s key names relatives' households or the actor's own id, "
            + "and is left out: the slip is valid only together with the head from the notice (--head)"))
    }
    for note in contents.noted {
      context.say(
        Wording(
          zh: "交出前请看：第 \(note.number) 条写有“\(Plain.text(note.text))”",
          en: "read before you hand it over: entry \(note.number) says '\(Plain.text(note.text))'"))
    }
  }
}

import Casebook
import Units

/// `fangpin case resolve`: the oldest open objection is upheld or dismissed.
enum CaseResolveCommand {
  static let upheld = Option<Bool>.flag(
    "upheld", Wording(zh: "异议成立，案件重新核查", en: "the objection is upheld: the case is verified again"))
  static let dismissed = Option<Bool>.flag(
    "dismissed", Wording(zh: "异议不成立，继续公示", en: "the objection is dismissed: the notice goes on"))

  static let spec = CommandSpec(
    "resolve",
    summary: Wording(zh: "处理最早一件未处理的异议", en: "uphold or dismiss the oldest open objection"),
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + [upheld, dismissed, CaseDesk.note],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case resolve 17 --dismissed --casebook wei.casebook --key township.pem",
        Wording(zh: "案件 17 的异议不成立", en: "the objection to case 17 is dismissed"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard arguments[upheld] != arguments[dismissed] else {
      return context.refuse(
        Wording(
          zh: "--upheld 和 --dismissed 必须且只能写一个", en: "give either --upheld or --dismissed"))
    }
    return CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      try recording.resolve(number, upheld: arguments[upheld], text: arguments[CaseDesk.note])
    } after: { (_, file, book) throws(CasebookError) in
      let open = try book.openObjections(file)
      if open > 0 {
        context.say(Wording(zh: "还有 \(open) 件异议没有处理", en: "\(open.counted("objection")) still open"))
      }
      return .done
    }
  }
}

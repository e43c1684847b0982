import Audit
import Casebook
import Rules
import Tables
import Units

/// `fangpin audit check-slip`: whether a slip proves what it says, without any casebook.
enum AuditCheckSlipCommand {
  static let file = Operand<String>.required(
    "FILE", Wording(zh: "存证单，两种写法都可以", en: "the slip, in either form"), offers: .files)
  static let head = Option<String?>.optional(
    "head", "CODE", Wording(zh: "从公示栏抄来的存证码", en: "the head, copied from the notice"),
    defaultNote: Wording(zh: "不与外部存证码核对", en: "not compared with any outside head"), offers: .nothing)
  static let rules = Option<String?>.optional(
    "rules", "ID|FILE", Wording(zh: "决定所依据的方案，用来重算", en: "the scheme of the decision, for recomputing it"),
    defaultNote: Wording(zh: "内置方案，和单上所附的方案", en: "the built-in schemes, and those the slip brings"),
    offers: .wordsOrFiles(BuiltInSchemes.ids))

  static let spec = CommandSpec(
    "check-slip",
    summary: Wording(zh: "核对存证单，不用案卷簿", en: "check a slip, without the casebook"),
    discussion: [
      Wording(
        zh: "核对每一条的路径、存证码的签名、签名者的登记、条目的先后和决定的依据；方案在手时重算决定；文字须与凭证一致。",
        en:
          "Checks the path of every entry, the head's signature, the signer's enrolment, the order of the entries and what "
          + "the decision rests on; recomputes the decision if its scheme is at hand. The text must match the proof."
      ),
      Wording(
        zh: "不给 --head 时，只知道此单前后一致；存证码本身要与公示栏核对。",
        en:
          "Without --head it shows only that the slip agrees with itself: its head has yet to be compared with the notice."
      ),
    ],
    operands: [file],
    options: [head, rules],
    exits: Exit.usual + [Exit(.answerIsNo, Wording(zh: "证明不成立", en: "the slip proves nothing"))],
    examples: [
      Example(
        "fangpin audit check-slip case-17.slip --head 1234-3f2ad09b5c6e7f1089abcdef01234567",
        Wording(zh: "与公示栏的存证码一起核对", en: "with the head from the notice")),
      Example(
        "fangpin audit check-slip case-17.slip --rules my-county.json",
        Wording(zh: "按自己县的方案重算", en: "recomputed under your county's own scheme")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var code: HeadCode?
    if let typed = arguments[head] {
      guard let read = HeadCode(typed) else { return context.refuse(HeadText.unreadable(typed)) }
      code = read
    }
    var schemes = BuiltInSchemes.ids.compactMap { BuiltInSchemes.load($0)?.scheme }
    var given: Scheme?
    if let name = arguments[rules] {
      switch SchemeChoice.load(name, context) {
      case .failure(let stop): return stop.code
      case .success(let scheme):
        schemes.insert(scheme, at: 0)
        given = scheme
      }
    }
    let path = arguments[file]
    let bytes: [UInt8]
    do throws(TableError) { bytes = try InputFile.contents(of: path) } catch {
      return context.fail(error.wording)
    }
    do throws(CasebookError) {
      let check = try SlipPaper.read(bytes, file: path).check(head: code, schemes: schemes)
      let ending = context.deliver(AuditCheckSlipText(check, given: given).text(in: context.language))
      return ending == .done && !check.isProven ? .answerIsNo : ending
    } catch { return CasebookDesk(arguments: arguments, context: context).fail(error) }
  }
}

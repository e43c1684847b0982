import Audit
import Casebook
import Journal
import Sealing
import Units

/// `fangpin casebook head`: the last head, short enough to copy by hand.
enum CasebookHeadCommand {
  static let full = Option<Bool>.flag("full", Wording(zh: "完整的 64 位", en: "all 64 digits"))

  static let spec = CommandSpec(
    "head",
    summary: Wording(zh: "输出最后的存证码，可抄录", en: "print the last head, to be copied"),
    discussion: [
      Wording(
        zh: "一行：台账条数和树根的前 16 字节。抄在县防贫办以外的地方，日后可证明台账没有改过。",
        en:
          "One line: the number of entries and the first 16 bytes of the root. Kept outside the office, it "
          + "later shows that the journal was not changed.")
    ],
    options: CasebookOptions.reading + [full],
    examples: [
      Example(
        "fangpin casebook head --casebook wei.casebook",
        Wording(
          zh: "抄下存证码",
          en: "the head, for copying down")),
      Example(
        "fangpin casebook head --full --casebook wei.casebook > head.txt",
        Wording(zh: "存下完整的存证码", en: "the whole head, saved to a file")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      guard let head = try book.lastHead() else { return .failed }
      return context.deliver(HeadCode(head, isFull: arguments[full]).line)
    }
  }
}

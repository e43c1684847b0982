import Casebook
import Units

/// `fangpin casebook status`: the casebook as a whole.
enum CasebookStatusCommand {
  static let spec = CommandSpec(
    "status",
    summary: Wording(zh: "查看案卷簿的全貌", en: "show the casebook as a whole"),
    options: CasebookOptions.reading,
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "件数或金额对不上", en: "the numbers do not add up"))
    ],
    examples: [
      Example(
        "fangpin casebook status --casebook wei.casebook",
        Wording(zh: "方案、台账、存证码和各状态的案件", en: "scheme, journal, head, and the cases in each state"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      let totals = try book.caseTotals()
      let text = CasebookStatusText(book: book, totals: totals, language: context.language)
      let ending = context.deliver(try text.text())
      return ending == .done && !totals.isWhole ? .answerIsNo : ending
    }
  }
}

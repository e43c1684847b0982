import Audit
import Casebook
import Journal
import Rules
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
      let parts = [
        try facts(book, context.language), cases(totals, context.language), sums(totals)[context.language],
      ]
      let ending = context.deliver(parts.joined(separator: "\n\n"))
      return ending == .done && !totals.isWhole ? .answerIsNo : ending
    }
  }

  private static func facts(_ book: Casebook, _ language: Language) throws(CasebookError) -> String {
    let state = try book.currentState()
    var table = AlignedTable(right: [])
    func row(_ label: Wording, _ value: String) { table.add([label[language], value]) }
    row(Wording(zh: "案卷簿", en: "casebook"), state.id)
    row(Wording(zh: "方案", en: "scheme"), "\(book.scheme.id)  \(book.scheme.digest)")
    row(Wording(zh: "台账条数", en: "entries"), state.entries.grouped)
    guard let head = try book.lastHead() else { return table.text }
    row(Wording(zh: "存证码", en: "head"), HeadCode(head, isFull: true).line)
    row(Wording(zh: "签名", en: "signed"), "\(head.recordedAt)  \(head.actor)")
    return table.text
  }

  private static func cases(_ totals: CaseTotals, _ language: Language) -> String {
    var table = AlignedTable(right: [2, 3])
    table.add([
      Wording(zh: "案件", en: "cases")[language], "", Wording(zh: "件数", en: "number")[language],
      Wording(zh: "申报金额", en: "amount")[language],
    ])
    for state in CaseState.allCases {
      guard let sum = totals.byState[state] else { continue }
      table.add([state.rawValue, state.name[language], sum.cases.grouped, sum.amount.grouped])
    }
    table.add([
      Wording(zh: "合计", en: "all")[language], "", totals.declared.cases.grouped,
      totals.declared.amount.grouped,
    ])
    return table.text
  }

  private static func sums(_ totals: CaseTotals) -> Wording {
    let parts = [totals.declared, totals.open, totals.paid, totals.denied, totals.withdrawn]
    let shown = parts.map { "\($0.amount.grouped)" }
    let sign = totals.isWhole ? "=" : "≠"
    return Wording(
      zh: "申报 \(shown[0]) \(sign) 未结 \(shown[1]) + 已赔付 \(shown[2]) + 不予赔付 \(shown[3]) + 撤回或冲正 \(shown[4])",
      en:
        "declared \(shown[0]) \(sign) open \(shown[1]) + paid \(shown[2]) + denied \(shown[3]) + withdrawn or reversed "
        + shown[4])
  }
}

import Casebook
import Journal
import Units

extension Role: OptionChoice {}

/// `fangpin case list`: the cases, a line each.
enum CaseListCommand {
  private static let states = CaseState.allCases.map(\.rawValue)
  static let state = Option<String?>.optional(
    "state", "S", Wording(zh: "只列这种状态的案件，如 disclosed", en: "only cases in this state, such as disclosed"),
    offers: .words(states))
  static let household = Option<String?>.optional(
    "household", "H", Wording(zh: "只列这一户的案件", en: "only cases of this household"), offers: .nothing)
  static let waiting = Option<Bool>.flag(
    "waiting", Wording(zh: "只列未结的案件", en: "only cases that are still open"))

  static let spec = CommandSpec(
    "list",
    summary: Wording(zh: "列出案件", en: "list cases"),
    options: CasebookOptions.reading + [state, household, waiting],
    examples: [
      Example(
        "fangpin case list --waiting --casebook wei.casebook",
        Wording(zh: "列出未结的案件", en: "the cases that are still open"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var filter = CaseFilter(household: arguments[household], isOpen: arguments[waiting])
    if let word = arguments[state] {
      guard let state = CaseState(rawValue: word) else {
        return context.refuse(
          UsageError(
            path: context.path,
            fault: .notAChoice(word, of: CaseListCommand.state.spec.dashed, choices: states, suggestion: nil))
        )
      }
      filter.state = state
    }
    return CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      let cases = try book.cases(filter)
      guard !cases.isEmpty else {
        context.say(Wording(zh: "没有这样的案件", en: "there are no such cases"))
        return .done
      }
      var table = AlignedTable(right: [0, 4, 7])
      table.add(headers[context.language == .zh ? 0 : 1])
      for file in cases {
        table.add([
          "\(file.number)", Plain.text(file.household),
          book.scheme.name(ofPeril: file.peril)[context.language],
          file.incurredOn.description, file.amount.grouped, file.state.name[context.language],
          file.since.description, file.isCounted ? file.payout.grouped : "",
        ])
      }
      return context.deliver(table.text)
    }
  }

  private static let headers = [
    ["案件", "户", "险别", "发生日期", "金额", "状态", "起于", "赔付"],
    ["case", "household", "peril", "day", "amount", "state", "since", "payout"],
  ]
}

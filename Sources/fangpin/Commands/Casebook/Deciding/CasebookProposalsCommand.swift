import Casebook
import Journal
import Rules
import Units

/// `fangpin casebook proposals`: what waits for a second officer.
enum CasebookProposalsCommand {
  static let spec = CommandSpec(
    "proposals",
    summary: Wording(zh: "列出待另一人附议的提议", en: "list what waits for a second officer"),
    discussion: [
      Wording(
        zh: "案件重新决定后应多付的，只作提议，由县防贫办另一人附议（casebook second）后才付；未附议的不计入资金。",
        en:
          "Where a case, decided again, would be paid more, that is only proposed: nothing of it is promised until another of "
          + "the county office has seconded it (casebook second).")
    ],
    options: CasebookOptions.reading,
    examples: [
      Example(
        "fangpin casebook proposals --casebook wei.casebook",
        Wording(zh: "列出待附议的提议", en: "list the proposals"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      let proposals = try book.proposals()
      guard !proposals.isEmpty else {
        context.say(Wording(zh: "没有待附议的提议", en: "no proposal waits for a second officer"))
        return .done
      }
      return context.deliver(table(proposals, context.language))
    }
  }

  private static func table(_ proposals: [Proposal], _ language: Language) -> String {
    var table = AlignedTable(right: [0, 1, 3, 4, 5])
    table.add(
      [
        Wording(zh: "提议", en: "proposal"), Wording(zh: "案件", en: "case"), Wording(zh: "户", en: "household"),
        Wording(zh: "原赔付（元）", en: "was, yuan"), Wording(zh: "应赔付（元）", en: "becomes, yuan"),
        Wording(zh: "多付（元）", en: "more, yuan"), Wording(zh: "提议人", en: "by"), Wording(zh: "日期", en: "on"),
        Wording(zh: "由来", en: "why"),
      ].map { $0[language] })
    for proposal in proposals {
      let (statement, again) = (proposal.statement, proposal.statement.again)
      table.add([
        "\(proposal.entry.number)", "\(statement.step.number)", statement.step.household, again.was.grouped,
        again.becomes.grouped, (again.becomes - again.was).grouped, proposal.entry.actor,
        proposal.entry.happenedOn.description, why(statement.behind)[language],
      ])
    }
    let more = proposals.reduce(Yuan.zero) { $0 + $1.statement.again.becomes - $1.statement.again.was }
    let sum = Wording(
      zh: "共 \(proposals.count) 件，合计多付 \(more.grouped) 元；附议：casebook second 提议号",
      en: "\(proposals.count.counted("proposal")), \(more.grouped) yuan more in all; to second one: "
        + "casebook second PROPOSAL")
    return table.text + "\n" + sum[language]
  }

  private static func why(_ behind: Int?) -> Wording {
    guard let behind else { return Wording(zh: "依据的情况已更正", en: "what it rests on was revised") }
    return Wording(zh: "案件 \(behind) 变动", en: "case \(behind) counts otherwise")
  }
}

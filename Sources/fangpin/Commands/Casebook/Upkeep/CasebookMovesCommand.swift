import Casebook
import Journal
import Units

/// `fangpin casebook moves`: the states a case can stand in, and the moves between them.
enum CasebookMovesCommand {
  static let spec = CommandSpec(
    "moves",
    summary: Wording(zh: "列出案件的状态和步骤", en: "show the table of states and steps"),
    discussion: [
      Wording(
        zh: "同一人不能签同一案的两级；不签级别的步骤记作“-”。",
        en: "Nobody signs two levels of one case; a step that signs none is marked '-'.")
    ],
    examples: [Example("fangpin casebook moves", Wording(zh: "打印一览表", en: "print the table"))],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let language = context.language
    var moves = AlignedTable(right: [])
    moves.add(
      [
        Wording(zh: "步骤", en: "step"), Wording(zh: "由谁", en: "who"), Wording(zh: "级别", en: "level"),
        Wording(zh: "从 → 到", en: "from → to"),
      ].map { $0[language] })
    for move in Move.allCases {
      let label = language == .zh ? "\(move.rawValue) \(move.name.zh)" : move.rawValue
      let ways = [move.rule.from, move.rule.to].map { $0.map(\.rawValue).joined(separator: " ") }
      moves.add([
        label, who(move)[language],
        move.rule.signs?.name[language] ?? "-",
        ways.joined(separator: " → "),
      ])
    }
    var states = AlignedTable(right: [])
    for state in CaseState.allCases {
      let next = Move.legal(from: state).map(\.rawValue).joined(separator: " ")
      states.add([state.rawValue, state.name[language], next.isEmpty ? "-" : next])
    }
    let title = Wording(zh: "状态、名称和可办的步骤", en: "states, their names, and the steps possible in each")
    return context.deliver(moves.text + "\n\n" + title[language] + "\n" + states.text)
  }

  private static func who(_ move: Move) -> Wording {
    if move.rule.by.count == Role.allCases.count { return Wording(zh: "任何角色", en: "any role") }
    return Wording(
      zh: move.rule.by.map(\.name.zh).joined(separator: "、"),
      en: move.rule.by.map(\.name.en).joined(separator: ", "))
  }
}

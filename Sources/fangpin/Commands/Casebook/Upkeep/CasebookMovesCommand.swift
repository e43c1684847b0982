import Casebook
import Journal
import Units

/// `fangpin casebook steps`: the states a case can stand in, and the steps between them.
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
    var steps = AlignedTable(right: [])
    steps.add(
      [
        Wording(zh: "步骤", en: "step"), Wording(zh: "由谁", en: "who"), Wording(zh: "级别", en: "level"),
        Wording(zh: "从 → 到", en: "from → to"),
      ].map { $0[language] })
    for step in StepKind.allCases {
      let label = language == .zh ? "\(step.rawValue) \(step.name.zh)" : step.rawValue
      let ways = [step.rule.from, step.rule.to].map { $0.map(\.rawValue).joined(separator: " ") }
      steps.add([
        label, who(step)[language],
        step.rule.signs?.name[language] ?? "-",
        ways.joined(separator: " → "),
      ])
    }
    var states = AlignedTable(right: [])
    for state in CaseState.allCases {
      let next = StepKind.steps(from: state).map(\.rawValue).joined(separator: " ")
      states.add([state.rawValue, state.name[language], next.isEmpty ? "-" : next])
    }
    let title = Wording(zh: "状态、名称和可办的步骤", en: "states, their names, and the steps possible in each")
    return context.deliver(steps.text + "\n\n" + title[language] + "\n" + states.text)
  }

  private static func who(_ step: StepKind) -> Wording {
    if step.rule.by.count == Role.allCases.count { return Wording(zh: "任何角色", en: "any role") }
    return Wording(
      zh: step.rule.by.map(\.name.zh).joined(separator: "、"),
      en: step.rule.by.map(\.name.en).joined(separator: ", "))
  }
}

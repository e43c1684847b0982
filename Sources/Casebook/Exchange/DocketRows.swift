import Files
import Journal
import Units

extension StepKind {
  /// What a word of a docket asks for, the journal's or the Chinese name; `nil` where no step has it.
  static func asked(_ word: String) -> DocketFile.Asked? {
    guard let step = allCases.first(where: { $0.rawValue == word || $0.name.zh == word }) else { return nil }
    return step.rule.byFile.map { .step($0) } ?? .atCasebook(step.name)
  }
}

extension DocketFile.Task {
  /// The row of a case that waits for a step.
  init(_ file: Casefile, awaits step: DocketFile.Step) {
    self.init(
      number: file.number, claim: file.claimID, household: file.household, peril: file.peril,
      incurredOn: file.incurredOn, amount: file.amount, state: file.state.rawValue, since: file.since,
      until: file.until, step: step)
  }
}

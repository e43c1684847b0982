import Files
import Journal
import Units

extension Move {
  /// What a word of a docket asks for, the journal's or the Chinese name; `nil` where no move has it.
  static func asked(_ word: String) -> DocketFile.Asked? {
    guard let move = allCases.first(where: { $0.rawValue == word || $0.name.zh == word }) else { return nil }
    return move.rule.byFile.map { .step($0) } ?? .atCasebook(move.name)
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

import Journal
import Units

extension Recording {
  /// What the entry says by which a case is promised what it waited for.
  func takingUp(_ file: Casefile, _ amount: Yuan) -> TakeUpStatement {
    TakeUpStatement(
      CaseStep(file.number, of: file.household, from: file.state, to: .approved, signing: nil),
      amount: amount, reason: file.reason)
  }
}

extension TakeUpStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: reason)
    fold.state.committed += amount
  }

  func retake(
    _ entry: Entry, by recording: Recording, in shadow: Shadow
  ) throws(CasebookError) -> Retaking {
    .found(try shadow.takeUp(entry, self, recording))
  }
}

import Journal
import Units

extension Recording {
  /// Somebody reminds whoever a case waits for.
  package func remind(_ number: Int) throws(CasebookError) {
    let file = try found(number)
    try checkRole(RemindStatement.rule)
    try append(
      RemindStatement(CaseStep(number, of: file.household, from: nil, to: nil, signing: nil)))
  }
}

extension RemindStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.noteEntry(entry, step) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.remind(step.number)
    return .compared
  }
}

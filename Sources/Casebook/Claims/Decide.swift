import Journal

extension DecideStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.open(entry, step, opening, claim: claim)
    try fold.decided(entry, step, decision, resume: resume)
  }

  /// A batch is decided again as a whole: an audit does not ask each claim's entry.
  func retake(_ entry: Entry, by recording: Recording, in audit: any Retaking) -> Retaken { .letPass }
}

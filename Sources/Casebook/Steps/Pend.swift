import Journal

extension Recording {
  /// The case waits for something that is missing.
  package func pend(_ number: Int, reason: String) throws(CasebookError) {
    let file = try begin(.pend, number)
    try append(
      PendStatement(
        step(.pend, file, to: .pended), resume: file.state, until: file.until, reason: reason))
  }
}

extension PendStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, until: until, resume: resume, reason: reason)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.pend(step.number, reason: reason)
    return .compared
  }
}

import Journal

extension Recording {
  /// The insurer has been to the household's home.
  package func visit(_ number: Int, finding: String?) throws(CasebookError) {
    let file = try begin(.visit, number)
    try append(VisitStatement(step(.visit, file, to: .visited), note: finding))
  }
}

extension VisitStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.move(entry, step) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.visit(step.number, finding: note)
    return .compared
  }
}

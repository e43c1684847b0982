import Journal

extension Recording {
  /// The village's two committees comment on the case.
  package func appraise(_ number: Int, supports: Bool, comment: String?) throws(CasebookError) {
    let file = try begin(.appraise, number)
    try append(
      AppraiseStatement(step(.appraise, file, to: .appraised), supports: supports, note: comment))
  }
}

extension AppraiseStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.move(entry, step) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.appraise(step.number, supports: supports, comment: note)
    return .compared
  }
}

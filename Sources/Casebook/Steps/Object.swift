package import Journal

extension Recording {
  /// Somebody objects while the notice hangs.
  package func object(_ number: Int, by: PersonalData? = nil, text: String?) throws(CasebookError) {
    let file = try begin(.object, number)
    var personal: PersonalReference?
    if let by { personal = try keep(by, of: file.household) }
    try append(
      ObjectStatement(
        step(.object, file, to: .disclosed), until: file.until, objection: state.objections + 1,
        personal: personal, note: text))
  }
}

extension ObjectStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, until: until)
    try fold.objection(objection, step, raisedOn: entry.happenedOn, isOpen: true)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.object(step.number, by: personal.map { _ in PersonalData() }, text: note)
    return .compared
  }
}

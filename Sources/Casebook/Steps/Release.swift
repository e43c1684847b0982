package import Journal

extension Recording {
  /// What was missing has come: the case goes on where it stood. A payment that came back goes out again.
  package func release(
    _ number: Int, account: PersonalData? = nil, note: String? = nil
  ) throws(CasebookError) {
    let file = try begin(.release, number)
    if account != nil { try checkNotApprover(file) }
    let state = file.state == .returned ? .approved : file.resume ?? .confirmed
    var personal: PersonalReference?
    if let account { personal = try keep(account, of: file.household) }
    // What the bank said is over: the case stands again for the reason it was decided.
    let reason = file.state == .returned ? try book.decisionReason(of: file) : nil
    try append(
      ReleaseStatement(
        step(.release, file, to: state), until: file.until, note: note, reason: reason, personal: personal))
  }
}

extension ReleaseStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, until: until, reason: reason)
    if let personal { try fold.account(step, personal) }
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.release(step.number, account: personal.map { _ in PersonalData() }, note: note)
    return .compared
  }
}

package import Journal
import Units

extension Recording {
  /// The household names the account its money goes to.
  package func setAccount(_ number: Int, _ data: PersonalData) throws(CasebookError) {
    let file = try found(number)
    try checkRole(AccountStatement.rule)
    try checkKinship(file.household)
    try checkNotApprover(file)
    guard file.state.isOpen, file.state != .settled else { throw .refused(.illegalAccount(file)) }
    let personal = try keep(data, of: file.household)
    try append(
      AccountStatement(
        CaseStep(number, of: file.household, from: nil, to: nil, signing: nil), personal: personal))
  }
}

extension AccountStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.noteEntry(entry, step)
    try fold.account(step, personal)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.setAccount(step.number, PersonalData())
    return .compared
  }
}

extension Refusal {
  fileprivate static func illegalAccount(_ file: Casefile) -> Refusal {
    Refusal(
      .illegalMove,
      Wording(
        zh: "案件 \(file.number)“\(file.state.name.zh)”，不能改账号",
        en: "case \(file.number) is '\(file.state.name.en)': its account cannot be changed now"))
  }
}

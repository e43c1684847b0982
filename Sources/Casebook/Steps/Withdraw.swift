import Journal

extension Recording {
  /// The household takes its case back before it is decided.
  package func withdraw(_ number: Int, reason: String) throws(CasebookError) {
    let file = try begin(.withdraw, number)
    try append(WithdrawStatement(step(.withdraw, file, to: .withdrawn), reason: reason, byCase: nil))
  }

  /// A pended case whose claim is presented again makes room for the new presentation.
  func replace(_ pended: Int, by claim: BatchClaim) throws(CasebookError) {
    let file = try found(pended)
    guard file.state == .pended else { return }
    try append(replacing(file, by: claim.number))
  }

  /// What the entry says by which a case makes room for another.
  func replacing(_ file: Casefile, by number: Int) -> WithdrawStatement {
    WithdrawStatement(
      step(.withdraw, file, to: .withdrawn), reason: WithdrawStatement.presentedAgain, byCase: number)
  }
}

extension WithdrawStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: reason)
    try fold.freeBills(step)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    guard let byCase else {
      try recording.withdraw(step.number, reason: reason)
      return .compared
    }
    let file = try recording.found(step.number)
    guard file.state == .pended else {
      return .found([Deviation("from", file.state.rawValue, CaseState.pended.rawValue)])
    }
    return .found(
      Deviation.between(entry.payload, and: recording.replacing(file, by: byCase).payload))
  }
}

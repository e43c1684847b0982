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

  /// Which cases the fund's new money reaches is decided between all that wait: of this one it is held that it waited, and
  /// that the money was there.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    let file = try recording.found(step.number)
    guard file.state == .exhausted else {
      return .found([Deviation("from", file.state.rawValue, CaseState.exhausted.rawValue)])
    }
    let amount = try recording.outstanding(file)
    var found = Deviation.between(entry.payload, and: recording.takingUp(file, amount).payload)
    let left = recording.state.left
    if amount > left {
      found.append(
        Deviation(
          Wording(
            zh: "资金只剩 \(left.grouped) 元，不够 \(amount.grouped) 元",
            en: "the fund has only \(left.grouped) left, less than \(amount.grouped)")))
    }
    return .found(found)
  }
}

import Journal
import Units

extension Recording {
  /// What the entry says by which a sum that waited is promised to its case.
  func takingUp(_ file: Casefile, _ sum: WaitingSum, call: Yuan?) -> TakeUpStatement {
    // What is promised already, or on its way, goes on as it did.
    let state: CaseState = file.state == .exhausted ? .approved : file.state
    return TakeUpStatement(
      CaseStep(file.number, of: file.household, from: file.state, to: state, signing: nil),
      amount: sum.amount, call: call, waited: sum.entry, reason: file.reason)
  }
}

extension TakeUpStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: reason)
    try fold.takeUp(self)
  }

  /// It must be the sum whose turn it is, with the money there.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole(TakeUpStatement.rule)
    let left = recording.state.left
    guard let next = try recording.book.nextToTakeUp(left: left) else {
      return .found([
        Deviation(
          Wording(
            zh: "资金只剩 \(left.grouped) 元，轮不到任何等待的案件",
            en: "the fund has only \(left.grouped) left, which is not enough for the next sum that waits"))
      ])
    }
    let file = try recording.found(next.sum.casefile)
    var found = Deviation.between(
      entry.payload, and: recording.takingUp(file, next.sum, call: next.call).payload)
    if let freed = audit.freedOn, entry.happenedOn != max(freed, file.since) {
      let day = max(freed, file.since)
      found.append(Deviation("happened_on", entry.happenedOn.description, day.description))
    }
    return .found(found)
  }
}

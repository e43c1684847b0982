import Claims
package import Journal
import Rules
package import Units

extension Recording {
  /// Money comes into the fund; cases that wait for it are taken up in their order, as far as it reaches.
  ///
  /// Papers entered late do not take a case up before it was decided: that happens on the later of the two days.
  ///
  /// - Returns: the cases taken up.
  @discardableResult
  package func contribute(_ amount: Yuan, note: String?) throws(CasebookError) -> [Int] {
    try checkRole([.county], Wording(zh: "拨入资金", en: "contribute"))
    try Refusal.check(contribution: amount)
    try append(ContributeStatement(amount: amount, note: note))
    var taken: [Int] = []
    for file in try book.casesWaitingForMoney() {
      let amount = try outstanding(file)
      guard amount <= state.left else { break }
      try append(takingUp(file, amount), on: max(on, file.since))
      taken.append(file.number)
    }
    return taken
  }
}

extension ContributeStatement: Effect {
  static var asksForCases: Bool { true }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { fold.state.contributed += amount }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.contribute(amount, note: note)
    return .compared
  }
}

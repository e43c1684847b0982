import Claims
package import Journal
import Rules
package import Units

extension Recording {
  /// Money comes into the fund: what the county owes it is answered first, and with what is free then, whatever waits is
  /// taken up in its order, as far as it reaches.
  ///
  /// - Returns: the cases taken up.
  @discardableResult
  package func contribute(_ amount: Yuan, note: String?) throws(CasebookError) -> [Int] {
    try checkRole([.county], Wording(zh: "拨入资金", en: "contribute"))
    try Refusal.check(contribution: amount)
    let answers = state.owed > .zero ? min(amount, state.owed) : nil
    try append(ContributeStatement(amount: amount, answers: answers, note: note))
    return try takeUp()
  }
}

extension ContributeStatement: Effect {
  static var asksForCases: Bool { true }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    fold.state.contributed += amount
    fold.state.owed = fold.state.owed - (answers ?? .zero)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.contribute(amount, note: note)
    return .compared
  }
}

import Claims
package import Journal
import Rules
import Units

extension Recording {
  /// A decision is taken back, with its reason: the case counts no longer, and its money is the fund's again, for
  /// those who wait for it.
  ///
  /// - Returns: what the later sums of the same account become, and the cases taken up.
  @discardableResult
  package func reverse(_ number: Int, reason: String) throws(CasebookError) -> (
    later: [LaterSum], taken: [Int]
  ) {
    let file = try begin(.reverse, number)
    let released = try book.outstanding(file)
    let paid = try book.paid(number)
    let later = try laterSums(file)
    try append(
      ReverseStatement(
        step(.reverse, file, to: .reversed), reason: reason, decided: file.decidedEntry, takenBack: paid,
        released: released, amount: file.amount, later: later))
    return (later, try takeUp())
  }

  /// What the accumulators of later cases in the same account become without this one.
  private func laterSums(_ file: Casefile) throws(CasebookError) -> [LaterSum] {
    guard file.isCounted, let entry = file.decidedEntry else { return [] }
    let account = try book.countedCases(file.household, file.peril, in: file.yearDays(under: book.scheme))
    let isPersonal = book.scheme.sumsByPerson(file.benefit)
    var sum = Yuan.zero
    var later: [LaterSum] = []
    for other in account where !isPersonal || other.person == file.person {
      sum += other.amount
      guard let decided = other.decidedEntry, decided > entry else { continue }
      later.append(LaterSum(casefile: other.number, was: sum, becomes: sum - file.amount))
    }
    return later
  }
}

/// What a reversal makes of the accumulator of a case that was decided later.
package typealias LaterSum = ReverseStatement.LaterSum

extension ReverseStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    fold.state.paid = fold.state.paid - takenBack
    fold.state.committed = fold.state.committed - released
    try fold.move(entry, step, reason: reason)
    try fold.uncount(step)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.reverse(step.number, reason: reason)
    return .compared
  }
}

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

  /// What the accumulators of later costs in the same accounts become without this case.
  private func laterSums(_ file: Casefile) throws(CasebookError) -> [LaterSum] {
    guard file.isCounted, let entry = file.decidedEntry else { return [] }
    let start = book.scheme.policyYearStart
    var accounts: Set<AccountName> = []
    var told: Set<[Int]> = []
    var later: [LaterSum] = []
    for own in try book.countedCosts(of: file.number) {
      let isPersonal = book.scheme.sumsByPerson(own.benefit)
      let days = PolicyYear.days(around: own.day, start)
      let name = AccountName(person: isPersonal ? own.person : nil, isPersonal: isPersonal, days: days)
      guard accounts.insert(name).inserted else { continue }
      var (sum, without) = (Yuan.zero, Yuan.zero)
      for other in try book.countedCosts(file.household, file.peril, in: days)
      where !isPersonal || other.person == own.person {
        sum += other.amount
        if other.casefile != file.number { without += other.amount }
        guard other.decidedEntry > entry, told.insert([other.casefile, other.place]).inserted else {
          continue
        }
        later.append(LaterSum(casefile: other.casefile, place: other.place, was: sum, becomes: without))
      }
    }
    return later
  }

  private struct AccountName: Hashable {
    let person: String?
    let isPersonal: Bool
    let days: ClosedRange<Day>
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

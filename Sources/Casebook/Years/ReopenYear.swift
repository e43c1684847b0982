package import Journal
import Units

extension Recording {
  /// Opens a policy year again that was closed.
  ///
  /// - Parameter year: the calendar year in which it begins; where the day on which years begin has changed, and two begin in
  ///   it, the one that was closed last.
  @discardableResult
  package func reopenYear(_ year: Int, reason: String) throws(CasebookError) -> ReopenYearStatement {
    try reopenYear(reason: reason, Wording(zh: "\(year)", en: "\(year)")) { $0.lowerBound.year == year }
  }

  fileprivate func reopenYear(
    reason: String, _ name: Wording, where isMeant: (ClosedRange<Day>) -> Bool
  ) throws(CasebookError) -> ReopenYearStatement {
    try checkRole([.county], ReopenYearStatement.name)
    let closed = try book.closedYears().filter { $0.isClosed && isMeant($0.days) }
    guard let year = closed.max(by: { $0.closedEntry < $1.closedEntry }) else {
      throw .refused(
        Refusal(
          .alreadyDone,
          Wording(zh: "保障年度 \(name.zh) 没有结账，用不着重开", en: "policy year \(name.en) is not closed")))
    }
    try check(notBefore: year.closedEntry, Wording(zh: "结账", en: "closed"))
    try Refusal.check(reason: reason)
    let statement = ReopenYearStatement(year.days, reason: reason)
    try append(statement)
    return statement
  }
}

extension ReopenYearStatement: Effect {
  static var asksForCases: Bool { false }
  /// What opening a year again is called.
  fileprivate static let name = Wording(zh: "重开已结账的年度", en: "open a closed policy year again")

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.reopenYear(entry, self) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    _ = try recording.reopenYear(reason: reason, ClosedYear.name(days)) { $0 == days }
    return .compared
  }
}

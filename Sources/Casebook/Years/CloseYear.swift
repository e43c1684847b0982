package import Journal
import Rules
package import Units

/// What becomes of the open cases of a policy year that is closed.
package enum YearEnding: Hashable, Sendable {
  /// They go on as ever.
  case carried
  /// Those of which nothing is promised, nor waits for the fund, are withdrawn for a reason; the others go on.
  case ended(reason: String)
}

extension Recording {
  /// Closes the policy year of some days: nothing new begins for an event of one of them.
  ///
  /// - Parameter ending: what becomes of its open cases; a refusal where it has any and nobody says.
  @discardableResult
  package func closeYear(
    _ days: ClosedRange<Day>, _ ending: YearEnding?
  ) throws(CasebookError) -> CloseYearStatement {
    try checkRole([.county], CloseYearStatement.name)
    try checkMayClose(days)
    let open = try book.openCases(of: days)
    guard ending != nil || open.isEmpty else { throw .refused(.open(open.count, days)) }
    if let late = open.first(where: { on < $0.since }) {
      throw .refused(
        Refusal(
          .beforeLastStep,
          Wording(
            zh: "案件 \(late.number) 的上一步是 \(late.since)，不能按 \(on) 结账",
            en:
              "the last step of case \(late.number) was on \(late.since); the year cannot be closed on \(on)"
          )))
    }
    let statement = try closing(days, open, ending)
    try append(statement)
    for number in statement.ended {
      try withdraw(number, reason: statement.reason ?? "")
    }
    return statement
  }

  /// A year is over when it is closed, was not closed before, and is not closed before it was opened again.
  private func checkMayClose(_ days: ClosedRange<Day>) throws(CasebookError) {
    let name = ClosedYear.name(days)
    guard on > days.upperBound else {
      throw .refused(
        Refusal(
          .inTheFuture,
          Wording(
            zh: "保障年度 \(name.zh)到 \(on) 还没有结束，不能结账",
            en: "policy year \(name.en) is not over on \(on), and cannot be closed")))
    }
    guard let before = try book.closedYears().last(where: { $0.days == days }) else { return }
    guard let reopened = before.reopenedEntry else {
      throw .refused(
        Refusal(
          .alreadyDone,
          Wording(zh: "保障年度 \(name.zh)已经结账", en: "policy year \(name.en) is closed already")))
    }
    try check(notBefore: reopened, Wording(zh: "重开", en: "opened again"))
  }

  /// Nothing is recorded of a year before the entry that closed it last, or opened it again.
  func check(notBefore number: Int, _ what: Wording) throws(CasebookError) {
    guard let entry = try book.entry(number) else { throw .damaged(row: ClosedYearColumn.table) }
    guard on < entry.happenedOn else { return }
    throw .refused(
      Refusal(
        .beforeLastStep,
        Wording(
          zh: "这一年度是 \(entry.happenedOn) \(what.zh)的，不能记在 \(on)",
          en: "the year was \(what.en) on \(entry.happenedOn); nothing can come before it on \(on)")))
  }

  /// What the entry says that closes it.
  private func closing(
    _ days: ClosedRange<Day>, _ open: [Casefile], _ ending: YearEnding?
  ) throws(CasebookError) -> CloseYearStatement {
    guard case .ended(let reason) = ending else {
      return CloseYearStatement(days, carried: open.map(\.number))
    }
    try Refusal.check(reason: reason)
    let ended = open.filter { StepKind.withdraw.rule.from.contains($0.state) }.map(\.number)
    let carried = open.map(\.number).filter { !ended.contains($0) }
    return CloseYearStatement(days, carried: carried, ended: ended, reason: ended.isEmpty ? nil : reason)
  }
}

extension CloseYearStatement: Effect {
  static var asksForCases: Bool { true }
  /// What closing a year is called.
  fileprivate static let name = Wording(zh: "年度结账", en: "close a policy year")

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.closeYear(entry, self) }

  /// The days are a year's of the scheme in force. A year that was closed in the casebook before is closed where this one begins,
  /// with the days that it had there, and no case.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    let start = recording.book.scheme.policyYearStart
    let year = PolicyYear(containing: days.lowerBound, start: start)
    if !audit.isFounding, year.days(start) != days {
      return .found([
        Deviation(
          Wording(
            zh: "\(days.lowerBound) 至 \(days.upperBound) 不是方案的一个保障年度",
            en: "\(days.lowerBound) to \(days.upperBound) is no policy year of the scheme"))
      ])
    }
    var ending: YearEnding?
    if !carried.isEmpty { ending = .carried }
    if let reason { ending = .ended(reason: reason) }
    try recording.closeYear(days, ending)
    return .compared
  }
}

extension Refusal {
  /// Cases of the year are open, and nobody has said what becomes of them.
  fileprivate static func open(_ count: Int, _ days: ClosedRange<Day>) -> Refusal {
    let name = ClosedYear.name(days)
    return Refusal(
      .openCases,
      Wording(
        zh: "保障年度 \(name.zh)还有 \(count) 件未办完",
        en: "\(count.counted("case")) of policy year \(name.en) \(count == 1 ? "is" : "are") open still"),
      fix: Wording(
        zh: "继续办理的加 --carry；不再办理的加 --end 理由（尚未决定赔付的撤回，其余继续办理）",
        en:
          "--carry has them go on; --end REASON withdraws those for which nothing is promised, and the others go on"
      ))
  }
}

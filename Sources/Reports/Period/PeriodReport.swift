import Audit
package import Casebook
package import Rules
package import Units

/// Everything a report of a period says: computed once, and shown in three forms that cannot disagree.
package struct PeriodReport: Sendable {
  /// What it is about and what it rests on.
  package struct About: Sendable {
    package let period: Period
    /// The day as of which it is told: the period's last, or the day of making where it is not over.
    package let asOf: Day
    /// The day of making, in China.
    package let madeOn: Day
    /// The earliest day that any entry is of; `nil` in a casebook without entries.
    package let began: Day?
    /// The casebook's id, the code of its last head, and how many entries it covers.
    package let casebook: String
    package let head: String
    package let entries: Int
    /// The scheme in force at the end.
    package let scheme: Scheme

    /// Whether the period's last day has passed.
    package var isOver: Bool { madeOn > period.last }
    /// Whether nothing is recorded of any day up to its end: then its figures are not known, rather than zero.
    package var isBeforeCasebook: Bool { began.map { $0 > asOf } ?? true }
    /// The same of the period before.
    package var hasBefore: Bool { began.map { $0 <= period.before.last } ?? false }
  }

  package let about: About
  package let figures: Figures
  /// The scheme's benefits with the accounts of the policy year on them.
  package let panels: [StaircasePanel]
  /// The policy year that the end lies in.
  package let policyYear: ClosedRange<Day>
  /// The forecast that the figures speak of; `nil` where there is none.
  package let forecast: FundForecast?
  /// The years within terms of payment of which no public holidays are at hand, in order: there what is overdue was found by
  /// counting every Monday to Friday.
  package let unlistedYears: [Int]
}

extension PeriodReport {
  /// Reads the journal once, and reckons.
  ///
  /// - Parameter threads: how many read it; the report is the same with any number.
  package static func of(
    _ book: Casebook, _ period: Period, today: Day, threads: Int
  ) throws(CasebookError) -> PeriodReport {
    let last = try book.currentState().entries
    let counter = PeriodCounter(
      PeriodFold(
        period, today: today, schemes: try book.recordedSchemes(),
        undone: try book.undoneRows(before: last + 1).map(\.rows)))
    try JournalPass.run(book.path, upTo: last, hashing: nil, threads: threads) {
      (row) throws(CasebookError) in
      guard let entry = row.entry else { throw .unreadable(row.number) }
      try counter.fold.take(entry)
    }
    return try counter.fold.report(book, today: today)
  }
}

/// A fold that the readers of a pass hand entries to, one after another.
private final class PeriodCounter {
  var fold: PeriodFold
  init(_ fold: PeriodFold) { self.fold = fold }
}

extension PeriodFold {
  /// The report, once all entries are taken.
  package func report(_ book: Casebook, today: Day) throws(CasebookError) -> PeriodReport {
    let state = try book.currentState()
    let scheme = now.scheme.flatMap { schemes[$0] } ?? book.scheme
    let head = try book.lastHead().map { HeadCode($0).line }
    let about = PeriodReport.About(
      period: period, asOf: asOf, madeOn: today, began: began, casebook: state.id, head: head ?? "",
      entries: entries, scheme: scheme)
    return reckoned(about)
  }

  /// Reckons the figures: those of the period's end, and beside each the same of the period before.
  func reckoned(_ about: PeriodReport.About) -> PeriodReport {
    let schemeBefore = before.scheme.flatMap { schemes[$0] } ?? about.scheme
    let own = Reckoning(fold: self, side: now, scheme: about.scheme, period: period, asOf: asOf)
    let earlier = Reckoning(
      fold: self, side: before, scheme: schemeBefore, period: period.before, asOf: period.before.last)
    var draft = FigureDraft(isKnown: !about.isBeforeCasebook, hasBefore: about.hasBefore)
    let reckonings = FigureDraft.Pair(now: own, before: earlier)
    draft.addFund(reckonings)
    draft.addPayouts(reckonings)
    draft.addCases(reckonings)
    draft.addSteps(reckonings)
    draft.addAttention(reckonings)
    draft.addDecisions(reckonings)
    draft.addRegister(reckonings)
    draft.addStaircases(reckonings)
    return PeriodReport(
      about: about, figures: draft.figures, panels: about.isBeforeCasebook ? [] : own.panels(),
      policyYear: own.policyYear, forecast: about.isBeforeCasebook ? nil : own.forecast,
      unlistedYears: own.cases.unlistedYears)
  }
}

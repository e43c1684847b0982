import Rules
import Units

/// Reckons one period's figures from what was counted: what needs the scheme, or a look at all cases at its end.
final class Reckoning {
  let fold: PeriodFold
  let side: PeriodFold.Side
  let scheme: Scheme
  let period: Period
  let asOf: Day
  let serial: Int32
  /// The fund at the end.
  let fund: MoneyLedger.Sums
  /// The policy year that the end lies in.
  let policyYear: ClosedRange<Day>
  let policyYearBegan: Int
  private(set) lazy var cases = CaseCount(self)
  private(set) lazy var cover = CoverCount(self)
  private(set) lazy var forecast = forecastOfFund()
  private(set) lazy var accounts = AccountCount(self)

  init(fold: PeriodFold, side: PeriodFold.Side, scheme: Scheme, period: Period, asOf: Day) {
    self.fold = fold
    self.side = side
    self.scheme = scheme
    self.period = period
    self.asOf = asOf
    serial = Int32(truncatingIfNeeded: asOf.serial)
    fund = fold.ledger.sums(upTo: serial)
    let year = PolicyYear(containing: asOf, start: scheme.policyYearStart)
    guard let days = year.days(scheme.policyYearStart) else {
      preconditionFailure("a report lies within the calendar")
    }
    policyYear = days
    policyYearBegan = year.began
  }

  var flows: Flows { side.flows }

  /// The words of the scheme in its order, then those that only the journal has, then what is not known where it occurs.
  static func order(_ scheme: [String], _ journal: Vocabulary) -> [String] {
    let others = journal.words.filter { !scheme.contains($0) && $0 != Vocabulary.unknown }.sorted()
    return scheme + others + (journal.words.contains(Vocabulary.unknown) ? [Vocabulary.unknown] : [])
  }
}

/// A sum for each word of a vocabulary.
extension Tally {
  func of(_ word: String, in vocabulary: Vocabulary) -> Int64 {
    vocabulary.words.firstIndex(of: word).map { self[$0] } ?? 0
  }
}

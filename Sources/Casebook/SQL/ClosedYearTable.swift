import Journal
package import Units

/// The columns of the policy years that were closed: a row for each time.
enum ClosedYearColumn: String, TableColumn {
  static let table = "closed_year"

  /// The entry that closed it.
  case entry
  case firstDay = "first_day"
  case lastDay = "last_day"
  case reopenedEntry = "reopened_entry"

  static let closing = Change<Self>.insert(fixed: [.reopenedEntry: "NULL"])
  static let reopening = Change<Self>(
    "UPDATE closed_year SET \(reopenedEntry.given) WHERE \(firstDay.given) AND reopened_entry IS NULL")

  fileprivate static let all = Question<Self>("FROM closed_year ORDER BY first_day, entry")
}

/// A policy year that was closed, and may be open again.
package struct ClosedYear: Hashable, Sendable {
  package let days: ClosedRange<Day>
  /// The entry that closed it.
  package let closedEntry: Int
  /// The entry since which it is open again; `nil` while it is closed.
  package let reopenedEntry: Int?

  package var isClosed: Bool { reopenedEntry == nil }

  /// What a policy year of these days is called: by the calendar year in which it begins, with its days.
  package static func name(_ days: ClosedRange<Day>) -> Wording {
    let (year, first, last) = (days.lowerBound.year, days.lowerBound, days.upperBound)
    return Wording(zh: "\(year)（\(first) 至 \(last)）", en: "\(year) (\(first) to \(last))")
  }

  /// The command that opens it again.
  var reopening: Wording {
    let command = "casebook close-year \(days.lowerBound.year) --reopen"
    return Wording(zh: "\(command) 理由", en: "\(command) REASON")
  }

  fileprivate init?(_ row: SQLRow<ClosedYearColumn>) {
    guard let first = row.day(.firstDay), let last = row.day(.lastDay), first <= last else { return nil }
    days = first...last
    closedEntry = row.int(.entry)
    reopenedEntry = row.optionalInt(.reopenedEntry)
  }
}

extension [ClosedYear] {
  /// The closed year that a day lies in; `nil` where it lies in none.
  package func closed(on day: Day) -> ClosedYear? { first { $0.isClosed && $0.days.contains(day) } }
}

extension Casebook {
  /// All policy years that were ever closed, each time, in the order of their days and then of the entries.
  package func closedYears() throws(CasebookError) -> [ClosedYear] {
    let found = try rows(ClosedYearColumn.all) { ClosedYear($0) }
    let years = found.compactMap { $0 }
    guard years.count == found.count else { throw .damaged(row: ClosedYearColumn.table) }
    return years
  }
}

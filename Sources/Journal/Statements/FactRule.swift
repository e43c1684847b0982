import Units

/// Which of several statements of a fact about a household a decision on an event may rest on: facts have days.
enum FactRule {
  /// The one in force on the event's day; where none was stated by then, the first stated after: the group.
  case inForce
  /// One of a year before the event's: income, whose year its statement may give.
  case ofYearBefore
  /// The last, whenever the event was: the members, and what departments answer when a case is looked into.
  case last

  /// The rule of a fact by its name in entries.
  init(name: String) {
    switch name {
    case "group": self = .inForce
    case "annual_income": self = .ofYearBefore
    default: self = .last
    }
  }

  /// Whether the statement that holds for an event says what it should.
  ///
  /// - Parameters:
  ///   - stated: in the order of the days from which they were known.
  ///   - known: the day from which one was known.
  ///   - year: the year that one is of; only of incomes it matters.
  ///   - saysSo: whether a statement says what it should.
  func holds<Statement>(
    _ event: Day, of stated: [Statement], known: (Statement) -> Day, year: (Statement) -> Int,
    _ saysSo: (Statement) -> Bool
  ) -> Bool {
    switch self {
    case .inForce:
      let first = stated.last { known($0) == known(stated[0]) }
      return (stated.last { known($0) <= event } ?? first).map(saysSo) ?? false
    case .ofYearBefore:
      let before = stated.filter { year($0) < event.year }
      let latest = before.map(year).max()
      return before.last { year($0) == latest }.map(saysSo) ?? false
    case .last: return stated.last.map(saysSo) ?? false
    }
  }
}

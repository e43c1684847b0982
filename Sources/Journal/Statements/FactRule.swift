package import Units

/// Which of several statements of a fact about a household holds for an event: facts have days.
package enum FactRule: Sendable {
  /// The one in force on the event's day; where none was stated by then, the first stated after: the group.
  case inForce
  /// The one of the year before the event's, or the latest of an earlier one: income. What is stated in a year is of the year
  /// before.
  case yearBefore
  /// The last, whenever the event was: the members, and what departments answer when a case is looked into.
  case last

  /// The rule of a fact by its name in entries.
  init(name: String) {
    switch name {
    case "group": self = .inForce
    case "annual_income": self = .yearBefore
    default: self = .last
    }
  }

  /// The statement that holds for an event; `nil` where none does.
  ///
  /// - Parameters:
  ///   - stated: in the order of the days from which they were known.
  ///   - known: the day from which one was known.
  package func telling<Statement>(
    _ event: Day, of stated: [Statement], known: (Statement) -> Day
  ) -> Statement? {
    switch self {
    case .inForce: stated.last { known($0) <= event } ?? stated.first
    case .yearBefore: stated.last { known($0).year <= event.year }
    case .last: stated.last
    }
  }
}

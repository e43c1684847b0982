import Rules
import Units

/// The columns of the households that persons were listed in, and from which day on that was known.
enum MembershipColumn: String, TableColumn {
  static let table = "membership"

  case person
  case knownOn = "known_on"
  case entry, household

  static let insertion = Change<Self>.insert()
  /// What some entries say of persons is known no longer.
  static let forgetting = Change<Self>("DELETE FROM membership WHERE \(entry.within)")

  fileprivate static let all = Question<Self>(
    [.person, .knownOn, .entry, .household], "FROM membership ORDER BY person, entry")
  fileprivate static let ofPerson = Question<Self>(
    [.knownOn, .household],
    """
    FROM membership WHERE \(person.given) AND known_on <= \(knownOn.parameter) ORDER BY known_on, entry
    """)
}

extension Casebook {
  /// All that lists ever said of who is in which household, and still say: by person, in the order in which they said it.
  func memberships() throws(CasebookError) -> [(person: String, knownOn: Day, household: String)] {
    try rows(MembershipColumn.all) { ($0.text(.person), $0.day(.knownOn), $0.text(.household)) }
      .map { (row) throws(CasebookError) in
        guard let day = row.1 else { throw .damaged(row: MembershipColumn.table) }
        return (row.0, day, row.2)
      }
  }

  /// The household that a person was in on the day of an event, by what was known on another: the one in force then or, where
  /// none was known by then, the first that became known after. `nil` where the person was in no list.
  func household(of person: String, on event: Day, knownBy day: Day) throws(CasebookError) -> String? {
    let listed = try rows(MembershipColumn.ofPerson) { bind in
      bind(MembershipColumn.person, person)
      bind(MembershipColumn.knownOn, day)
    } read: {
      (knownOn: $0.text(.knownOn), household: $0.text(.household))
    }
    let until = event.description
    // What was put right on the same day was never in force.
    return (listed.last { $0.knownOn <= until } ?? listed.last { $0.knownOn == listed[0].knownOn })?.household
  }

  /// Whether a person has costs in another household in an event's policy year, and no list says that they were in this one on
  /// its day: then nobody knows whose cost it is.
  ///
  /// - Parameter day: by what was known on it.
  func isStranger(
    _ person: String, in household: String, on event: Day, knownBy day: Day
  ) throws(CasebookError) -> Bool {
    let days = PolicyYear.days(around: event, scheme.policyYearStart)
    guard try households(withCostsOf: person, in: days).contains(where: { $0 != household }) else {
      return false
    }
    return try self.household(of: person, on: event, knownBy: day) != household
  }
}

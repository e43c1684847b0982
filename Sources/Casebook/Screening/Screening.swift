package import Files
package import Journal
package import Units

/// What whoever screens has answered beforehand, where a row could mean two things; without an answer it counts nowhere.
package struct ScreeningAnswers: Hashable, Sendable {
  /// A bill may say otherwise than the one known under its number.
  package var isRevising = false
  /// A number that is like another's is a number of its own.
  package var alikeAreOthers = false
  /// Where others paid more than a bill cost, nothing of it was left to the household.
  package var overpaidIsNothing = false

  package init() {}
}

/// What a department's list came to: its bills, and the households whose year they fill.
package struct Screening: Sendable {
  /// The costs of one subject in one policy year.
  package struct Year: Hashable, Sendable {
    package let household: String
    /// Where the benefit sums by person.
    package let person: String?
    package let year: PolicyYear
    /// All of the year's bills, those of earlier cases too.
    package let sum: Yuan
    package let line: Yuan
  }

  /// A case that was opened.
  package struct Opened: Hashable, Sendable {
    package let number: Int
    package let year: Year
    /// The sum of the bills that it takes in.
    package let amount: Yuan
    package let incurredOn: Day
    /// Their numbers.
    package let bills: [String]
  }

  /// A bill whose cost was declared already.
  package struct LeftOut: Hashable, Sendable {
    package let record: String
    package let household: String
    package let holder: CostHolder
  }

  /// A bill of a policy year that is closed: no case is opened with it.
  package struct OfClosedYear: Hashable, Sendable {
    package let record: String
    package let household: String
    package let day: Day
  }

  package let kind: BillKind
  /// All rows of the file, with those that are rejected.
  package let rows: Int
  package internal(set) var faults: [Reject]
  package internal(set) var new = 0
  package internal(set) var revised = 0
  package internal(set) var identical = 0
  /// How many households and bills of the three years were looked at, the casebook's earlier ones with them.
  package internal(set) var households = 0
  package internal(set) var bills = 0
  /// How many years of a household, or of a person, are above the line.
  package internal(set) var over = 0
  package internal(set) var opened: [Opened] = []
  package internal(set) var near: [Year] = []
  /// Bills of years above the line that are in no case because their costs were declared.
  package internal(set) var leftOut: [LeftOut] = []
  /// Bills of years above the line that are in no case because their policy year is closed.
  package internal(set) var ofClosedYears: [OfClosedYear] = []
  /// Households that cannot be screened: their group is unknown.
  package internal(set) var groupUnknown: [String] = []
  /// Households over the line whose case another actor has to open: the actor is of the family.
  package internal(set) var recused: [String] = []
}

import Journal
import Rules
package import Units

/// The columns of what became known of households.
enum FactColumn: String, TableColumn {
  static let table = "household_fact"

  case household
  case knownOn = "known_on"
  case entry
  case group = "grp"
  case members, income
  case incomeYear = "income_year"
  case dwellings, businesses, vehicles, township, village

  static let insertion = Change<Self>.insert()
  /// What some entries made known is known no longer.
  static let forgetting = Change<Self>("DELETE FROM household_fact WHERE \(entry.within)")
  /// All that was known on a day, by household, in the order in which it became known.
  static let register = Question<Self>(
    "FROM household_fact WHERE known_on <= \(knownOn.parameter) ORDER BY household, known_on, entry")

  fileprivate static let count = Question<CountColumn>("FROM household_fact")
  /// All that ever became known, by household, in the order in which it did.
  fileprivate static let all = Question<Self>("FROM household_fact ORDER BY household, known_on, entry")
  fileprivate static let ofHousehold = Question<Self>(
    "FROM household_fact WHERE \(household.given) AND known_on <= \(knownOn.parameter) ORDER BY known_on, entry"
  )
  fileprivate static let since = Question<Self>(
    [.entry],
    """
    FROM household_fact WHERE \(household.given) AND (entry > \(entry.parameter)
      OR known_on > (SELECT happened_on FROM journal WHERE number = \(entry.parameter)))
    ORDER BY entry
    """)
  fileprivate static let ids = Question<Self>(
    [.household], isDistinct: true, "FROM household_fact ORDER BY household")
  fileprivate static let inVillage = Question<Self>(
    [.household], isDistinct: true, "FROM household_fact WHERE \(village.given)")
  fileprivate static let places = Question<Self>(
    [.household, .township, .village], "FROM household_fact ORDER BY household, known_on, entry")
  fileprivate static let repeated = Question<Self>(
    """
    FROM household_fact
    WHERE household IN (SELECT household FROM household_fact GROUP BY household HAVING count(*) > 1)
    ORDER BY household, known_on, entry
    """)
  fileprivate static let headCounts = Question<Self>(
    [.members, .knownOn],
    "FROM household_fact WHERE \(household.given) AND members IS NOT NULL ORDER BY known_on, entry")

  /// In the order of `Scheme.Asset`.
  static let assets = Scheme.Asset.allCases.map { asset -> FactColumn in
    switch asset {
    case .dwellings: .dwellings
    case .businesses: .businesses
    case .vehicles: .vehicles
    }
  }
}

/// What one entry made known of a household; `nil` of what it did not say.
package struct StatedFact: Sendable {
  package let household: String
  /// `nil` where the row names no day.
  package let knownOn: Day?
  package let entry: Int
  package let group: String?
  package let members: Int?
  package let income: Yuan?
  /// In the order of `Scheme.Asset`.
  package let assets: [Int?]

  fileprivate init(_ row: SQLRow<FactColumn>) {
    household = row.text(.household)
    knownOn = row.day(.knownOn)
    entry = row.int(.entry)
    group = row.optionalText(.group)
    members = row.optionalInt(.members)
    income = row.optionalMoney(.income)
    assets = FactColumn.assets.map { row.optionalInt($0) }
  }
}

extension HouseholdFacts {
  /// Takes in a row of what became known; rows come in the order of their days.
  mutating func take(_ row: SQLRow<FactColumn>) {
    guard let on = row.day(.knownOn) else { return }
    let entry = row.int(.entry)
    func known<Value>(_ value: Value?) -> Known<Value>? {
      value.map { Known(value: $0, on: on, entry: entry) }
    }
    if let group = known(row.optionalText(.group)) { note(group: group) }
    members = known(row.optionalInt(.members)) ?? members
    // Without a year it is that of the year before it became known.
    let year = row.optionalInt(.incomeYear) ?? on.year - 1
    let income = row.optionalMoney(.income).map { Income(amount: $0, year: year) }
    if let income = known(income) { note(income: income) }
    for (index, column) in FactColumn.assets.enumerated() {
      assets[index] = known(row.optionalInt(column)) ?? assets[index]
    }
    township = known(row.optionalText(.township)) ?? township
    village = known(row.optionalText(.village)) ?? village
  }
}

extension Casebook {
  /// What was known of a household on a day; `nil` where it was not on the register.
  package func facts(of household: String, on day: Day) throws(CasebookError) -> HouseholdFacts? {
    var facts: HouseholdFacts?
    _ = try rows(FactColumn.ofHousehold) { bind in
      bind(FactColumn.household, household)
      bind(FactColumn.knownOn, day)
    } read: { row in
      var known = facts ?? HouseholdFacts()
      known.take(row)
      facts = known
    }
    assert(facts?._checkInvariants(on: day).isEmpty ?? true)
    return facts
  }

  /// The entries by which something became known of a household after another was made, or after its day, in their order.
  func factEntries(of household: String, since entry: Int) throws(CasebookError) -> [Int] {
    try rows(FactColumn.since) { bind in
      bind(FactColumn.household, household)
      bind(FactColumn.entry, entry)
    } read: {
      $0.int(.entry)
    }
  }

  /// Hands out all households that were on the register on a day, each with what was then known of it; no more than one
  /// household's facts are held at a time.
  ///
  /// - Parameter isWanted: households that are not are passed over.
  func eachHousehold(
    on day: Day, where isWanted: (String) -> Bool = { _ in true },
    _ body: (String, HouseholdFacts) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    var current: (id: String, facts: HouseholdFacts)?
    try each(FactColumn.register) {
      $0(FactColumn.knownOn, day)
    } body: { (row) throws(CasebookError) in
      let id = row.text(.household)
      if let done = current, done.id != id {
        try body(done.id, done.facts)
        current = nil
      }
      guard isWanted(id) else { return }
      var facts = current?.facts ?? HouseholdFacts()
      facts.take(row)
      current = (id, facts)
    }
    if let done = current { try body(done.id, done.facts) }
  }

  /// How many rows say something of households.
  func factCount() throws(CasebookError) -> Int { try count(FactColumn.count) }

  /// Hands out all that ever became known of households: by household, in the order in which it did.
  func eachFact(_ body: (Day, HouseholdStatement) -> Void) throws(CasebookError) {
    try each(FactColumn.all) { (row) throws(CasebookError) in
      guard let day = row.day(.knownOn) else { throw .damaged(row: FactColumn.table) }
      body(
        day,
        HouseholdStatement(
          household: row.text(.household), group: row.optionalText(.group),
          members: row.optionalInt(.members), income: row.optionalMoney(.income),
          incomeYear: row.optionalInt(.incomeYear), assets: FactColumn.assets.map { row.optionalInt($0) },
          township: row.optionalText(.township), village: row.optionalText(.village)))
    }
  }

  /// The ids of all households of which something is known.
  func householdIDs() throws(CasebookError) -> [String] {
    try rows(FactColumn.ids) { $0.text(.household) }
  }

  /// The households that ever lay in a village.
  func households(everIn village: String) throws(CasebookError) -> [String] {
    try rows(FactColumn.inVillage) {
      $0(FactColumn.village, village)
    } read: {
      $0.text(.household)
    }
  }

  /// Hands out the township and the village that each row of the register names, empty where it names none: by household, in
  /// the order in which they became known.
  package func eachPlace(
    _ body: (_ household: String, _ township: String, _ village: String) -> Void
  ) throws(CasebookError) {
    try each(FactColumn.places) { body($0.text(.household), $0.text(.township), $0.text(.village)) }
  }

  /// Hands out what became known of the households of which something became known more than once: by household, in the order
  /// in which it did.
  package func eachRepeatedFact(
    _ body: (StatedFact) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    try each(FactColumn.repeated) { (row) throws(CasebookError) in try body(StatedFact(row)) }
  }

  /// How many members a household was said to have, and from which day on, as it is written, in the order in which it became
  /// known.
  package func headCounts(of household: String) throws(CasebookError) -> [(members: Int, knownOn: String)] {
    try rows(FactColumn.headCounts) {
      $0(FactColumn.household, household)
    } read: {
      ($0.int(.members), $0.text(.knownOn))
    }
  }
}

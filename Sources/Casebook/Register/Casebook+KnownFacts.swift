import Claims
import Journal
import Rules
import Units

extension HouseholdFacts {
  /// What is known, under the names of the columns: of incomes that of a year. An answer about assets older than the scheme lets
  /// it be is none.
  func known(under scheme: Scheme, on day: Day, incomeOf year: Int) -> [RegisterField: KnownFact] {
    var facts: [RegisterField: KnownFact] = [:]
    func add<Value>(_ field: RegisterField, _ known: Known<Value>?, _ value: (Value) -> RegisterValue) {
      if let known { facts[field] = KnownFact(value: value(known.value), on: known.on, entry: known.entry) }
    }
    add(.group, group) { .text($0) }
    add(.members, members) { .count($0) }
    add(.income, income(of: year)) { .text($0.amount.description) }
    add(.township, township) { .text($0) }
    add(.village, village) { .text($0) }
    let current = household("", under: scheme, on: day)
    for asset in Scheme.Asset.allCases where current.assets[asset.rawValue] != nil {
      add(asset.field, assets[asset.rawValue]) { .count($0) }
    }
    return facts
  }
}

extension Casebook {
  /// Hands out what was known on a day of those of `ids` that were on the register.
  ///
  /// A few are looked up one by one; where they are a good part of the register it is read once, from one end to the
  /// other, and no more than one household's facts are held at a time.
  ///
  /// - Parameter entries: how many entries there are, which bounds the register's size.
  func eachKnown(
    _ ids: Set<String>, on day: Day, entries: Int,
    _ body: (String, HouseholdFacts) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    guard ids.count > entries / 10 else {
      for id in ids { if let facts = try facts(of: id, on: day) { try body(id, facts) } }
      return
    }
    try eachHousehold(on: day, where: { ids.contains($0) }, body)
  }
}

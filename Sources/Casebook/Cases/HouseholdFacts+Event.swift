import Journal
import Rules
import Units

extension HouseholdFacts {
  /// What holds of a household for an event of a day: facts have days.
  ///
  /// - Parameter stated: all that was stated by the day of the decision, in the order of the days from which it was known.
  init(_ stated: [StatedFact], for event: Day) {
    func known<Value>(_ rule: FactRule, _ value: (StatedFact) -> Value?) -> Known<Value>? {
      let told = stated.compactMap { fact -> Known<Value>? in
        guard let on = fact.knownOn else { return nil }
        return value(fact).map { Known(value: $0, on: on, entry: fact.entry) }
      }
      return rule.telling(event, of: told, known: \.on)
    }
    group = known(.inForce, \.group)
    members = known(.last, \.members)
    income = known(.yearBefore, \.income)
    for asset in Scheme.Asset.allCases {
      assets[asset.rawValue] = known(.last) { $0.assets[asset.rawValue] }
    }
  }
}

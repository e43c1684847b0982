package import Units

extension HouseholdFacts {
  /// What does not hold of what was known of a household on a day; empty where all does. What the facts say is not looked at:
  /// another hand may have written it.
  package func _checkInvariants(on day: Day) -> [String] {
    let days =
      [
        group?.on, members?.on, income?.on, township?.on, village?.on,
      ] + assets.map { $0?.on }
    return days.contains { $0.map { $0 > day } ?? false } ? ["a fact became known on a later day"] : []
  }
}

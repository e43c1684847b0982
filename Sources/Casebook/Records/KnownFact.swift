import Units

/// A fact as the casebook has it, with the day from which it was known and the entry that states it.
struct KnownFact: Hashable {
  let value: RegisterValue
  /// `nil` for what is known of persons, which has no days.
  let on: Day?
  let entry: Int
}

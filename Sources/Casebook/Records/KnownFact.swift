/// A fact as the casebook has it, and the entry that states it.
struct KnownFact: Hashable {
  let value: RegisterValue
  let entry: Int
}

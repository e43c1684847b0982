public import Units

/// One value with its name, and where it comes from.
public struct Fact: Hashable, Sendable {
  /// Its name in JSON, in snake case.
  public let key: String
  /// Its name for people.
  public let label: Wording
  /// The value.
  public let value: Value
  /// A few words beside it.
  public let note: Wording?
  /// Where the value comes from, if the scheme gave it.
  public let origins: [Origin]

  /// A named value.
  init(_ key: String, _ label: Wording, _ value: Value, note: Wording? = nil, from origins: [Origin] = []) {
    self.key = key
    self.label = label
    self.value = value
    self.note = note
    self.origins = origins
  }
}

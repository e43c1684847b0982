public import Units

/// A sentence with the values it speaks of.
public struct Remark: Hashable, Sendable {
  /// A value by its name in JSON.
  public struct Named: Hashable, Sendable {
    /// Its name, in snake case.
    public let key: String
    /// The value.
    public let value: Value

    /// A named value.
    init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// What it says, in kebab case.
  public let code: String
  /// The sentence.
  public let words: Wording
  /// The same for the household it is about: no codes and no terms of the trade. `nil` where it is none of its business.
  public let plain: Wording?
  /// The values in it.
  public let values: [Named]
  /// Where they come from.
  public let origins: [Origin]

  /// A sentence with its values.
  init(
    _ code: String, _ words: Wording, plain: Wording? = nil, _ values: [Named] = [],
    from origins: [Origin] = []
  ) {
    self.code = code
    self.words = words
    self.plain = plain
    self.values = values
    self.origins = origins
  }
}

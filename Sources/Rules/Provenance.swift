public import Units

/// Where a figure of the scheme comes from. Every figure has one.
public enum Provenance: Hashable, Sendable {
  /// Published: `source` is a key of ``Scheme/sources``, `locator` the place in it, in both languages.
  case source(String, locator: Wording)
  /// Not published by anybody; taken here for the stated reason.
  case assumption(Wording)
}

/// A figure with its provenance, or the statement that nobody has published one.
///
/// A claim that needs an unpublished figure pends with `scheme-silent`; it is never read as zero.
public enum Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The figure, and where it comes from.
  case known(Value, Provenance)
  /// Nobody has published it; the wording says what is known of the matter.
  case unpublished(Wording)

  /// The figure, or `nil` where it is unpublished.
  public var value: Value? {
    switch self {
    case .known(let value, _): value
    case .unpublished: nil
    }
  }
}

/// A publication the scheme cites.
public struct Source: Hashable, Sendable {
  /// How sure we are: the rule's own text, another published text, or our reading of it.
  public enum Confidence: String, CaseIterable, Sendable {
    case a = "A"
    case b = "B"
    case c = "C"
  }

  /// The key it is cited by.
  public let id: String
  /// Title, author and publisher in one line.
  public let title: Wording
  /// How sure we are of what it says.
  public let confidence: Confidence

  /// A publication.
  public init(id: String, title: Wording, confidence: Confidence) {
    self.id = id
    self.title = title
    self.confidence = confidence
  }
}

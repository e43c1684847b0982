/// A JSON value as it stands in a text: with its place, its members in order, and its numbers as written.
package struct JSONValue: Hashable, Sendable {
  /// What kind of value it is, and what it holds.
  package indirect enum Kind: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The number's own text: `1.50` stays `1.50`. ``DecimalText`` reads it exactly.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In the order of the text. A key that stands twice is here twice: whoever reads the object reports it.
    case object([Member])
  }

  /// A key and its value.
  package struct Member: Hashable, Sendable {
    /// The key, escapes resolved.
    package let key: String
    /// Where the key's opening quote stands: bytes from the start of the text.
    package let keyOffset: Int
    /// Its value.
    package let value: JSONValue
  }

  /// What it holds.
  package let kind: Kind
  /// Where its first character stands: bytes from the start of the text. ``JSONSource/place(at:)`` makes line and
  /// column of it; they are not kept for every value because almost none is ever asked for.
  package let offset: Int

  /// A value at a place.
  package init(_ kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONValue {
  /// The text of a string, or `nil` for another kind.
  package var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  /// The members of an object, or `nil` for another kind.
  package var members: [Member]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The elements of an array, or `nil` for another kind.
  package var elements: [JSONValue]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  /// The value of the first member named `key`, or `nil` where there is none.
  package subscript(key: String) -> JSONValue? {
    members?.first { $0.key == key }?.value
  }
}

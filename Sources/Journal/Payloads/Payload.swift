package import JSONText
import Units

/// What an entry says: named values in one canonical form, so that the same statement always has the same bytes.
///
/// The canonical form is one JSON object on one line: members sorted by the bytes of their keys, no spaces, strings in
/// UTF-8 with only `"`, `\` and control characters escaped, whole numbers in decimal, money as a string with two
/// decimals, days as `2018-03-05`. What is not known is not there: no member is null.
package struct Payload: Hashable, Sendable {
  /// One value.
  package enum Value: Hashable, Sendable {
    case text(String)
    case number(Int64)
    case bool(Bool)
    case texts([String])
    indirect case record(Payload)
  }

  /// The key under which a value stands.
  package struct Key: Hashable, Sendable {
    package let text: String
    /// Made of the text's length and its outermost bytes: nearly always it tells two keys apart at once.
    let mark: UInt64
  }

  /// One value and the key under which it stands.
  package struct Member: Hashable, Sendable {
    let name: Key
    package let value: Value
    package var key: String { name.text }
  }

  /// The members, sorted by key.
  package private(set) var members: [Member] = []

  /// Nothing said yet.
  package init() {}

  /// Says these members, in any order; of two under one key the later.
  package init(_ members: [(key: String, value: Value)]) {
    for (key, value) in members { self[Key(key)] = value }
  }

  /// Says what was read: members that are sorted, none twice.
  init(sorted members: [Member]) { self.members = members }

  /// The value under a key; setting `nil` leaves it out.
  subscript(key: Key) -> Value? {
    get {
      let members = members.span
      for index in members.indices
      where members[index].name.mark == key.mark && members[index].name.text == key.text {
        return members[index].value
      }
      return nil
    }
    set {
      members.removeAll { $0.name == key }
      guard let newValue else { return }
      let at = members.firstIndex { key.text.utf8.lexicographicallyPrecedes($0.key.utf8) } ?? members.count
      members.insert(Member(name: key, value: newValue), at: at)
    }
  }
}

extension Payload.Key: ExpressibleByStringLiteral {
  @inline(__always)
  package init(stringLiteral text: String) { self.init(text) }

  @inline(__always)
  init(_ text: String) {
    self.text = text
    var text = text
    mark = text.withUTF8 { text in Payload.Key.mark(unsafe text.span) }
  }

  /// The mark of a text of these bytes.
  @inline(__always)
  static func mark(_ text: borrowing Span<UInt8>) -> UInt64 {
    let count = text.count
    guard count >= 4 else {
      return count == 0 ? 0 : UInt64(text[0]) << 16 | UInt64(text[count - 1]) << 8 | UInt64(count)
    }
    let first = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
    let last = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
    return (UInt64(first) << 32 | UInt64(last)) &+ UInt64(count)
  }
}

extension Payload {
  /// Sets a text, if there is one.
  mutating func set(_ key: Key, _ text: String?) { self[key] = text.map(Value.text) }
  /// Sets a whole number, if there is one.
  mutating func set(_ key: Key, _ number: Int?) { self[key] = number.map { .number(Int64($0)) } }
  /// Sets yes or no, if it is known.
  mutating func set(_ key: Key, _ answer: Bool?) { self[key] = answer.map(Value.bool) }
  /// Sets an amount, if it is known.
  mutating func set(_ key: Key, _ amount: Yuan?) { set(key, amount?.description) }
  /// Sets a day, if it is known.
  mutating func set(_ key: Key, _ day: Day?) { set(key, day?.description) }
  /// Sets a list of words; an empty one is left out.
  mutating func set(_ key: Key, _ texts: [String]) { self[key] = texts.isEmpty ? nil : .texts(texts) }
  /// Sets a group of values, if there is one.
  mutating func set(_ key: Key, _ record: Payload?) { self[key] = record.map(Value.record) }
}

extension Payload {
  /// The canonical form.
  package var canonical: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for member in members {
        let key = member.key
        switch member.value {
        case .text(let text): writer.member(key, text)
        case .number(let number): writer.member(key, number)
        case .bool(let answer): writer.member(key, answer)
        case .texts(let texts):
          writer.member(key) { writer in writer.array { for text in texts { $0.string(text) } } }
        case .record(let record): writer.member(key) { record.write(to: &$0) }
        }
      }
    }
  }
}

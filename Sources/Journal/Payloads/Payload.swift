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

  /// The members, sorted by key.
  package private(set) var members: [(key: String, value: Value)] = []

  /// Nothing said yet.
  package init() {}

  /// Says these members, in any order; of two under one key the later.
  package init(_ members: [(key: String, value: Value)]) {
    self.init()
    for (key, value) in members { self[key] = value }
  }

  /// Says what was read: members that are sorted, none twice.
  init(sorted members: [(key: String, value: Value)]) { self.members = members }

  /// The value under a key; setting `nil` leaves it out.
  subscript(key: String) -> Value? {
    get {
      // Most keys differ in length, which is known at once; whether two texts mean the same is a longer question.
      let length = key.utf8.count
      for index in members.indices
      where members[index].key.utf8.count == length && members[index].key == key {
        return members[index].value
      }
      return nil
    }
    set {
      members.removeAll { $0.key == key }
      guard let newValue else { return }
      let at = members.firstIndex { key.utf8.lexicographicallyPrecedes($0.key.utf8) } ?? members.count
      members.insert((key, newValue), at: at)
    }
  }

  package static func == (a: Payload, b: Payload) -> Bool {
    a.members.elementsEqual(b.members) { $0.key == $1.key && $0.value == $1.value }
  }

  package func hash(into hasher: inout Hasher) {
    for member in members {
      hasher.combine(member.key)
      hasher.combine(member.value)
    }
  }
}

extension Payload {
  /// Says a text, if there is one.
  mutating func say(_ key: String, _ text: String?) { self[key] = text.map(Value.text) }
  /// Says a whole number, if there is one.
  mutating func say(_ key: String, _ number: Int?) { self[key] = number.map { .number(Int64($0)) } }
  /// Says yes or no, if it is known.
  mutating func say(_ key: String, _ answer: Bool?) { self[key] = answer.map(Value.bool) }
  /// Says an amount, if it is known.
  mutating func say(_ key: String, _ amount: Yuan?) { say(key, amount?.description) }
  /// Says a day, if it is known.
  mutating func say(_ key: String, _ day: Day?) { say(key, day?.description) }
  /// Says a list of words; an empty one is left out.
  mutating func say(_ key: String, _ texts: [String]) { self[key] = texts.isEmpty ? nil : .texts(texts) }
  /// Says a group of values, if there is one.
  mutating func say(_ key: String, _ record: Payload?) { self[key] = record.map(Value.record) }
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
      for (key, value) in members {
        switch value {
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

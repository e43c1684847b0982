import Units

/// What a statement should say and does not, or says in a way that makes no sense.
package struct MissingMember: Error, Hashable, Sendable {
  /// The member's key; one within another is told with its path, as `known.entries`.
  package let key: String
}

/// Takes a payload apart for the statement of its kind.
///
/// A member that has to be there, and one that is there and makes no sense, is an error; one that is left out is `nil`.
package struct PayloadReader: Sendable {
  private let payload: Payload
  /// The key under which the payload stands, where it stands within another.
  private let within: String?

  package init(_ payload: Payload) { self.init(payload, within: nil) }

  private init(_ payload: Payload, within: String?) {
    self.payload = payload
    self.within = within
  }

  private func missing(_ key: String) -> MissingMember {
    MissingMember(key: within.map { "\($0).\(key)" } ?? key)
  }

  private func optional<Value>(
    _ key: String, _ read: (Payload.Value) -> Value?
  ) throws(MissingMember) -> Value? {
    guard let value = payload[key] else { return nil }
    guard let known = read(value) else { throw missing(key) }
    return known
  }

  private func need<Value>(_ value: Value?, _ key: String) throws(MissingMember) -> Value {
    guard let value else { throw missing(key) }
    return value
  }

  func optionalText(_ key: String) throws(MissingMember) -> String? { try optional(key) { $0.text } }
  func text(_ key: String) throws(MissingMember) -> String { try need(optionalText(key), key) }

  func optionalNumber(_ key: String) throws(MissingMember) -> Int? { try optional(key) { $0.number } }
  func number(_ key: String) throws(MissingMember) -> Int { try need(optionalNumber(key), key) }

  func optionalAnswer(_ key: String) throws(MissingMember) -> Bool? { try optional(key) { $0.answer } }
  func answer(_ key: String) throws(MissingMember) -> Bool { try need(optionalAnswer(key), key) }

  func optionalYuan(_ key: String) throws(MissingMember) -> Yuan? { try optional(key) { $0.yuan } }
  func yuan(_ key: String) throws(MissingMember) -> Yuan { try need(optionalYuan(key), key) }

  func optionalDay(_ key: String) throws(MissingMember) -> Day? { try optional(key) { $0.day } }
  func day(_ key: String) throws(MissingMember) -> Day { try need(optionalDay(key), key) }

  /// A word of a list of ours.
  func optionalWord<Word: RawRepresentable<String>>(_ key: String) throws(MissingMember) -> Word? {
    try optional(key) { $0.text.flatMap(Word.init) }
  }
  func word<Word: RawRepresentable<String>>(_ key: String) throws(MissingMember) -> Word {
    try need(optionalWord(key), key)
  }

  /// Texts; none where the member is left out.
  func texts(_ key: String) throws(MissingMember) -> [String] { try optional(key) { $0.texts } ?? [] }

  /// Numbers, which stand there as texts; none where the member is left out.
  func numbers(_ key: String) throws(MissingMember) -> [Int] {
    try optional(key) { value in
      guard let texts = value.texts else { return nil }
      let numbers = texts.compactMap { Int($0) }
      return numbers.count == texts.count ? numbers : nil
    } ?? []
  }

  /// What stands within a member, as it stands there.
  func record(_ key: String) throws(MissingMember) -> Payload { try need(optional(key) { $0.record }, key) }

  /// What stands within a member.
  func optionalRecord(_ key: String) throws(MissingMember) -> PayloadReader? {
    try optional(key) { $0.record }.map { PayloadReader($0, within: key) }
  }

  /// The members whose keys a statement does not know beforehand.
  func members(where isMeant: (String) -> Bool) -> [(key: String, value: Payload.Value)] {
    payload.members.filter { isMeant($0.key) }
  }
}

extension Payload.Value {
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
  var answer: Bool? { if case .bool(let answer) = self { answer } else { nil } }
  var texts: [String]? { if case .texts(let texts) = self { texts } else { nil } }
  var record: Payload? { if case .record(let record) = self { record } else { nil } }
  var yuan: Yuan? { text.flatMap { Yuan($0, signed: true) } }
  var day: Day? { text.flatMap { Day($0) } }
}

extension Payload.Value {
  /// The value as a message shows it.
  package var shown: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .bool(let answer): "\(answer)"
    case .texts(let texts): texts.joined(separator: " ")
    case .record(let record): String(decoding: record.canonical, as: UTF8.self)
    }
  }
}

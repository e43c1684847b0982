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

  private func missing(_ key: Payload.Key) -> MissingMember {
    MissingMember(key: within.map { "\($0).\(key.text)" } ?? key.text)
  }

  private func optional<Value>(
    _ key: Payload.Key, _ read: (Payload.Value) -> Value?
  ) throws(MissingMember) -> Value? {
    guard let value = payload[key] else { return nil }
    guard let known = read(value) else { throw missing(key) }
    return known
  }

  private func need<Value>(_ value: Value?, _ key: Payload.Key) throws(MissingMember) -> Value {
    guard let value else { throw missing(key) }
    return value
  }

  func optionalText(_ key: Payload.Key) throws(MissingMember) -> String? { try optional(key) { $0.text } }
  func text(_ key: Payload.Key) throws(MissingMember) -> String { try need(optionalText(key), key) }

  func optionalNumber(_ key: Payload.Key) throws(MissingMember) -> Int? { try optional(key) { $0.number } }
  func number(_ key: Payload.Key) throws(MissingMember) -> Int { try need(optionalNumber(key), key) }

  func optionalAnswer(_ key: Payload.Key) throws(MissingMember) -> Bool? { try optional(key) { $0.answer } }
  func answer(_ key: Payload.Key) throws(MissingMember) -> Bool { try need(optionalAnswer(key), key) }

  func optionalYuan(_ key: Payload.Key) throws(MissingMember) -> Yuan? { try optional(key) { $0.yuan } }
  func yuan(_ key: Payload.Key) throws(MissingMember) -> Yuan { try need(optionalYuan(key), key) }

  func optionalDay(_ key: Payload.Key) throws(MissingMember) -> Day? { try optional(key) { $0.day } }
  func day(_ key: Payload.Key) throws(MissingMember) -> Day { try need(optionalDay(key), key) }

  /// A word of a list of ours.
  func optionalWord<Word: RawRepresentable<String>>(_ key: Payload.Key) throws(MissingMember) -> Word? {
    try optional(key) { $0.text.flatMap(Word.init) }
  }
  func word<Word: RawRepresentable<String>>(_ key: Payload.Key) throws(MissingMember) -> Word {
    try need(optionalWord(key), key)
  }

  /// Texts; none where the member is left out.
  func texts(_ key: Payload.Key) throws(MissingMember) -> [String] { try optional(key) { $0.texts } ?? [] }

  /// Numbers, which stand there as texts; none where the member is left out.
  func numbers(_ key: Payload.Key) throws(MissingMember) -> [Int] {
    try optional(key) { value in
      guard let texts = value.texts else { return nil }
      let numbers = texts.compactMap { Int($0) }
      return numbers.count == texts.count ? numbers : nil
    } ?? []
  }

  /// What stands within a member, as it stands there.
  func record(_ key: Payload.Key) throws(MissingMember) -> Payload {
    try need(optional(key) { $0.record }, key)
  }

  /// What stands within a member that has to be there.
  func needRecord(_ key: Payload.Key) throws(MissingMember) -> PayloadReader {
    try need(optionalRecord(key), key)
  }

  /// What stands within a member.
  func optionalRecord(_ key: Payload.Key) throws(MissingMember) -> PayloadReader? {
    try optional(key) { $0.record }.map { PayloadReader($0, within: key.text) }
  }

  /// The keys that a statement does not know beforehand.
  func keys(where isMeant: (String) -> Bool) -> [Payload.Key] {
    payload.members.map(\.name).filter { isMeant($0.text) }
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

package import Journal
package import Units

/// What an entry says under a key, as a stranger reads it who knows the journal's format and none of our statements.
extension Payload {
  package func value(_ key: String) -> Value? { members.first { $0.key == key }?.value }

  package func text(_ key: String) -> String? { if case .text(let text) = value(key) { text } else { nil } }
  package func number(_ key: String) -> Int? {
    if case .number(let number) = value(key) { Int(number) } else { nil }
  }
  package func bool(_ key: String) -> Bool? { if case .bool(let answer) = value(key) { answer } else { nil } }
  package func texts(_ key: String) -> [String] {
    if case .texts(let texts) = value(key) { texts } else { [] }
  }
  package func record(_ key: String) -> Payload? {
    if case .record(let record) = value(key) { record } else { nil }
  }
  package func yuan(_ key: String) -> Yuan? { text(key).flatMap { Yuan($0, signed: true) } }
  package func day(_ key: String) -> Day? { text(key).flatMap { Day($0) } }

  /// The same with one more value.
  package func with(_ key: String, _ value: Value) -> Payload {
    Payload(members.map { ($0.key, $0.value) } + [(key, value)])
  }
  package func with(_ key: String, _ text: String) -> Payload { with(key, .text(text)) }
  package func with(_ key: String, _ number: Int) -> Payload { with(key, .number(Int64(number))) }
  package func with(_ key: String, _ answer: Bool) -> Payload { with(key, .bool(answer)) }
  package func with(_ key: String, _ texts: [String]) -> Payload { with(key, .texts(texts)) }
  package func with(_ key: String, _ record: Payload) -> Payload { with(key, .record(record)) }
}

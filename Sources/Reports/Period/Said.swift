import Casebook
import Units

/// What an entry says, as far as a report needs it: its members are looked at once, whatever its kind.
struct Said {
  var number = 0
  var household: String?
  var person: String?
  var peril: String?
  var to: String?
  var reason: String?
  var outcome: String?
  var benefit: String?
  var group: String?
  var township: String?
  var digest: String?
  var amount: Yuan?
  var payout: Yuan?
  var call: Yuan?
  var takenBack: Yuan?
  var released: Yuan?
  var isCounted: Bool?
  var isPaid: Bool?
  var isUpheld: Bool?
  var policyYear: Int?
  var members: Int?
  var until: Day?

  init(_ payload: Payload) {
    // Payloads have a score of members, and there are millions of them: the length of a key tells which few it may be.
    for (key, value) in payload.members {
      switch key.utf8.count {
      case 2: if key == "to" { to = Said.text(value) }
      case 4: short(key, value)
      case 5: five(key, value)
      case 6: six(key, value)
      case 7: seven(key, value)
      case 8: eight(key, value)
      case 9: if key == "household" { household = Said.text(value) }
      case 10: if key == "taken_back" { takenBack = Said.yuan(value) }
      case 11: if key == "policy_year" { policyYear = Said.number(value) }
      default: break
      }
    }
  }

  private mutating func short(_ key: String, _ value: Payload.Value) {
    switch key {
    case "case": number = Said.number(value) ?? 0
    case "call": call = Said.yuan(value)
    case "paid": isPaid = Said.answer(value)
    default: break
    }
  }

  private mutating func five(_ key: String, _ value: Payload.Value) {
    switch key {
    case "known": if case .record(let known) = value { group = known.text("group") }
    case "until": until = Said.text(value).flatMap { Day($0) }
    case "group": group = Said.text(value)
    case "peril": peril = Said.text(value)
    default: break
    }
  }

  private mutating func six(_ key: String, _ value: Payload.Value) {
    switch key {
    case "amount": amount = Said.yuan(value)
    case "payout": payout = Said.yuan(value)
    case "reason": reason = Said.text(value)
    case "person": person = Said.text(value)
    case "upheld": isUpheld = Said.answer(value)
    case "digest": digest = Said.text(value)
    default: break
    }
  }

  private mutating func seven(_ key: String, _ value: Payload.Value) {
    switch key {
    case "outcome": outcome = Said.text(value)
    case "counted": isCounted = Said.answer(value)
    case "benefit": benefit = Said.text(value)
    case "members": members = Said.number(value)
    default: break
    }
  }

  private mutating func eight(_ key: String, _ value: Payload.Value) {
    switch key {
    case "township": township = Said.text(value)
    case "released": released = Said.yuan(value)
    default: break
    }
  }

  private static func text(_ value: Payload.Value) -> String? {
    if case .text(let text) = value { text } else { nil }
  }
  private static func number(_ value: Payload.Value) -> Int? {
    if case .number(let number) = value { Int(number) } else { nil }
  }
  private static func answer(_ value: Payload.Value) -> Bool? {
    if case .bool(let answer) = value { answer } else { nil }
  }
  private static func yuan(_ value: Payload.Value) -> Yuan? {
    text(value).flatMap { Yuan($0, signed: true) }
  }
}

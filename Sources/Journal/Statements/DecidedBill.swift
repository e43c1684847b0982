import Rules
package import Units

/// What a decision on a screened case says of one of its bills: each is decided on its own day.
package struct DecidedBill: Hashable, Sendable {
  /// The department's number for it.
  package let record: String
  package let person: String?
  package let incurredOn: Day
  /// What was left to the household.
  package let amount: Yuan
  /// What was decided of it; `nil` where it would count, and waits for another bill of the case that pends.
  package let decision: RecordedDecision?

  package init(record: String, person: String?, incurredOn: Day, amount: Yuan, decision: RecordedDecision?) {
    self.record = record
    self.person = person
    self.incurredOn = incurredOn
    self.amount = amount
    self.decision = decision
  }

  private init(_ payload: PayloadReader) throws(MissingMember) {
    record = try payload.text("record")
    person = try payload.optionalText("person")
    incurredOn = try payload.day("incurred_on")
    amount = try payload.yuan("amount")
    let isDecided = try payload.optionalText("outcome") != nil
    decision = isDecided ? try RecordedDecision(payload) : nil
  }

  private var payload: Payload {
    var payload = Payload()
    payload.set("record", record)
    payload.set("person", person)
    payload.set("incurred_on", incurredOn)
    payload.set("amount", amount)
    decision?.write(to: &payload)
    return payload
  }

  /// The decision in a sentence, after the bill's number, day and amount.
  package var sentence: Wording {
    let decided =
      decision?.sentence ?? Wording(zh: "待同案其他单据补齐", en: "waits for another bill of the case")
    return Wording(
      zh: "单据 \(record)（\(incurredOn)，\(amount.grouped) 元）\(decided.zh)",
      en: "bill \(record) (\(incurredOn), \(amount.grouped)) \(decided.en)")
  }
}

extension DecidedBill {
  /// The key under which the bill of a place stands, from 1: in an entry's decision, and in what pays more.
  static func key(_ place: Int) -> Payload.Key { Payload.Key("\(prefix)\(place)") }

  static let prefix = "bill_"

  /// The places of the bills that a payload speaks of, ascending, with their keys.
  static func places(_ payload: PayloadReader) throws(MissingMember) -> [(place: Int, key: Payload.Key)] {
    var places: [(place: Int, key: Payload.Key)] = []
    for key in payload.keys(where: { $0.hasPrefix(prefix) }) {
      guard let place = Int(key.text.dropFirst(prefix.count)), place > 0, self.key(place) == key else {
        throw MissingMember(key: key.text)
      }
      places.append((place, key))
    }
    return places.sorted { $0.place < $1.place }
  }

  /// The bills of a decision in the order in which they were decided; none is left out.
  static func read(_ payload: PayloadReader) throws(MissingMember) -> [DecidedBill] {
    var bills: [DecidedBill] = []
    for (_, key) in try places(payload) {
      let next = self.key(bills.count + 1)
      guard key == next, let record = try payload.optionalRecord(key) else {
        throw MissingMember(key: next.text)
      }
      bills.append(try DecidedBill(record))
    }
    return bills
  }

  func write(to payload: inout Payload, place: Int) { payload.set(DecidedBill.key(place), self.payload) }
}

extension [DecidedBill] {
  /// The bill that gives its case the reason: while any pends, the last that does; else the last that pays, else the last that
  /// counts, else the last.
  package var deciding: DecidedBill? {
    last { $0.decision?.outcome == .pended } ?? last { $0.decision.map { $0.payout > .zero } ?? false }
      ?? last { $0.decision?.isCounted ?? false } ?? last
  }

  /// What the bills are paid together; `nil` where no casebook would say so.
  package var payout: Yuan? {
    var sum = Yuan.zero
    for bill in self {
      let (total, isTooLarge) = sum.fen.addingReportingOverflow(bill.decision?.payout.fen ?? 0)
      guard !isTooLarge else { return nil }
      sum = Yuan(fen: total)
    }
    return sum
  }

  /// Whether any of them counts.
  package var isCounted: Bool { contains { $0.decision?.isCounted ?? false } }
}

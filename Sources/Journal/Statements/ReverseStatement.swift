package import Units

/// A decision is taken back: the case counts no longer. What was promised is the fund's again; what was sent is when it comes.
/// Of one that was taken back already, it says anew where its money is, and nothing else.
package struct ReverseStatement: CaseStatement {
  package static let kind = EntryKind.reverse
  package static let rule = StepRule(
    Wording(zh: "冲正", en: "reverse"),
    from: [.approved, .settled, .exhausted, .returned, .paid, .denied, .reversed],
    to: [.reversed], by: [.county], signs: .reversal, stages: [:], byFile: nil, standsOnSlips: true)

  /// What a case that was decided later in the same accounts, or a bill of one, is paid, and would be. It stays as it is: its
  /// money was sent, or it would get more.
  package struct LaterSum: Hashable, Sendable {
    package let casefile: Int
    /// The bill's place among those of a screened case, from 1; 0 of a case that is decided as one.
    package let place: Int
    package let was: Yuan
    package let becomes: Yuan

    package init(casefile: Int, place: Int, was: Yuan, becomes: Yuan) {
      self.casefile = casefile
      self.place = place
      self.was = was
      self.becomes = becomes
    }
  }

  package let step: CaseStep
  /// Why, in words.
  package let reason: String
  /// The entry of the decision.
  package let decided: Int?
  /// Where its money is.
  package let money: ReversedMoney
  /// What is in an account, what is on its way there, and what had been promised and is no longer.
  package let out: Yuan
  package let sent: Yuan
  package let released: Yuan
  /// What was held to be the fund's again at once, as journals of before have it; `nil` in others.
  package let cameBack: Yuan?
  /// The cost that was claimed.
  package let amount: Yuan
  /// What cases behind it are paid that are not decided again, and would be.
  package let later: [LaterSum]

  package init(
    _ step: CaseStep, reason: String, decided: Int?, money: ReversedMoney, out: Yuan, sent: Yuan,
    released: Yuan, amount: Yuan, later: [LaterSum]
  ) {
    self.step = step
    self.reason = reason
    self.decided = decided
    self.money = money
    self.out = out
    self.sent = sent
    self.released = released
    cameBack = nil
    self.amount = amount
    self.later = later
  }

  package init(_ payload: PayloadReader) throws(MissingMember) {
    step = try CaseStep(payload)
    reason = try payload.text("reason")
    decided = try payload.optionalNumber("entry")
    cameBack = try payload.optionalYuan("taken_back")
    if let cameBack {
      (money, out, sent) = (cameBack > .zero ? .recalled : .notSent, cameBack, .zero)
    } else {
      money = try payload.word("money")
      out = try payload.yuan("out")
      sent = try payload.yuan("sent")
    }
    released = try payload.yuan("released")
    amount = try payload.yuan("amount")
    var later: [LaterSum] = []
    for key in payload.keys(where: { $0.hasPrefix(Self.laterPrefix) }) {
      let numbers = key.text.dropFirst(Self.laterPrefix.count).split(separator: "_").compactMap { Int($0) }
      let place = numbers.count > 1 ? numbers[1] : 0
      guard let number = numbers.first, key == Self.key(number, place),
        let sum = try payload.optionalRecord(key)
      else { throw MissingMember(key: key.text) }
      later.append(
        LaterSum(
          casefile: number, place: place, was: try sum.yuan("was"), becomes: try sum.yuan("becomes")))
    }
    self.later = later
  }

  package func write(to payload: inout Payload) {
    step.write(to: &payload)
    payload.set("reason", reason)
    payload.set("entry", decided)
    if let cameBack {
      payload.set("taken_back", cameBack)
    } else {
      payload.set("money", money.rawValue)
      payload.set("out", out)
      payload.set("sent", sent)
    }
    payload.set("released", released)
    payload.set("amount", amount)
    for sum in later {
      var record = Payload()
      record.set("was", sum.was)
      record.set("becomes", sum.becomes)
      payload.set(Self.key(sum.casefile, sum.place), record)
    }
  }

  /// `case_5`, or `case_5_2` of its second bill.
  private static func key(_ number: Int, _ place: Int) -> Payload.Key {
    Payload.Key("\(laterPrefix)\(number)" + (place > 0 ? "_\(place)" : ""))
  }

  private static let laterPrefix = "case_"

  package var ownWords: [String] { [reason] }

  /// Whether the decision was taken back before, and only where its money is is said.
  package var isPlaceOnly: Bool { step.from == .reversed }

  package var change: StepChange { StepChange(isPlaceOnly ? .placesMoney(self) : .takesBack(self)) }

  package func sentence(_ names: StepNames) -> Wording {
    let gone = out + sent
    guard !isPlaceOnly else {
      return Wording(
        zh: "已付出的 \(gone.grouped) 元：\(money.name.zh)；\(reason)",
        en: "the \(gone.grouped) sent: \(money.name.en); \(reason)")
    }
    let reversed = Wording(
      zh: "冲正：\(reason)，取消待付 \(released.grouped) 元",
      en: "reversed: \(reason), \(released.grouped) no longer promised")
    guard gone > .zero else { return reversed }
    return reversed.followed(
      by: Wording(
        zh: "已付出 \(gone.grouped) 元（\(money.name.zh)）", en: "\(gone.grouped) was sent (\(money.name.en))"))
  }
}

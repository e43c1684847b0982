import Claims
import Rules
import SchemeKit
import Tables
import TestKit
import Units

/// A small county at random: few households, so that sums, caps and years meet often.
struct RandomCounty {
  var households: [Household] = []
  var claims: [Claim] = []
  /// The household of now of each person who has moved, as a list of members has it.
  private(set) var members: [String: String] = [:]

  /// In which order claim ids come.
  enum Order: CaseIterable {
    case ascending, descending, shuffled, repeated, long, corrected
  }

  /// Persons who are met in any household: who they are is clear only where members say where they moved.
  private static let movers = ["p1", "p2", "张三", "a-person-with-a-long-id-0001"]

  private static func person(in household: String, _ random: inout Seeded) -> String? {
    switch Int.random(in: 0...9, using: &random) {
    case 0: nil
    case 1...5: "\(household)/\(Int.random(in: 1...2, using: &random))"
    default: movers.randomElement(using: &random)
    }
  }

  init(seed: UInt64, claims count: Int, order: Order, scale: Int64) {
    var random = Seeded(seed: seed)
    for number in 0..<10 {
      let id = ["H\(number)", "户\(number)", "household-with-a-long-id-\(number)"][number % 3]
      households.append(RandomCounty.household(id, &random))
    }
    for person in RandomCounty.movers.dropLast() {
      members[person] = households.randomElement(using: &random)?.id
    }
    let ids = households.map(\.id) + ["nobody", "also, \"nobody\""]
    var first: Claim?
    for number in RandomCounty.numbers(count, order, &random) {
      let id = order == .long ? "claim with a long id, number \(number)" : "C\(number)"
      let household = ids.randomElement(using: &random) ?? ""
      let claim = Claim(
        id: id, household: household, person: RandomCounty.person(in: household, &random),
        peril: Int.random(in: 0...20, using: &random) == 0 ? 2 : Int.random(in: 0...1, using: &random),
        day: RandomCounty.day(&random), amount: Yuan(fen: RandomCounty.amount(&random, scale)),
        cause: Int.random(in: 0...4, using: &random) == 0 ? Int.random(in: 0...1, using: &random) : nil,
        compensated: [nil, nil, false, true].randomElement(using: &random) ?? nil)
      // The same claim once more, word for word.
      let isCopy = order == .repeated && Int.random(in: 0...3, using: &random) == 0
      claims.append(isCopy ? first ?? claim : claim)
      if order == .corrected, Int.random(in: 0...2, using: &random) == 0 {
        let corrected = claims.randomElement(using: &random) ?? claim
        claims.append(RandomCounty.correction(of: corrected, ids, &random))
        if claims.count >= count { break }
      }
      if claims.count >= count { break }
      if first == nil || Int.random(in: 0...5, using: &random) == 0 { first = claim }
    }
  }

  /// A correction of a claim, or of one that nobody has made.
  private static func correction(of claim: Claim, _ ids: [String], _ random: inout Seeded) -> Claim {
    func rarely<Value>(_ value: Value, _ other: Value) -> Value {
      Int.random(in: 0...4, using: &random) == 0 ? other : value
    }
    return Claim(
      id: rarely(claim.id, "an id of its own \(Int.random(in: 0...9, using: &random))"),
      household: rarely(claim.household, ids.randomElement(using: &random) ?? ""),
      person: rarely(claim.person, "p1"), peril: claim.peril, day: rarely(claim.day, day(&random)),
      amount: rarely(Yuan(fen: max(1, claim.amount.fen / 2)), .zero), cause: claim.cause,
      compensated: claim.compensated, corrects: true)
  }

  private static func household(_ id: String, _ random: inout Seeded) -> Household {
    func rarely<Value>(_ value: Value?, _ other: Value?, _ random: inout Seeded) -> Value? {
      Int.random(in: 0...19, using: &random) == 0 ? other : value
    }
    let group = Int.random(in: 0...1, using: &random)
    let members = Int.random(in: 1...4, using: &random)
    return Household(
      id: id, group: rarely(group, [nil, 2, 3].randomElement(using: &random) ?? nil, &random),
      members: rarely(members, nil, &random),
      income: rarely(
        Yuan(fen: Int64.random(in: -1000...400_000, using: &random)),
        rarely(nil, Yuan(fen: 99_999_999), &random),
        &random),
      assets: [rarely(1, 2, &random), rarely(0, nil, &random), rarely(0, 1, &random)])
  }

  private static func numbers(_ count: Int, _ order: Order, _ random: inout Seeded) -> [Int] {
    switch order {
    case .ascending: Array(1...count)
    case .descending: (1...count).reversed()
    case .shuffled, .long, .corrected: (1...count).shuffled(using: &random)
    case .repeated: (1...count).map { _ in Int.random(in: 1...count, using: &random) }
    }
  }

  private static func day(_ random: inout Seeded) -> Day {
    let year = Int.random(in: 2017...2020, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let length = Day.length(ofMonth: month, year: year)
    guard let day = Day(year: year, month: month, day: Int.random(in: 1...length, using: &random)) else {
      preconditionFailure("a month has these days")
    }
    return day
  }

  private static func amount(_ random: inout Seeded, _ scale: Int64) -> Int64 {
    Int.random(in: 0...40, using: &random) == 0
      ? Yuan.claimLimit.fen : Int64.random(in: 1...max(1, scale), using: &random)
  }

  /// The list of members that says who has moved.
  var memberList: String {
    SheetText.text(
      ["person_id", "household_id", "resident_id"],
      members.sorted { $0.key < $1.key }.map { [$0.key, $0.value, nil] },
      .csv)
  }

  /// What a ledger decides, claim by claim.
  ///
  /// - Parameter knowsMembers: whether it has the list of members.
  func decisions(under scheme: Scheme, knowsMembers: Bool = false) -> [Decision] {
    var ledger = Ledger(Adjudicator(scheme: scheme))
    if knowsMembers { ledger.members = members }
    return claims.map { claim in ledger.decide(claim, for: households.first { $0.id == claim.household }) }
  }
}

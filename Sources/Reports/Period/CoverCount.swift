import Claims
import Rules

/// Who is covered at a period's end: households in protected groups, by what was known by then.
struct CoverCount {
  /// Households, their members, and how many households' members are not known.
  struct Sum {
    var households: Int64 = 0
    var people: Int64 = 0
    var unknown: Int64 = 0

    fileprivate mutating func add(_ members: Int32) {
      households += 1
      if members >= 0 { people += Int64(members) } else { unknown += 1 }
    }
  }

  private(set) var registered: Int64 = 0
  private(set) var notProtected: Int64 = 0
  private(set) var groupUnknown: Int64 = 0
  private(set) var covered = Sum()
  /// By group and by township, as places in the fold's vocabularies; −1 where it is not known.
  private(set) var byGroup: [Int32: Sum] = [:]
  private(set) var byTownship: [Int32: Sum] = [:]

  init(_ reckoning: Reckoning) {
    let register = reckoning.fold.register
    let protected = reckoning.fold.groups.words.map { word in
      reckoning.scheme.groups.contains { $0.id == word && $0.isProtected }
    }
    for household in 0..<register.count {
      guard let known = register.known(Int32(truncatingIfNeeded: household), on: reckoning.serial) else {
        continue
      }
      registered += 1
      guard known.group >= 0 else {
        groupUnknown += 1
        continue
      }
      guard protected[Int(known.group)] else {
        notProtected += 1
        continue
      }
      covered.add(known.members)
      byGroup[known.group, default: Sum()].add(known.members)
      byTownship[known.township, default: Sum()].add(known.members)
    }
  }
}

extension FigureDraft {
  mutating func addRegister(_ pair: Pair) {
    add(.registered, pair) { $0.cover.registered }
    add(.covered, pair) { $0.cover.covered.households }
    add(.notProtected, pair) { $0.cover.notProtected }
    add(.groupUnknown, pair) { $0.cover.groupUnknown }
    add(.people, pair) { $0.cover.covered.people }
    add(.membersUnknown, pair) { $0.cover.covered.unknown }
    let groups = pair.now.scheme.groups.filter(\.isProtected).map(\.id)
    for (measure, part) in FigureDraft.byGroup {
      add(measure, each: groups, pair) { reckoning, word in
        reckoning.fold.groups.words.firstIndex(of: word)
          .flatMap { reckoning.cover.byGroup[Int32($0)] }.map(part) ?? 0
      }
    }
    let townships = pair.townships
    for (measure, part) in FigureDraft.byTownship {
      add(measure, each: townships, pair) { reckoning, word in
        let code = reckoning.fold.townships.words.firstIndex(of: word).map { Int32($0) } ?? -1
        var sum = reckoning.cover.byTownship[code].map(part) ?? 0
        // Not stated, and stated as not known, are the same.
        if word == Vocabulary.unknown { sum += reckoning.cover.byTownship[-1].map(part) ?? 0 }
        return sum
      }
    }
  }

  private static let byGroup: [(Measure, @Sendable (CoverCount.Sum) -> Int64)] = [
    (.householdsByGroup, { $0.households }), (.peopleByGroup, { $0.people }),
    (.unknownByGroup, { $0.unknown }),
  ]
  private static let byTownship: [(Measure, @Sendable (CoverCount.Sum) -> Int64)] = [
    (.householdsByTownship, { $0.households }), (.peopleByTownship, { $0.people }),
    (.unknownByTownship, { $0.unknown }),
  ]

  mutating func addDecisions(_ pair: Pair) {
    let fold = pair.now.fold
    add(.decided, pair) { $0.flows.decided.total }
    add(.claimed, pair) { $0.flows.claimed.total }
    add(.awarded, pair) { $0.flows.awarded.total }
    let outcomes = Outcome.allCases.map(\.rawValue)
    add(.byOutcome, each: outcomes, pair) { $0.flows.outcomes.of($1, in: fold.outcomes) }
    add(.claimedByOutcome, each: outcomes, pair) { $0.flows.claimedByOutcome.of($1, in: fold.outcomes) }
    add(.awardedByOutcome, each: outcomes, pair) { $0.flows.awardedByOutcome.of($1, in: fold.outcomes) }
    let reasons = Reckoning.order(Reason.allCases.reversed().map(\.code), fold.reasons)
    add(.byReason, each: reasons, pair) { $0.flows.decided.of($1, in: fold.reasons) }
    add(.claimedByReason, each: reasons, pair) { $0.flows.claimed.of($1, in: fold.reasons) }
    add(.awardedByReason, each: reasons, pair) { $0.flows.awarded.of($1, in: fold.reasons) }
  }
}

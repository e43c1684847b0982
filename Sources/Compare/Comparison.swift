package import Units

/// Holds the decisions of one side against those of another, which come one by one.
///
/// The *n*-th decision on a claim id of one side meets the *n*-th of the other; where both name households, only of the same one.
package struct Comparison {
  /// What is counted on the way.
  package struct Tally: Hashable, Sendable {
    package var same = 0
    package var different = 0
    package var onlyA = 0
    package var onlyB = 0
    /// Claims that are paid nothing and that the other side, a mere list of payouts, need not name.
    package var unlisted = 0
    package var sumA = Yuan.zero
    package var sumB = Yuan.zero

    package var isSame: Bool { different == 0 && onlyA == 0 && onlyB == 0 }
  }

  /// How two sides reason differently, for a table.
  package struct ReasonPair: Hashable, Sendable {
    /// The reason, or the outcome where no reason is said; `nil` where the side does not have the claim.
    package let a: String?
    package let b: String?
  }

  /// What a pair of reasons comes to.
  package struct PairSum: Hashable, Sendable {
    package var claims = 0
    package var more = Yuan.zero
  }

  package private(set) var tally = Tally()
  package private(set) var pairs: [ReasonPair: PairSum] = [:]
  private var decisions: [ComparedDecision] = []
  /// For each decision of A the next one on the same claim id that has not met its counterpart.
  private var next: [Int32] = []
  private var met: [Bool] = []
  /// For each claim id its first and last decision.
  private var ends: [String: (first: Int32, last: Int32)] = [:]

  /// Whether A lists payouts only.
  package var isListA = false

  package init() {}

  /// Takes up a decision of A; all of them come before those of B.
  package mutating func addA(_ decision: ComparedDecision) {
    tally.sumA += decision.payout
    let index = Int32(decisions.count)
    decisions.append(decision)
    next.append(-1)
    met.append(false)
    if let known = ends[decision.claim] {
      next[Int(known.last)] = index
      ends[decision.claim] = (known.first, index)
    } else {
      ends[decision.claim] = (index, index)
    }
  }

  /// Takes up a decision of B.
  ///
  /// - Returns: how it differs from A, if it does.
  package mutating func addB(_ decision: ComparedDecision) -> Difference? {
    tally.sumB += decision.payout
    guard let index = counterpart(of: decision) else {
      if isListA, decision.payout == .zero {
        tally.unlisted += 1
        return nil
      }
      tally.onlyB += 1
      return note(Difference(a: nil, b: decision))
    }
    met[index] = true
    let found = decisions[index]
    guard !found.isSame(as: decision) else {
      tally.same += 1
      return nil
    }
    tally.different += 1
    return note(Difference(a: found, b: decision))
  }

  private func counterpart(of decision: ComparedDecision) -> Int? {
    guard var at = ends[decision.claim]?.first else { return nil }
    while at >= 0 {
      let index = Int(at)
      let household = decisions[index].household
      if !met[index], household.isEmpty || decision.household.isEmpty || household == decision.household {
        return index
      }
      at = next[index]
    }
    return nil
  }

  /// Hands out what only A has, once all of B came.
  ///
  /// - Parameter isListB: whether B lists payouts only, and need not have claims that are paid nothing.
  package mutating func finish<E>(isListB: Bool, _ body: (Difference) throws(E) -> Void) throws(E) {
    for index in decisions.indices where !met[index] {
      if isListB, decisions[index].payout == .zero {
        tally.unlisted += 1
        continue
      }
      tally.onlyA += 1
      try body(note(Difference(a: decisions[index], b: nil)))
    }
  }

  private mutating func note(_ difference: Difference) -> Difference {
    func word(_ decision: ComparedDecision?) -> String? {
      guard let decision else { return nil }
      return decision.reason.isEmpty ? decision.outcome.rawValue : decision.reason
    }
    let pair = ReasonPair(a: word(difference.a), b: word(difference.b))
    pairs[pair, default: PairSum()].claims += 1
    pairs[pair, default: PairSum()].more += difference.more
    return difference
  }
}

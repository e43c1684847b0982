package import Units

/// Something in a casebook to be looked at, and why: never more than that.
package struct Anomaly: Hashable, Sendable {
  /// Which check found it.
  package let code: AnomalyCode
  /// What was found, as a sentence without its full stop: the evidence.
  package let what: Wording
  /// The money that hangs on it. Where it is an estimate the sentence says so.
  package let stake: Yuan
  /// How strong the evidence is, 0 to 100; 0 is a remark, which counts as no finding.
  package let strength: Int
  /// The evidence by its names, each list in order.
  package let cases: [Int]
  package let households: [String]
  package let actors: [String]
  /// Numbers of entries of the journal.
  package let entries: [Int]

  package init(
    _ code: AnomalyCode, what: Wording, stake: Yuan, strength: Int, cases: [Int] = [],
    households: [String] = [],
    actors: [String] = [], entries: [Int] = []
  ) {
    precondition((0...100).contains(strength), "strength is a share of a hundred")
    self.code = code
    self.what = what
    self.stake = stake
    self.strength = strength
    self.cases = Set(cases).sorted()
    self.households = Set(households).sorted()
    self.actors = Set(actors).sorted()
    self.entries = Set(entries).sorted()
  }

  /// What a finding weighs where no money has moved yet, so that it does not sink below every finding on a few yuan.
  package static let base = Yuan(fen: 100_000)

  /// By what findings are ranked: (money at stake + 1,000 yuan) × strength ÷ 100, in whole yuan.
  package var score: Int64 {
    Int64(clamping: Int128(stake.fen + Anomaly.base.fen) * Int128(strength) / 10_000)
  }

  /// Whether it is only a remark.
  package var isRemark: Bool { strength == 0 }

  /// The order in which an auditor reads: what weighs most first; the rest makes the order the same every time.
  package static func precedes(_ a: Anomaly, _ b: Anomaly) -> Bool {
    if a.score != b.score { return a.score > b.score }
    if a.strength != b.strength { return a.strength > b.strength }
    if a.code != b.code { return a.code.rank < b.code.rank }
    if a.cases != b.cases { return a.cases.lexicographicallyPrecedes(b.cases) }
    if a.households != b.households { return a.households.lexicographicallyPrecedes(b.households) }
    if a.actors != b.actors { return a.actors.lexicographicallyPrecedes(b.actors) }
    return a.what.en < b.what.en
  }
}

extension AnomalyCode {
  /// Its place among the checks.
  var rank: Int { AnomalyCode.allCases.firstIndex(of: self) ?? AnomalyCode.allCases.count }
}

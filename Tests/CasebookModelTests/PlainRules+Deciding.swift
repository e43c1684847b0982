extension PlainRules {
  /// What is known of a household when it is decided.
  struct Known: Sendable {
    var group: String?
    var members: Int?
    var income: Int?
    /// `nil` where nobody answered, or too long ago.
    var assets: [Int?] = [nil, nil, nil]
  }

  /// A claim, and what was counted and paid for its account before.
  struct Asked: Sendable {
    let peril: String
    let cause: String?
    let compensated: Bool?
    let incurred: Int
    let amount: Int
    let known: Known
    /// Whether the person it befell may be somebody else of another household.
    var isStranger = false
  }

  /// A decision; `benefit` only where the claim counts.
  struct Decided: Sendable {
    let reason: String
    let outcome: String
    var payout = 0
    var benefit: String?
    /// All that its account has counted with it.
    var accumulator = 0
    var isCounted: Bool { benefit != nil }
  }

  /// The first row of the decision table that applies; `account` gives counted cost and payouts under a benefit.
  func decide(_ asked: Asked, _ account: (Benefit) -> (counted: Int, paid: Int)) -> Decided {
    let known = asked.known
    func denied(_ reason: String) -> Decided { Decided(reason: reason, outcome: "denied") }
    func pended(_ reason: String) -> Decided { Decided(reason: reason, outcome: "pended") }
    guard let group = known.group, groups.contains(group), let members = known.members, members > 0 else {
      return pended("household-unclear")
    }
    guard protected.contains(group) else { return denied("group-not-covered") }
    guard let benefit = benefits.first(where: { $0.peril == asked.peril && $0.groups.contains(group) }),
      asked.cause.map({ causes[$0, default: []].contains(asked.peril) }) ?? true
    else { return denied("peril-not-covered") }
    if asked.incurred < from { return denied("outside-coverage-period") }
    let isAccident = asked.cause == onlyIfUncompensated
    if isAccident, asked.compensated == true { return denied("compensated-elsewhere") }
    for (asset, limit) in assetLimits.enumerated() {
      if let count = known.assets[asset], count > limit { return denied("disqualifying-asset") }
    }
    let standard = standards[PlainDay.parts(asked.incurred).year - 1]
    if let income = known.income, let standard, 2 * income >= 3 * standard * members {
      return denied("above-protection-line")
    }
    if isAccident, asked.compensated == nil { return pended("compensation-unknown") }
    if known.assets.contains(nil) { return pended("verification-incomplete") }
    if known.income == nil { return pended("income-unknown") }
    if standard == nil { return pended("protection-line-unknown") }
    if benefit.isByPerson, asked.isStranger { return pended("person-unknown") }
    let (counted, paid) = account(benefit)
    return award(benefit, counted + asked.amount, paid)
  }

  private func award(_ benefit: Benefit, _ counted: Int, _ paid: Int) -> Decided {
    func denied(_ reason: String) -> Decided {
      Decided(reason: reason, outcome: "denied", benefit: benefit.id, accumulator: counted)
    }
    guard counted > benefit.line else { return denied("below-warning-line") }
    let earned = benefit.earned(counted)
    if paid > 0, paid == benefit.cap { return denied("cap-exhausted") }
    if paid > 0, earned <= paid { return denied("no-further-benefit") }
    if earned == 0 { return denied("rounds-to-zero") }
    return Decided(
      reason: earned == benefit.cap ? "covered-to-cap" : "covered", outcome: "approved",
      payout: earned - paid, benefit: benefit.id, accumulator: counted)
  }

  /// The year in which the policy year of a day began.
  func policyYear(_ day: Int) -> Int {
    let parts = PlainDay.parts(day)
    return (parts.month, parts.day) < (yearStart.month, yearStart.day) ? parts.year - 1 : parts.year
  }
}

extension PlainRules.Benefit {
  /// What an accumulator over the line has earned: hundredths of a fen, rounded once, half up.
  func earned(_ counted: Int) -> Int {
    let rest = paysExcess ? counted - line : counted
    var hundredths = 0
    if isWhole {
      let band = bands.last { rest > $0.lower || (rest == $0.lower && $0.includesLower) } ?? bands[0]
      hundredths = rest * band.percent
    } else {
      for (index, band) in bands.enumerated() where rest > band.lower {
        let upper = index + 1 < bands.count ? min(rest, bands[index + 1].lower) : rest
        hundredths += (upper - band.lower) * band.percent
      }
    }
    let fen = (hundredths + 50) / 100
    return cap.map { min($0, fen) } ?? fen
  }
}

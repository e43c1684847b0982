import Units

/// Claims as chance has them: by season, by township, and with a long tail of cost.
struct ClaimsByChance {
  private let layout: CountyLayout
  private let places: InventedPlaces
  private let householdKey: UInt64
  private let claimKey: UInt64
  private let repeatKey: UInt64
  private let strikes: [DisasterStrike]

  /// Of 1,000 claims of January to December, how many are of illness and of education; the rest are of disaster.
  private static let season: [(illness: Int, education: Int)] = [
    (800, 60), (640, 220), (720, 160), (780, 40), (800, 20), (740, 30), (480, 40), (480, 330), (430, 450),
    (780, 90), (820, 40), (820, 30),
  ]

  /// How many of a million claims have something odd, by what it is.
  private enum Odd {
    static let unknownHousehold = 2_000
    static let wrongCause = 1_000
    static let slipOfYear = 500
    static let oldEvent = 3_000
    static let declaredLate = 150_000
    static let repeated = 1_000
    static let conflicting = 300
  }

  /// - Parameter households: the key that households are drawn from.
  init(layout: CountyLayout, places: InventedPlaces, seed: UInt64, householdKey: UInt64) {
    self.layout = layout
    self.places = places
    self.householdKey = householdKey
    claimKey = SeededDraw.key(seed: seed, purpose: 3)
    repeatKey = SeededDraw.key(seed: seed, purpose: 4)
    let strikeKey = SeededDraw.key(seed: seed, purpose: 5)
    strikes = (0..<12).map { DisasterStrike(month: $0, key: strikeKey) }
  }

  /// How a row presents the claim of another row once more.
  enum Repeat {
    case same, withOtherAmount
  }

  /// How a row presents the row before it once more; `nil` for a row with a claim of its own.
  @inline(__always)
  func repeatsRowBefore(ordinal: Int) -> Repeat? {
    var random = SeededDraw(key: repeatKey, index: ordinal)
    let lot = random.below(1_000_000)
    guard lot < Odd.repeated + Odd.conflicting else { return nil }
    return lot < Odd.conflicting ? .withOtherAmount : .same
  }

  /// The claim of a row.
  ///
  /// - Parameter ordinal: the row's place among all claims of the county, from 0.
  func claim(ordinal: Int, month: Int, row: Int) -> DeclaredClaim {
    var random = SeededDraw(key: claimKey, index: ordinal)
    let isLate = random.happens(perMillion: Odd.declaredLate)
    let year = CountyLayout.year - (isLate && month == 0 ? 1 : 0)
    let eventMonth = isLate ? (month + 11) % 12 : month
    let day = (year, eventMonth + 1, 1 + random.below(Day.length(ofMonth: eventMonth + 1, year: year)))
    var claim = DeclaredClaim(
      idMonth: month, idNumber: row + 1, household: 0, peril: .illness, day: day, fen: 0)
    let lot = random.below(1_000)
    let (illness, education) = ClaimsByChance.season[eventMonth]
    if lot < illness {
      fillIllness(&claim, &random)
    } else if lot < illness + education {
      claim.peril = .education
      claim.household = anyHousehold(&random)
      claim.fen = Quantiles.education.draw(&random)
      claim.person = members(of: claim.household)
    } else {
      fillDisaster(&claim, &random)
    }
    addOddity(&claim, &random)
    return claim
  }

  private func fillIllness(_ claim: inout DeclaredClaim, _ random: inout SeededDraw) {
    claim.household = anyHousehold(&random)
    let lot = random.below(100)
    // One household in 16 has somebody who is ill for long, and brings small bills again and again.
    if lot < 20, claim.household | 15 < layout.households {
      claim.household = layout.leftToChance(claim.household & ~15 | 5)
      claim.cause = .longTermTreatment
      claim.fen = Quantiles.longTreatment.draw(&random)
      claim.person = 1
      return
    }
    claim.fen = Quantiles.illness.draw(&random)
    claim.person = 1 + random.below(members(of: claim.household))
    if lot < 85 {
      claim.cause = .inpatient
    } else if lot < 90 {
      fillAccident(&claim, &random)
    }
  }

  private func fillDisaster(_ claim: inout DeclaredClaim, _ random: inout SeededDraw) {
    claim.peril = .disaster
    claim.fen = Quantiles.disaster.draw(&random)
    let strike = strikes[claim.day.month - 1]
    let lot = random.below(100)
    let struck = places.households(ofTownship: strike.township(&random))
    if lot < 80, struck.count > 1 {
      let last = struck.upperBound - 1
      claim.household = layout.leftToChance(struck.lowerBound + random.below(struck.count))
      if claim.household > last { claim.household = layout.leftToChance(struck.lowerBound) }
      claim.day.day = strike.firstDay + random.below(3)
      return
    }
    claim.household = anyHousehold(&random)
    if lot < 87 {
      claim.person = 1 + random.below(members(of: claim.household))
      fillAccident(&claim, &random)
    } else if lot < 90 {
      claim.person = 1
      claim.cause = .longTermTreatment
    }
  }

  private func fillAccident(_ claim: inout DeclaredClaim, _ random: inout SeededDraw) {
    claim.cause = .trafficAccident
    let lot = random.below(100)
    if lot < 85 { claim.compensated = lot >= 60 }
  }

  private func addOddity(_ claim: inout DeclaredClaim, _ random: inout SeededDraw) {
    if random.happens(perMillion: Odd.unknownHousehold) {
      claim.household = layout.households + random.below(layout.households)
      claim.person = 0
    }
    // Every cause there is leads to illness.
    if claim.peril != .illness, random.happens(perMillion: Odd.wrongCause) {
      claim.cause = .inpatient
      claim.compensated = nil
    }
    if random.happens(perMillion: Odd.slipOfYear) { claim.day.year += 6 }
    if random.happens(perMillion: Odd.oldEvent) {
      claim.day = (CountyLayout.year - 1, 1 + random.below(9), min(claim.day.day, 28))
    }
  }

  private func anyHousehold(_ random: inout SeededDraw) -> Int {
    layout.leftToChance(random.below(layout.households))
  }

  /// How many people a household left to chance has on the register; 1 where the register does not say.
  private func members(of household: Int) -> Int {
    var random = SeededDraw(key: householdKey, index: household)
    return RegisterEntry.drawn(&random).members ?? 1
  }
}

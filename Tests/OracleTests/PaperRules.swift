/// What a claim is for.
enum Peril: CaseIterable { case illness, education, disaster }

/// What a household is. The first two are protected, the last two are known and not protected.
enum Group: CaseIterable { case outOfPoverty, lowIncome, registeredPoor, ordinary }

/// What brought the cost about.
enum Cause: CaseIterable { case inpatient, longTermTreatment, trafficAccident }

/// One row of the paper's table of benefits, in yuan and percent.
struct Staircase {
  let line: Int
  /// "under" this: the first rate.
  let under: Int
  /// "above" this: the third rate; between the two, both included, the second.
  let above: Int
  let percents: [Int]
  let cap: Int?
}

/// Wei County's rules as the paper words them, in one of the two readings.
struct PaperRules {
  enum Reading: String, CaseIterable {
    case whole = "wei-county-2017"
    case byBand = "wei-county-2017-by-band"
  }

  /// What a benefit's costs are summed by: as the paper is read, or otherwise.
  enum Sums: CaseIterable {
    /// Everything by household, as it is built in.
    case byHousehold
    /// Everything by person; the cap stays the household's.
    case byPerson
    /// Everything by person, and each has a cap of their own.
    case byPersonWithCap
    /// By person against disasters, and in illness for one of the groups.
    case byEither
  }

  let reading: Reading
  var sums = Sums.byHousehold
  /// Perils whose numbers nobody has published: none in Wei, so only a hand-made case can reach row 15.
  var silentOn: Set<Peril> = []

  /// The first day of the scheme.
  static let firstDay = CalendarDay(year: 2017, month: 10, day: 1)

  static func isProtected(_ group: Group) -> Bool { group == .outOfPoverty || group == .lowIncome }

  /// The national poverty standard, yuan a person, of a calendar year.
  static func standard(of year: Int) -> Int? {
    switch year {
    case 2010: 2300
    case 2011: 2536
    case 2012: 2625
    case 2013: 2736
    case 2014: 2800
    case 2015: 2855
    case 2016: 2952
    case 2017: 2952
    case 2018: 2995
    case 2019: 3218
    case 2020: 4000
    default: nil
    }
  }

  /// What a household's income must stay below for an event in `year`, where the standard is known.
  static func protectionLine(eventYear year: Int, members: Int) -> Rational? {
    standard(of: year - 1).map { Rational(3, over: 2) * Rational(Int128($0)) * Rational(Int128(members)) }
  }

  static func leads(_ cause: Cause?, to peril: Peril) -> Bool {
    switch cause {
    case nil: true
    case .inpatient: peril == .illness
    case .longTermTreatment, .trafficAccident: peril == .illness || peril == .disaster
    }
  }

  static func staircase(_ peril: Peril, _ group: Group) -> Staircase? {
    switch (peril, group) {
    case (.illness, .outOfPoverty):
      Staircase(line: 5000, under: 10000, above: 30000, percents: [70, 60, 50], cap: nil)
    case (.illness, .lowIncome):
      Staircase(line: 20000, under: 50000, above: 100_000, percents: [30, 50, 70], cap: nil)
    case (.education, .outOfPoverty), (.education, .lowIncome):
      Staircase(line: 8000, under: 3000, above: 5000, percents: [100, 80, 60], cap: nil)
    case (.disaster, .outOfPoverty), (.disaster, .lowIncome):
      Staircase(line: 10000, under: 10000, above: 30000, percents: [40, 60, 80], cap: 30000)
    case (_, .registeredPoor), (_, .ordinary): nil
    }
  }

  /// Whether a group's costs are summed by person.
  func sumsByPerson(_ peril: Peril, _ group: Group) -> Bool {
    switch sums {
    case .byHousehold: false
    case .byPerson, .byPersonWithCap: true
    case .byEither: peril == .disaster || peril == .illness && group == .outOfPoverty
    }
  }

  /// What the year's cost pays in all where nobody else is paid under the cap.
  func benefit(_ stairs: Staircase, accumulated: Rational) -> Rational {
    benefit(stairs, accumulated: accumulated, atMost: stairs.cap.map { Rational(Int128($0)) })
  }

  /// What the year's cost pays in all: staircase(cost − line), the most that may be paid, then one rounding.
  func benefit(_ stairs: Staircase, accumulated: Rational, atMost most: Rational?) -> Rational {
    let remaining = accumulated - Rational(Int128(stairs.line))
    if remaining <= .zero { return .zero }
    let under = Rational(Int128(stairs.under))
    let above = Rational(Int128(stairs.above))
    let rates = stairs.percents.map { Rational(Int128($0), over: 100) }
    let paid: Rational
    switch reading {
    case .whole:
      if remaining < under {
        paid = rates[0] * remaining
      } else if remaining <= above {
        paid = rates[1] * remaining
      } else {
        paid = rates[2] * remaining
      }
    case .byBand:
      let first = min(remaining, under)
      let second = remaining > under ? min(remaining, above) - under : .zero
      let third = remaining > above ? remaining - above : .zero
      paid = rates[0] * first + rates[1] * second + rates[2] * third
    }
    let capped = most.map { max(.zero, min(paid, $0)) } ?? paid
    return capped.roundedHalfUpToFen
  }
}

/// Where everything of a county stands: how many claims a month has, and which rows and households are set apart.
///
/// All of it is arithmetic on the county's size, so that any row can be asked what it is.
struct CountyLayout {
  /// The calendar year of the county's claims. The protection line of all its months is known.
  static let year = 2018
  /// Below either, nothing is set apart: there is no room for one of each.
  static let leastHouseholds = 200
  /// See ``leastHouseholds``.
  static let leastClaims = 400
  /// Rows at the head of each month's file that ``MonthOpening`` has.
  static let openingRows = 4

  let households: Int
  let claims: Int
  let months: Int
  /// How many sets of planted rows there are: one, and with size one for each 2,000 households and 4,000 claims.
  let sets: Int
  /// The ordinal of each month's first claim, and the number of all claims after the last.
  private let starts: [Int]

  /// How busy January to December are, against each other: floods in July, school in August and September.
  private static let busyness = [70, 60, 80, 75, 80, 85, 130, 110, 115, 80, 75, 80]

  init(households: Int, claims: Int, months: Int) {
    self.households = households
    self.claims = claims
    self.months = months
    let hasRoom = households >= CountyLayout.leastHouseholds && claims >= CountyLayout.leastClaims
    sets = hasRoom ? max(1, min(households / 2_000, claims / 4_000)) : 0
    let all = CountyLayout.busyness.prefix(months).reduce(0, +)
    var before = 0
    var starts = [0]
    for weight in CountyLayout.busyness.prefix(months) {
      before += weight
      starts.append(claims * before / all)
    }
    self.starts = starts
  }

  /// How many claims the file of a month has; January is 0.
  func claims(inMonth month: Int) -> Int { starts[month + 1] - starts[month] }

  /// How many claims come before the file of a month.
  func claims(beforeMonth month: Int) -> Int { starts[month] }

  /// Whether a month's first rows are its opening.
  var hasOpenings: Bool { sets > 0 }

  /// The planted claim that stands in a row of a month, and its set; `nil` for a row left to chance.
  @inline(__always)
  func planted(month: Int, row: Int) -> (set: Int, claim: PlantedClaim)? {
    guard sets > 0, row >= CountyLayout.openingRows else { return nil }
    let plantable = claims - CountyLayout.openingRows * months
    let ordinal = starts[month] + row - CountyLayout.openingRows * (month + 1)
    let each = PlantedClaim.all.count
    guard let (set, number) = CountyLayout.spread(ordinal, of: plantable, sets: sets, each: each) else {
      return nil
    }
    return (set, PlantedClaim.all[number])
  }

  /// The household set apart that has a number on the register; `nil` for one left to chance.
  @inline(__always)
  func planted(household: Int) -> (set: Int, household: PlantedHousehold)? {
    guard sets > 0 else { return nil }
    let each = PlantedHousehold.count
    guard let (set, number) = CountyLayout.spread(household, of: households, sets: sets, each: each) else {
      return nil
    }
    return PlantedHousehold(rawValue: number).map { (set, $0) }
  }

  /// The number on the register of a household set apart.
  func number(of household: PlantedHousehold, set: Int) -> Int {
    let stride = households / sets
    let each = PlantedHousehold.count
    return set * stride + (household.rawValue * stride + each - 1) / each
  }

  /// The household next to `number` that is left to chance: itself, or the one after.
  @inline(__always)
  func leftToChance(_ number: Int) -> Int { planted(household: number) == nil ? number : number + 1 }

  /// Which of `each` things, evenly spread over each of `sets` stretches of `total` places, stands at a place.
  ///
  /// The first thing stands on a stretch's first place, and between two things there is room: callers see to a
  /// stretch of at least twice `each`.
  @inline(__always)
  private static func spread(_ place: Int, of total: Int, sets: Int, each: Int) -> (set: Int, number: Int)? {
    let stride = total / sets
    let set = place / stride
    guard set < sets else { return nil }
    let within = place - set * stride
    let number = within * each / stride
    guard within == (number * stride + each - 1) / each else { return nil }
    return (set, number)
  }
}

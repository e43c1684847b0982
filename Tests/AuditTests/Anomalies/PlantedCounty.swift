import Audit
import Casebook
import Rules
import Units

/// A household of the made-up county.
struct Home {
  let id: String
  let village: Int
  let isLowIncome: Bool
  var members: Int
  /// Yuan a year, of the whole household.
  var income: Int
  /// Whose it is: serial numbers of persons.
  let persons: [Int]

  var group: String { isLowIncome ? "low-income" : "out-of-poverty" }
  func person(_ index: Int) -> String { "P\(persons[index % persons.count])" }
  var account: String { Invented.account(persons[0]) }
}

/// A case on its way through the county: what is to be recorded, and what became of it.
struct Plan {
  let home: Int
  var peril = "illness"
  let day: Day
  /// Left to the household, in fen.
  let amount: Int64
  var account: String?
  var clerk: String
  /// What the departments find: `nil` does not answer.
  var answers: [Int?] = [1, 0, 0]
  /// Who answers for all three, where one does.
  var answerer: String?
  var approver: String
  /// Seconds after the approval before it.
  var gap: Int64
  /// The number under which it was opened.
  var number = 0
}

/// A fraud that was put in, and by what a finding shows that it saw it.
struct Plant {
  /// The checks that ought to see it: the first is the one it was put in for, the others tell the truth too.
  let codes: [AnomalyCode]
  var plans: [Int] = []
  var households: Set<String> = []
  var actors: Set<String> = []

  /// Whether a finding is about it.
  func isSeen(by finding: Anomaly, _ numbers: [Int]) -> Bool {
    guard codes.contains(finding.code) else { return false }
    let cases = Set(plans.map { numbers[$0] })
    if !cases.isDisjoint(with: finding.cases) { return true }
    return !households.isDisjoint(with: finding.households) || !actors.isDisjoint(with: finding.actors)
  }
}

/// A county of some hundred households whose books are kept for half a year, innocent and otherwise, from a seed.
struct PlantedCounty {
  static let villages = 12
  static let departments = ["land", "market", "police"]
  static let approvers = ["chen", "feng", "sun"]

  var chance: Chooser
  var homes: [Home] = []
  var plans: [Plan] = []
  var plants: [Plant] = []
  /// Homes that nothing has happened to yet.
  var free: [Int] = []
  /// Register rows recorded on top of the first, by day.
  var revisions: [(day: String, kind: ImportKind, rows: [String])] = []
  var assets: [Int: [Int]] = [:]
  var medical: [String] = []
  var schooling: [String] = []
  var batch: [String] = []
  /// Members listed besides the households' own, and those listed only at the end.
  var moreMembers: [String] = []
  var lateMembers: [String] = []

  init(seed: UInt64, households: Int = 480) {
    chance = Chooser(seed: seed)
    for index in 0..<households {
      let members = chance.between(2, 5)
      let isPoor = chance.happens(90)
      homes.append(
        Home(
          id: "H\(1000 + index)", village: index % PlantedCounty.villages, isLowIncome: chance.happens(45),
          members: members,
          income: members * (isPoor ? chance.between(1500, 4200) : chance.between(4500, 6000)),
          persons: [index * 3 + 1, index * 3 + 2]))
    }
    free = chance.shuffled(Array(homes.indices))
    plantAll()
    fillWithInnocents()
  }

  static func clerk(_ village: Int) -> String { "clerk\(village)" }

  /// Takes a home that nothing has happened to.
  mutating func take(isLowIncome: Bool? = nil, in village: Int? = nil) -> Int {
    let place = free.firstIndex { index in
      (isLowIncome ?? homes[index].isLowIncome) == homes[index].isLowIncome
        && (village ?? homes[index].village) == homes[index].village
    }
    guard let place else { preconditionFailure("the county is too small for what is planted in it") }
    let home = free.remove(at: place)
    // What is planted is paid: the household lies below the line.
    homes[home].income = min(homes[home].income, homes[home].members * 4200)
    return home
  }

  /// A day from the beginning of March to the end of June.
  mutating func anyDay() -> Day { PlantedCounty.day(chance.between(0, 110)) }

  /// The last that can be declared, three days later, before the departments answer.
  static var lastDay: Day { day(118) }

  static func day(_ offset: Int) -> Day {
    guard let day = Day("2018-03-05")?.adding(days: offset) else {
      preconditionFailure("the calendar goes on")
    }
    return day
  }

  /// Adds a case; the rest is as it usually is.
  @discardableResult
  mutating func add(_ home: Int, _ yuan: Int64, on day: Day, fen: Int64? = nil) -> Int {
    let cents = fen ?? Int64(chance.between(0, 99))
    plans.append(
      Plan(
        home: home, day: day, amount: yuan * 100 + cents, clerk: PlantedCounty.clerk(homes[home].village),
        approver: PlantedCounty.approvers[chance.below(PlantedCounty.approvers.count)],
        gap: Int64(chance.between(120, 420))))
    return plans.count - 1
  }

  /// A cost that passes the line of its group, as costs of stays go: many middling, few very high.
  mutating func usualCost(_ home: Int) -> Int64 {
    let line = homes[home].isLowIncome ? 20_000 : 5_000
    let over = chance.between(1, 1000)
    return Int64(line + 300 + over * over * over / 40_000 + chance.between(0, 9000))
  }
}

/// Draws from a seed.
struct Chooser {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed.multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for index in list.indices.dropFirst().reversed() { list.swapAt(index, below(index + 1)) }
    return list
  }
}

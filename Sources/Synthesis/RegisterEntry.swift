/// What the invented register says of one household; `nil` is an empty cell.
struct RegisterEntry {
  /// The groups the built-in schemes know.
  enum Group {
    case outOfPoverty, lowIncome, registeredPoor, ordinary

    /// The word in the file.
    var word: StaticString {
      switch self {
      case .outOfPoverty: "out-of-poverty"
      case .lowIncome: "low-income"
      case .registeredPoor: "registered-poor"
      case .ordinary: "ordinary"
      }
    }
  }

  var group: Group?
  var members: Int?
  /// Net income of the year before, in fen.
  var income: Int64?
  var dwellings: Int? = 1
  var businesses: Int? = 0
  var vehicles: Int? = 0

  /// The protection line of 2018 a person: 1.5 × 2,952 yuan, in fen. Incomes are drawn around it.
  static let line: Int64 = 442_800

  /// How many in a million have an empty cell, cell by cell.
  private enum Missing {
    static let group = 1_500
    static let members = 1_500
    static let income = 6_000
    static let asset = 3_000
  }

  /// A household as chance has it.
  static func drawn(_ random: inout SeededDraw) -> RegisterEntry {
    let group: Group =
      switch random.below(100) {
      case ..<45: .outOfPoverty
      case ..<90: .lowIncome
      case ..<94: .registeredPoor
      default: .ordinary
      }
    let members =
      switch random.below(100) {
      case ..<12: 1
      case ..<36: 2
      case ..<60: 3
      case ..<82: 4
      case ..<93: 5
      case ..<98: 6
      default: 7
      }
    var entry = RegisterEntry(
      group: group, members: members, income: Quantiles.income(of: group).draw(&random) * Int64(members))
    entry.dwellings =
      switch random.below(100) {
      case ..<2: 0
      case ..<5: 2
      default: 1
      }
    entry.businesses = random.below(100) < 3 ? 1 : 0
    entry.vehicles = random.below(100) < 4 ? 1 : 0
    entry.forget(&random)
    return entry
  }

  /// Empties a few cells. All are drawn, so that the share of one never moves the others.
  private mutating func forget(_ random: inout SeededDraw) {
    if random.happens(perMillion: Missing.group) { group = nil }
    if random.happens(perMillion: Missing.members) { members = nil }
    if random.happens(perMillion: Missing.income) { income = nil }
    if random.happens(perMillion: Missing.asset) { dwellings = nil }
    if random.happens(perMillion: Missing.asset) { businesses = nil }
    if random.happens(perMillion: Missing.asset) { vehicles = nil }
  }

  /// Writes the cells from `group` to `vehicles`.
  func write(to file: inout SynthesisFile) {
    if let group { file.put(group.word) }
    file.comma()
    if let members { file.put(members) }
    file.comma()
    if let income { file.putYuan(fen: income) }
    file.comma()
    if let dwellings { file.put(dwellings) }
    file.comma()
    if let businesses { file.put(businesses) }
    file.comma()
    if let vehicles { file.put(vehicles) }
  }
}

import TestKit

/// Names the persons of claims: some move, some are in two households at once, and of some nobody says who they are.
struct MakePersons {
  private enum Place {
    static let household = 1
    static let person = 8
  }

  private(set) var stays: [Stays] = []
  private var places: [String: Int] = [:]
  /// The households so far, as their claims name them.
  private var homes: [String] = []

  /// Names persons in the claims of a story, and lets some of them go on in another household.
  mutating func enter(
    _ story: inout [SheetRow], of household: MadeHousehold, _ index: Int, _ order: IDOrder,
    using random: inout Seeded
  ) {
    if homes.last != household.id { homes.append(household.id) }
    let own = (1...3).map { MakePersons.id(index, $0, order) }
    let isOf = random.pick(own)
    let isOneself = random.chance(700)
    let moves = random.chance(750) ? random.number(0...story.count) : story.count
    let other = random.pick(Array(homes.suffix(8)))
    for place in story.indices {
      let person = isOneself ? isOf : random.pick(own)
      story[place].cells.append(random.chance(40) ? .missing : .id(person))
      // Now and then they are back for a while.
      if place >= moves, random.chance(850) { story[place][Place.household] = .id(other) }
      guard case .id(let home) = story[place][Place.household] else { continue }
      note(person, in: home)
    }
  }

  private mutating func note(_ person: String, in home: String) {
    if let place = places[person] {
      stays[place].homes.append(home)
    } else {
      places[person] = stays.count
      stays.append(Stays(person: person, homes: [home]))
    }
  }

  private static func id(_ household: Int, _ number: Int, _ order: IDOrder) -> String {
    switch (order, household % 5) {
    case (.fancy, 0): "人\(household)-\(number)"
    case (.fancy, 1): "\u{E9}\(household),\(number)"
    case (.fancy, 2): "e\u{301} \(household) \"\(number)\""
    case (.numeric, _): "\(household * 10 + number)"
    default: "P\(household)-\(number)"
    }
  }
}

/// Lists of members of a county whose claims name persons.
enum MakeMembers {
  /// A list: most are where they stood last, some where they stood first, some in both, and some nowhere.
  static func make(_ stays: [Stays], using random: inout Seeded) -> [SheetRow] {
    var rows: [SheetRow] = []
    for stay in stays {
      guard let first = stay.homes.first, let last = stay.homes.last else { continue }
      let homes: [String]
      switch random.number(0...9) {
      case 0, 1: homes = []
      case 2, 3: homes = [last, first]
      case 4: homes = [first]
      case 5: homes = [last, last]
      default: homes = [last]
      }
      rows += homes.map { SheetRow(cells: [.id(stay.person), .id($0)]) }
      if random.chance(10) { rows.append(spoilt(stay, using: &random)) }
    }
    if random.chance(700) { rows.shuffle(using: &random) }
    return rows
  }

  private static func spoilt(_ stay: Stays, using random: inout Seeded) -> SheetRow {
    var row = SheetRow(cells: [.id(stay.person), .id(stay.homes[0])])
    switch random.number(0...4) {
    case 0: row[0] = .missing
    case 1: row[1] = .missing
    case 2: row[0] = .nonsense(random.pick(Nonsense.ids))
    case 3: row[1] = .nonsense(random.pick(Nonsense.ids + Nonsense.households))
    default: row.fault = random.pick([.moreCells, .badQuoting])
    }
    return row
  }
}

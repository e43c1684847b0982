import TestKit

/// A whole county from a seed: few households, many claims, everything that can go wrong often enough.
struct MakeCounty {
  private enum Place {
    static let id = 0
    static let household = 1
    static let peril = 2
    static let day = 3
    static let amount = 4
    static let cause = 5
    static let compensated = 6
    static let corrects = 7
    static let person = 8
  }

  private let plan: CountyPlan
  /// How many corrections of claims that there are not were made.
  private var strays = 0
  private var random: Seeded
  private var persons = MakePersons()
  private(set) var county = County()

  init(_ plan: CountyPlan) {
    self.plan = plan
    random = Seeded(seed: plan.seed)
    if plan.corrects { county.columns = Column.ofClaimsAndCorrections }
    let ordered = interleavedStories()
    enterClaims(ordered)
    guard plan.namesPersons else { return }
    county.columns.append(.person)
    county.stays = persons.stays
    // Where nothing is corrected, there is no column for it.
    if !plan.corrects {
      for place in county.claims.indices { county.claims[place].cells.remove(at: Place.corrects) }
    }
  }

  /// Households onto the register, and all their stories' claims in one order that keeps each story's own.
  private mutating func interleavedStories() -> [SheetRow] {
    var keyed: [(key: UInt64, row: SheetRow)] = []
    var index = 0
    while keyed.count < plan.claims {
      index += 1
      let id = householdID(index)
      var household = MakeHouseholds.make(index, id: id, using: &random)
      if random.chance(20) { household.id = likeness(of: id) }
      county.households += household.rows
      if random.chance(20) { county.households.append(MakeHouseholds.stray(index, using: &random)) }
      for _ in 0..<random.number(0...4) {
        var story = MakeStories.make(for: household, using: &random)
        if plan.namesPersons { persons.enter(&story, of: household, index, plan.order, using: &random) }
        let keys = story.map { _ in random.next() >> 1 }.sorted()
        keyed += zip(keys, story).map { (key: $0, row: $1) }
      }
    }
    // Rows of one household need not stand together.
    if random.chance(500) { county.households.shuffle(using: &random) }
    return keyed.enumerated()
      .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .prefix(plan.claims).map(\.element.row)
  }

  /// An id as a clerk or a spreadsheet changes it.
  private mutating func likeness(of id: String) -> String {
    switch random.number(0...4) {
    case 0: id.lowercased()
    case 1: "0" + id
    case 2: String(id.prefix(1)) + "-" + String(id.dropFirst())
    case 3: String(id.prefix(2)) + " " + String(id.dropFirst(2))
    default: String(id.drop { $0 == "0" })
    }
  }

  /// Ids onto the claims, and between them rows that cannot be read and ids that come again.
  private mutating func enterClaims(_ ordered: [SheetRow]) {
    var numbers = Array(1...ordered.count)
    if plan.order == .shuffled { numbers.shuffle(using: &random) }
    var readable: [SheetRow] = []
    readable.reserveCapacity(ordered.count)
    for (place, claim) in ordered.enumerated() {
      var row = claim
      row[Place.id] = .id(claimID(numbers[place], of: ordered.count))
      if random.chance(15) { county.claims.append(spoilt(row)) }
      county.claims.append(row)
      readable.append(row)
      if random.chance(15) { county.claims.append(spoilt(random.pick(readable))) }
      if plan.corrects, random.chance(40) {
        correct(random.chance(300) ? row : random.pick(readable), as: random.pick(readable))
      }
      guard plan.repeats, random.chance(30) else { continue }
      let again = random.chance(300) ? row : random.pick(readable)
      county.claims.append(random.chance(500) ? again : altered(again))
    }
  }

  /// Corrections of a claim, once or more often: counted or not, to another amount, another household, or nothing at
  /// all; and some of claims that there are not.
  private mutating func correct(_ claim: SheetRow, as other: SheetRow) {
    var row = claim
    if random.chance(60) {
      strays += 1
      row[Place.id] = .id("stray-\(strays)")
    }
    repeat {
      row[Place.corrects] = .answer(.yes)
      switch random.number(0...6) {
      case 0, 1: row[Place.amount] = .money(fen: 0)
      case 2: row[Place.household] = other[Place.household]
      case 3: row[Place.peril] = other[Place.peril]
      case 4: row[Place.day] = other[Place.day]
      case 5: if plan.namesPersons { row[Place.person] = other[Place.person] }
      default: row[Place.amount] = other[Place.amount]
      }
      county.claims.append(row)
      // The claim itself, after its correction.
      if random.chance(150) { county.claims.append(claim) }
    } while random.chance(250)
  }

  /// A repeated id with one of the four things changed, or others, which do not matter.
  private mutating func altered(_ row: SheetRow) -> SheetRow {
    var other = row
    switch random.number(0...4) {
    case 0: other[Place.household] = .id(householdID(random.number(1...20)))
    case 1: other[Place.peril] = .peril(random.pick(Peril.allCases))
    case 2: other[Place.day] = .day(CalendarDay(year: 2019, month: random.number(1...12), day: 7))
    case 3: other[Place.amount] = .money(fen: random.number(1...2_000_000))
    case 4 where plan.namesPersons && random.chance(500): other[Place.person] = .missing
    default:
      other[Place.cause] = .missing
      other[Place.compensated] = .answer(random.pick(Answer.allCases))
    }
    return other
  }

  /// The same row, but not to be read.
  private mutating func spoilt(_ row: SheetRow) -> SheetRow {
    var bad = row
    switch random.number(0...(plan.namesPersons ? 20 : plan.corrects ? 19 : 18)) {
    case 20: bad[Place.person] = .nonsense(random.pick(Nonsense.ids))
    case 17, 18: return totals()
    case 19:
      let place = plan.corrects ? Place.corrects : Place.compensated
      bad[place] = .nonsense(random.pick(Nonsense.answers))
    case 0: bad[Place.id] = .missing
    case 1: bad[Place.household] = .missing
    case 14: bad[Place.id] = .nonsense(random.pick(Nonsense.ids))
    case 15: bad[Place.household] = .nonsense(random.pick(Nonsense.ids + Nonsense.households))
    case 16: bad[Place.day] = .nonsense(random.pick(Nonsense.daysNotBelieved))
    case 2: bad[Place.peril] = .missing
    case 3: bad[Place.peril] = .nonsense(random.pick(Nonsense.perils))
    case 4: bad[Place.day] = .missing
    case 5, 6: bad[Place.day] = .nonsense(random.pick(Nonsense.days))
    case 7: bad[Place.amount] = .missing
    case 8, 9: bad[Place.amount] = .nonsense(random.pick(Nonsense.amounts))
    case 10: bad[Place.cause] = .nonsense(random.pick(Nonsense.causes))
    case 11: bad[Place.compensated] = .nonsense(random.pick(Nonsense.answers))
    case 12:
      bad[Place.amount] = .nonsense(random.pick(Nonsense.amounts))
      bad[Place.day] = .nonsense(random.pick(Nonsense.days))
    default: bad.fault = random.pick(RowFault.allCases)
    }
    return bad
  }

  /// A row of totals, whose sum is whatever comes.
  private mutating func totals() -> SheetRow {
    let columns = Column.ofClaimsAndCorrections + (plan.namesPersons ? [.person] : [])
    var row = SheetRow(cells: columns.map { _ in .missing })
    row[random.pick([Place.id, Place.household, Place.peril])] = .nonsense(random.pick(Nonsense.totals))
    if random.chance(700) { row[Place.amount] = .money(fen: random.number(1...9_000_000)) }
    if random.chance(100) { row[Place.amount] = .nonsense(random.pick(Nonsense.amounts)) }
    return row
  }

  private func householdID(_ index: Int) -> String {
    switch (plan.order, index % 11) {
    case (.fancy, 0): "户\(index)"
    case (.fancy, 1): "H,\(index)"
    case (.fancy, 2): "H\"\(index)\""
    case (.fancy, 3): "H \(index) 号"
    case (.fancy, 4): "\(index)-" + String(repeating: "very-long-", count: 12) + "H"
    // Like no other, so that some are like none on the register; and pairs that are like each other.
    case (.numeric, 0...2): "\(5_000_000 + index)"
    case (.numeric, _): index % 2 == 0 ? "\(index / 2)" : "0\(index / 2)"
    default: "H" + String(repeating: "0", count: 6 - String(index).count) + "\(index)"
    }
  }

  private func claimID(_ number: Int, of count: Int) -> String {
    switch plan.order {
    case .ascending, .shuffled: "C\(10_000_000 + number)"
    case .descending: "C\(10_000_000 + count - number)"
    case .unpadded: "C\(number)"
    // Ascending, but every hundredth id falls back far behind.
    case .blocks: number % 100 == 0 ? "C\(10_000_000 + number / 100)" : "C\(20_000_000 + number)"
    case .numeric: number % 2 == 0 ? "\(number / 2)" : "0\(number / 2)"
    case .fancy: fancyID(number)
    }
  }

  private func fancyID(_ number: Int) -> String {
    switch number % 12 {
    case 0: "申请-\(number)"
    case 1: "A,\(number)"
    case 2: "A\"\(number)\""
    case 3: "\"\(number)"
    case 4: "A \(number) 号"
    case 5: "\(number)-" + String(repeating: "long", count: 30)
    // A letter with its accent, and then the letter and an accent: other bytes, and the same id.
    case 6: "\u{E9}\(number)"
    case 7: "e\u{301}\(number - 1)"
    case 8: "𠮷\(number)"
    case 9: "two  words \(number)"
    case 10: "\(number)"
    default: "=\(number)'"
    }
  }
}

import TestKit

/// A household as the generator knows it while it makes its claims.
struct MadeHousehold {
  /// As its claims name it.
  var id: String
  /// The staircases its claims are aimed at; any, where it is not protected.
  let group: Group
  /// Its rows on the register; none where it is unknown.
  var rows: [SheetRow]
}

/// Households of every kind: most of them good ones, the rest with one thing amiss.
struct MakeHouseholds {
  private enum Place {
    static let group = 1
    static let members = 2
    static let income = 3
    static let assets = [4, 5, 6]
  }

  /// The greatest income a file may say, in fen.
  private static let greatest = 10_000_000_000_000

  private enum Kind: CaseIterable {
    case notProtected, groupMissing, groupUnknown
    case membersMissing, membersZero, membersMalformed
    case incomeMissing, incomeMalformed, incomeOutOfRange, onTheLine, aboveTheLine
    case assetMissing, assetMalformed, assetTooMany, assetTooManyAndMissing
    case twiceSame, twiceDifferent, twiceOneUnreadable, faulty, unknown
  }

  static func make(_ index: Int, id: String, using random: inout Seeded) -> MadeHousehold {
    let group = random.pick([Group.outOfPoverty, .lowIncome])
    let members = random.chance(20) ? random.number(7...999_999_999) : random.number(1...7)
    var row = SheetRow(cells: [
      .id(id), .group(group), .count(members), income(members, using: &random),
      .count(random.number(0...1)), .count(0), .count(0),
    ])
    guard random.chance(400) else { return MadeHousehold(id: id, group: group, rows: [row]) }

    switch random.pick(Kind.allCases) {
    case .notProtected: row[Place.group] = .group(random.pick([.registeredPoor, .ordinary]))
    case .groupMissing: row[Place.group] = .missing
    case .groupUnknown: row[Place.group] = .nonsense(random.pick(Nonsense.groups))
    case .membersMissing: row[Place.members] = .missing
    case .membersZero: row[Place.members] = .count(0)
    case .membersMalformed: row[Place.members] = .nonsense(random.pick(Nonsense.counts))
    case .incomeMissing: row[Place.income] = .missing
    case .incomeMalformed: row[Place.income] = .nonsense(random.pick(Nonsense.incomes))
    case .incomeOutOfRange: row[Place.income] = .nonsense(random.pick(Nonsense.incomesOutOfRange))
    case .onTheLine: row[Place.income] = onTheLine(members, using: &random)
    case .aboveTheLine:
      row[Place.income] = .money(fen: random.chance(100) ? greatest : min(greatest, members * 600_000 + 5))
    case .assetMissing: row[random.pick(Place.assets)] = .missing
    case .assetMalformed: row[random.pick(Place.assets)] = .nonsense(random.pick(Nonsense.counts))
    case .assetTooMany: tooMany(&row, using: &random)
    case .assetTooManyAndMissing:
      row[random.pick(Place.assets)] = .missing
      tooMany(&row, using: &random)
    case .twiceSame: return MadeHousehold(id: id, group: group, rows: [row, row])
    case .twiceDifferent:
      return MadeHousehold(id: id, group: group, rows: [row, changed(row, using: &random)])
    case .twiceOneUnreadable:
      var bad = row
      if random.chance(500) { bad[Place.members] = .count(0) } else { bad.fault = .moreCells }
      return MadeHousehold(id: id, group: group, rows: random.chance(500) ? [row, bad] : [bad, row])
    case .faulty: row.fault = random.pick([.moreCells, .splitAmount])
    case .unknown: return MadeHousehold(id: id, group: group, rows: [])
    }
    return MadeHousehold(id: id, group: group, rows: [row])
  }

  /// Rows that belong to nobody: no id, or quoting that lets no cell be trusted.
  static func stray(_ index: Int, using random: inout Seeded) -> SheetRow {
    let household = make(index, id: "stray-\(index)", using: &random)
    var row = household.rows.first ?? SheetRow(cells: Column.ofHouseholds.map { _ in .missing })
    if random.chance(300) {
      row = SheetRow(cells: Column.ofHouseholds.map { _ in .missing })
      row[random.pick([0, 0, Place.group])] = .nonsense(random.pick(Nonsense.totals))
      row[Place.income] = .money(fen: random.number(1...9_000_000))
    } else if random.chance(500) {
      row.fault = .badQuoting
    } else {
      row[0] = random.chance(500) ? .missing : .nonsense(random.pick(Nonsense.ids + Nonsense.households))
      row.fault = nil
    }
    return row
  }

  /// An income below the line of every year.
  private static func income(_ members: Int, using random: inout Seeded) -> Cell {
    if random.chance(20) { return .money(fen: -10_000_000_000) }
    if random.chance(100) { return .money(fen: random.number(-5_000_000...0)) }
    return .money(fen: random.number(0...min(greatest, members * 442_799)))
  }

  /// The protection line of one of the years, a fen less or a fen more.
  private static func onTheLine(_ members: Int, using random: inout Seeded) -> Cell {
    let perPerson = random.pick([442_800, 449_250, 482_700, 600_000])
    return .money(fen: min(greatest, perPerson * members + random.number(-1...1)))
  }

  private static func tooMany(_ row: inout SheetRow, using random: inout Seeded) {
    let place = random.number(0...2)
    let least = place == 0 ? 2 : 1
    row[Place.assets[place]] = .count(random.chance(100) ? 999_999_999 : random.number(least...4))
  }

  /// The same household said differently in one cell; a value against nothing is a difference too.
  private static func changed(_ row: SheetRow, using random: inout Seeded) -> SheetRow {
    var other = row
    let place = random.number(1...6)
    switch row[place] {
    case _ where random.chance(200): other[place] = .missing
    case .count(let count): other[place] = .count(count + 1)
    case .money(let fen): other[place] = .money(fen: fen + random.pick([-1, 1]))
    case .group(let group): other[place] = .group(group == .lowIncome ? .ordinary : .lowIncome)
    default: break
    }
    return other
  }
}

/// A household set apart, so that chance gives it no claims and its story goes as told.
///
/// Every set of planted rows has one household for each case.
enum PlantedHousehold: Int, CaseIterable {
  // Sound: in a protected group, income below the line, one dwelling, nothing missing.
  case chronicallyIll
  case onTheLine, oneFenOver, fallsAtEdge, severelyIll
  case reachesCap, pastCap
  case schooling, schoolingFalls
  case accident, longTreatment, wrongCause, oldEvent, slipOfYear
  case oneFenBelowProtection, inDebt, listedTwice
  // With one thing that stands against it.
  case listedTwiceDifferently, groupMissing, membersMissing
  case poorRegistered, notPoor
  case secondDwelling, ownsBusiness, ownsVehicle
  case atProtectionLine
  case dwellingsMissing, businessesMissing, vehiclesMissing, incomeMissing

  /// How many there are in a set.
  static let count = allCases.count

  /// What the register says of it.
  func entry(_ random: inout SeededDraw) -> RegisterEntry {
    let members = 2 + random.below(4)
    let perHead = 250_000 + Int64(random.below(1_500)) * 100
    var entry = RegisterEntry(
      group: isLowIncome ? .lowIncome : .outOfPoverty, members: members, income: perHead * Int64(members))
    let ceiling = RegisterEntry.line * Int64(members)
    switch self {
    case .oneFenBelowProtection: entry.income = ceiling - 1
    case .atProtectionLine: entry.income = ceiling
    case .inDebt: entry.income = -320_000
    case .groupMissing: entry.group = nil
    case .membersMissing: entry.members = nil
    case .incomeMissing: entry.income = nil
    case .poorRegistered: entry.group = .registeredPoor
    case .notPoor: entry.group = .ordinary
    case .secondDwelling: entry.dwellings = 2
    case .ownsBusiness: entry.businesses = 1
    case .ownsVehicle: entry.vehicles = 1
    case .dwellingsMissing: entry.dwellings = nil
    case .businessesMissing: entry.businesses = nil
    case .vehiclesMissing: entry.vehicles = nil
    default: break
    }
    return entry
  }

  /// What a second row of it on the register says; `nil` where it has one row.
  func secondEntry(_ random: inout SeededDraw) -> RegisterEntry? {
    var entry = entry(&random)
    switch self {
    case .listedTwice: return entry
    case .listedTwiceDifferently:
      entry.vehicles = 1
      return entry
    default: return nil
    }
  }

  /// Those whose story needs the group, or is more likely in it.
  private var isLowIncome: Bool {
    switch self {
    case .onTheLine, .severelyIll, .pastCap, .schooling, .wrongCause, .inDebt, .secondDwelling: true
    default: false
    }
  }
}

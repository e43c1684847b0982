/// The rows of a county's files, in order.
struct CountyRows {
  /// Rows between two reports of progress.
  private static let reportEvery = 1 << 16

  private let layout: CountyLayout
  private let places: InventedPlaces
  private let chance: ClaimsByChance
  private let householdKey: UInt64
  private let plantKey: UInt64
  private let withFaults: Bool
  /// Digits of the ids, fixed in all of a county.
  private let widths: (household: Int, claim: Int)

  /// The rows of `county`.
  init(county: SyntheticCounty) {
    layout = county.layout
    places = InventedPlaces(households: county.households)
    householdKey = SeededDraw.key(seed: county.seed, purpose: 1)
    plantKey = SeededDraw.key(seed: county.seed, purpose: 2)
    chance = ClaimsByChance(layout: layout, places: places, seed: county.seed, householdKey: householdKey)
    withFaults = county.withFaults
    // Ids of nobody are up to twice the number of households.
    widths = (max(8, String(2 * county.households).count), max(6, String(county.claims).count))
  }
}

// MARK: - The register

extension CountyRows {
  /// Writes all households in the order of their ids, then the second rows of the planted sets.
  func writeRegister(
    to file: inout SynthesisFile, report: (_ done: Int) -> Void
  ) throws(SynthesisError) {
    for number in 0..<layout.households {
      try write(entry(ofHousehold: number), number: number, to: &file)
      if withFaults { try writeFault(afterHousehold: number, to: &file) }
      if number % CountyRows.reportEvery == 0 { report(number) }
    }
    for set in 0..<layout.sets {
      for household in PlantedHousehold.allCases {
        let number = layout.number(of: household, set: set)
        var random = SeededDraw(key: plantKey, index: number)
        if let second = household.secondEntry(&random) { try write(second, number: number, to: &file) }
      }
    }
  }

  private func entry(ofHousehold number: Int) -> RegisterEntry {
    if let planted = layout.planted(household: number) {
      var random = SeededDraw(key: plantKey, index: number)
      return planted.household.entry(&random)
    }
    var random = SeededDraw(key: householdKey, index: number)
    return RegisterEntry.drawn(&random)
  }

  private func write(
    _ entry: RegisterEntry, number: Int, to file: inout SynthesisFile
  ) throws(SynthesisError) {
    putHouseholdID(number, to: &file)
    file.comma()
    entry.write(to: &file)
    file.comma()
    file.put(places.cells(ofHousehold: number))
    try file.endRow()
  }

  private func putHouseholdID(_ number: Int, to file: inout SynthesisFile) {
    file.put(UInt8(ascii: "H"))
    file.put(number + 1, width: widths.household)
  }

  /// A second row, one that cannot be read, of a household left to chance: so its claims pend.
  private func writeFault(afterHousehold number: Int, to file: inout SynthesisFile) throws(SynthesisError) {
    let kinds = MalformedRows.households
    guard let fault = MalformedRows.fault(after: number, of: layout.households, among: kinds) else { return }
    putHouseholdID(min(layout.leftToChance(number), layout.households - 1), to: &file)
    file.put(fault)
    try file.endRow()
  }
}

// MARK: - Claims

extension CountyRows {
  /// Writes the claims file of a month; January is 0.
  func writeClaims(
    ofMonth month: Int, to file: inout SynthesisFile, report: (_ done: Int) -> Void
  ) throws(SynthesisError) {
    let count = layout.claims(inMonth: month)
    for row in 0..<count {
      try claim(month: month, row: row).write(to: &file, widths: widths)
      if withFaults { try writeFault(afterRow: row, of: count, month: month, to: &file) }
      if row % CountyRows.reportEvery == 0 { report(row) }
    }
  }

  private func claim(month: Int, row: Int) -> DeclaredClaim {
    if layout.hasOpenings {
      if row < CountyLayout.openingRows { return opening(month: month, row: row) }
    }
    if let planted = layout.planted(month: month, row: row) {
      return declared(planted.claim, set: planted.set, month: month, row: row)
    }
    let ordinal = layout.claims(beforeMonth: month) + row
    let canRepeat = row > CountyLayout.openingRows
    guard canRepeat, let repetition = chance.repeatsRowBefore(ordinal: ordinal) else {
      return chance.claim(ordinal: ordinal, month: month, row: row)
    }
    var claim =
      layout.planted(month: month, row: row - 1).map {
        declared($0.claim, set: $0.set, month: month, row: row - 1)
      } ?? chance.claim(ordinal: ordinal - 1, month: month, row: row - 1)
    if repetition == .withOtherAmount { claim.fen += 10_000 }
    return claim
  }

  private func opening(month: Int, row: Int) -> DeclaredClaim {
    let household = layout.number(of: .chronicallyIll, set: 0)
    return MonthOpening(rawValue: row)?.claim(month: month, household: household)
      ?? chance.claim(ordinal: layout.claims(beforeMonth: month) + row, month: month, row: row)
  }

  private func declared(_ planted: PlantedClaim, set: Int, month: Int, row: Int) -> DeclaredClaim {
    var random = SeededDraw(key: plantKey, index: ~(layout.claims(beforeMonth: month) + row))
    let nobody = layout.households + random.below(layout.households)
    let household = planted.household.map { layout.number(of: $0, set: set) } ?? nobody
    return DeclaredClaim(
      idMonth: month, idNumber: row + 1, household: household, peril: planted.peril,
      day: planted.day ?? (CountyLayout.year, month + 1, 1 + random.below(28)), fen: planted.fen,
      person: planted.household == nil || planted.peril == .disaster ? 0 : 1, cause: planted.cause,
      compensated: planted.compensated)
  }

  private func writeFault(
    afterRow row: Int, of count: Int, month: Int, to file: inout SynthesisFile
  ) throws(SynthesisError) {
    guard let fault = MalformedRows.fault(after: row, of: count, among: MalformedRows.claims) else { return }
    DeclaredClaim.putID(month: month, to: &file)
    file.put(UInt8(ascii: "F"))
    file.put(row + 1, width: widths.claim)
    file.put(fault)
    try file.endRow()
  }
}

/// One claim of the stories told on purpose, so that every row of the decision table that the built-in schemes can
/// give is in a county of 200 households and 400 claims.
///
/// Duplicates and conflicts of ids are not here: see ``MonthOpening``. `scheme-silent` and `person-unknown` cannot be
/// had: the built-in schemes leave no figure unpublished, and sum by household.
struct PlantedClaim {
  /// Whose it is; `nil` for a household that is not on the register.
  let household: PlantedHousehold?
  let peril: DeclaredClaim.Peril
  let fen: Int64
  var cause: DeclaredClaim.Cause?
  var compensated: Bool?
  /// The day of the event where the story needs it; otherwise a day of the month it is declared in.
  var day: (year: Int, month: Int, day: Int)?

  /// One set, in the order declared: the openings first, what follows on them after.
  ///
  /// - Source: the worked examples of the county's plan, where an amount looks chosen.
  static let all: [PlantedClaim] = openings + sequels

  private static let openings: [PlantedClaim] = [
    // Exactly on the warning line, and a fen over it; a rate of 30 % rounds that fen to nothing, 70 % to a fen.
    PlantedClaim(household: .onTheLine, peril: .illness, fen: 2_000_000),
    PlantedClaim(household: .oneFenOver, peril: .illness, fen: 500_001, cause: .inpatient),
    PlantedClaim(household: .fallsAtEdge, peril: .illness, fen: 1_499_999, cause: .inpatient),
    PlantedClaim(household: .schoolingFalls, peril: .education, fen: 1_099_999),
    PlantedClaim(household: .severelyIll, peril: .illness, fen: 18_670_900, cause: .inpatient),
    PlantedClaim(household: .reachesCap, peril: .disaster, fen: 4_750_000),
    PlantedClaim(household: .pastCap, peril: .disaster, fen: 6_000_000),
    PlantedClaim(household: .schooling, peril: .education, fen: 1_300_001),
    PlantedClaim(household: .accident, peril: .disaster, fen: 2_155_000, cause: .trafficAccident),
    PlantedClaim(
      household: .accident, peril: .disaster, fen: 1_830_000, cause: .trafficAccident, compensated: true),
    PlantedClaim(
      household: .accident, peril: .illness, fen: 1_630_000, cause: .trafficAccident, compensated: false),
    PlantedClaim(household: .longTreatment, peril: .disaster, fen: 1_990_000, cause: .longTermTreatment),
    PlantedClaim(household: .wrongCause, peril: .education, fen: 960_000, cause: .inpatient),
    PlantedClaim(household: .wrongCause, peril: .disaster, fen: 2_360_000, cause: .inpatient),
    PlantedClaim(household: .oldEvent, peril: .illness, fen: 1_720_000, day: (2017, 9, 30)),
    PlantedClaim(household: .slipOfYear, peril: .illness, fen: 2_140_000, day: (2024, 1, 9)),
    PlantedClaim(household: .slipOfYear, peril: .disaster, fen: 1_940_000, day: (2022, 1, 1)),
    PlantedClaim(household: .oneFenBelowProtection, peril: .illness, fen: 2_870_000),
    PlantedClaim(household: .atProtectionLine, peril: .illness, fen: 2_870_000),
    PlantedClaim(household: .inDebt, peril: .disaster, fen: 2_710_000),
    PlantedClaim(household: .listedTwice, peril: .illness, fen: 1_130_000),
    PlantedClaim(household: .listedTwiceDifferently, peril: .illness, fen: 1_130_000),
    PlantedClaim(household: .groupMissing, peril: .illness, fen: 1_460_000),
    PlantedClaim(household: .membersMissing, peril: .education, fen: 900_000),
    PlantedClaim(household: .poorRegistered, peril: .illness, fen: 1_260_000),
    PlantedClaim(household: .notPoor, peril: .disaster, fen: 3_100_000),
    PlantedClaim(household: .secondDwelling, peril: .illness, fen: 2_990_000),
    PlantedClaim(household: .ownsBusiness, peril: .education, fen: 1_010_000),
    PlantedClaim(household: .ownsVehicle, peril: .disaster, fen: 1_400_000),
    PlantedClaim(household: .dwellingsMissing, peril: .illness, fen: 820_000),
    PlantedClaim(household: .businessesMissing, peril: .education, fen: 1_240_000),
    PlantedClaim(household: .vehiclesMissing, peril: .disaster, fen: 1_640_000),
    PlantedClaim(household: .incomeMissing, peril: .illness, fen: 990_000),
    PlantedClaim(household: nil, peril: .illness, fen: 1_350_000),
  ]

  private static let sequels: [PlantedClaim] = [
    PlantedClaim(household: .onTheLine, peril: .illness, fen: 1),
    PlantedClaim(household: .fallsAtEdge, peril: .illness, fen: 1),
    PlantedClaim(household: .schoolingFalls, peril: .education, fen: 50_000),
    PlantedClaim(household: .reachesCap, peril: .disaster, fen: 6_000_000),
    PlantedClaim(household: .pastCap, peril: .disaster, fen: 300_000),
    PlantedClaim(household: .oldEvent, peril: .illness, fen: 1_720_000, day: (2017, 10, 1)),
    PlantedClaim(household: .slipOfYear, peril: .illness, fen: 2_140_000, day: (2021, 12, 31)),
    PlantedClaim(household: .onTheLine, peril: .illness, fen: 1_200_000, cause: .inpatient),
    PlantedClaim(household: .fallsAtEdge, peril: .illness, fen: 900_000, cause: .inpatient),
    PlantedClaim(household: .reachesCap, peril: .disaster, fen: 300_000),
    PlantedClaim(household: nil, peril: .education, fen: 870_000),
  ]
}

/// Every kind of file that goes into the program or comes out of it. The raw value is its word for `fangpin columns` and in
/// seals.
package enum FileKind: String, CaseIterable, Sendable {
  case households, members, property, businesses, vehicles
  case medical, education, disaster
  case declarations, claims
  case actors
  case docket
  case payouts
  case bankAnswer = "bank-answer"
  case sample
  case decisions
  case detail = "decisions-detail"
  case batchPayouts = "batch-payouts"
  case rejects
  case differences, replayed, population, anomalies
  case periodReport = "period-report"

  /// What the kind declares.
  package var file: any TableFile.Type {
    switch self {
    case .households: HouseholdsFile.self
    case .members: MembersFile.self
    case .property: PropertyFile.self
    case .businesses: BusinessesFile.self
    case .vehicles: VehiclesFile.self
    case .medical: MedicalFile.self
    case .education: EducationFile.self
    case .disaster: DisasterFile.self
    case .declarations: DeclarationsFile.self
    case .claims: ClaimsFile.self
    case .actors: ActorsFile.self
    case .docket: DocketFile.self
    case .payouts: PayoutsFile.self
    case .bankAnswer: BankAnswerFile.self
    case .sample: SampleFile.self
    case .decisions: DecisionsFile.self
    case .detail: DetailFile.self
    case .batchPayouts: BatchPayoutsFile.self
    case .rejects: RejectsFile.self
    case .differences: DifferencesFile.self
    case .replayed: ReplayedFile.self
    case .population: PopulationFile.self
    case .anomalies: AnomaliesFile.self
    case .periodReport: PeriodReportFile.self
    }
  }

  /// Whether it goes between a casebook and the offices, and may be sealed; the others are written for whoever asks.
  package var goesBetweenOffices: Bool {
    switch self {
    case .households, .members, .property, .businesses, .vehicles, .medical, .education, .disaster,
      .declarations, .claims, .actors, .docket, .payouts, .bankAnswer, .sample:
      true
    case .decisions, .detail, .batchPayouts, .rejects, .differences, .replayed, .population, .anomalies,
      .periodReport:
      false
    }
  }
}

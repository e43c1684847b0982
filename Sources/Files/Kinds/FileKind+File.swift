extension FileKind {
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
    case .headings: HeadingsFile.self
    }
  }
}

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
    }
  }

  /// Whether a batch writes it; the others go between a casebook and the offices.
  package var isOfBatches: Bool {
    switch self {
    case .decisions, .detail, .batchPayouts, .rejects: true
    case .households, .members, .property, .businesses, .vehicles, .medical, .education, .disaster,
      .declarations, .claims, .actors, .docket, .payouts, .bankAnswer, .sample:
      false
    }
  }
}

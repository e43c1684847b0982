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
  case headings

  /// Whether it goes between a casebook and the offices, and may be sealed; the others are written for whoever asks.
  package var goesBetweenOffices: Bool {
    switch self {
    case .households, .members, .property, .businesses, .vehicles, .medical, .education, .disaster,
      .declarations, .claims, .actors, .docket, .payouts, .bankAnswer, .sample:
      true
    case .decisions, .detail, .batchPayouts, .rejects, .differences, .replayed, .population, .anomalies,
      .periodReport, .headings:
      false
    }
  }
}

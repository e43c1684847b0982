package import Units

/// Confirmed claims.
package enum ClaimsFile: TableFile {
  package static let kind = FileKind.claims
  package static let name = Wording(zh: "已确认的理赔申请", en: "confirmed claims")

  package enum Role: Int, FileRole {
    case id, household, peril, day, amount, person, cause, compensated, corrects
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .id: .claim
    case .household: .household
    case .peril: .peril
    case .day: .incurredOn
    case .amount: .amount
    case .person: Field.person.optional
    case .cause: Field.cause.optional
    case .compensated: Field.compensated.optional
    case .corrects: Field.corrects.optional
    }
  }
}

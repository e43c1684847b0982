import Tables
package import Units

/// Losses from the civil-affairs and emergency offices.
package enum DisasterFile: BillFile {
  package static let kind = FileKind.disaster
  package static let name = Wording(
    zh: "民政、应急部门的灾损", en: "losses from the civil-affairs and emergency offices")

  package enum Role: Int, FileRole {
    case record, household, person, incurredOn
    case loss, compensation
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .record: .record
    case .household: .household
    case .person: Field.person.optional
    case .incurredOn: .incurredOn
    case .loss: Field("loss", "损失", "核定的损失；元", "the loss as assessed; in yuan").holding(.money)
    case .compensation:
      Field("compensation", "已获补偿", "已获补偿；元", "what was paid for it already; in yuan").holding(.money)
    }
  }

  package static let whose = BillRoles(
    record: Role.record, household: .household, person: .person, incurredOn: .incurredOn)
  package static let costs: [Role] = [.loss]
  package static let returns: [Role] = [.compensation]
}

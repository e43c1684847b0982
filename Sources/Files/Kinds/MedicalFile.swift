package import Units

/// Medical bills from the health insurance office.
package enum MedicalFile: BillFile {
  package static let kind = FileKind.medical
  package static let name = Wording(zh: "医保部门的就医费用", en: "medical bills from the health insurance office")

  package enum Role: Int, FileRole {
    case record, household, person, incurredOn
    case total, basicInsurance, criticalIllnessInsurance, medicalAssistance, other
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .record: .record
    case .household: .household
    case .person: Field.person.optional
    case .incurredOn: .incurredOn
    case .total: .total
    case .basicInsurance: .basicInsurance
    case .criticalIllnessInsurance: .criticalIllnessInsurance
    case .medicalAssistance: .medicalAssistance
    case .other: .otherCompensation
    }
  }

  package static let whose = BillRoles(
    record: Role.record, household: .household, person: .person, incurredOn: .incurredOn)
  package static let costs: [Role] = [.total]
  package static let returns: [Role] = [
    .basicInsurance, .criticalIllnessInsurance, .medicalAssistance, .other,
  ]
}

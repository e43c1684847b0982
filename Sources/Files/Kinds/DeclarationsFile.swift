package import Units

/// Declarations, a household's own words on paper.
package enum DeclarationsFile: TableFile {
  package static let kind = FileKind.declarations
  package static let name = Wording(zh: "申报书", en: "declarations")

  package enum Role: Int, FileRole {
    case household, person, peril, cause, incurredOn
    case total, basicInsurance, criticalIllnessInsurance, medicalAssistance, other, compensated
    case name, residentID, bankAccount, telephone, proxy, consent
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .household: .household
    case .person: Field.person.optional
    case .peril: .peril
    case .cause: Field.cause.optional
    case .incurredOn: .incurredOn
    case .total: .total
    case .basicInsurance: .basicInsurance
    case .criticalIllnessInsurance: .criticalIllnessInsurance
    case .medicalAssistance: .medicalAssistance
    case .other: .otherCompensation
    case .compensated: Field.compensated.optional
    case .name: .personName
    case .residentID: .residentID
    case .bankAccount: .bankAccount
    case .telephone: Field.telephone.optional
    case .proxy:
      Field(
        "proxy", "代办人", "代办人姓名；只存在个人信息表里",
        "who declares in the household's stead; kept with the personal data only"
      ).optional
    case .consent:
      Field("consent", "同意核查", "同意核查资产：须为 yes 是", "the consent to have assets checked: it must be yes")
    }
  }
}

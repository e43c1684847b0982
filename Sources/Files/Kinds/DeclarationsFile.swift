import Tables
package import Units

/// Declarations, a household's own words on paper.
package enum DeclarationsFile: TableFile {
  package static let kind = FileKind.declarations
  package static let name = Wording(zh: "申报书", en: "declarations")

  package enum Role: Int, FileRole {
    case household, person, peril, cause, incurredOn, invoice
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
    case .invoice: Field.invoice.optional
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
        "the proxy's name; kept with the personal data only"
      ).optional
    case .consent:
      Field("consent", "同意核查", "同意核查资产：须为 yes 是", "consent to the check of assets: must be yes").holding(
        .word)
    }
  }

  /// A declaration to which the household's consent was given.
  package struct Declaration: Sendable {
    package let household: String
    package let person: String?
    /// Words of the scheme.
    package let peril: String
    package let cause: String?
    package let incurredOn: Day
    /// The number of the invoice or stay.
    package let invoice: String?
    /// The whole cost or loss, and what came back of it from others: less than all of it.
    package let total: Yuan
    package let basicInsurance: Yuan
    package let criticalIllnessInsurance: Yuan
    package let medicalAssistance: Yuan
    package let other: Yuan
    /// `nil` where it is not known.
    package let compensated: Bool?
    package let name: String
    /// 18 characters, its check digit right.
    package let residentID: String
    package let bankAccount: String
    package let telephone: String?
    package let proxy: String?

    package init(
      household: String, person: String?, peril: String, cause: String?, incurredOn: Day,
      invoice: String? = nil, total: Yuan,
      basicInsurance: Yuan, criticalIllnessInsurance: Yuan, medicalAssistance: Yuan, other: Yuan,
      compensated: Bool?, name: String, residentID: String, bankAccount: String, telephone: String?,
      proxy: String?
    ) {
      self.household = household
      self.person = person
      self.peril = peril
      self.cause = cause
      self.incurredOn = incurredOn
      self.invoice = invoice
      self.total = total
      self.basicInsurance = basicInsurance
      self.criticalIllnessInsurance = criticalIllnessInsurance
      self.medicalAssistance = medicalAssistance
      self.other = other
      self.compensated = compensated
      self.name = name
      self.residentID = residentID
      self.bankAccount = bankAccount
      self.telephone = telephone
      self.proxy = proxy
    }

    /// The row as it is written.
    package var cells: [String?] {
      DeclarationsFile.cells { role in
        switch role {
        case .household: household
        case .person: person
        case .peril: peril
        case .cause: cause
        case .incurredOn: incurredOn.description
        case .invoice: invoice
        case .total: total.description
        case .basicInsurance: basicInsurance.description
        case .criticalIllnessInsurance: criticalIllnessInsurance.description
        case .medicalAssistance: medicalAssistance.description
        case .other: other.description
        case .compensated: compensated.map { $0 ? "yes" : "no" }
        case .name: name
        case .residentID: residentID
        case .bankAccount: bankAccount
        case .telephone: telephone
        case .proxy: proxy
        case .consent: "yes"
        }
      }
    }
  }
}

extension FileRow<DeclarationsFile> {
  /// Reads a declaration, its cells in the order in which they are asked for: each is held against what stands before it.
  package func declaration(_ questions: DeclarationQuestions) throws(Reject) -> DeclarationsFile.Declaration {
    var draft = DeclarationDraft()
    for field in DeclarationField.allCases {
      let text = self[field.role] ?? ""
      if text.isEmpty, !questions.isRequired(field) { continue }
      switch questions.check(field, text, draft) {
      case .answer(let answer): draft[field] = answer
      case .fault(let problem, let what): throw fault(field.role, problem, what)
      }
    }
    guard questions.check(self[.consent] ?? "", among: DeclarationQuestions.yesOrNo).text == "yes" else {
      let what = Wording(zh: "没有写明同意核查：不能受理", en: "consent to the checks is not given")
      throw fault(.consent, "no-consent", what)
    }
    guard let row = draft.row else {
      preconditionFailure("a declaration without a required answer was let pass")
    }
    return row
  }
}

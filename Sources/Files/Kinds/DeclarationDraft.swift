package import Units

/// What a declaration has to say, in the order in which it is asked. The raw value is the name of its option at a terminal.
package enum DeclarationField: String, CaseIterable, Sendable {
  case household, person, name
  case residentID = "resident-id"
  case proxy, peril, cause, day, invoice, total
  case basicInsurance = "basic-insurance"
  case criticalIllnessInsurance = "critical-illness-insurance"
  case medicalAssistance = "medical-assistance"
  case other, compensated
  case bankAccount = "bank-account"
  case telephone

  /// Its column in a file of declarations.
  var role: DeclarationsFile.Role {
    switch self {
    case .household: .household
    case .person: .person
    case .name: .name
    case .residentID: .residentID
    case .proxy: .proxy
    case .peril: .peril
    case .cause: .cause
    case .day: .incurredOn
    case .invoice: .invoice
    case .total: .total
    case .basicInsurance: .basicInsurance
    case .criticalIllnessInsurance: .criticalIllnessInsurance
    case .medicalAssistance: .medicalAssistance
    case .other: .other
    case .compensated: .compensated
    case .bankAccount: .bankAccount
    case .telephone: .telephone
    }
  }

  /// What came back of the cost, in the order in which it is asked.
  package static let reimbursements: [DeclarationField] = [
    .basicInsurance, .criticalIllnessInsurance, .medicalAssistance, .other,
  ]
}

/// A declaration as far as it has been answered: each answer in its plain form, as a file would have it.
package struct DeclarationDraft: Hashable, Sendable {
  private var answers: [DeclarationField: String] = [:]

  package init() {}

  /// The answer to a question: `nil` where it was not given, an empty text where it was left open on purpose.
  package subscript(field: DeclarationField) -> String? {
    get { answers[field] }
    set { answers[field] = newValue }
  }

  /// The amount that answers a question.
  package func amount(_ field: DeclarationField) -> Yuan? { answers[field].flatMap { Yuan($0) } }

  /// What is left of the total after the reimbursements answered so far, without the one that is being asked.
  package func rest(without asked: DeclarationField? = nil) -> Yuan? {
    guard var rest = amount(.total) else { return nil }
    for field in DeclarationField.reimbursements where field != asked {
      rest = rest - (amount(field) ?? .zero)
    }
    return rest
  }

  /// The declaration; `nil` while something is missing that it cannot do without.
  package var row: DeclarationsFile.Declaration? {
    guard let household = answer(to: .household), let name = answer(to: .name),
      let id = answer(to: .residentID),
      let peril = answer(to: .peril), let day = answer(to: .day).flatMap({ Day($0) }),
      let total = amount(.total),
      let basic = amount(.basicInsurance), let critical = amount(.criticalIllnessInsurance),
      let assistance = amount(.medicalAssistance), let other = amount(.other),
      let account = answer(to: .bankAccount)
    else { return nil }
    let compensated: Bool? =
      switch answer(to: .compensated) {
      case "yes": true
      case "no": false
      default: nil
      }
    return DeclarationsFile.Declaration(
      household: household, person: answer(to: .person), peril: peril, cause: answer(to: .cause),
      incurredOn: day, invoice: answer(to: .invoice), total: total, basicInsurance: basic,
      criticalIllnessInsurance: critical, medicalAssistance: assistance,
      other: other, compensated: compensated, name: name, residentID: id, bankAccount: account,
      telephone: answer(to: .telephone), proxy: answer(to: .proxy))
  }

  private func answer(to field: DeclarationField) -> String? {
    guard let answer = answers[field], !answer.isEmpty else { return nil }
    return answer
  }
}

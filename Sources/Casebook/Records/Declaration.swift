package import Journal
package import Units

/// What a household declares.
package struct Declaration: Hashable, Sendable {
  package var household: String
  package var person: String?
  /// Words of the scheme.
  package var peril: String
  package var cause: String?
  package var incurredOn: Day
  /// The number of the invoice or stay.
  package var invoice: String?
  /// The whole cost or loss, and what came back of it from others.
  package var total: Yuan
  package var basicInsurance: Yuan
  package var criticalIllnessInsurance: Yuan
  package var medicalAssistance: Yuan
  package var other: Yuan
  package var compensated: Bool?
  /// Who declares, where the money goes.
  package var declarant: PersonalData
  /// Why it is another cost than the one of the same day and total, or of the same number, that a case holds already; recorded only where there is one.
  package var another: String?

  package init(
    household: String, person: String? = nil, peril: String, cause: String? = nil, incurredOn: Day,
    invoice: String? = nil, total: Yuan,
    basicInsurance: Yuan = .zero, criticalIllnessInsurance: Yuan = .zero, medicalAssistance: Yuan = .zero,
    other: Yuan = .zero, compensated: Bool? = nil, declarant: PersonalData
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
    self.declarant = declarant
  }

  /// The whole cost and its parts.
  package var cost: DeclaredCost {
    DeclaredCost(
      invoice: invoice, total: total, basicInsurance: basicInsurance,
      criticalIllnessInsurance: criticalIllnessInsurance,
      medicalAssistance: medicalAssistance, other: other)
  }

  /// What is left to the household.
  package var selfPaid: Yuan { cost.selfPaid }
}

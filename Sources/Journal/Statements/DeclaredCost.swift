package import Units

/// A whole cost or loss that a household declares, and what came back of it from others.
package struct DeclaredCost: Hashable, Sendable {
  /// The number of the invoice or stay, where it was named.
  package let invoice: String?
  package let total: Yuan
  package let basicInsurance: Yuan
  package let criticalIllnessInsurance: Yuan
  package let medicalAssistance: Yuan
  package let other: Yuan

  package init(
    invoice: String? = nil, total: Yuan, basicInsurance: Yuan, criticalIllnessInsurance: Yuan,
    medicalAssistance: Yuan, other: Yuan
  ) {
    self.invoice = invoice
    self.total = total
    self.basicInsurance = basicInsurance
    self.criticalIllnessInsurance = criticalIllnessInsurance
    self.medicalAssistance = medicalAssistance
    self.other = other
  }

  init(_ payload: PayloadReader) throws(MissingMember) {
    invoice = try payload.optionalText("invoice")
    total = try payload.yuan("total")
    basicInsurance = try payload.yuan("basic_insurance")
    criticalIllnessInsurance = try payload.yuan("critical_illness_insurance")
    medicalAssistance = try payload.yuan("medical_assistance")
    other = try payload.yuan("other")
  }

  func write(to payload: inout Payload) {
    payload.set("invoice", invoice)
    payload.set("total", total)
    payload.set("basic_insurance", basicInsurance)
    payload.set("critical_illness_insurance", criticalIllnessInsurance)
    payload.set("medical_assistance", medicalAssistance)
    payload.set("other", other)
  }

  /// Whether somebody who signed for it has not seen the other: its sums, or another number. A number where there was none is
  /// no other cost.
  func isOther(than was: DeclaredCost) -> Bool {
    all != was.all || was.invoice != nil && invoice != was.invoice
  }

  /// The whole and its parts.
  package var all: [Yuan] {
    [total, basicInsurance, criticalIllnessInsurance, medicalAssistance, other]
  }

  /// What is left to the household.
  package var selfPaid: Yuan {
    total - basicInsurance - criticalIllnessInsurance - medicalAssistance - other
  }
}

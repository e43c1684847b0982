package import Units

/// A whole cost or loss that a household declares, and what came back of it from others.
package struct DeclaredCost: Hashable, Sendable {
  package let total: Yuan
  package let basicInsurance: Yuan
  package let criticalIllnessInsurance: Yuan
  package let medicalAssistance: Yuan
  package let other: Yuan

  package init(
    total: Yuan, basicInsurance: Yuan, criticalIllnessInsurance: Yuan, medicalAssistance: Yuan, other: Yuan
  ) {
    self.total = total
    self.basicInsurance = basicInsurance
    self.criticalIllnessInsurance = criticalIllnessInsurance
    self.medicalAssistance = medicalAssistance
    self.other = other
  }

  init(_ payload: PayloadReader) throws(MissingMember) {
    total = try payload.yuan("total")
    basicInsurance = try payload.yuan("basic_insurance")
    criticalIllnessInsurance = try payload.yuan("critical_illness_insurance")
    medicalAssistance = try payload.yuan("medical_assistance")
    other = try payload.yuan("other")
  }

  func write(to payload: inout Payload) {
    payload.set("total", total)
    payload.set("basic_insurance", basicInsurance)
    payload.set("critical_illness_insurance", criticalIllnessInsurance)
    payload.set("medical_assistance", medicalAssistance)
    payload.set("other", other)
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

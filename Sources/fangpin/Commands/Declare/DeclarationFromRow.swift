package import Casebook
package import Files
import Journal

extension Declaration {
  /// What a row says.
  init(_ row: DeclarationsFile.Declaration) {
    self.init(
      household: row.household, person: row.person, peril: row.peril, cause: row.cause,
      incurredOn: row.incurredOn, invoice: row.invoice, total: row.total, basicInsurance: row.basicInsurance,
      criticalIllnessInsurance: row.criticalIllnessInsurance, medicalAssistance: row.medicalAssistance,
      other: row.other, compensated: row.compensated,
      declarant: PersonalData(
        name: row.name, residentID: row.residentID, bankAccount: row.bankAccount, telephone: row.telephone,
        proxy: row.proxy))
  }
}

extension DeclarationDraft {
  /// The declaration; `nil` while something is missing that it cannot do without.
  package var declaration: Declaration? { row.map { Declaration($0) } }
}

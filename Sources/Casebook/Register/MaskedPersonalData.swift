package import Journal
import Units

extension PersonalData {
  /// The same, fit to be shown: enough to recognise what one knows already, not enough to learn it.
  package var masked: PersonalData {
    PersonalData(
      name: name.map { PersonName($0).masked }, residentID: residentID.map { ResidentID.masked($0) },
      bankAccount: bankAccount.map { BankAccount.masked($0) },
      telephone: telephone.map { Telephone.masked($0) }, proxy: proxy.map { PersonName($0).masked })
  }
}

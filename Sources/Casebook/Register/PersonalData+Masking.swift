import Units

extension PersonalData {
  /// The same, fit to be shown: enough to recognise what one knows already, not enough to learn it.
  package var masked: PersonalData {
    func tail(_ text: String) -> String { "****" + text.suffix(4) }
    func first(_ text: String) -> String { text.prefix(1) + "**" }
    return PersonalData(
      name: name.map(first), residentID: residentID.map { $0.prefix(6) + "********" + $0.suffix(4) },
      bankAccount: bankAccount.map(tail), telephone: telephone.map(tail), proxy: proxy.map(first))
  }
}

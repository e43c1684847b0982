package import Sealing

/// What is known of a person and of nobody else's business: it stands in one table, and the journal holds a salted digest.
package struct PersonalData: Hashable, Sendable {
  package var name: String?
  package var residentID: String?
  package var bankAccount: String?
  package var telephone: String?
  /// Who acts in the person's stead.
  package var proxy: String?

  package init(
    name: String? = nil, residentID: String? = nil, bankAccount: String? = nil, telephone: String? = nil,
    proxy: String? = nil
  ) {
    self.name = name
    self.residentID = residentID
    self.bankAccount = bankAccount
    self.telephone = telephone
    self.proxy = proxy
  }

  /// The digest that the journal holds: over the salt, then the canonical form of what is known.
  package func digest(salt: [UInt8], _ algorithm: DigestAlgorithm) -> Digest {
    var payload = Payload()
    payload.set("name", name)
    payload.set("resident_id", residentID)
    payload.set("bank_account", bankAccount)
    payload.set("telephone", telephone)
    payload.set("proxy", proxy)
    return Sealing.Hasher(algorithm).digest(salt + payload.canonical)
  }
}

package import Casebook
package import Journal
package import Sealing
package import Units

extension Applicant {
  /// Somebody with a key; the office is named after the role, unless it is said.
  package init(
    _ name: String, _ role: Role, office: String? = nil, person: String? = nil, households: [String] = [],
    key: PrivateKey
  ) {
    self.init(
      name: name, office: office ?? role.rawValue, role: role, person: person, households: households,
      publicKey: key.publicKey)
  }
}

extension Casebook {
  /// Enrols people, by each of the signers in turn: two of the county's office where there are two.
  package func enrol(
    _ applicants: [Applicant], by signers: [PrivateKey], on day: Day?, clock: Instant
  ) throws {
    for signer in signers {
      try act(signer, on: day, clock: clock) { (recording) throws(CasebookError) in
        for applicant in applicants { _ = try recording.enrol(applicant) }
      }
    }
  }
}

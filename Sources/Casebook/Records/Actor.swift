package import Journal
package import Sealing
import Units

/// Somebody who may sign: a name, an office, one role, and the key that stands for it. Nobody types them: they come from
/// the key.
package struct Actor: Hashable, Sendable {
  /// How far the enrolment has come. Both enrolling and revoking take two different actors of the county's office.
  package enum EnrolmentState: String, Sendable {
    case proposed, active
    /// Revocation is proposed; until a second actor confirms it the key still signs.
    case leaving
    case revoked
  }

  package let name: String
  package let office: String
  package let role: Role
  /// The person's id among the members of households, if it is one.
  package let person: String?
  /// The households the actor belongs to or is related to: no acting on their cases.
  package let households: [String]
  package let publicKey: PublicKey
  package let enrolment: EnrolmentState
  /// Who proposed the enrolment or the revocation that waits for its second actor.
  package let proposedBy: String?

  package init(
    name: String, office: String, role: Role, person: String?, households: [String], publicKey: PublicKey,
    enrolment: EnrolmentState, proposedBy: String?
  ) {
    self.name = name
    self.office = office
    self.role = role
    self.person = person
    self.households = households
    self.publicKey = publicKey
    self.enrolment = enrolment
    self.proposedBy = proposedBy
  }
}

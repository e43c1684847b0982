package import Journal
package import Sealing
import Units

/// Somebody to enrol.
package struct Applicant: Hashable, Sendable {
  package let name: String
  package let office: String
  package let role: Role
  package let person: String?
  package let households: [String]
  package let publicKey: PublicKey

  package init(
    name: String, office: String, role: Role, person: String?, households: [String], publicKey: PublicKey
  ) {
    self.name = name
    self.office = office
    self.role = role
    self.person = person
    self.households = Set(households).sorted()
    self.publicKey = publicKey
  }
}

/// How far an enrolment or a revocation has come.
package enum EnrolmentStep: Sendable {
  /// The first of two actors has signed.
  case proposed
  /// The second has: it holds.
  case done
  /// It held already.
  case already
}

extension Recording {
  /// Enrols a key: the first actor of the county's office proposes, a second confirms by the same command.
  ///
  /// While the founder is the only active actor of the county's office there is no second to ask: the founder alone
  /// enrols the next actor of that office, and nobody else.
  package func enrol(_ applicant: Applicant) throws(CasebookError) -> EnrolmentStep {
    try checkRole([.county], Wording(zh: "登记密钥", en: "enrol"))
    try Refusal.check(
      words: [applicant.name, applicant.office] + applicant.households + [applicant.person].compactMap { $0 })
    let known = try book.actor(named: applicant.name)
    let holder = try book.actor(key: applicant.publicKey.fingerprint)
    if let other = known ?? holder, other.enrolment != .proposed {
      guard other.isSame(as: applicant), other.enrolment != .revoked else {
        throw .refused(.taken(applicant, other))
      }
      return .already
    }
    let isFounding =
      try book.activeCountyActors() == 1 && applicant.role == .county
    if let known, known.isSame(as: applicant) {
      guard known.proposedBy != actor.name || isFounding else { throw .refused(.second(applicant.name)) }
      try append(EnrolStatement(enrolment: applicant.enrolment))
      return .done
    }
    if let holder, holder.name != applicant.name { throw .refused(.taken(applicant, holder)) }
    if isFounding {
      try append(EnrolStatement(enrolment: applicant.enrolment))
    } else {
      try append(ProposeEnrolmentStatement(enrolment: applicant.enrolment))
    }
    return isFounding ? .done : .proposed
  }

  /// Revokes a key: two different actors of the county's office, neither of them the one who leaves. An enrolment that
  /// is only proposed is dropped at once.
  package func revoke(_ name: String) throws(CasebookError) -> EnrolmentStep {
    try checkRole([.county], Wording(zh: "注销密钥", en: "revoke"))
    guard let leaver = try book.actor(named: name) else {
      throw .refused(
        Refusal(.unknownKey, Wording(zh: "没有登记过 \(name)", en: "no actor named \(name) is enrolled")))
    }
    switch leaver.enrolment {
    case .revoked: return .already
    case .proposed:
      // It never held: to drop it needs no second actor, and to have it wait as one who leaves would let it sign.
      try append(RevokeStatement(name: name))
      return .done
    case .active:
      guard name != actor.name else { throw .refused(.second(name)) }
      try append(ProposeRevocationStatement(name: name))
      return .proposed
    case .leaving:
      guard leaver.proposedBy != actor.name, name != actor.name else { throw .refused(.second(name)) }
      try append(RevokeStatement(name: name))
      return .done
    }
  }
}

extension Applicant {
  fileprivate var enrolment: Enrolment {
    Enrolment(
      name: name, office: office, role: role, person: person, households: households,
      publicKey: publicKey.pem)
  }

  fileprivate init(_ enrolment: Enrolment) throws(CasebookError) {
    let key: PublicKey
    do { key = try PublicKey(pem: enrolment.publicKey) } catch { throw .key(error) }
    self.init(
      name: enrolment.name, office: enrolment.office, role: enrolment.role, person: enrolment.person,
      households: enrolment.households, publicKey: key)
  }
}

extension ProposeEnrolmentStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.enter(entry, enrolment, .proposed)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    _ = try recording.enrol(try Applicant(enrolment))
    return .compared
  }
}

extension EnrolStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.enter(entry, enrolment, .active)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    _ = try recording.enrol(try Applicant(enrolment))
    return .compared
  }
}

extension ProposeRevocationStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.setEnrolment(of: name, to: .leaving, proposedBy: entry.actor)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    _ = try recording.revoke(name)
    return .compared
  }
}

extension RevokeStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.setEnrolment(of: name, to: .revoked, proposedBy: nil)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    _ = try recording.revoke(name)
    return .compared
  }
}

extension Actor {
  fileprivate func isSame(as applicant: Applicant) -> Bool {
    name == applicant.name && office == applicant.office && role == applicant.role
      && person == applicant.person
      && households == applicant.households && publicKey == applicant.publicKey
  }
}

extension Refusal {
  fileprivate static func second(_ name: String) -> Refusal {
    Refusal(
      .needsSecondActor,
      Wording(
        zh: "\(name) 的登记或注销要由县防贫办的另一人确认",
        en: "another actor of the county's office must confirm this for \(name)"))
  }

  fileprivate static func taken(_ applicant: Applicant, _ other: Actor) -> Refusal {
    Refusal(
      .differs,
      Wording(
        zh: "\(applicant.name) 的姓名或密钥已被登记为：\(other.name)，\(other.office)，\(other.role.name.zh)",
        en:
          "the name or key of \(applicant.name) is already enrolled as \(other.name), \(other.office), "
          + "\(other.role.name.en)"
      ))
  }
}

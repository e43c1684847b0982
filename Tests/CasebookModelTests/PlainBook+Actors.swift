extension PlainBook {
  func need(_ role: String, of actor: PlainActor) throws(Refused) {
    if actor.role != role { throw Refused(code: "wrong-role") }
  }

  private var countyActors: Int {
    actors.filter { $0.role == "county" && ["active", "leaving"].contains($0.enrolment) }.count
  }

  /// Two of the county's office enrol; one alone only a second of the county's, where there is no other.
  mutating func enrol(_ applicant: PlainActor, _ actor: PlainActor) throws(Refused) -> String {
    try need("county", of: actor)
    let known = actors.first { $0.name == applicant.name }
    let holder = actors.first { $0.key == applicant.key }
    for other in [known, holder] {
      guard let other, other.enrolment != "proposed" else { continue }
      guard other.isSame(as: applicant), other.enrolment != "revoked" else { throw Refused(code: "differs") }
      return "already"
    }
    if let holder, holder.name != applicant.name { throw Refused(code: "differs") }
    let isAlone = countyActors == 1 && applicant.role == "county"
    var entered = applicant
    var text = "done"
    if let known, known.isSame(as: applicant) {
      if known.proposedBy == actor.name, !isAlone { throw Refused(code: "needs-second-actor") }
      entered.enrolment = "active"
    } else if isAlone || mistake == .oneActorEnrols {
      entered.enrolment = "active"
    } else {
      entered.enrolment = "proposed"
      entered.proposedBy = actor.name
      text = "proposed"
    }
    actors.removeAll { $0.name == applicant.name }
    actors.append(entered)
    entries += 1
    return text
  }

  /// Two of the county's office revoke, neither of them the one who leaves; one drops a mere proposal.
  mutating func revoke(_ name: String, _ actor: PlainActor) throws(Refused) -> String {
    try need("county", of: actor)
    guard let index = actors.firstIndex(where: { $0.name == name }) else {
      throw Refused(code: "unknown-key")
    }
    if actors[index].enrolment == "revoked" { return "already" }
    if actors[index].enrolment == "proposed" {
      actors[index].enrolment = "revoked"
      actors[index].proposedBy = nil
      entries += 1
      return "done"
    }
    let isSecond = actors[index].enrolment == "leaving"
    if name == actor.name || (isSecond && actors[index].proposedBy == actor.name) {
      throw Refused(code: "needs-second-actor")
    }
    actors[index].enrolment = isSecond ? "revoked" : "leaving"
    actors[index].proposedBy = isSecond ? nil : actor.name
    entries += 1
    return isSecond ? "done" : "proposed"
  }
}

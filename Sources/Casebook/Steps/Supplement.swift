import Claims
import Journal
package import Rules
package import Units

extension Recording {
  /// Adopts a changed or corrected scheme and promises what it pays more for cases since a day.
  ///
  /// - Returns: what differs, and how much is promised.
  package func readjudicate(
    under other: Scheme, bytes: [UInt8], since day: Day
  ) throws(CasebookError) -> (found: Readjudication, promised: Yuan) {
    try checkRole([.county], Wording(zh: "重新理算", en: "readjudicate"))
    try checkUnlimited(
      Wording(zh: "重新理算须由不限额的审批人办理", en: "only who may approve without limit can readjudicate"))
    let found = try book.readjudicate(under: other, since: day)
    if other.digest != state.scheme {
      try book.keep(bytes, digest: other.digest)
      try append(SchemeStatement(digest: other.digest, since: day, id: other.id))
      try book.follow(other.digest)
    }
    var promised = Yuan.zero
    for (difference, amount) in found.supplements {
      guard let supplement = book.supplement(difference, amount, left: state.left) else { continue }
      promised += amount
      try append(supplement)
    }
    return (found, promised)
  }
}

extension Casebook {
  /// What the entry says that promises what another scheme pays more, while so much is left of the fund; `nil` where it
  /// cannot be promised yet.
  func supplement(_ difference: Readjudication.Difference, _ amount: Yuan, left: Yuan)
    -> SupplementStatement?
  {
    let state = difference.casefile.state
    let fate = amount > .zero ? fate(ofPaying: amount, left: left) : (state: state, call: nil)
    // Money that is promised or on its way cannot wait for the fund too: run again once it has arrived.
    if fate.state == .exhausted, [.approved, .settled, .returned].contains(state) { return nil }
    let isWaiting = [.settled, .exhausted, .returned].contains(state)
    let to = amount > .zero && !isWaiting ? fate.state : state
    return difference.said(paying: amount, to: to, call: to == .exhausted ? nil : fate.call)
  }
}

extension Readjudication.Difference {
  fileprivate func said(paying amount: Yuan, to state: CaseState, call: Yuan?) -> SupplementStatement {
    SupplementStatement(
      CaseStep(casefile.number, of: casefile.household, from: casefile.state, to: state, signing: nil),
      amount: amount, call: call, was: was, becomes: becomes, reason: reason.code,
      isCounted: reason.isCounted || casefile.isCounted, benefit: benefit, policyYear: policyYear?.began,
      accumulator: accumulator)
  }
}

extension SupplementStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: reason)
    try fold.supplement(entry, self)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in shadow: Shadow
  ) throws(CasebookError) -> Retaking {
    .found(try shadow.supplement(entry, self, recording))
  }
}

extension SchemeStatement: Effect {
  static var asksForCases: Bool { true }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { fold.state.scheme = digest }

  func retake(
    _ entry: Entry, by recording: Recording, in shadow: Shadow
  ) throws(CasebookError) -> Retaking {
    .found(try shadow.scheme(self, recording))
  }
}

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
      Wording(zh: "重新理算须由不限额的审批人办理", en: "only an approver without limit can readjudicate"))
    let found = try book.readjudicate(under: other, since: day)
    if other.digest != state.scheme {
      try book.keep(bytes, digest: other.digest)
      try append(SchemeStatement(digest: other.digest, since: day, id: other.id))
      try book.follow(other.digest)
    }
    var promised = Yuan.zero
    for owed in found.supplements {
      guard let supplement = book.supplement(owed, left: state.left) else { continue }
      promised += owed.amount
      try append(supplement)
    }
    return (found, promised)
  }
}

extension Casebook {
  /// What the entry says that promises what another scheme pays more, while so much is left of the fund; `nil` where it
  /// cannot be promised yet.
  func supplement(_ owed: Readjudication.Supplement, left: Yuan) -> SupplementStatement? {
    let (state, amount) = (owed.casefile.state, owed.amount)
    let fate = amount > .zero ? fate(ofPaying: amount, left: left) : (state: state, call: nil)
    // Money that is promised or on its way cannot wait for the fund too: run again once it has arrived.
    if fate.state == .exhausted, [.approved, .settled, .returned].contains(state) { return nil }
    let isWaiting = [.settled, .exhausted, .returned].contains(state)
    let to = amount > .zero && !isWaiting ? fate.state : state
    return owed.statement(to: to, call: to == .exhausted ? nil : fate.call)
  }
}

extension Readjudication.Supplement {
  fileprivate func statement(to state: CaseState, call: Yuan?) -> SupplementStatement {
    let step = CaseStep(
      casefile.number, of: casefile.household, from: casefile.state, to: state, signing: nil)
    // Of bills, the one that says why: the last that would be paid, else the last that would count, else the last.
    let differences = parts.map(\.difference)
    let deciding =
      differences.last { $0.becomes > .zero } ?? differences.last { $0.reason.isCounted } ?? differences.last
    guard let deciding else { preconditionFailure("a supplement is owed for something") }
    let isOne = deciding.bill == nil
    return SupplementStatement(
      step, amount: amount, call: call, was: differences.reduce(.zero) { $0 + $1.was },
      becomes: differences.reduce(.zero) { $0 + $1.becomes }, reason: deciding.reason.code,
      isCounted: casefile.isCounted || differences.contains { $0.reason.isCounted },
      benefit: isOne ? deciding.benefit : nil,
      policyYear: isOne && deciding.benefit != nil ? deciding.year.began : nil,
      accumulator: isOne ? deciding.accumulator : nil, bills: parts.compactMap(\.bill))
  }
}

extension Readjudication.Supplement.Part {
  /// What its entry says of a bill; `nil` of a case that was decided as one.
  fileprivate var bill: SupplementedBill? {
    difference.bill.map { bill in
      SupplementedBill(
        place: bill.place, amount: amount, was: difference.was, becomes: difference.becomes,
        reason: difference.reason.code, isCounted: difference.wasCounted || difference.reason.isCounted,
        benefit: difference.benefit, policyYear: difference.benefit == nil ? nil : difference.year.began,
        accumulator: difference.accumulator)
    }
  }
}

extension SupplementStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: reason)
    try fold.supplement(entry, self)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole(SupplementStatement.rule)
    let (book, number) = (recording.book, step.number)
    // Without a new scheme in the same recording: a second look finds what had to wait for money the first time.
    // From which day on is said once, by the entry that brought the scheme.
    if audit.supplements[number] == nil, let since = audit.supplements.since ?? Day("0001-01-01") {
      audit.supplements.add(try book.readjudicate(under: book.scheme, since: since))
    }
    let owed = audit.supplements[number]
    audit.supplements.remove(number)
    guard let owed,
      let should = book.supplement(owed, left: recording.state.left)
    else {
      return .found([
        Deviation(
          Wording(
            zh: "按所用方案，案件 \(number) 没有可补付的", en: "under the scheme, case \(number) is owed nothing more"))
      ])
    }
    return .found(Deviation.between(entry.payload, and: should.payload))
  }
}

extension SchemeStatement: Effect {
  static var asksForCases: Bool { true }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { fold.state.scheme = digest }

  /// What the scheme pays more is worked out for the supplements that follow.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole([.county], Wording(zh: "采用方案", en: "adopt a scheme"))
    let book = recording.book
    let other = try Casebook.readScheme(digest, book.statements)
    guard let since else { return .found([]) }
    audit.supplements.since = since
    audit.supplements.add(try book.readjudicate(under: other, since: since))
    return .found(other.id == id ? [] : [Deviation("id", id, other.id)])
  }
}

import Claims
import Journal
package import Rules
package import Units

/// What came of adopting a scheme: what differs, and what is paid more.
package struct SupplementOutcome: Sendable {
  package let found: Readjudication
  /// What is promised more, and what more waits for the fund.
  package fileprivate(set) var promised = Yuan.zero
  package fileprivate(set) var waiting = Yuan.zero
}

extension Recording {
  /// Adopts a changed or corrected scheme and promises what it pays more for cases since a day. What the fund does not
  /// reach for waits in its turn, as a decided case does.
  package func readjudicate(
    under other: Scheme, bytes: [UInt8], since day: Day
  ) throws(CasebookError) -> SupplementOutcome {
    try checkRole([.county], Wording(zh: "重新理算", en: "readjudicate"))
    try checkUnlimited(
      Wording(zh: "重新理算须由不限额的审批人办理", en: "only an approver without limit can readjudicate"))
    let found = try book.readjudicate(under: other, since: day)
    try check(after: found.latest)
    var outcome = SupplementOutcome(found: found)
    let supplements = found.supplements
    // The entry says from which day on was decided again: where anything follows from that, also under the same scheme.
    if other.digest != state.scheme || !supplements.isEmpty {
      try book.keep(bytes, digest: other.digest)
      try append(SchemeStatement(digest: other.digest, since: day, id: other.id))
      try book.follow(other.digest)
      // Another scheme may let those go on who wait under this one.
      try takeUp()
    }
    for owed in supplements {
      let supplement = try supplement(owed)
      if supplement.isWaiting { outcome.waiting += owed.amount } else { outcome.promised += owed.amount }
      try append(supplement)
    }
    return outcome
  }

  /// What was decided on a day is not decided again on an earlier one.
  fileprivate func check(after latest: Readjudication.Latest?) throws(CasebookError) {
    guard let latest, on < latest.day else { return }
    throw .refused(
      Refusal(
        .beforeLastStep,
        Wording(
          zh: "案件 \(latest.casefile) 到 \(latest.day) 才办到现在这一步，不能在 \(on) 重新理算",
          en:
            "case \(latest.casefile) came to where it stands on \(latest.day); it cannot be decided again on "
            + "\(on)"),
        fix: Wording(zh: "--on 不早于 \(latest.day)", en: "give --on \(latest.day) or later")))
  }

  /// What the entry says that promises what another scheme pays more, or has it wait.
  fileprivate func supplement(_ owed: Readjudication.Supplement) throws(CasebookError) -> SupplementStatement
  {
    let file = try found(owed.casefile.number)
    let differences = owed.parts.map(\.difference)
    guard let deciding = differences.deciding else {
      preconditionFailure("a supplement is owed for something")
    }
    let fate = try fate(ofAdding: owed.amount, to: file)
    return SupplementStatement(
      fate.step, amount: owed.amount, waitsBeside: fate.waitsBeside, call: fate.call,
      again: differences.again(deciding, isCounted: owed.casefile.isCounted),
      bills: owed.parts.compactMap { $0.difference.bill(adding: $0.amount) })
  }

  /// What becomes of a case that is paid more, and of what it is paid more.
  func fate(
    ofAdding amount: Yuan, to file: Casefile
  ) throws(CasebookError) -> (step: CaseStep, waitsBeside: Bool, call: Yuan?) {
    func step(_ to: CaseState) -> CaseStep {
      CaseStep(file.number, of: file.household, from: file.state, to: to, signing: nil)
    }
    guard amount > .zero else { return (step(file.state), false, nil) }
    let fate = try fate(ofPaying: amount)
    // What is promised already, or on its way, goes on as it did.
    let isUnderway = [.approved, .settled, .returned].contains(file.state)
    let to: CaseState = isUnderway ? file.state : fate.isPromised ? .approved : .exhausted
    return (step(to), isUnderway && !fate.isPromised, fate.call)
  }
}

extension SupplementStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: again.reason)
    try fold.supplement(entry, self)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole(SupplementStatement.rule)
    if let proposal { return try retake(entry, seconding: proposal, by: recording, in: audit) }
    let (book, number) = (recording.book, step.number)
    // In journals of before, the scheme's entry did not come again with a second look.
    if audit.supplements[number] == nil, let since = audit.supplements.since ?? Day("0001-01-01") {
      audit.supplements.add(try book.readjudicate(under: book.scheme, since: since))
    }
    try recording.check(after: audit.supplements.latest)
    let owed = audit.supplements[number]
    audit.supplements.remove(number)
    guard let owed else {
      return .found([
        Deviation(
          Wording(
            zh: "按所用方案，案件 \(number) 没有可补付的", en: "under the scheme, case \(number) is owed nothing more"))
      ])
    }
    return .found(
      Deviation.between(
        entry.payload, and: try recording.supplement(owed).payload))
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
    let again = try book.readjudicate(under: other, since: since)
    try recording.check(after: again.latest)
    audit.supplements.add(again)
    return .found(other.id == id ? [] : [Deviation("id", id, other.id)])
  }
}

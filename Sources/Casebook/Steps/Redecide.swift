import Journal
import Units

extension Recording {
  /// Decides again at once what stands behind a case whose decision was taken back, and gets as much as before or less.
  ///
  /// - Returns: the cases that were.
  func redecide(_ found: [Redecision], behind taken: Int) throws(CasebookError) -> [RedecideStatement] {
    var done: [RedecideStatement] = []
    for one in found where one.isDue {
      let statement = try redeciding(one, behind: taken)
      // Papers entered late do not decide a case again before its last step.
      try append(statement, on: max(on, one.casefile.since))
      done.append(statement)
    }
    return done
  }

  /// What the entry says by which a case is decided again.
  func redeciding(_ one: Redecision, behind taken: Int) throws(CasebookError) -> RedecideStatement {
    let file = try found(one.casefile.number)
    guard let deciding = one.parts.deciding else { preconditionFailure("a case that counts has costs") }
    let to: CaseState = one.becomes > .zero ? file.state : .denied
    return RedecideStatement(
      CaseStep(file.number, of: file.household, from: file.state, to: to, signing: nil), behind: taken,
      again: one.parts.again(deciding, isCounted: true),
      offWaiting: min(try book.waiting(file.number), one.was - one.becomes),
      bills: one.parts.compactMap { $0.bill(adding: $0.gain) })
  }
}

extension RedecideStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: again.reason)
    try fold.redecide(self)
  }

  /// It must be the next that stands behind the case that was taken back in the same recording.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole(RedecideStatement.rule)
    guard let taken = audit.takenBack, let next = try recording.book.nextToRedecide(behind: taken) else {
      return .found([
        Deviation(
          Wording(
            zh: "案件 \(step.number) 没有重新决定的由来：前面没有案件冲正",
            en: "nothing makes case \(step.number) be decided again: no case before it was taken back"))
      ])
    }
    var found = Deviation.between(
      entry.payload, and: try recording.redeciding(next, behind: taken).payload)
    let day = max(audit.takenBackOn ?? entry.happenedOn, next.casefile.since)
    if entry.happenedOn != day {
      found.append(Deviation("happened_on", entry.happenedOn.description, day.description))
    }
    return .found(found)
  }
}

extension Casebook {
  /// The case that has to be decided again behind one whose decision was taken back; `nil` where none has.
  package func caseToRedecide(behind taken: Int) throws(CasebookError) -> Int? {
    try nextToRedecide(behind: taken)?.casefile.number
  }

  /// What it comes to to decide it again.
  func nextToRedecide(behind taken: Int) throws(CasebookError) -> Redecision? {
    guard let file = try casefile(taken), file.state == .reversed else { return nil }
    return try redecisions(behind: file, out: file.payout).first(where: \.isDue)
  }
}

package import Journal
import Rules
import Units

extension Recording {
  /// Proposes what cases behind one get more that counts otherwise now, where the same is not proposed already.
  ///
  /// - Parameter day: when that one changed, where not on ``on``.
  func propose(
    _ found: [Redecision], behind taken: Int, on day: Day? = nil
  ) throws(CasebookError) -> [Proposed] {
    var done: [Proposed] = []
    for one in found where try book.hasToPropose(one, behind: taken) {
      let statement = one.proposing(behind: taken)
      done.append(Proposed(entry: try append(statement, on: day), statement: statement))
    }
    return done
  }
}

extension Redecision {
  /// What the entry says that proposes it.
  ///
  /// - Parameter known: where it is decided by that, what is known now: of the case, or of each of its bills.
  func proposing(behind taken: Int?, knowing known: [KnownHousehold?] = []) -> ProposeStatement {
    let said = said(behind: taken, knowing: known)
    return ProposeStatement(
      CaseStep(casefile.number, of: casefile.household, from: nil, to: nil, signing: nil), behind: taken,
      known: said.known, again: said.again, bills: said.bills)
  }
}

extension ProposeStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.noteEntry(entry, step)
    try fold.propose(entry, self)
  }

  /// What it rests on was revised; or it must be the next that gets more behind the case that counts otherwise since the same
  /// recording.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    guard behind != nil else {
      try recording.redecide(step.number)
      return .compared
    }
    try recording.checkRole(ProposeStatement.rule)
    guard let taken = audit.takenBack, let next = try recording.book.nextToPropose(behind: taken) else {
      return .found([
        Deviation(
          Wording(
            zh: "案件 \(step.number) 没有增加赔付的由来：前面没有案件变动",
            en: "nothing gives case \(step.number) more: no case before it counts otherwise"))
      ])
    }
    return .found(
      Deviation.between(
        entry, and: next.proposing(behind: taken).payload, on: audit.takenBackOn ?? entry.happenedOn))
  }
}

extension Casebook {
  /// The case behind one that counts otherwise now for which more has to be proposed; `nil` where none has.
  package func caseToPropose(behind taken: Int) throws(CasebookError) -> Int? {
    try nextToPropose(behind: taken)?.casefile.number
  }

  /// What it comes to.
  fileprivate func nextToPropose(behind taken: Int) throws(CasebookError) -> Redecision? {
    guard let file = try casefile(taken) else { return nil }
    for one in try redecisions(behind: file, out: file.outOfFund)
    where try hasToPropose(one, behind: taken) { return one }
    return nil
  }

  /// Whether a case gets more, and the same is not proposed already.
  fileprivate func hasToPropose(_ one: Redecision, behind taken: Int) throws(CasebookError) -> Bool {
    guard one.getsMore else { return false }
    let before = try proposal(of: one.casefile.number)?.statement
    return !(before?.comesToTheSame(as: one.proposing(behind: taken)) ?? false)
  }
}

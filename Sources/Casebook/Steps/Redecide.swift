package import Journal
import Rules
import Units

/// What came of deciding a case again by what is known now.
package struct Redecided: Sendable {
  package enum Outcome: Sendable {
    case decided(RedecideStatement)
    /// It would get more.
    case proposed(Proposed)
  }

  package let outcome: Outcome
  /// What came of the cases behind it.
  package let behind: Followed
}

extension Recording {
  /// Decides a case again by what is known now, because what it rests on was revised, or what was proposed for it has to be
  /// looked at again; the cases behind it in its accounts follow in the same recording. Where it would get more, that is
  /// proposed.
  @discardableResult
  package func redecide(_ number: Int) throws(CasebookError) -> Redecided {
    let file = try begin(.redecide, number)
    let (revision, proposal) = (try book.revision(of: file), try book.proposal(of: number))
    guard revision != nil || proposal != nil else { throw .refused(.notRevised(file)) }
    if let revision, on < revision.on { throw .refused(.beforeRevision(file, revision)) }
    let (own, known) = try book.redecision(of: file, on: on)
    if let reason = own.parts.map(\.reason).first(where: { $0.outcome == .pended }) {
      throw .refused(.wouldPend(file, reason))
    }
    if own.getsMore {
      let statement = own.proposing(behind: nil, knowing: known)
      if let proposal, proposal.statement.comesToTheSame(as: statement) {
        throw .refused(.proposed(proposal))
      }
      let entry = try append(statement)
      return Redecided(outcome: .proposed(Proposed(entry: entry, statement: statement)), behind: Followed())
    }
    guard !own.isSent || own.becomes == own.was else { throw .refused(.partIsSent(own)) }
    let statement = try redeciding(own, behind: nil, knowing: known)
    try append(statement)
    return Redecided(outcome: .decided(statement), behind: try follow(behind: number))
  }

  /// The cases behind one that counts otherwise now follow: one that stands, or of one that was reversed what is out.
  func follow(behind number: Int) throws(CasebookError) -> Followed {
    let file = try found(number)
    return try follow(book.redecisions(behind: file, out: file.outOfFund), behind: number)
  }

  /// Those that get as much as before or less follow at once, those that get more are proposed; and what waits for the fund is
  /// taken up.
  func follow(_ behind: [Redecision], behind number: Int) throws(CasebookError) -> Followed {
    var followed = Followed(later: behind.laterSums)
    followed.again = try redecide(behind, behind: number)
    followed.proposed = try propose(behind, behind: number)
    followed.taken = try takeUp()
    return followed
  }

  /// Decides again at once what stands behind a case that counts otherwise now, and gets as much as before or less.
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
  ///
  /// - Parameter known: where what it rests on was revised, what is known now: of the case, or of each of its bills.
  func redeciding(
    _ one: Redecision, behind taken: Int?, knowing known: [KnownHousehold?] = []
  ) throws(CasebookError) -> RedecideStatement {
    let file = try found(one.casefile.number)
    let to: CaseState = one.becomes > .zero ? file.state : .denied
    let said = one.said(behind: taken, knowing: known)
    return RedecideStatement(
      CaseStep(file.number, of: file.household, from: file.state, to: to, signing: nil), behind: taken,
      known: said.known, again: said.again,
      offWaiting: min(try book.waiting(file.number), one.was - one.becomes), bills: said.bills)
  }
}

extension Redecision {
  /// What an entry says of it: what is known now, of the case or of each of its bills, what it comes to, and its bills.
  func said(
    behind taken: Int?, knowing known: [KnownHousehold?]
  ) -> (known: KnownHousehold?, again: DecidedAgain, bills: [BillDecidedAgain]) {
    guard let deciding = parts.deciding else { preconditionFailure("a decided case has costs") }
    let facts = known + Array(repeating: nil, count: parts.count - known.count)
    return (
      deciding.bill == nil ? facts[0] : nil, parts.again(deciding, isCounted: taken != nil),
      zip(parts, facts).compactMap { $0.bill(adding: $0.gain, knowing: $1) }
    )
  }

  /// What of it is paid, and would be another sum.
  fileprivate var laterSums: [LaterSum] {
    parts.filter { $0.was != $0.becomes }.map {
      LaterSum(casefile: casefile.number, place: $0.bill?.place ?? 0, was: $0.was, becomes: $0.becomes)
    }
  }
}

extension [Redecision] {
  /// What those are paid that stay as they are, and would be.
  var laterSums: [LaterSum] { filter { !$0.isDue && !$0.getsMore }.flatMap(\.laterSums) }
}

extension RedecideStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: again.reason)
    try fold.redecide(entry, self)
  }

  /// What it rests on was revised; or it must be the next that stands behind the case that counts otherwise since the same
  /// recording.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    guard behind != nil else {
      try recording.redecide(step.number)
      return .compared
    }
    // It follows from what anybody recorded from whose step more is proposed too.
    try recording.checkRole(ProposeStatement.rule.by, RedecideStatement.rule.name)
    guard let taken = audit.takenBack, let next = try recording.book.nextToRedecide(behind: taken) else {
      return .found([
        Deviation(
          Wording(
            zh: "案件 \(step.number) 没有重新决定的由来：前面没有案件变动",
            en: "nothing makes case \(step.number) be decided again: no case before it counts otherwise"))
      ])
    }
    let day = max(audit.takenBackOn ?? entry.happenedOn, next.casefile.since)
    return .found(
      Deviation.between(entry, and: try recording.redeciding(next, behind: taken).payload, on: day))
  }
}

extension Casebook {
  /// The case that has to be decided again behind one that counts otherwise now; `nil` where none has.
  package func caseToRedecide(behind taken: Int) throws(CasebookError) -> Int? {
    try nextToRedecide(behind: taken)?.casefile.number
  }

  /// What it comes to to decide it again.
  func nextToRedecide(behind taken: Int) throws(CasebookError) -> Redecision? {
    guard let file = try casefile(taken) else { return nil }
    return try redecisions(behind: file, out: file.outOfFund).first(where: \.isDue)
  }
}

extension Refusal {
  fileprivate static func notRevised(_ file: Casefile) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "案件 \(file.number) 所依据的情况没有更正过，无须重新决定",
        en: "nothing that case \(file.number) rests on was revised: there is nothing to decide again"))
  }

  fileprivate static func beforeRevision(_ file: Casefile, _ revision: Revision) -> Refusal {
    Refusal(
      .beforeLastStep,
      Wording(
        zh: "案件 \(file.number) 所依据的情况是 \(revision.on) 更正的，不能记在更早的日子",
        en: "what case \(file.number) rests on was revised on \(revision.on): it is not decided again before"),
      fix: Wording(zh: "--on 不早于 \(revision.on)", en: "give --on \(revision.on) or later"))
  }

  fileprivate static func wouldPend(_ file: Casefile, _ reason: Reason) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "按现在所知，案件 \(file.number) 无法决定：\(reason.name.zh)",
        en: "by what is known now case \(file.number) cannot be decided: \(reason.name.en)"),
      fix: Wording(
        zh: "补齐后再办；或先冲正：case reverse \(file.number) --reason 理由",
        en: "record what is missing first, or reverse it: case reverse \(file.number) --reason TEXT"))
  }

  fileprivate static func proposed(_ proposal: Proposal) -> Refusal {
    let (number, entry) = (proposal.statement.step.number, proposal.entry)
    return Refusal(
      .alreadyDone,
      Wording(
        zh: "\(entry.actor) 已就案件 \(number) 提议同样的数额，待另一人附议",
        en: "\(entry.actor) has proposed the same for case \(number): another officer has to second it"),
      fix: Wording(zh: "casebook second \(entry.number)", en: "casebook second \(entry.number)"))
  }

  fileprivate static func partIsSent(_ one: Redecision) -> Refusal {
    let number = one.casefile.number
    return Refusal(
      .alreadyDone,
      Wording(
        zh: "案件 \(number) 已付出一部分，不能把 \(one.was.grouped) 元改为 \(one.becomes.grouped) 元",
        en: "part of case \(number) was sent: its \(one.was.grouped) cannot become \(one.becomes.grouped)"),
      fix: Wording(
        zh: "先冲正：case reverse \(number) --reason 理由 --money",
        en: "reverse it: case reverse \(number) --reason TEXT --money"))
  }

  /// Nothing is sent for a case that rests on what is known otherwise since.
  static func revised(_ file: Casefile, _ revision: Revision) -> Refusal {
    Refusal(
      .differs,
      Wording(
        zh: "案件 \(file.number) 所依据的情况已由第 \(revision.entry) 条更正，暂缓赔付",
        en: "case \(file.number) is held: what it rests on was revised by entry \(revision.entry)"),
      fix: Wording(
        zh: "由县防贫办按现在所知重新决定：case redecide \(file.number)",
        en: "the county decides it again by what is known now: case redecide \(file.number)"))
  }
}

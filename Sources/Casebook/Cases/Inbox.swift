package import Journal
package import Rules
package import Units

/// A case that waits for somebody: for what, for whom, since when and until when.
package struct Waiting: Hashable, Sendable {
  package let file: Casefile
  /// The step it waits for; `nil` where it waits for money to come into the fund.
  package let step: StepKind?
  /// Who may take the step.
  package let roles: [Role]
  package let since: Day
  /// The first day on which the step can be taken: the end of the public notice.
  package let from: Day?
  /// The term by whose last day it must be done: the money has to be in the account.
  package let due: WorkingTerm?
  /// The kinds of asset for which nobody has answered, or been noted not to.
  package let unanswered: [Scheme.Asset]
  /// Since when what the case rests on is known otherwise.
  package let revision: Revision?
  /// The entry that proposes more for it by that, and which another officer has to second.
  package let proposal: Int?

  /// Whether it should have been done before a day.
  package func isOverdue(on day: Day) -> Bool { due.map { $0.last < day } ?? false }
}

extension Casebook {
  /// What waits for a role, or for anybody: the longest wait first.
  package func inbox(of role: Role? = nil) throws(CasebookError) -> [Waiting] {
    var waiting: [Waiting] = []
    for state in CaseState.allCases where state.isOpen || isDecided(state) {
      let isAwaited = role.map(roles(awaitedIn: state).contains) ?? true
      let mayRedecide = role.map(StepKind.redecide.rule.by.contains) ?? true
      guard isAwaited || mayRedecide && isDecided(state) else { continue }
      for file in try cases(CaseFilter(state: state)) {
        // Only what is held waits for whom the state itself does not wait for.
        if !isAwaited, try revision(of: file) == nil { continue }
        guard let one = try self.waiting(file), role.map(one.roles.contains) ?? true else { continue }
        waiting.append(one)
      }
    }
    return waiting.sorted { ($0.since, $0.file.number) < ($1.since, $1.file.number) }
  }

  /// What waits for an actor: what waits for the role, without the cases on which the actor may not act.
  package func inbox(of actor: Actor) throws(CasebookError) -> [Waiting] {
    var own: [Waiting] = []
    for waiting in try inbox(of: actor.role) where try mayAct(actor, on: waiting) { own.append(waiting) }
    return own
  }

  /// The proposals that an actor may second: those of others, for households the actor is not of.
  package func proposals(for actor: Actor) throws(CasebookError) -> [Proposal] {
    guard SecondStatement.rule.by.contains(actor.role) else { return [] }
    var own: [Proposal] = []
    for proposal in try proposals() where proposal.entry.actor != actor.name {
      if try !isRelated(actor, to: proposal.statement.step.household) { own.append(proposal) }
    }
    return own
  }

  /// What a case waits for; `nil` where nothing can come of it any more: a denied one waits where it would be paid something by
  /// what is known since.
  package func waiting(_ file: Casefile) throws(CasebookError) -> Waiting? {
    guard file.state.isOpen || isDecided(file.state) else { return nil }
    let revision = isDecided(file.state) ? try revision(of: file) : nil
    if !file.state.isOpen {
      guard let revision, try getsMore(file, since: revision) else { return nil }
    }
    var step = StepKind.awaited(in: file.state)
    var from: Day?
    if file.state == .disclosed {
      if try openObjections(file) > 0 { step = .resolve } else { from = file.until }
    }
    let proposal = try revision.flatMap { (revision) throws(CasebookError) in
      try self.proposal(of: file.number).map(\.entry.number).flatMap { $0 > revision.entry ? $0 : nil }
    }
    if revision != nil { step = proposal == nil ? .redecide : nil }
    return Waiting(
      file: file, step: step,
      roles: revision == nil ? roles(awaitedIn: file.state) : StepKind.redecide.rule.by, since: file.since,
      from: from, due: try paymentDue(file), unanswered: try unanswered(file), revision: revision,
      proposal: proposal)
  }

  /// Whether a case that stands so can be held, since what it was decided on was revised.
  private func isDecided(_ state: CaseState) -> Bool { StepKind.redecide.rule.from.contains(state) }

  /// How many objections to a case are open.
  package func openObjections(_ file: Casefile) throws(CasebookError) -> Int {
    try openObjections(file.number)
  }

  /// The term by whose last day the money of an approved case must be in the account, also where the bank has sent it back;
  /// `nil` where the scheme sets no term or the case is not that far.
  package func paymentDue(_ file: Casefile) throws(CasebookError) -> WorkingTerm? {
    guard [.approved, .settled, .returned].contains(file.state),
      let days = scheme.administration.paymentWorkingDays.value, let promised = try promisedOn(file)
    else { return nil }
    return scheme.administration.calendar.term(workingDays: days, from: promised)
  }

  /// The day on which the oldest sum was promised that is not in an account yet; `nil` where none was.
  private func promisedOn(_ file: Casefile) throws(CasebookError) -> Day? {
    guard let number = file.decidedEntry else { return nil }
    guard let decision = try entry(number) else { throw .damaged(entry: number) }
    let later = try laterPromises(to: file.number)
    if later.isEmpty { return decision.happenedOn }
    let sums = try ([decision] + later).map { (entry) throws(CasebookError) in
      (entry, try entry.promisedSum())
    }
    // What is in an account was paid in the order in which it was promised, and what is promised no longer came off in it.
    var rest = sums.reduce(try paid(file.number)) { $1.1 < .zero ? $0 - $1.1 : $0 }
    for (entry, sum) in sums where sum > .zero {
      if rest < sum { return entry.happenedOn }
      rest = rest - sum
    }
    return nil
  }

  /// The kinds of asset the scheme asks for that an opened case has no answer on.
  private func unanswered(_ file: Casefile) throws(CasebookError) -> [Scheme.Asset] {
    guard file.state == .opened else { return [] }
    let answered = try answeredAssets(file.number)
    return Scheme.Asset.allCases.filter {
      scheme.assetLimits[$0.rawValue] != nil && !answered.contains($0.word)
    }
  }

  /// Who may take the step that a case in a state waits for; only the scheme's approvers approve.
  private func roles(awaitedIn state: CaseState) -> [Role] {
    guard let step = StepKind.awaited(in: state) else { return state == .exhausted ? [.county] : [] }
    guard step == .approve else { return step.rule.by }
    return step.rule.by.filter { role in
      scheme.administration.approvalLimits.contains { $0.role == role.rawValue && $0.upTo.value != nil }
    }
  }

  /// Whether an actor belongs to a household, or is said to be related to it.
  func isRelated(_ actor: Actor, to household: String) throws(CasebookError) -> Bool {
    if actor.households.contains(household) { return true }
    guard let person = actor.person else { return false }
    return try isMember(person, of: household)
  }

  /// Not on the own household's case, on one of which the actor has signed another level, or on what the actor has proposed.
  private func mayAct(_ actor: Actor, on waiting: Waiting) throws(CasebookError) -> Bool {
    let file = waiting.file
    if try isRelated(actor, to: file.household) { return false }
    if let number = waiting.proposal, try entry(number)?.actor == actor.name { return false }
    guard let level = waiting.step?.rule.signs else { return true }
    return try levelSigned(file.number, by: actor.name, except: level) == nil
  }
}

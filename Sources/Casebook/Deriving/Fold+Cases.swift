import Claims
import Journal
import Units

extension Fold {
  /// A case begins: by declaration, by screening, or as a confirmed claim of a batch.
  mutating func open(
    _ entry: Entry, _ step: CaseStep, _ opening: CaseOpening, claim: String? = nil, bills: [String] = [],
    invoice: String? = nil, personal: Int? = nil
  ) throws(CasebookError) {
    state.cases = max(state.cases, step.number)
    let to = try to(entry, step)
    try run(CaseColumn.opening) { bind in
      bind(.number, step.number)
      bind(.claimID, claim)
      bind(.household, step.household)
      bind(.person, opening.person)
      bind(.peril, opening.peril)
      bind(.cause, opening.cause)
      bind(.incurredOn, opening.incurredOn)
      bind(.amount, opening.amount)
      bind(.compensated, opening.compensated)
      bind(.way, entry.kind.rawValue)
      bind(.personal, personal)
      bind(.state, to.rawValue)
      bind(.since, entry.happenedOn)
      bind(.openedEntry, entry.number)
    }
    try number(step.number, invoice)
    for record in bills {
      try run(BillColumn.takenIntoCase) { bind in
        bind(.casefile, step.number)
        bind(.peril, opening.peril)
        bind(.record, record)
      }
    }
    try sign(entry, step)
  }

  /// A case moves on: its new state is in the entry.
  func move(
    _ entry: Entry, _ step: CaseStep, until: Day? = nil, resume: CaseState? = nil, reason: String? = nil
  ) throws(CasebookError) {
    let to = try to(entry, step)
    try run(CaseColumn.moving) { bind in
      bind(.state, to.rawValue)
      bind(.since, entry.happenedOn)
      bind(.until, until)
      bind(.resume, resume?.rawValue)
      bind(.reason, reason)
      bind(.number, step.number)
    }
    try noteEntry(entry, step)
    try sign(entry, step)
  }

  /// What is claimed with a case is put right: it waits, or goes on, as before.
  func amend(_ entry: Entry, _ statement: AmendStatement) throws(CasebookError) {
    let (step, now) = (statement.step, statement.becomes)
    try run(CaseColumn.amending) { bind in
      bind(.since, entry.happenedOn)
      bind(.until, statement.until)
      bind(.resume, statement.resume?.rawValue)
      bind(.claimID, now.claim)
      bind(.person, now.opening.person)
      bind(.cause, now.opening.cause)
      bind(.incurredOn, now.opening.incurredOn)
      bind(.amount, now.opening.amount)
      bind(.compensated, now.opening.compensated)
      bind(.number, step.number)
    }
    if statement.was.cost?.invoice != nil { try run(InvoiceColumn.deletion) { $0(.casefile, step.number) } }
    try number(step.number, now.cost?.invoice)
    try noteEntry(entry, step)
    try sign(entry, step)
  }

  /// The cost of a case goes under the number of its invoice or stay, where one was named.
  private func number(_ casefile: Int, _ invoice: String?) throws(CasebookError) {
    guard let invoice, let core = Likeness.core(ofNumber: invoice) else { return }
    try run(InvoiceColumn.insertion) { bind in
      bind(.casefile, casefile)
      bind(.number, invoice)
      bind(.core, core)
    }
  }

  /// A case stays where it is, for the reason it had.
  func stay(_ entry: Entry, _ step: CaseStep) throws(CasebookError) {
    try move(entry, step, reason: book.casefile(step.number)?.reason)
  }

  /// Where a step leaves its case.
  func to(_ entry: Entry, _ step: CaseStep) throws(CasebookError) -> CaseState {
    do throws(MissingMember) { return try step.goesTo() } catch { throw entry.damaged(error) }
  }

  /// Keeps the entry with its case, for whoever wants to see the case whole. The entry that opens a case is kept in the
  /// case itself.
  func noteEntry(_ entry: Entry, _ step: CaseStep) throws(CasebookError) {
    try run(CaseEntryColumn.insertion) { bind in
      bind(.casefile, step.number)
      bind(.entry, entry.number)
    }
  }

  private func sign(_ entry: Entry, _ step: CaseStep) throws(CasebookError) {
    guard let level = step.level else { return }
    try run(SignatureColumn.insertion) { bind in
      bind(.casefile, step.number)
      bind(.level, level.rawValue)
      bind(.actor, entry.actor)
    }
  }

  /// A department has answered, or has not: a count it gave is a fact about the household from that day on.
  func answer(_ entry: Entry, _ statement: VerifyStatement) throws(CasebookError) {
    try run(AnswerColumn.insertion) { bind in
      bind(.casefile, statement.step.number)
      bind(.asset, statement.asset)
      bind(.answered, statement.count != nil)
      bind(.happenedOn, entry.happenedOn)
    }
    if statement.isNews {
      try answered(entry, of: statement.step.household, statement.asset, statement.count)
    }
  }

  /// An objection is raised or resolved; one that is upheld sends the case back, and its answers are asked for anew.
  mutating func objection(
    _ number: Int, _ step: CaseStep, raisedOn: Day, isOpen: Bool
  ) throws(CasebookError) {
    state.objections = max(state.objections, number)
    try run(ObjectionColumn.insertion) { bind in
      bind(.number, number)
      bind(.casefile, step.number)
      bind(.raisedOn, raisedOn)
      bind(.isOpen, isOpen)
    }
    guard step.to == .opened else { return }
    try run(AnswerColumn.deletion) { $0(.casefile, step.number) }
  }

  /// The household asks for its money to another account, or names one.
  func account(_ step: CaseStep, _ personal: PersonalReference) throws(CasebookError) {
    try run(CaseColumn.account) { bind in
      bind(.personal, personal.number)
      bind(.number, step.number)
    }
  }
}

import Journal
package import Units

/// What a decided case rests on is known otherwise since: nothing is paid for it until it is decided again.
package struct Revision: Hashable, Sendable {
  /// The last entry that says so, by a revision or by taking an import back.
  package let entry: Int
  /// The last day on which it was said.
  package let on: Day
}

/// The cases that rest on what is known otherwise since, in the order of their numbers.
package struct RevisedCases: Sendable {
  /// Those of which nothing was sent.
  package fileprivate(set) var held: [Int] = []
  /// Those of which something was.
  package fileprivate(set) var sent: [Int] = []
  /// Those that were denied, and would be paid something now.
  package fileprivate(set) var denied: [Int] = []
}

extension Casebook {
  /// Since when a case rests on what is known otherwise; `nil` where all that its decision names still stands.
  ///
  /// A revision that says the same as the decision does changes nothing, nor does what only became known later: an income of
  /// another year, or an answer where there was none.
  package func revision(of file: Casefile) throws(CasebookError) -> Revision? {
    guard let since = file.factsEntry else { return nil }
    let later = try factEntries(of: file.household, since: since)
    let undone = try undoneRows(since: since)
    guard !later.isEmpty || !undone.isEmpty else { return nil }
    guard let number = file.decidedEntry, let decision = try entry(number)?.decision() else {
      throw .damaged(row: CaseColumn.table)
    }
    let costs = try factsDecidedOn(file, decision)
    var found: [Entry] = []
    for one in undone
    where costs.contains(where: { $0.known?.entries.contains(where: one.rows.contains) ?? false }) {
      if let entry = try entry(one.entry) { found.append(entry) }
    }
    for number in later {
      guard let entry = try entry(number), let stated = revised(by: entry) else { continue }
      for cost in costs {
        guard let known = cost.known, try isOtherwise(stated, than: known, for: cost.day, number) else {
          continue
        }
        found.append(entry)
        break
      }
    }
    guard let last = found.map(\.number).max(), let on = found.map(\.happenedOn).max() else { return nil }
    return Revision(entry: last, on: on)
  }

  /// The cases of some households that rest on what is known otherwise since.
  package func revisedCases(of households: Set<String>) throws(CasebookError) -> RevisedCases {
    var found = RevisedCases()
    for household in households {
      for file in try cases(CaseFilter(household: household)) {
        guard let revision = try revision(of: file) else { continue }
        switch file.state {
        case .approved, .exhausted, .returned: found.held.append(file.number)
        case .settled, .paid: found.sent.append(file.number)
        case .denied: if try getsMore(file, since: revision) { found.denied.append(file.number) }
        case .opened, .verified, .visited, .appraised, .disclosed, .confirmed, .pended, .withdrawn, .reversed:
          break
        }
      }
    }
    found.held.sort()
    found.sent.sort()
    found.denied.sort()
    return found
  }

  /// What was known of the household by the entry that a case is decided on: of the case, or of each of its bills.
  func factsDecidedOn(
    _ file: Casefile, _ decision: RecordedDecision
  ) throws(CasebookError) -> [(day: Day, known: KnownHousehold?)] {
    var again: (known: KnownHousehold?, bills: [BillDecidedAgain])?
    if let number = file.factsEntry, number != file.decidedEntry, let entry = try entry(number) {
      if let more = entry.statement(SupplementStatement.self) {
        again = (more.known, more.bills)
      } else {
        let less = try entry.read(RedecideStatement.self)
        again = (less.known, less.bills)
      }
    }
    guard !decision.bills.isEmpty else { return [(file.incurredOn, again.map(\.known) ?? decision.known)] }
    return decision.bills.enumerated().map { index, bill in
      let known = again?.bills.first { $0.place == index + 1 }?.known
      return (bill.incurredOn, known ?? bill.decision?.known)
    }
  }

  /// What an entry states of a household, where it revises what was stated before.
  private func revised(by entry: Entry) -> HouseholdStatement? {
    if let stated = entry.statement(HouseholdStatement.self) { return stated.revises == nil ? nil : stated }
    guard let answer = entry.statement(AssetStatement.self), answer.revises != nil else { return nil }
    return HouseholdStatement(answer: answer.count, answer.asset, of: answer.household)
  }

  /// Whether a revision says otherwise than what a decision on an event rests on.
  private func isOtherwise(
    _ stated: HouseholdStatement, than known: KnownHousehold, for event: Day, _ number: Int
  ) throws(CasebookError) -> Bool {
    if let group = stated.group, group != known.group { return true }
    if let members = stated.members, members != known.members { return true }
    if zip(stated.assets, known.assets).contains(where: { $0 != nil && $0 != $1 }) { return true }
    guard let income = stated.income, income != known.income else { return false }
    // Only the income of the year that the event asks for.
    let facts = try facts(of: stated.household, on: .last)?.inForce(for: event)
    return facts?.income?.entry == number
  }
}

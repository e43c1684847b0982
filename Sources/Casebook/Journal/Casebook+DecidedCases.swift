package import Journal
import Store
package import Units

/// A case on which the adjudicator has spoken, as the journal's first entries leave it.
package struct DecidedCase: Hashable, Sendable {
  package let number: Int
  /// The claim's id: the one it came in with, or `case-17`.
  package let claimID: String
  package let household: String
  /// Where the household lies, as last stated by then; `nil` where nobody has.
  package let township: String?
  /// The day of the decision.
  package let decidedOn: Day
  package let state: CaseState
  /// All that it is to be paid.
  package let payout: Yuan

  package init(
    number: Int, claimID: String, household: String, township: String?, decidedOn: Day, state: CaseState,
    payout: Yuan
  ) {
    self.number = number
    self.claimID = claimID
    self.household = household
    self.township = township
    self.decidedOn = decidedOn
    self.state = state
    self.payout = payout
  }
}

extension Casebook {
  /// The cases that stand decided after the first `size` entries, approved or denied, in the order of their numbers.
  ///
  /// Told from the journal alone: what is derived shows the cases as they are now, and could have been written over. What
  /// was pended, withdrawn or reversed by then is not decided.
  package func decidedCases(upTo size: Int) throws(CasebookError) -> [DecidedCase] {
    var fold = DecidedFold()
    guard size > 0 else { return [] }
    try entries(in: 1...size, of: DecidedFold.kinds) { (entry) throws(CasebookError) in try fold.take(entry) }
    return fold.decided
  }
}

/// Follows the journal as far as it says what became of cases.
private struct DecidedFold {
  /// The kinds of entry that say something of a case, or of a household's township.
  static let kinds = EntryKind.allCases.filter { $0 == .household || ($0.rule?.to.isEmpty == false) }

  private struct Draft {
    let claim: String?
    let household: String
    var state: CaseState?
    var decidedOn: Day?
    var payout = Yuan.zero
  }

  private var drafts: [Int: Draft] = [:]
  private var townships: [String: (day: Day, name: String)] = [:]
  mutating func take(_ entry: Entry) throws(CasebookError) {
    if entry.kind == .household {
      let statement = try entry.read(HouseholdStatement.self)
      guard let name = statement.township else { return }
      if let known = townships[statement.household], known.day > entry.happenedOn { return }
      townships[statement.household] = (entry.happenedOn, name)
    }
    guard let statement = try entry.readStep() else { return }
    let number = statement.step.number
    switch statement.change.what {
    case .opens: open(statement.step, claim: nil)
    case .opensDecided(_, let decision):
      open(statement.step, claim: entry.statement(DecideStatement.self)?.claim)
      try decide(entry, number, decision)
    case .decides(let decision): try decide(entry, number, decision)
    case .supplements(let more):
      try change(entry, number) { draft in
        draft.payout += more.amount
        if draft.decidedOn == nil { draft.decidedOn = entry.happenedOn }
      }
    case .redecides(let less): try change(entry, number) { $0.payout += less.amount }
    case .takesBack: try change(entry, number) { $0.payout = .zero }
    case .goesOn, .amends, .objects, .resolves, .sends, .answers, .promises, .placesMoney, .repays:
      try change(entry, number) { _ in }
    }
  }

  private mutating func open(_ step: CaseStep, claim: String?) {
    drafts[step.number] = Draft(claim: claim, household: step.household, state: step.to)
  }

  private mutating func decide(
    _ entry: Entry, _ number: Int, _ decision: RecordedDecision
  ) throws(CasebookError) {
    try change(entry, number) { draft in
      draft.payout = decision.payout
      draft.decidedOn = entry.happenedOn
    }
  }

  /// A step of a case that is there: it stands where the entry says.
  private mutating func change(
    _ entry: Entry, _ number: Int, _ body: (inout Draft) -> Void
  ) throws(CasebookError) {
    guard var draft = drafts[number] else { throw .damaged(entry: entry.number) }
    if let to = entry.to { draft.state = to }
    body(&draft)
    drafts[number] = draft
  }

  var decided: [DecidedCase] {
    drafts.sorted { $0.key < $1.key }.compactMap { number, draft in
      guard let state = draft.state, state.isDecided, let day = draft.decidedOn else { return nil }
      return DecidedCase(
        number: number, claimID: draft.claim ?? Casefile.ownClaimID(number), household: draft.household,
        township: townships[draft.household]?.name, decidedOn: day, state: state, payout: draft.payout)
    }
  }
}

extension CaseState {
  /// Whether the adjudicator's yes or no stands.
  package var isDecided: Bool {
    switch self {
    case .approved, .settled, .paid, .returned, .exhausted, .denied: true
    case .opened, .verified, .visited, .appraised, .disclosed, .confirmed, .pended, .withdrawn, .reversed:
      false
    }
  }
}

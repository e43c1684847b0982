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
    do throws(StoreError) {
      let query = try statements[DecidedFold.query]
      query.bind(1, size)
      defer { query.reset() }
      while try query.step() { fold.apply(query) }
    } catch { throw .store(error) }
    if let damaged = fold.damaged { throw .damaged(entry: damaged) }
    return fold.decided
  }
}

/// Follows the journal as far as it says what became of cases.
private struct DecidedFold {
  /// What an entry says of a case or of a household's township.
  static let query = """
    SELECT number, kind, happened_on, payload ->> '$.case', payload ->> '$.to', payload ->> '$.payout',
      payload ->> '$.amount', payload ->> '$.claim', payload ->> '$.household', payload ->> '$.township'
    FROM journal
    WHERE number <= ? AND kind NOT IN ('member', 'bill', 'asset', 'file-imported', 'clock', 'account', 'forget')
    ORDER BY number
    """

  private struct Draft {
    let claim: String?
    let household: String
    var state: CaseState?
    var decidedOn: Day?
    var payout = Yuan.zero
  }

  private var drafts: [Int: Draft] = [:]
  private var townships: [String: (day: Day, name: String)] = [:]
  /// An entry that makes no sense.
  private(set) var damaged: Int?

  mutating func apply(_ row: Statement) {
    guard let kind = EntryKind(rawValue: row.text(1)), let day = Day(row.text(2)) else {
      return damage(row)
    }
    if kind == .household {
      guard let name = row.optionalText(9) else { return }
      let household = row.text(8)
      if let known = townships[household], known.day > day { return }
      townships[household] = (day, name)
      return
    }
    guard let number = row.optionalInt64(3).map({ Int($0) }) else { return }
    var draft: Draft
    switch kind {
    case .declare, .screen, .decide: draft = Draft(claim: row.optionalText(7), household: row.text(8))
    default:
      guard let known = drafts[number] else { return damage(row) }
      draft = known
    }
    if let word = row.optionalText(4) { draft.state = CaseState(rawValue: word) }
    switch kind {
    case .decide, .approve:
      guard let payout = Yuan(row.text(5)) else { return damage(row) }
      draft.payout = payout
      draft.decidedOn = day
    case .supplement:
      guard let more = Yuan(row.text(6)) else { return damage(row) }
      draft.payout += more
      if draft.decidedOn == nil { draft.decidedOn = day }
    case .reverse: draft.payout = .zero
    default: break
    }
    drafts[number] = draft
  }

  private mutating func damage(_ row: Statement) { damaged = damaged ?? row.int(0) }

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

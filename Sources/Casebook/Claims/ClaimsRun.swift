import Batch
import Claims
import Rules
import Sealing
import Store
import Tables
import Units

/// What the workers on one file of confirmed claims share. What changes is used in turn.
@safe
final class ClaimsRun {
  let recording: Recording
  let book: Casebook
  let source: TableSource
  let blocks: BlockReader
  let households: KnownHouseholds
  /// The households whose cases the actor may not decide.
  let own: Set<String>
  /// The canonical beginning of every entry's bytes after its number, and the words of the scheme as JSON strings.
  let form: DecideForm
  let progress: (_ bytes: Int, _ claims: Int) -> Void

  private(set) var lines: Int
  private(set) var counts: [Reason: Int] = [:]
  private(set) var promised = Yuan.zero
  private(set) var claims = 0
  var faults: [Sheet.Fault] = []
  /// Why the work stopped, where not for its input.
  var trouble: CasebookError?

  private var accounts: [AccountKey: Account] = [:]
  private var seen: [String: Seen] = [:]
  private var nextCase: Int
  private var nextEntry: Int
  private var left: Yuan

  struct AccountKey: Hashable {
    let household: Int32
    let benefit: Int16
    let year: Int16
    let person: String?
  }

  /// A claim id that was met before: in this file, or in a counted or pended case.
  struct Seen {
    let household: String
    let peril: String
    let day: Day
    let amount: Yuan
    /// The case that still waits, which a new presentation takes the place of.
    var pended: Int?
  }

  init(
    _ recording: Recording, _ source: TableSource, _ blocks: BlockReader, own: Set<String>,
    _ progress: @escaping (Int, Int) -> Void
  ) throws(CasebookError) {
    self.recording = recording
    book = recording.book
    self.source = source
    self.blocks = blocks
    self.own = own
    self.progress = progress
    households = try KnownHouseholds(recording.book, on: recording.on)
    form = DecideForm(recording)
    lines = source.headerLines
    nextCase = recording.state.cases + 1
    nextEntry = recording.state.entries + 1
    left = recording.state.left
    try carryOn()
  }

  /// Takes up what the casebook has counted, paid and pended so far.
  private func carryOn() throws(CasebookError) {
    let benefits = book.scheme.benefits.map(\.id)
    do throws(StoreError) {
      let query = try book.database.prepare(
        """
        SELECT claim_id, household, person, peril, incurred_on, amount, counted, benefit, policy_year, payout, state, number
        FROM casefile WHERE counted = 1 OR state = 'pended' ORDER BY number
        """)
      while try query.step() {
        let isCounted = query.int(6) == 1
        let household = query.text(1)
        // A counted case answers for its id, whoever waits under the same; of those that wait, the first.
        if let id = query.optionalText(0), let day = Day(query.text(4)), isCounted || seen[id] == nil {
          seen[id] = Seen(
            household: household, peril: query.text(3), day: day, amount: Yuan(fen: query.int64(5)),
            pended: isCounted ? nil : query.int(11))
        }
        guard isCounted, let ordinal = households.ordinals[household], let word = query.optionalText(7),
          let benefit = benefits.firstIndex(of: word)
        else { continue }
        count(
          ordinal, benefit, Int(query.int64(8)), query.optionalText(2), Yuan(fen: query.int64(5)),
          Yuan(fen: query.int64(9)))
      }
    } catch { throw .store(error) }
  }

  private func count(
    _ household: Int32, _ benefit: Int, _ year: Int, _ person: String?, _ amount: Yuan, _ paid: Yuan
  ) {
    let sumsByPerson = book.adjudicator.plans[benefit]?.sumsByPerson ?? false
    accounts[key(household, benefit, year, nil), default: Account()].accumulated += amount
    accounts[key(household, benefit, year, nil), default: Account()].paid += paid
    guard sumsByPerson else { return }
    accounts[key(household, benefit, year, person ?? ""), default: Account()].accumulated += amount
    accounts[key(household, benefit, year, person ?? ""), default: Account()].paid += paid
  }

  private func key(_ household: Int32, _ benefit: Int, _ year: Int, _ person: String?) -> AccountKey {
    AccountKey(household: household, benefit: Int16(benefit), year: Int16(year), person: person)
  }

  // MARK: Deciding, in turn

  /// Decides the claims of a block in their order.
  func decide(_ block: inout [BatchClaim], _ faults: [Sheet.Fault], lines count: Int) {
    self.faults += faults.map { $0.moved(by: lines + 1) }
    lines += count
    claims += block.count
    for index in block.indices { decide(&block[index]) }
  }

  private func decide(_ claim: inout BatchClaim) {
    let peril = book.scheme.perils[claim.peril].id
    if let before = seen[claim.id] {
      // What another household presents under the id does not oust the case that waits: it is a conflict.
      if let pended = before.pended, before.household == claim.household {
        claim.replaces = pended
        nextEntry += 1
      } else {
        let isSame =
          before.household == claim.household && before.peril == peril && before.day == claim.day
          && before.amount == claim.amount
        claim.findings.insert(Findings(isSame ? .duplicateClaim : .claimIDConflict))
      }
    }
    if seen[claim.id] == nil || claim.replaces != nil {
      seen[claim.id] = Seen(
        household: claim.household, peril: peril, day: claim.day, amount: claim.amount, pended: nil)
    }
    claim.number = nextCase
    claim.entry = nextEntry
    nextCase += 1
    nextEntry += 1
    if let reason = claim.findings.first {
      claim.reason = reason
      claim.state = reason.outcome == .pended ? .pended : .denied
    } else {
      award(&claim)
    }
    counts[claim.reason, default: 0] += 1
  }

  private func award(_ claim: inout BatchClaim) {
    let standing = households.standings[Int(claim.ordinal)]
    let benefit = book.adjudicator.benefit(standing, peril: claim.peril)
    guard let plan = book.adjudicator.figures[benefit] else {
      preconditionFailure("a claim under an unpublished figure pends before it is counted")
    }
    let year = book.adjudicator.policyYear(of: claim.day)
    let whole = key(claim.ordinal, benefit, year.began, nil)
    let own = plan.sumsByPerson ? key(claim.ordinal, benefit, year.began, claim.person ?? "") : whole
    var account = accounts[own] ?? Account()
    let paidBefore = account.paid
    let underCap = plan.capsHouseholdOfPersons ? accounts[whole]?.paid ?? .zero : paidBefore
    account.accumulated += claim.amount
    let award = plan.award(
      accumulator: account.accumulated, paid: paidBefore, paidUnderCap: underCap,
      members: standing.memberCount)
    account.paid += award.payout
    accounts[own] = account
    if plan.sumsByPerson {
      accounts[whole, default: Account()].accumulated += claim.amount
      accounts[whole, default: Account()].paid += award.payout
    }
    claim.reason = award.reason
    claim.payout = award.payout
    claim.money = Decision.Money(
      benefitIndex: benefit, policyYear: year, accumulator: account.accumulated, paidBefore: paidBefore,
      paidUnderCap: underCap, benefit: award.benefit)
    guard award.reason.outcome == .approved else { return }
    promised += award.payout
    let fate = recording.fate(ofPaying: award.payout, left: left)
    claim.state = fate.state
    claim.call = fate.call
    left = left + (fate.call ?? .zero) - (fate.state == .exhausted ? .zero : award.payout)
  }
}

extension Sheet.Fault {
  /// The same fault, its line counted from the start of the file.
  func moved(by lines: Int) -> Sheet.Fault {
    Sheet.Fault(line: line + lines, column: column, field: field, value: value, problem: problem, what: what)
  }
}

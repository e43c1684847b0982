package import Audit
package import Casebook
import Claims
package import Explain
package import Journal
package import Rules
package import Units

/// What a county office tells a household about one decision 告知书: gathered from the casebook, not yet a page.
package struct Letter: Sendable {
  /// What it tells.
  package enum Matter: Sendable {
    /// A decision, as the adjudicator made it.
    case decision(Explanation)
    /// The case waits, because an office said so.
    case waiting(reason: String)
  }

  /// The case.
  package let file: Casefile
  /// What it tells.
  package let matter: Matter
  /// The rules of the decision.
  package let scheme: Scheme
  /// The entry that opened the case.
  package let opening: Entry
  /// What was claimed with the case when that was recorded.
  package let claim: CaseClaim
  /// The entry of the decision, or of the waiting.
  package let entry: Entry
  /// Whom it is to.
  package let addressee: Addressee
  /// Township and village, as far as known on the day.
  package let place: [String]
  /// The term by whose last day the money has to be in the account.
  package let due: WorkingTerm?
  /// What of the payout waits for the fund.
  package let waiting: Yuan
  /// When the decision was taken back; `nil` where it stands.
  package let reversedOn: Day?
  /// What the household owes back since the decision was taken back.
  package let owedBack: Yuan
  /// The last entry by which the case was decided again for the same sum or less, and its day.
  package let again: (statement: RedecideStatement, on: Day)?
  /// The first head that covers the decision.
  package let head: HeadCode
  /// The bills of a screened case, each decided on its own day; none of any other.
  package let bills: [DecidedBill]

  /// Puts a letter together; the tests do it with facts of their own.
  package init(
    file: Casefile, matter: Matter, scheme: Scheme, opening: Entry, claim: CaseClaim, entry: Entry,
    addressee: Addressee,
    place: [String], due: WorkingTerm?, waiting: Yuan, head: HeadCode, bills: [DecidedBill] = [],
    reversedOn: Day? = nil, owedBack: Yuan = .zero, again: (statement: RedecideStatement, on: Day)? = nil
  ) {
    self.file = file
    self.matter = matter
    self.scheme = scheme
    self.opening = opening
    self.claim = claim
    self.entry = entry
    self.addressee = addressee
    self.place = place
    self.due = due
    self.waiting = waiting
    self.head = head
    self.bills = bills
    self.reversedOn = reversedOn
    self.owedBack = owedBack
    self.again = again
  }

  /// The letter on the last decision of a case, or on what it waits for; `nil` where nothing is decided and nothing
  /// waited for.
  package static func load(_ file: Casefile, from book: Casebook) throws(CasebookError) -> Letter? {
    let entries = try book.entries(of: file)
    let basis: (matter: Matter, entry: Entry, scheme: Scheme)
    var bills: [DecidedBill] = []
    if let last = entries.last, file.state == .pended, last.kind == .pend {
      basis = (.waiting(reason: file.reason ?? ""), last, book.scheme)
    } else if let derivation = try book.derivation(of: file),
      let decided = entries.last(where: { $0.number == file.decidedEntry }) ?? entries.first
    {
      basis = (.decision(Explanation(derivation)), decided, derivation.scheme)
      bills = try book.decidedBills(of: file)
    } else {
      return nil
    }
    guard let opening = entries.first, let head = try book.head(covering: basis.entry.number) else {
      return nil
    }
    let facts = try book.facts(of: file.household, on: basis.entry.happenedOn)
    return Letter(
      file: file, matter: basis.matter, scheme: basis.scheme, opening: opening,
      claim: try book.claim(of: file, at: basis.entry.number), entry: basis.entry,
      addressee: try book.addressee(of: file),
      place: [facts?.township?.value, facts?.village?.value].compactMap { $0 },
      due: try book.paymentDue(file), waiting: try book.waiting(file.number), head: HeadCode(head),
      bills: bills,
      reversedOn: entries.first { $0.kind == .reverse }?.happenedOn,
      owedBack: try book.reversal(of: file.number)?.money == .claimed ? try book.paid(file.number) : .zero,
      again: entries.last { $0.kind == .redecide }.flatMap { entry in
        entry.statement(RedecideStatement.self).map { ($0, entry.happenedOn) }
      })
  }
}

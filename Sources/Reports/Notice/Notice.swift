package import Audit
package import Casebook
import Claims
package import Journal
package import Rules
package import Units

/// What hangs on a village's wall 公示: the cases under public notice, those decided since, and the head that makes the paper
/// a witness. Gathered from the casebook, not yet a page.
package struct Notice: Sendable {
  /// A case as it is shown.
  package struct ShownCase: Hashable, Sendable {
    /// The case's number.
    package let number: Int
    /// Whom it is about; masked when shown.
    package let person: Addressee.Kept<PersonalData>
    package let household: String
    /// What befell, for people.
    package let peril: Wording
    /// The cost left to the household.
    package let amount: Yuan
    /// What is proposed or decided.
    package let result: Result

    /// Whether nobody can say any more what was proposed.
    var isUnstated: Bool { if case .unstated = result { true } else { false } }
  }

  /// What is proposed, or what was decided.
  package enum Result: Hashable, Sendable {
    /// It hangs from one day to another, and this is worked out by what is known.
    case proposed(Outcome, Yuan, from: Day, until: Day?)
    /// It hung then and has gone on since: what was proposed is not on record.
    case unstated(from: Day, until: Day?)
    case decided(Outcome, Yuan, on: Day)
    case reversed(on: Day)
  }

  /// The village and its township, if that is known.
  package let village: String
  package let township: String?
  /// The county.
  package let county: Wording
  /// The rules in force.
  package let scheme: Scheme
  /// The day it is made for.
  package let on: Day
  /// The first day of the decisions it shows.
  package let since: Day
  /// Under public notice on the day.
  package let hanging: [ShownCase]
  /// Decided from ``since`` to the day.
  package let decided: [ShownCase]
  /// The casebook's last head.
  package let head: HeadCode
}

extension Notice {
  /// Why there is no notice.
  package enum Absence: Error {
    /// No household lies in such a village.
    case noSuchVillage
    /// Several townships have one.
    case several([String])
    /// The casebook has no head: it is empty.
    case noHead
  }

  /// The notice of a village on a day.
  ///
  /// - Parameter since: the first day of the decisions shown; where not given, as many days before as a notice hangs.
  package static func load(
    village: String, township: String?, on: Day, since: Day?, from book: Casebook
  ) throws(CasebookError) -> Swift.Result<Notice, Absence> {
    let (cases, townships) = try book.cases(village: village, township: township, on: on)
    if townships.isEmpty { return .failure(.noSuchVillage) }
    if let township, !townships.contains(township) { return .failure(.noSuchVillage) }
    if township == nil, townships.count > 1 { return .failure(.several(townships)) }
    guard let head = try book.lastHead() else { return .failure(.noHead) }
    let hangs = book.scheme.administration.disclosureDays.value ?? 7
    let first = since ?? on.adding(days: -hangs) ?? on
    var hanging: [ShownCase] = []
    var decided: [ShownCase] = []
    for file in cases {
      let entries = try book.entries(of: file).filter { $0.happenedOn <= on }
      guard let last = entries.last(where: { $0.toWord != nil }), let state = last.to
      else { continue }
      if state == .disclosed, let disclosed = entries.last(where: { $0.kind == .disclose }) {
        hanging.append(try row(file, try proposal(file, disclosed, on, book), book))
      } else if let result = try result(file, entries, state, first, on, book) {
        decided.append(try row(file, result, book))
      }
    }
    return .success(
      Notice(
        village: village, township: township ?? townships.first.flatMap { $0.isEmpty ? nil : $0 },
        county: book.scheme.county, scheme: book.scheme, on: on, since: first, hanging: hanging,
        decided: decided,
        head: HeadCode(head)))
  }

  private static func row(
    _ file: Casefile, _ result: Result, _ book: Casebook
  ) throws(CasebookError) -> ShownCase {
    ShownCase(
      number: file.number, person: try book.addressee(of: file).person, household: file.household,
      peril: book.scheme.name(ofPeril: file.peril), amount: file.amount, result: result)
  }

  private static func proposal(
    _ file: Casefile, _ disclosed: Entry, _ on: Day, _ book: Casebook
  ) throws(CasebookError) -> Result {
    let (from, until) = (disclosed.happenedOn, try disclosed.read(DiscloseStatement.self).until)
    guard file.state == .disclosed else { return .unstated(from: from, until: until) }
    let proposal = try book.proposal(for: file, on: on)
    return .proposed(proposal.reason.outcome, proposal.payout, from: from, until: until)
  }

  /// What was decided in the days shown; `nil` where nothing was, or the case waits again.
  private static func result(
    _ file: Casefile, _ entries: [Entry], _ state: CaseState, _ first: Day, _ on: Day, _ book: Casebook
  ) throws(CasebookError) -> Result? {
    guard let decision = entries.last(where: { $0.kind == .approve || $0.kind == .decide }),
      let decided = decision.recordedDecision, let outcome = decided.outcome, outcome != .pended
    else { return nil }
    if let reversal = entries.first(where: { $0.kind == .reverse }) {
      return reversal.happenedOn >= first ? .reversed(on: reversal.happenedOn) : nil
    }
    guard decision.happenedOn >= first else { return nil }
    let more = entries.compactMap {
      $0.statement(SupplementStatement.self)?.amount ?? $0.statement(RedecideStatement.self)?.amount
    }
    let payout = more.reduce(decided.payout, +)
    // What is decided again may come to nothing.
    let stands: Outcome = outcome == .approved && payout == .zero ? .denied : outcome
    return .decided(stands, payout, on: decision.happenedOn)
  }
}

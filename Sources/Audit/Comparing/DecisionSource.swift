package import Casebook
import Journal
import Store
import Tables
package import Units

/// Decisions to be compared: a casebook's, or those of a file.
package enum DecisionSource {
  case casebook(Casebook)
  case file(String)

  /// Opens what stands at a path: a casebook shows itself by its first bytes, anything else is read as a table.
  package static func open(_ path: String) throws(CasebookError) -> DecisionSource {
    guard path != "-" else { return .file(path) }
    do {
      let file = try InputFile(path: path)
      guard file.size != nil, try file.peek(mark.count) == mark else { return .file(path) }
    } catch { throw .file(error) }
    return .casebook(try Casebook.open(path, .readOnly))
  }

  /// How every SQLite file begins.
  private static let mark = Array("SQLite format 3\0".utf8)
}

/// What a decision is taken for when two are compared.
package enum ComparedOutcome: String, CaseIterable, Sendable {
  case approved, denied, pended
  /// Taken back by the household's side, or by the office.
  case withdrawn, reversed
  /// Still on its way.
  case undecided
  /// The list has no outcomes: only payouts are compared.
  case unsaid = ""

  init(_ state: CaseState) {
    switch state {
    case .approved, .settled, .paid, .returned, .exhausted: self = .approved
    case .denied: self = .denied
    case .pended: self = .pended
    case .withdrawn: self = .withdrawn
    case .reversed: self = .reversed
    case .opened, .verified, .visited, .appraised, .disclosed, .confirmed: self = .undecided
    }
  }
}

/// A decision on its way through a comparison.
package struct ComparedDecision: Hashable, Sendable {
  /// The claim's id; for a case that was declared, what it is matched by.
  package let claim: String
  /// Empty where the list does not say.
  package let household: String
  package let outcome: ComparedOutcome
  package let reason: String
  package let payout: Yuan

  package init(claim: String, household: String, outcome: ComparedOutcome, reason: String, payout: Yuan) {
    self.claim = claim
    self.household = household
    self.outcome = outcome
    self.reason = reason
    self.payout = payout
  }

  /// Whether both say the same, as far as both say it.
  func says(thesameAs other: ComparedDecision) -> Bool {
    guard payout == other.payout else { return false }
    if outcome != .unsaid, other.outcome != .unsaid, outcome != other.outcome { return false }
    return reason.isEmpty || other.reason.isEmpty || reason == other.reason
  }
}

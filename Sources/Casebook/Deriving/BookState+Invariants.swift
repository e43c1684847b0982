import Sealing
import Units

extension BookState {
  /// What does not hold of a casebook as a whole; empty where all does.
  package func _checkInvariants() -> [String] {
    var broken: [String] = []
    func hold(_ holds: Bool, _ what: String) { if !holds { broken.append(what) } }
    hold(!id.isEmpty && !scheme.isEmpty && !lastRecordedAt.isEmpty, "it has no name, scheme or date")
    hold(
      [cases, objections, payments, settlements, personal].allSatisfy { $0 >= 0 }, "a number is below zero")
    hold(entries >= max(cases, objections, payments, personal), "something was numbered without an entry")
    hold(settlements <= payments && (settlements > 0) == (payments > 0), "a settlement has no payment")
    hold([contributed, owed, committed, paid].allSatisfy { $0 >= .zero }, "a sum is below zero")
    let rest =
      Int128(contributed.fen) + Int128(owed.fen) - Int128(committed.fen) - Int128(paid.fen)
    hold(rest >= 0, "more is paid and promised than came in or is owed")
    return broken
  }

  /// What does not hold of the state that an entry leaves, after the one that it met with itself in the tree.
  package func _checkInvariants(after before: BookState) -> [String] {
    var broken = _checkInvariants()
    func hold(_ holds: Bool, _ what: String) { if !holds { broken.append(what) } }
    hold(id == before.id && algorithm == before.algorithm, "it is another casebook")
    hold(tree == before.tree && lastRecordedAt == before.lastRecordedAt, "an entry has changed the journal")
    hold(
      cases >= before.cases && objections >= before.objections && payments >= before.payments
        && settlements >= before.settlements && personal >= before.personal, "a number was given back")
    hold(
      contributed >= before.contributed && contributed + owed >= before.contributed + before.owed,
      "money that came in is gone")
    return broken
  }
}

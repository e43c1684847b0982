import Casebook
import Journal
import Units

/// A person who was imported into another household than before.
struct MemberMoves {
  let person: String
  let from: String
  let fromEntry: Int
  let to: String
  let toEntry: Int
  let on: Day

  /// All moves in the journal, which alone remembers them; batches of claims are skipped.
  static func all(_ desk: AnomalyDesk) throws(CasebookError) -> [MemberMoves] {
    var moves: [MemberMoves] = []
    for span in try spans(desk) {
      try desk.book.entries(in: span, of: [.member]) { (entry) throws(CasebookError) in
        guard let statement = entry.statement(MemberStatement.self), let revised = statement.revises,
          let before = try desk.book.entry(revised), let from = before.household, from != statement.household
        else { return }
        moves.append(
          MemberMoves(
            person: statement.person, from: from, fromEntry: before.number, to: statement.household,
            toEntry: entry.number, on: entry.happenedOn))
      }
    }
    return moves
  }

  /// The stretches of the journal between batches of claims.
  private static func spans(_ desk: AnomalyDesk) throws(CasebookError) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    var next = 1
    for entry in try desk.book.claimFileEntries() {
      // The decisions are followed, in their transaction, by the entry that names the file.
      let first = desk.firstEntry(ofTransactionOf: entry)
      if first > next { spans.append(next...(first - 1)) }
      next = entry
    }
    let last = try desk.book.lastEntryNumber() ?? 0
    if last >= next { spans.append(next...last) }
    return spans
  }
}

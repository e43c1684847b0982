import Casebook
import Store
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
      try desk.book.look(
        """
        SELECT json_extract(n.payload, '$.person'), json_extract(o.payload, '$.household'), o.number,
          json_extract(n.payload, '$.household'), n.number, n.happened_on
        FROM journal n JOIN journal o ON o.number = json_extract(n.payload, '$.revises')
        WHERE n.number BETWEEN ?1 AND ?2 AND n.kind = 'member' AND instr(n.payload, '"revises":') > 0
        ORDER BY n.number
        """
      ) {
        $0.bind(1, span.lowerBound)
        $0.bind(2, span.upperBound)
      } _: { (row) throws(CasebookError) in
        guard row.text(1) != row.text(3), !row.text(1).isEmpty, let on = Day(row.text(5)) else { return }
        moves.append(
          MemberMoves(
            person: row.text(0), from: row.text(1), fromEntry: row.int(2), to: row.text(3),
            toEntry: row.int(4), on: on))
      }
    }
    return moves
  }

  /// The stretches of the journal between batches of claims.
  private static func spans(_ desk: AnomalyDesk) throws(CasebookError) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    var next = 1
    var last = 0
    try desk.book.look("SELECT entry FROM imported_file WHERE kind = 'claims' ORDER BY entry") {
      (row) throws(CasebookError) in
      // The decisions are followed, in their transaction, by the entry that names the file.
      let first = desk.firstEntry(ofTransactionOf: row.int(0))
      if first > next { spans.append(next...(first - 1)) }
      next = row.int(0)
    }
    try desk.book.look("SELECT max(number) FROM journal") { (row) throws(CasebookError) in last = row.int(0) }
    if last >= next { spans.append(next...last) }
    return spans
  }
}

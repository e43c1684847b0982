import Claims
import Files
import Journal
import Units

/// Twins that nobody can see: ids that differ only in what does not show. Both could not be told apart on paper, and what is
/// known of one would be paid to the other.
extension Recording {
  /// Sets aside the rows whose id is like another's, of the register or of a row before it.
  func rejectAlike(
    _ rows: [RegisterStatement], _ kind: ImportKind, known: Set<String>, _ plan: inout ImportPlan
  ) throws(CasebookError) -> [RegisterStatement] {
    guard kind == .households || kind == .members, rows.contains(where: { !known.contains($0.id) }) else {
      return rows
    }
    var first: [[UInt8]: String] = [:]
    for id in try kind == .members ? book.personIDs() : book.householdIDs() {
      first[Likeness.core(of: Array(id.utf8))] = id
    }
    return rows.filter { row in
      let core = Likeness.core(of: Array(row.id.utf8))
      guard let other = first[core], other != row.id, !known.contains(row.id) else {
        first[core] = first[core] ?? row.id
        return true
      }
      plan.faults.append(Reject(row.places.id, .alike(other)))
      return false
    }
  }
}

extension RowRefusal {
  fileprivate static func alike(_ other: String) -> RowRefusal {
    RowRefusal(
      problem: "id-alike",
      what: Wording(
        zh: "与编号 \(other) 只差空格、横线、大小写、全角半角、看不见的字符或前面的零，纸上分不清：请核对，改用别的编号",
        en:
          "differs from the id \(other) only in blanks, dashes, capitals, width, invisible characters or zeros at its "
          + "front: on paper nobody could tell them apart; check it, and give it another id"))
  }
}

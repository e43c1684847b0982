import Casebook
import Journal
import Store
import Units

/// What the checks work with, and where they lay down what they find.
final class AnomalyDesk {
  let book: Casebook
  let limits: AnomalyLimits
  let load: Caseload
  private(set) var findings: [Anomaly] = []
  /// What could not be looked at, and why.
  private(set) var unchecked: [Wording] = []

  /// The last entry of each transaction, and who signed it.
  private var transactions: [(last: Int, actor: String)] = []
  private var known: [Approval]?

  /// A decision on a single case.
  struct Approval {
    /// A place in the rows of the caseload.
    let row: Int
    let entry: Int
    let actor: String
    let at: Instant
    /// Whether it came in a sealed file, so that its time says when the file was taken in.
    let isSealed: Bool
  }

  init(_ book: Casebook, _ limits: AnomalyLimits) throws(CasebookError) {
    self.book = book
    self.limits = limits
    try book.holdInMemory(kibibytes: 65_536)
    load = try Caseload(book)
    try book.look("SELECT size, actor FROM head ORDER BY size") { (row) throws(CasebookError) in
      transactions.append((row.int(0), row.text(1)))
    }
  }

  func find(_ anomaly: Anomaly) { findings.append(anomaly) }

  func note(_ what: Wording) { unchecked.append(what) }

  /// Which transaction an entry belongs to, by its place.
  func transaction(of entry: Int) -> Int {
    var (low, high) = (0, transactions.count)
    while low < high {
      let middle = (low + high) / 2
      if transactions[middle].last < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first entry of the transaction that an entry belongs to.
  func firstEntry(ofTransactionOf entry: Int) -> Int {
    let place = transaction(of: entry)
    return place > 0 ? transactions[place - 1].last + 1 : 1
  }

  /// Who decided a case of a batch: whoever signed the batch.
  func decider(ofBatchEntry entry: Int) -> String? {
    let place = transaction(of: entry)
    return transactions.indices.contains(place) ? transactions[place].actor : nil
  }

  /// The decisions on single cases, in the order of their entries; a batch is one act and none of them.
  func approvals() throws(CasebookError) -> [Approval] {
    if let known { return known }
    var found: [Approval] = []
    for index in load.rows.indices where load.rows[index].isStepwise && load.rows[index].decided > 0 {
      let entry = load.rows[index].decided
      try book.look("SELECT recorded_at, actor, instr(payload, '\"seal\":') FROM journal WHERE number = ?") {
        $0.bind(1, entry)
      } _: { (row) throws(CasebookError) in
        guard let at = Instant(row.text(0)) else { return }
        found.append(
          Approval(row: index, entry: entry, actor: row.text(1), at: at, isSealed: row.int(2) > 0))
      }
    }
    found.sort { $0.entry < $1.entry }
    known = found
    return found
  }

  /// Who signed an entry; for a decision of a batch ``decider(ofBatchEntry:)`` need not look.
  func actor(ofEntry entry: Int) throws(CasebookError) -> String {
    var actor = ""
    try book.look("SELECT actor FROM journal WHERE number = ?") {
      $0.bind(1, entry)
    } _: { (row) throws(CasebookError) in
      actor = row.text(0)
    }
    return actor
  }

  /// The day on which something was recorded to have happened.
  func day(ofEntry entry: Int) throws(CasebookError) -> Day? {
    var day: Day?
    try book.look("SELECT happened_on FROM journal WHERE number = ?") {
      $0.bind(1, entry)
    } _: { (row) throws(CasebookError) in
      day = Day(row.text(0))
    }
    return day
  }

  /// A household by its place.
  func household(_ row: Caseload.Row) -> String { load.households[row.household] }
}

/// One check: what it is called, and how it looks.
protocol AnomalyCheck: Sendable {
  static var code: AnomalyCode { get }
  /// Lays what it finds, and what it could not look at, on the desk.
  static func look(_ desk: AnomalyDesk) throws(CasebookError)
}

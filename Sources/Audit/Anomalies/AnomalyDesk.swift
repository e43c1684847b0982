import Casebook
import Journal
import Units

/// What the checks work with, and where they lay down what they find.
final class AnomalyDesk {
  let book: Casebook
  let limits: AnomalyLimits
  let load: Caseload
  private(set) var findings: [Anomaly] = []
  /// What could not be looked at, and why.
  private(set) var unchecked: [Wording] = []

  /// The last entry of each transaction, which is how many its head covers, and who signed it.
  private let transactions: [(size: Int, actor: String)]
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
    transactions = try book.headSigners()
  }

  func find(_ anomaly: Anomaly) { findings.append(anomaly) }

  func note(_ what: Wording) { unchecked.append(what) }

  /// Which transaction an entry belongs to, by its place.
  func transaction(of entry: Int) -> Int {
    var (low, high) = (0, transactions.count)
    while low < high {
      let middle = (low + high) / 2
      if transactions[middle].size < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first entry of the transaction that an entry belongs to.
  func firstEntry(ofTransactionOf entry: Int) -> Int {
    let place = transaction(of: entry)
    return place > 0 ? transactions[place - 1].size + 1 : 1
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
      guard let signing = try book.signing(ofEntry: entry), let at = Instant(signing.recordedAt) else {
        continue
      }
      found.append(
        Approval(row: index, entry: entry, actor: signing.actor, at: at, isSealed: signing.isSealed))
    }
    found.sort { $0.entry < $1.entry }
    known = found
    return found
  }

  /// Who signed an entry; for a decision of a batch ``decider(ofBatchEntry:)`` need not look.
  func actor(ofEntry entry: Int) throws(CasebookError) -> String { try book.actor(ofEntry: entry) ?? "" }

  /// A household by its place.
  func household(_ row: Caseload.Case) -> String { load.households[row.household] }
}

/// One check: what it is called, and how it looks.
protocol AnomalyCheck: Sendable {
  static var code: AnomalyCode { get }
  /// Lays what it finds, and what it could not look at, on the desk.
  static func look(_ desk: AnomalyDesk) throws(CasebookError)
}

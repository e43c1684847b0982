package import Journal
import Units

extension Casebook {
  /// The entries of a case, in order: the one that opened it, and those that followed.
  package func entries(of file: Casefile) throws(CasebookError) -> [Entry] {
    var entries: [Entry] = []
    for number in [file.openedEntry] + (try entryNumbers(of: file.number)) {
      guard let entry = try entry(number) else { throw .damaged(entry: number) }
      entries.append(entry)
    }
    return entries
  }

  /// What was promised in all for each bill of a screened case, whether its decision still stands or not; empty of any other.
  func billsAsPromised(of number: Int) throws(CasebookError) -> [Yuan] {
    guard let file = try casefile(number), try !billPayouts(of: number).isEmpty else { return [] }
    var payouts: [Yuan] = []
    func add(_ bills: [BillDecidedAgain]) throws(CasebookError) {
      for bill in bills {
        guard payouts.indices.contains(bill.place - 1) else { throw .damaged(row: CaseBillColumn.table) }
        payouts[bill.place - 1] += bill.amount
      }
    }
    for entry in try entries(of: file) {
      if let decision = entry.recordedDecision {
        payouts = decision.bills.map { $0.decision?.payout ?? .zero }
      }
      try add(entry.statement(SupplementStatement.self)?.bills ?? [])
      try add(entry.statement(RedecideStatement.self)?.bills ?? [])
    }
    return payouts
  }
}

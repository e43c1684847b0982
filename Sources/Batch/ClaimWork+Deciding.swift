import Claims
import Files
import Rules
import Tables
import Units

extension ClaimWork {
  /// Decides the claims of the block, in turn: rows 1 and 2, then the money.
  func commit() throws(BatchError) {
    firstLine = stream.lines
    stream.lines += lineCount
    stream.notes.emptyRows += emptyRows
    for index in rejects.indices { rejects[index].line += firstLine + 1 }
    stream.claims += count
    stream.missing.add(missing)
    guard stream.claims <= BatchError.claimLimit else { throw .tooManyClaims }
    try checkIDs()
    award()
  }

  /// Rows 1 and 2: nothing to do while ids ascend and none came in from earlier runs.
  private func checkIDs() throws(BatchError) {
    let ids = stream.ids
    guard count > 0 else { return }
    let follows = unsafe stream.follows(rows[0].idCell)
    if !ascends || !follows, !stream.entersIDs {
      stream.entersIDs = true
      try PastIDs.enter(into: ids, stream, upTo: block.offset)
    }
    if !stream.entersIDs {
      let last = unsafe rows[count - 1].idCell
      unsafe stream.lastID.replaceSubrange(
        0..., with: UnsafeBufferPointer(start: last.start, count: last.count))
      if ids.isEmpty { return }
    }
    for index in 0..<count {
      let row = unsafe rows + index
      let particulars = unsafe ids.particulars(row.pointee)
      if let first = unsafe ids.find(row.pointee.idCell) {
        unsafe row.pointee.findings.insert(
          Findings(first == particulars ? .duplicateClaim : .claimIDConflict))
      } else if stream.entersIDs {
        unsafe ids.enter(row.pointee.idCell, particulars)
      }
    }
  }

  /// Rows 16 to 21, with the sums as they stand.
  private func award() {
    let adjudicator = stream.adjudicator
    let figures = adjudicator.figures
    let accounts = stream.accounts
    let payouts = stream.payouts
    let startsWithCalendar = adjudicator.scheme.policyYearStart == .calendar
    let (rows, money, keepsMoney) = unsafe (rows, money, keepsMoney)
    for index in 0..<count {
      let row = unsafe rows + index
      if let reason = unsafe row.pointee.findings.first {
        unsafe row.pointee.reason = reason.rawValue
        if keepsMoney { unsafe money[index] = DecisionWriter.Money() }
        continue
      }
      guard let plan = unsafe figures[Int(row.pointee.benefit)] else {
        preconditionFailure("a claim under an unpublished figure pends before it is counted")
      }
      let year =
        unsafe startsWithCalendar
        ? PolicyYear(began: row.pointee.day.year) : adjudicator.policyYear(of: row.pointee.day)
      let counting =
        unsafe plan.sumsByPerson
        ? count(row, plan, year, of: persons[index])
        : accounts.update(row.pointee.ordinal, row.pointee.peril, year) { account in
          unsafe plan.count(
            Yuan(fen: row.pointee.amount), members: Int(row.pointee.members), in: &account)
        }
      unsafe row.pointee.reason = counting.award.reason.rawValue
      unsafe row.pointee.payout = counting.award.payout.fen
      if keepsMoney { unsafe money[index] = DecisionWriter.Money(counting) }
      if let payouts, unsafe row.pointee.payout > 0 {
        unsafe payouts.add(row.pointee.ordinal, row.pointee.payout)
      }
    }
  }

  /// Counts a claim in a person's account and the household's, where the benefit sums by person.
  private func count(
    _ row: UnsafeMutablePointer<ClaimInWork>, _ plan: Plan.Figures, _ year: PolicyYear, of person: String
  ) -> Counting {
    let accounts = stream.accounts
    let (ordinal, peril) = unsafe (row.pointee.ordinal, row.pointee.peril)
    var household = accounts.update(ordinal, peril, year) { $0 }
    let counting = accounts.update(ordinal, peril, year, person: person) { account in
      unsafe plan.count(
        Yuan(fen: row.pointee.amount), members: Int(row.pointee.members), of: &account, in: &household)
    }
    accounts.update(ordinal, peril, year) { $0 = household }
    return counting
  }
}

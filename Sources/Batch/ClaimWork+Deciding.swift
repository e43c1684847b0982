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
    for index in rejects.indices { rejects[index].line += firstLine + 1 }
    stream.claims += count
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
      let shown: DecisionWriter.Money
      if plan.sumsByPerson {
        shown = unsafe awardPerson(plan, year, row, persons[index])
      } else {
        shown = unsafe accounts.update(row.pointee.ordinal, row.pointee.peril, year) { account in
          unsafe settle(plan, row, &account, paidUnderCap: account.paid)
        }
      }
      if keepsMoney { unsafe money[index] = shown }
      if let payouts, unsafe row.pointee.payout > 0 {
        unsafe payouts.add(row.pointee.ordinal, row.pointee.payout)
      }
    }
  }

  /// Counts a claim in its account, and pays what the account has earned since.
  @inline(__always)
  private func settle(
    _ plan: Plan.Figures, _ row: UnsafeMutablePointer<ClaimRow>, _ account: inout Account, paidUnderCap: Yuan
  ) -> DecisionWriter.Money {
    let paidBefore = account.paid
    account.accumulated += unsafe Yuan(fen: row.pointee.amount)
    let award = unsafe plan.award(
      accumulator: account.accumulated, paid: paidBefore, paidUnderCap: paidUnderCap,
      members: Int(row.pointee.members))
    account.paid += award.payout
    unsafe row.pointee.reason = award.reason.rawValue
    unsafe row.pointee.payout = award.payout.fen
    return DecisionWriter.Money(
      accumulator: account.accumulated.fen, paidBefore: paidBefore.fen, paidUnderCap: paidUnderCap.fen,
      benefit: award.benefit.fen)
  }

  /// The household's own account serves as the cap's, where the cap is the household's.
  private func awardPerson(
    _ plan: Plan.Figures, _ year: PolicyYear, _ row: UnsafeMutablePointer<ClaimRow>, _ person: String
  ) -> DecisionWriter.Money {
    let accounts = stream.accounts
    let (ordinal, peril) = unsafe (row.pointee.ordinal, row.pointee.peril)
    let paidByHousehold = accounts.update(ordinal, peril, year) { $0.paid }
    let shown = accounts.update(ordinal, peril, year, person: person) { account in
      unsafe settle(
        plan, row, &account, paidUnderCap: plan.capsHouseholdOfPersons ? paidByHousehold : account.paid)
    }
    let payout = unsafe Yuan(fen: row.pointee.payout)
    accounts.update(ordinal, peril, year) { $0.paid += payout }
    return shown
  }
}

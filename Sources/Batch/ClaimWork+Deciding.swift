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
    stream.notes.rows.noteRunOn(runOn, after: firstLine, reader)
    stream.totals.take(totals, after: firstLine, reader, &stream.notes.rows)
    for index in rejects.indices { rejects[index].settle(after: firstLine, reader) }
    stream.claims += count
    stream.missing.add(missing)
    guard stream.claims <= BatchError.claimLimit else { throw .tooManyClaims }
    try checkCorrections()
    try checkIDs(&stream.ids)
    award()
  }

  /// What the first pass over the claims did not see, it cannot take out of an account.
  private func checkCorrections() throws(BatchError) {
    guard hasCorrections else { return }
    for index in 0..<count where unsafe rows[index].stated.corrects {
      guard let corrections = stream.corrections, unsafe corrections.expects(rows[index].idCell) else {
        throw .changedMeanwhile(stream.source.file.path)
      }
    }
  }

  /// Rows 1, 2 and 2a: nothing to do while ids ascend, none came in from earlier runs and none is corrected.
  private func checkIDs(_ ids: inout ClaimIDs) throws(BatchError) {
    guard count > 0 else { return }
    let follows = unsafe stream.follows(rows[0].idCell)
    if !ascends || !follows, !stream.entersIDs {
      stream.entersIDs = true
      ids.reserve(stream.expectedClaims(after: block.fileEnd))
      try PastIDs.enter(into: &ids, stream, upTo: block.offset)
    }
    if !stream.entersIDs {
      let last = unsafe rows[count - 1].idCell
      unsafe stream.lastID.replaceSubrange(
        0..., with: UnsafeBufferPointer(start: last.start, count: last.count))
      if ids.isEmpty, !hasCorrections { return }
    }
    for start in stride(from: 0, to: count, by: ClaimWork.stretch) {
      let range = start..<min(count, start + ClaimWork.stretch)
      var touched: UInt64 = 0
      for index in range { touched &+= unsafe ids.touch(rows[index].idCell) }
      sink = touched
      checkIDs(range, &ids)
    }
  }

  private func checkIDs(_ range: Range<Int>, _ ids: inout ClaimIDs) {
    for index in range {
      let row = unsafe rows + index
      let particulars = unsafe ids.particulars(row.pointee)
      let first = unsafe ids.find(row.pointee.idCell)
      if unsafe row.pointee.stated.corrects {
        unsafe checkCorrection(row, isKnown: first != nil)
      } else if let first {
        unsafe row.pointee.findings.insert(
          Findings(first == particulars ? .duplicateClaim : .claimIDConflict))
      }
      if first == nil, stream.entersIDs { unsafe ids.enter(row.pointee.idCell, particulars) }
    }
  }

  /// Rows 2 and 2a for a correction.
  private func checkCorrection(_ row: UnsafeMutablePointer<ClaimInWork>, isKnown: Bool) {
    if unsafe !isKnown && stream.corrections?.wasRead(row.pointee.idCell) != true {
      unsafe row.pointee.findings.insert(Findings(.claimIDConflict))
    } else if unsafe row.pointee.amount == 0 {
      unsafe row.pointee.findings.insert(Findings(.withdrawn))
    }
  }

  /// Takes the claim out of its account that a correction replaces.
  private func takeOut(_ row: UnsafeMutablePointer<ClaimInWork>, _ corrections: Corrections) {
    guard unsafe !row.pointee.findings.contains(Findings(.claimIDConflict)),
      let (amount, place) = unsafe corrections.takeCounted(row.pointee.idCell), place.ordinal != Register.none
    else { return }
    stream.accounts.takeOut(amount, of: place)
  }

  /// Rows 16 to 21, with the sums as they stand.
  private func award() {
    let adjudicator = stream.adjudicator
    let figures = adjudicator.figures
    let accounts = stream.accounts
    let payouts = stream.payouts
    let corrections = stream.corrections
    let needsPersons = adjudicator.needsPersons
    let startsWithCalendar = adjudicator.scheme.policyYearStart == .calendar
    let (rows, money, keepsMoney) = unsafe (rows, money, keepsMoney)
    for index in 0..<count {
      let row = unsafe rows + index
      if let corrections, unsafe row.pointee.stated.corrects { unsafe takeOut(row, corrections) }
      if needsPersons, isStrange(index) { unsafe row.pointee.findings.insert(Findings(.personUnknown)) }
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
      if needsPersons { note(index, year, counting.award.payout) }
      unsafe row.pointee.reason = counting.award.reason.rawValue
      unsafe row.pointee.payout = counting.award.payout.fen
      if let corrections {
        let person = needsPersons && !persons[index].isEmpty ? persons[index] : nil
        let place = unsafe Corrections.Place(
          ordinal: row.pointee.ordinal, absent: [], peril: row.pointee.peril, year: year, person: person)
        unsafe corrections.noteCounted(row.pointee.idCell, Yuan(fen: row.pointee.amount), place)
      }
      if keepsMoney { unsafe money[index] = DecisionWriter.Money(counting) }
      if let payouts, unsafe row.pointee.payout > 0 {
        unsafe payouts.add(row.pointee.ordinal, row.pointee.payout)
      }
    }
  }

  /// Counts a claim in the household's account, by what the person has counted wherever they lived.
  private func count(
    _ row: UnsafeMutablePointer<ClaimInWork>, _ plan: Plan.Figures, _ year: PolicyYear, of person: String
  ) -> Counting {
    let accounts = stream.accounts
    let (ordinal, peril) = unsafe (row.pointee.ordinal, row.pointee.peril)
    var own = accounts.persons[person, peril, year]
    return accounts.update(ordinal, peril, year) { household in
      unsafe plan.count(
        Yuan(fen: row.pointee.amount), members: Int(row.pointee.members), of: &own, in: &household)
    }
  }

  /// Notes for the person whom a claim names what it has counted and is paid: also where it sums by household, for another
  /// group's may not.
  private func note(_ index: Int, _ year: PolicyYear, _ payout: Yuan) {
    guard !persons[index].isEmpty else { return }
    let row = unsafe rows + index
    let name = unsafe Accounts.Name(.listed(row.pointee.ordinal), row.pointee.peril, year)
    let account = unsafe Account(accumulated: Yuan(fen: row.pointee.amount), paid: payout)
    stream.accounts.persons.add(account, of: persons[index], in: name)
  }

  /// Row 15a for a person who was counted in another household, and of whom no list says that they are in this one.
  private func isStrange(_ index: Int) -> Bool {
    let (row, person, adjudicator) = unsafe (rows + index, persons[index], stream.adjudicator)
    let ordinal = unsafe row.pointee.ordinal
    guard !person.isEmpty, ordinal != Register.none else { return false }
    let eligibility = stream.register.households.records[Int(ordinal)].value
    guard unsafe adjudicator.sumsByPerson(eligibility, peril: Int(row.pointee.peril)) else { return false }
    let year = unsafe adjudicator.policyYear(of: row.pointee.day)
    guard stream.accounts.persons.isElsewhere(person, than: .listed(ordinal), year) else { return false }
    return unsafe stream.residents?.lists(person, in: row.pointee.householdCell) != true
  }
}

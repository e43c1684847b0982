import Journal
import Rules
import Units

extension Recording {
  /// Sums the bills of three policy years, the day's and the two before, and opens a case for each subject and year
  /// above its line that has bills in no case yet. In the order of households, then years.
  func openCases(_ peril: Int, _ near: Rate?, _ screening: inout Screening) throws(CasebookError) {
    let word = book.scheme.perils[peril].id
    let bills = try recentBills(word)
    screening.bills = bills.count
    let order = bills.indices.filter { $0 == 0 || bills[$0].household != bills[$0 - 1].household }
    screening.households = order.count
    var groups: [String: Int] = [:]
    try book.eachKnown(Set(order.map { bills[$0].household }), on: on, entries: state.entries) { id, facts in
      groups[id] = facts.group.flatMap { known in
        book.scheme.groups.firstIndex { $0.id == known.value }
      }
    }
    for (place, start) in order.enumerated() {
      let own = bills[start..<(place + 1 < order.count ? order[place + 1] : bills.count)]
      let household = bills[start].household
      guard let group = groups[household] else {
        screening.groupUnknown.append(household)
        continue
      }
      guard let index = book.scheme.benefit(group: group, peril: peril),
        let line = book.scheme.benefits[index].warningLine.value
      else { continue }
      let byPerson = book.scheme.benefits[index].sumOver == .person
      for (key, bills) in Recording.years(own, byPerson: byPerson) {
        let sum = bills.reduce(Yuan.zero) { $0 + $1.amount }
        let year = Screening.Year(
          household: household, person: key.person, year: key.year, sum: sum, line: line)
        try judge(year, bills, word, near, &screening)
      }
    }
  }

  private func judge(
    _ year: Screening.Year, _ bills: [Bill], _ peril: String, _ near: Rate?, _ screening: inout Screening
  ) throws(CasebookError) {
    guard year.sum > year.line else {
      if let near, year.reaches(near) { screening.near.append(year) }
      return
    }
    screening.over += 1
    let (free, declared, closed) = try free(bills)
    screening.leftOut += declared
    screening.ofClosedYears += closed
    guard let statement = openingCase(year, free, peril) else { return }
    guard try !isKin(year.household) else {
      if screening.recused.last != year.household { screening.recused.append(year.household) }
      return
    }
    try append(statement)
    screening.opened.append(
      Screening.Opened(
        number: statement.step.number, year: year, amount: statement.opening.amount,
        incurredOn: statement.opening.incurredOn, bills: statement.bills))
  }

  /// What the entry says that opens a case with a year's bills; `nil` where there are none.
  private func openingCase(_ year: Screening.Year, _ free: [Bill], _ peril: String) -> ScreenStatement? {
    guard let last = free.map(\.day).max() else { return nil }
    return ScreenStatement(
      opening(state.cases + 1, of: year.household),
      CaseOpening(
        person: year.person, peril: peril, cause: nil, incurredOn: last,
        amount: free.reduce(Yuan.zero) { $0 + $1.amount }, compensated: nil),
      bills: free.map(\.record), sum: year.sum, line: year.line, policyYear: year.year.began)
  }

  /// What a screening would say now of the case that a statement opens; `nil` where it would open none.
  fileprivate func openingCase(like said: ScreenStatement) throws(CasebookError) -> ScreenStatement? {
    let (scheme, household) = (book.scheme, said.step.household)
    let group = try book.facts(of: household, on: on)?.group.flatMap { known in
      scheme.groups.firstIndex { $0.id == known.value }
    }
    guard let group, let peril = scheme.perils.firstIndex(where: { $0.id == said.opening.peril }),
      let index = scheme.benefit(group: group, peril: peril),
      let line = scheme.benefits[index].warningLine.value
    else { return nil }
    let byPerson = scheme.benefits[index].sumOver == .person
    let bills = try recentBills(said.opening.peril, of: household)
    for (key, bills) in Recording.years(bills[...], byPerson: byPerson)
    where key.year.began == said.policyYear && key.person == said.opening.person {
      let sum = bills.reduce(Yuan.zero) { $0 + $1.amount }
      let year = Screening.Year(
        household: household, person: key.person, year: key.year, sum: sum, line: line)
      guard sum > line else { return nil }
      return openingCase(year, try free(bills).free, said.opening.peril)
    }
    return nil
  }

  /// The bills that are in no case and left something to the household; apart from them those whose cost a case holds already
  /// that was declared, and those of a policy year that is closed.
  private func free(
    _ bills: [Bill]
  ) throws(CasebookError) -> (
    free: [Bill], declared: [Screening.LeftOut], closed: [Screening.OfClosedYear]
  ) {
    var found: (free: [Bill], declared: [Screening.LeftOut], closed: [Screening.OfClosedYear]) = ([], [], [])
    let years = try book.closedYears()
    for bill in bills where !bill.isInCase && bill.amount > .zero {
      if let declared = try book.holderClaimed(bill.source) {
        found.declared.append(
          Screening.LeftOut(record: bill.record, household: bill.household, holder: declared))
      } else if years.closed(on: bill.day) != nil {
        found.closed.append(
          Screening.OfClosedYear(record: bill.record, household: bill.household, day: bill.day))
      } else {
        found.free.append(bill)
      }
    }
    return found
  }

  /// Whether the actor has to leave the household's case to another.
  private func isKin(_ household: String) throws(CasebookError) -> Bool {
    do throws(CasebookError) {
      try checkKinship(household)
      return false
    } catch {
      guard case .refused = error else { throw error }
      return true
    }
  }

  /// The bills of the policy year of the day and the two before, up to the day: by household, day and number.
  ///
  /// - Parameter household: whose; all households' where not said.
  private func recentBills(
    _ peril: String, of household: String? = nil
  ) throws(CasebookError) -> [Bill] {
    let start = book.scheme.policyYearStart
    let day = PolicyYear(began: PolicyYear(containing: on, start: start).began - 2).firstDay(start)
    return try book.bills(of: peril, household: household, from: day, to: on).map {
      (row) throws(CasebookError) in
      guard let day = Day(row.day) else { throw .damaged(row: BillColumn.table) }
      return Bill(
        household: row.household, person: row.person, record: row.record, day: day,
        year: PolicyYear(containing: day, start: start), amount: row.amount, isInCase: row.casefile != nil,
        source: row)
    }
  }

  private static func years(
    _ bills: ArraySlice<Bill>, byPerson: Bool
  ) -> [(key: YearKey, bills: [Bill])] {
    Dictionary(grouping: bills) { YearKey(year: $0.year, person: byPerson ? $0.person : nil) }
      .sorted { ($0.key.year, $0.key.person ?? "") < ($1.key.year, $1.key.person ?? "") }
      .map { ($0.key, $0.value) }
  }
}

extension ScreenStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.open(entry, step, opening, bills: bills)
  }

  /// Its bills are there, in no other case and not declared, and are all that the year has above its line.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    var found: [Deviation] = []
    try recording.checkRole(ScreenStatement.rule)
    try recording.checkKinship(step.household)
    for record in bills {
      guard let bill = try recording.book.freeBill(record, of: opening.peril, step.household) else {
        found.append(
          Deviation(
            Wording(
              zh: "单据 \(record) 不在台账里，或已计入别的案件",
              en: "bill \(record) is not in the journal, or is already in another case")))
        continue
      }
      if let day = Day(bill.day), let year = try recording.book.closedYears().closed(on: day) {
        found.append(Deviation(Refusal.yearClosed(year, day).what))
      }
      guard let holder = try recording.book.holderClaimed(bill) else { continue }
      found.append(
        Deviation(
          Wording(
            zh: "单据 \(record) 的费用已在\(holder.name.zh) 申报",
            en: "the cost of bill \(record) was declared already, in \(holder.name.en)")))
    }
    guard found.isEmpty else { return .found(found) }
    guard let should = try recording.openingCase(like: self) else {
      return .found([
        Deviation(
          Wording(
            zh: "户 \(step.household) 的单据没有超过预警线，不应立案",
            en: "the bills of household \(step.household) are not above the line: no case is opened"))
      ])
    }
    return .found(Deviation.between(entry.payload, and: should.payload))
  }
}

extension Screening.Year {
  /// Whether the sum is at or above a share of the line, exactly.
  func reaches(_ share: Rate) -> Bool {
    Int128(sum.fen) * Int128(Rate.whole.millionths) >= Int128(line.fen) * Int128(share.millionths)
  }
}

private struct YearKey: Hashable {
  let year: PolicyYear
  let person: String?
}

private struct Bill {
  let household: String
  let person: String?
  let record: String
  let day: Day
  let year: PolicyYear
  /// What was left to the household.
  let amount: Yuan
  let isInCase: Bool
  let source: RecordedBill
}

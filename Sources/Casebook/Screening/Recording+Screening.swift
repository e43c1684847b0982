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
    let free = bills.filter { !$0.isInCase && $0.amount > .zero }
    let amount = free.reduce(Yuan.zero) { $0 + $1.amount }
    guard let last = free.map(\.day).max() else { return }
    guard try !isKin(year.household) else {
      if screening.recused.last != year.household { screening.recused.append(year.household) }
      return
    }
    let number = state.cases + 1
    let records = free.map(\.record)
    try append(
      ScreenStatement(
        opening(number, of: year.household),
        CaseOpening(
          person: year.person, peril: peril, cause: nil, incurredOn: last, amount: amount,
          compensated: nil),
        bills: records, sum: year.sum, line: year.line, policyYear: year.year.began))
    screening.opened.append(
      Screening.Opened(number: number, year: year, amount: amount, incurredOn: last, bills: records))
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
  private func recentBills(_ peril: String) throws(CasebookError) -> [Bill] {
    let start = book.scheme.policyYearStart
    let day = PolicyYear(began: PolicyYear(containing: on, start: start).began - 2).firstDay(start)
    return try book.bills(of: peril, from: day, to: on).map { (row) throws(CasebookError) in
      guard let day = Day(row.day) else { throw .damaged(row: BillColumn.table) }
      return Bill(
        household: row.household, person: row.person, record: row.record, day: day,
        year: PolicyYear(containing: day, start: start), amount: row.amount, isInCase: row.casefile != nil)
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

  /// Its bills are there, in no other case, and come to its amount.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    let (number, expected) = (step.number, recording.state.cases + 1)
    var found: [Deviation] = []
    if number != expected { found.append(Deviation("case", "\(number)", "\(expected)")) }
    try recording.checkKinship(step.household)
    var sum = Yuan.zero
    for record in bills {
      guard let bill = try recording.book.freeBill(record, of: opening.peril, step.household) else {
        found.append(
          Deviation(
            Wording(
              zh: "单据 \(record) 不在台账里，或已计入别的案件",
              en: "bill \(record) is not in the journal, or is already in another case")))
        continue
      }
      sum += bill
    }
    let amount = opening.amount
    if sum != amount { found.append(Deviation("amount", amount.description, sum.description)) }
    return .found(found)
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
}

extension PlainBook {
  /// The county takes in a list of medical bills, and opens a case for each subject and year above its line that has bills in
  /// none.
  mutating func screen(
    _ rows: [PlainBill], _ isRevising: Bool, _ actor: PlainActor, _ on: Int
  ) throws(Refused) -> String {
    try need("county", of: actor)
    var (new, revised, rejected) = (0, 0, 0)
    for row in rows {
      guard row.incurred <= on, row.household != "", known(row.household, on: on) != nil,
        !rules.needsPersons || row.person != nil
      else {
        rejected += 1
        continue
      }
      let place = bills.firstIndex { $0.bill.record == row.record }
      if let place, bills[place].bill == row { continue }
      if isClosed(row.incurred) || place.map({ isClosed(bills[$0].bill.incurred) }) ?? false {
        rejected += 1
        continue
      }
      let isAlike = bills.contains { $0.bill.record.uppercased() == row.record.uppercased() }
      if row.amount < 0 || (place == nil && isAlike) {
        rejected += 1
      } else if let place {
        var next = self
        if isRevising, next.revise(place, row, actor, on) {
          self = next
          revised += 1
        } else {
          rejected += 1
        }
      } else {
        bills.append((row, nil))
        entries += 1
        new += 1
      }
    }
    if new + revised > 0 { entries += 1 }
    let first = cases.count
    openCases(actor, on)
    return "new \(new) revised \(revised) rejected \(rejected) opened \(cases.count - first)"
  }

  /// A bill says otherwise now; it leaves its case, which must be open and not the actor's own, and ends with its last bill.
  private mutating func revise(_ place: Int, _ row: PlainBill, _ actor: PlainActor, _ on: Int) -> Bool {
    let number = bills[place].casefile
    if let number {
      if isOwn(actor, cases[number - 1].household) { return false }
      let open = PlainMove.table["withdraw"]?.from ?? []
      if !open.contains(cases[number - 1].state) { return false }
    }
    bills[place] = (row, nil)
    entries += 1
    guard let number, !bills.contains(where: { $0.casefile == number }) else { return true }
    if on < cases[number - 1].since { return false }
    withdraw(number - 1, "bills-corrected", actor, on)
    return true
  }

  private mutating func openCases(_ actor: PlainActor, _ on: Int) {
    let last = rules.policyYear(on)
    let recent = bills.filter { $0.bill.incurred <= on && rules.policyYear($0.bill.incurred) >= last - 2 }
    for household in Set(recent.map(\.bill.household)).sorted() {
      guard let group = known(household, on: on)?.group,
        let benefit = rules.benefits.first(where: { $0.peril == "illness" && $0.groups.contains(group) })
      else { continue }
      let own = recent.filter { $0.bill.household == household }
      for year in (last - 2)...last {
        let ofYear = own.filter { rules.policyYear($0.bill.incurred) == year }
        let subjects = benefit.isByPerson ? Set(ofYear.map(\.bill.person)) : [nil]
        for subject in subjects.sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
          let counted = ofYear.filter { !benefit.isByPerson || $0.bill.person == subject }.map(\.bill)
          guard counted.reduce(0, { $0 + $1.amount }) > benefit.line else { continue }
          open(counted, household, subject, actor, on)
        }
      }
    }
  }

  private mutating func open(
    _ counted: [PlainBill], _ household: String, _ subject: String?, _ actor: PlainActor, _ on: Int
  ) {
    let free = bills.indices.filter { place in
      bills[place].casefile == nil && bills[place].bill.amount > 0 && counted.contains(bills[place].bill)
        && !isDeclared(bills[place].bill) && !isClosed(bills[place].bill.incurred)
    }
    guard let last = free.map({ bills[$0].bill.incurred }).max(), !isOwn(actor, household) else { return }
    var file = PlainCase(
      number: cases.count + 1, household: household, person: subject, peril: "illness", cause: nil,
      incurred: last, amount: free.reduce(0) { $0 + bills[$1].bill.amount }, compensated: nil, since: on)
    file.isScreened = true
    file.signatures["intake"] = [actor.name]
    cases.append(file)
    for place in free { bills[place].casefile = file.number }
    entries += 1
  }
}

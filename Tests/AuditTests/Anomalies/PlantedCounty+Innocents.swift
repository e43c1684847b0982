import Casebook
import Units

extension PlantedCounty {
  /// The county's ordinary half-year, with what looks like fraud and is none.
  mutating func fillWithInnocents() {
    ordinaryCases()
    accountsWithinHouseholds()
    twoRealStays()
    twinsAtSchool()
    sameNumberInTwoOffices()
    movedProperly()
    honestRevisions()
    bulkRenewal()
    screenedCases()
    busyDay()
    guardian()
    lostJob()
    meeting()
    batchOfSchooling()
  }

  private mutating func ordinaryCases() {
    for index in 0..<150 {
      let home = take(in: index % PlantedCounty.villages)
      if chance.happens(12) { homes[home].income = homes[home].members * 4800 }
      let plan = add(home, usualCost(home), on: anyDay())
      if chance.happens(10) { plans[plan].answers = [2, 0, 0] }
      // No answer and no older list: it pends, and nothing is paid.
      if chance.happens(4) { plans[plan].answers = [1, nil, 0] }
    }
    // Just above a line, one here and one there.
    for _ in 0..<5 {
      let home = take(isLowIncome: false)
      add(home, Int64(chance.between(5_001, 5_300)), on: anyDay())
    }
  }

  /// Husband and wife with one account; and a household that has changed its own.
  private mutating func accountsWithinHouseholds() {
    for _ in 0..<6 {
      let home = take()
      moreMembers.append("PS\(home),\(homes[home].id),,,,,\(homes[home].account)")
      let plan = add(home, usualCost(home), on: anyDay())
      if chance.happens(50) { plans[plan].account = Invented.account(700_000 + home) }
    }
  }

  /// Two stays, as they come: weeks or months apart, and some of them across an edge.
  private mutating func twoRealStays() {
    for _ in 0..<12 {
      let home = take()
      let first = PlantedCounty.day(chance.between(0, 40))
      add(home, usualCost(home), on: first)
      add(home, Int64(chance.between(800, 6000)), on: first.adding(days: chance.between(10, 70)) ?? first)
    }
  }

  /// Two children of one household pay the same fee on the same day.
  private mutating func twinsAtSchool() {
    for _ in 0..<6 {
      let home = take()
      for child in 0..<2 {
        batch.append(
          "T\(home)\(child),\(homes[home].id),education,2018-03-10,9000.00,\(homes[home].person(child))")
      }
      assets[home] = [1, 0, 0]
    }
  }

  /// The hospital and the school count from one, each for itself.
  private mutating func sameNumberInTwoOffices() {
    for number in 1...8 {
      let (one, other) = (take(), take())
      medical.append(bill("\(number)", one, anyDay(), 600_000 + Int64(number)))
      schooling.append(
        "\(number),\(homes[other].id),\(homes[other].person(1)),\(anyDay()),4000.00,500.00,0.00,0.00")
    }
  }

  /// A daughter marries into another household; the old one has a member less.
  private mutating func movedProperly() {
    for _ in 0..<3 {
      let (old, new) = (take(), take())
      for home in [old, new] { add(home, usualCost(home), on: anyDay()) }
      revisions.append(("2018-03-21", .members, ["\(homes[old].person(1)),\(homes[new].id),,,,,"]))
      let now = homes[old]
      homes[old].members += 1
      homes[old].income = now.members * 3000
      var after = homes[old]
      after.members = now.members
      revisions.append(("2018-03-21", .households, [register(after, nil)]))
    }
  }

  /// Incomes that were revised and decide nothing: below the line before and after, or long before the claim.
  private mutating func honestRevisions() {
    for index in 0..<16 {
      let home = take()
      add(home, usualCost(home), on: PlantedCounty.day(chance.between(90, 110)))
      var after = homes[home]
      after.income = homes[home].members * chance.between(1500, 4200)
      if index % 4 == 0 {
        homes[home].income = homes[home].members * 5000
        revisions.append(("2018-03-02", .households, [register(after, nil)]))
      } else {
        homes[home].income = homes[home].members * chance.between(1500, 4200)
        revisions.append(("2018-05-28", .households, [register(after, nil)]))
      }
    }
  }

  /// The yearly renewal: many households at once, some of which come below the line by it.
  private mutating func bulkRenewal() {
    var rows: [String] = []
    for index in 0..<60 where !free.isEmpty {
      let home = index < 8 ? take() : free[index % free.count]
      var after = homes[home]
      after.income = homes[home].members * 3100 + index
      if index < 8 {
        homes[home].income = homes[home].members * 4900
        add(home, usualCost(home), on: PlantedCounty.day(chance.between(90, 110)))
      } else if homes[home].income == after.income {
        continue
      }
      if !rows.contains(where: { $0.hasPrefix(homes[home].id + ",") }) { rows.append(register(after, nil)) }
    }
    revisions.append(("2018-05-20", .households, rows))
  }

  private mutating func screenedCases() {
    for index in 0..<20 {
      let home = take()
      medical.append(bill("M\(index + 100)", home, anyDay(), usualCost(home) * 100))
    }
  }

  /// One approver sits all day: forty cases, a few minutes each.
  private mutating func busyDay() {
    for _ in 0..<30 {
      let home = take()
      let plan = add(home, usualCost(home), on: anyDay())
      plans[plan].approver = PlantedCounty.approvers[0]
      plans[plan].gap = Int64(chance.between(75, 160))
    }
  }

  // MARK: Innocents that the books alone cannot tell from fraud: each is a false alarm, and counts as one

  /// A son collects for his father's household, with a paper that says so.
  private mutating func guardian() {
    let (father, son) = (take(), take())
    let plan = add(father, usualCost(father), on: anyDay())
    plans[plan].account = homes[son].account
  }

  /// The breadwinner lost the job in May, and in June somebody fell ill.
  private mutating func lostJob() {
    let home = take()
    let after = homes[home]
    homes[home].income = homes[home].members * 5500
    revisions.append(("2018-05-15", .households, [register(after, nil)]))
    add(home, usualCost(home), on: PlantedCounty.day(95))
  }

  /// In some counties, one in two, a meeting decided a dozen cases, which were typed in one after another.
  private mutating func meeting() {
    guard chance.happens(50) else { return }
    for _ in 0..<12 {
      let home = take()
      let plan = add(home, usualCost(home), on: anyDay())
      plans[plan].approver = PlantedCounty.approvers[1]
      plans[plan].gap = Int64(chance.between(10, 25))
    }
  }

  private mutating func batchOfSchooling() {
    for index in 0..<40 where free.count > index {
      let home = free[index]
      assets[home] = [1, 0, 0]
      let yuan = chance.between(6000, 16_000)
      batch.append(
        "B\(home),\(homes[home].id),education,\(anyDay()),\(yuan).\(chance.between(10, 99)),\(homes[home].person(0))"
      )
    }
  }

  // MARK: Rows of files

  /// A row of the register.
  func register(_ home: Home, _ assets: [Int]?) -> String {
    let counts = assets.map { $0.map { "\($0)" } } ?? ["", "", ""]
    return
      "\(home.id),\(home.group),\(home.members),\(home.income),\(counts.joined(separator: ",")),T\(home.village % 3),V\(home.village)"
  }

  /// A medical bill of which so much is left to the household.
  func bill(_ record: String, _ home: Int, _ day: Day, _ fen: Int64) -> String {
    "\(record),\(homes[home].id),,\(day),\(Yuan(fen: fen + 500_000)),5000.00,0.00,0.00,0.00"
  }
}

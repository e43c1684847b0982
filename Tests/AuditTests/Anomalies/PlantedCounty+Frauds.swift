import Audit
import Casebook
import Units

extension PlantedCounty {
  /// Puts in each kind of fraud, at places drawn by chance. Some of it stays within the limits of the checks: whoever knows
  /// them will, and the recall says so.
  mutating func plantAll() {
    for _ in 0..<2 { plantSharedAccount() }
    plantBillUnderTwoPerils()
    plantDeclaredAndScreened()
    plantRecordUnderTwoPerils()
    plantHeap()
    for _ in 0..<3 { plantSplit() }
    plantOddVillage()
    plantBurst()
    plantRelativeLearnedLater()
    plantActorsAccount()
    for _ in 0..<2 { plantUnanswered() }
    plantOneAnswerer()
    plantListedTwice()
    plantMovedAndStillCounted()
    plantChange { home in (income: home.members * 5200, vehicles: nil, members: nil) }
    plantChange { home in (income: nil, vehicles: 1, members: nil) }
    plantChange { home in (income: nil, vehicles: nil, members: 1) }
  }

  private mutating func plantSharedAccount() {
    let account = Invented.account(900_000 + plants.count)
    var plant = Plant(codes: [.sharedAccount])
    for _ in 0..<chance.between(2, 4) {
      let home = take()
      let plan = add(home, usualCost(home), on: anyDay())
      plans[plan].account = account
      plant.plans.append(plan)
    }
    plants.append(plant)
  }

  private mutating func plantBillUnderTwoPerils() {
    let home = take()
    let day = anyDay()
    let yuan = 2 * usualCost(home)
    let first = add(home, yuan, on: day, fen: 37)
    let second = add(home, yuan, on: day, fen: 37)
    plans[second].peril = "disaster"
    plants.append(Plant(codes: [.billTwice], plans: [first, second]))
  }

  private mutating func plantDeclaredAndScreened() {
    let home = take()
    let day = anyDay()
    let yuan = usualCost(home) + 9000
    let plan = add(home, yuan, on: day, fen: 12)
    medical.append(bill("M9\(home)", home, day, yuan * 100 + Int64(chance.between(0, 90_000))))
    plants.append(Plant(codes: [.billTwice], plans: [plan], households: [homes[home].id]))
  }

  private mutating func plantRecordUnderTwoPerils() {
    let home = take()
    let day = anyDay()
    medical.append(bill("X\(home)", home, day, 3_000_000))
    schooling.append("X\(home),\(homes[home].id),\(homes[home].person(1)),\(day),30000.00,0.00,0.00,0.00")
    plants.append(Plant(codes: [.billTwice], households: [homes[home].id]))
  }

  /// A clerk whose cases all land just behind what brings more.
  private mutating func plantHeap() {
    let village = chance.below(PlantedCounty.villages)
    let isEdge = chance.happens(50)
    var plant = Plant(codes: [.heapAboveLine], actors: [PlantedCounty.clerk(village)])
    for _ in 0..<chance.between(5, 10) {
      let home = take(isLowIncome: isEdge, in: village)
      // 50,000 above the line of 20,000 the rate rises from 30 to 50 percent; and the line itself is 5,000.
      let yuan = isEdge ? chance.between(70_001, 71_300) : chance.between(5_001, 5_190)
      plant.plans.append(add(home, Int64(yuan), on: anyDay()))
    }
    plants.append(plant)
  }

  /// One stay in two claims: the first stops short of 30,000 above the line, where the rate falls from 60 to 50 percent.
  private mutating func plantSplit() {
    let home = take(isLowIncome: false)
    let first = chance.between(34_300, 34_950)
    let start = PlantedCounty.day(chance.between(0, 80))
    let one = add(home, Int64(first), on: start)
    let two = add(
      home, Int64(chance.between(36_000, 39_500) - first),
      on: min(start.adding(days: chance.between(1, 55)) ?? start, PlantedCounty.lastDay))
    plans[two].approver = plans[one].approver
    plants.append(Plant(codes: [.splitOverEdge], plans: [one, two]))
  }

  /// A village whose bills are all written far too high.
  private mutating func plantOddVillage() {
    let village = chance.below(PlantedCounty.villages)
    var plant = Plant(codes: [.farFromPeers], actors: [PlantedCounty.clerk(village)])
    for _ in 0..<12 {
      let home = take(in: village)
      plant.plans.append(add(home, Int64(chance.between(80_000, 190_000)), on: anyDay()))
    }
    plants.append(plant)
  }

  private mutating func plantBurst() {
    var plant = Plant(codes: [.approvalBurst])
    let approver = PlantedCounty.approvers[chance.below(PlantedCounty.approvers.count)]
    for _ in 0..<chance.between(8, 18) {
      let home = take()
      let plan = add(home, usualCost(home), on: anyDay())
      plans[plan].approver = approver
      plans[plan].gap = Int64(chance.between(5, 30))
      plant.plans.append(plan)
    }
    plants.append(plant)
  }

  /// The clerk's own person turns up, months later, as a member of the household whose case the clerk took in.
  private mutating func plantRelativeLearnedLater() {
    let village = chance.below(PlantedCounty.villages)
    let home = take(in: village)
    let plan = add(home, usualCost(home), on: anyDay())
    lateMembers.append("PC\(village),\(homes[home].id),,,,,")
    plants.append(Plant(codes: [.relatedActor], plans: [plan]))
  }

  /// Another household's payout goes to the account of the household in which a committee's actor lives.
  private mutating func plantActorsAccount() {
    let own = take()
    moreMembers.append("PV,\(homes[own].id),,,,,")
    let home = take()
    let plan = add(home, usualCost(home), on: anyDay())
    plans[plan].account = homes[own].account
    plants.append(Plant(codes: [.relatedActor, .sharedAccount], plans: [plan]))
  }

  /// The traffic police never answers, and an older list stands in for it.
  private mutating func plantUnanswered() {
    let home = take()
    assets[home] = [1, 0, 0]
    let plan = add(home, usualCost(home), on: anyDay())
    plans[plan].answers = [1, 0, nil]
    plants.append(Plant(codes: [.neverVerified], plans: [plan]))
  }

  private mutating func plantOneAnswerer() {
    var plant = Plant(codes: [.neverVerified])
    for _ in 0..<5 {
      let home = take()
      let plan = add(home, usualCost(home), on: anyDay())
      plans[plan].answerer = "land"
      plant.plans.append(plan)
    }
    plants.append(plant)
  }

  private mutating func plantListedTwice() {
    let (a, b) = (take(), take())
    let plans = [a, b].map { home in add(home, usualCost(home), on: anyDay()) }
    moreMembers.append("PD1,\(homes[a].id),,\(Invented.residentID(800_000 + a)),,,")
    moreMembers.append("PD2,\(homes[b].id),,\(Invented.residentID(800_000 + a)),,,")
    plants.append(Plant(codes: [.memberTwice], plans: plans))
  }

  private mutating func plantMovedAndStillCounted() {
    let (a, b) = (take(), take())
    let plans = [a, b].map { home in add(home, usualCost(home), on: anyDay()) }
    revisions.append(("2018-03-20", .members, ["\(homes[a].person(1)),\(homes[b].id),,,,,"]))
    plants.append(Plant(codes: [.memberTwice], plans: plans, households: [homes[a].id, homes[b].id]))
  }

  /// What the register said before the change; afterwards it says what gets the household paid.
  private mutating func plantChange(_ before: (Home) -> (income: Int?, vehicles: Int?, members: Int?)) {
    let home = take()
    let fact = before(homes[home])
    let now = homes[home]
    let day = chance.between(70, 110)
    let plan = add(home, usualCost(home), on: PlantedCounty.day(day))
    let changed = "\(PlantedCounty.day(day - chance.between(3, 70)))"
    if let income = fact.income {
      homes[home].income = income
      revisions.append((changed, .households, [register(now, nil)]))
    } else if let vehicles = fact.vehicles {
      assets[home] = [1, 0, vehicles]
      revisions.append((changed, .vehicles, ["\(now.id),0"]))
    } else if let members = fact.members {
      homes[home].members = members
      homes[home].income = 5_000
      var grown = now
      grown.income = 5_000
      revisions.append((changed, .households, [register(grown, nil)]))
    }
    plants.append(Plant(codes: [.changedBeforeClaim], plans: [plan]))
  }
}

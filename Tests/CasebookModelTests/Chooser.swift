import TestKit

/// Chooses what is tried next: mostly what could go on, and about a third of the time what should be refused.
struct Chooser {
  private var random: Seeded
  private let people: [PlainActor]
  private var clock: Int
  private var isSetUp = 0
  /// Which casebook of several it is.
  private var books = 0
  /// Whether another is to go on from it, as soon as no money is on its way.
  var handsOver = false
  /// Whether policy years are closed: in some walks none is, so that all of a year's costs meet.
  let closesYears: Bool

  init(random: Seeded, people: [PlainActor], clock: Int, closesYears: Bool) {
    self.closesYears = closesYears
    self.random = random
    self.people = people
    self.clock = clock
  }

  static let households = (1...14).map { "H\($0)" }

  /// Who may be enrolled in the course of a walk, the founder first; the key after the last is never anybody's.
  static func people(_ random: inout Seeded) -> [PlainActor] {
    let roles = ["county", "village", "township", "insurer", "department"]
    return (0..<60).map { index in
      let role = index < 3 ? "county" : roles[index % roles.count]
      var own: [String] = []
      if index > 2, Int.random(in: 0..<3, using: &random) == 0 {
        own = [households.randomElement(using: &random) ?? "H1"]
      }
      let person = Int.random(in: 0..<3, using: &random) == 0 ? "P\(index % 10)" : nil
      return PlainActor(
        name: "actor \(index)", key: index, role: role, person: index > 2 ? person : nil, households: own)
    }
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }

  mutating func number(in range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func somebody() -> PlainActor? { people.randomElement(using: &random) }

  /// The next attempt, given how the model stands.
  mutating func next(_ model: PlainBook) -> Attempt {
    clock += Int.random(in: 0...60_000, using: &random)
    let reading = chance(4) ? clock - Int.random(in: 1...400_000, using: &random) : clock
    if model.books > books { (books, isSetUp, handsOver) = (model.books, 0, false) }
    let operation =
      isSetUp < 60 ? beginning(model) : handsOver && chance(50) ? handingOver(model) : operation(model)
    isSetUp += 1
    let today = PlainDay.inChina(max(model.last, reading))
    var day: Int?
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<4: day = today + Int.random(in: 1...5, using: &random)
    case 4..<14: day = today - Int.random(in: 0...3, using: &random)
    case 14..<18: day = today - Int.random(in: 4...60, using: &random)
    default: break
    }
    return Attempt(key: key(for: operation, model), day: day, clock: reading, operation: operation)
  }

  /// Whose key: mostly somebody's who may. What the register says is written down here without the import that lets only
  /// those in who may bring it, so it is always the county's.
  private mutating func key(for operation: Operation, _ model: PlainBook) -> Int {
    if case .succeed(let founder) = operation { return founder.key }
    let isFree =
      switch operation {
      case .household, .asset, .member: false
      default: true
      }
    if isFree, chance(9) { return Int.random(in: 0...people.count, using: &random) }
    let active = model.actors.filter { $0.enrolment == "active" || $0.enrolment == "leaving" }
    if isFree, chance(6) { return pick(active)?.key ?? 0 }
    if case .second(let entry) = operation, chance(30), let proposal = model.proposals[entry],
      let own = active.first(where: { $0.name == proposal.actor })
    {
      return own.key
    }
    var roles: Set = ["county"]
    var file: PlainCase?
    if let move = operation.move, let rule = PlainMove.table[move] { roles = rule.roles }
    switch operation {
    case .amend(let number, _): file = model.file(number)
    case .declare, .account: roles = ["village", "township", "county"]
    case .approve(let number):
      if chance(45) { roles = ["county"] }
      file = model.file(number)
    case .list: roles = ["department", "county"]
    case .verify(let number, _, _), .byLists(let number), .visit(let number), .appraise(let number, _),
      .disclose(let number),
      .resolve(let number, _), .confirm(let number), .reverse(let number, _):
      file = model.file(number)
    case .reconcile(let payment, _), .correct(let payment, _):
      if payment >= 1, payment <= model.payments.count {
        file = model.file(model.payments[payment - 1].casefile)
      }
    case .settle(let numbers): file = numbers.first.flatMap { model.file($0) }
    default: break
    }
    let fitting = active.filter { roles.contains($0.role) }
    let free = fitting.filter { actor in
      if case .second(let entry) = operation { return actor.name != model.proposals[entry]?.actor }
      guard let file, let level = operation.move.flatMap({ PlainMove.table[$0]?.level }) else { return true }
      return !model.isOwn(actor, file.household)
        && !file.signatures.contains { $0.key != level && $0.value.contains(actor.name) }
    }
    return pick(chance(92) && !free.isEmpty ? free : fitting)?.key ?? 0
  }

  /// What a casebook begins with: actors, and a register.
  private mutating func beginning(_ model: PlainBook) -> Operation {
    let missing = people.prefix(18).filter { person in
      !model.actors.contains { $0.name == person.name && $0.enrolment != "proposed" }
    }
    if let person = missing.first { return .enrol(person) }
    let unknown = Chooser.households.dropLast().filter { household in
      !model.facts.contains { $0.household == household }
    }
    return unknown.first.map { .household(fact($0)) } ?? operation(model)
  }

  mutating func fact(_ household: String) -> PlainFact {
    let members = Int.random(in: 1...6, using: &random)
    var fact = PlainFact(household: household, on: 0)
    fact.group = chance(97) ? (chance(50) ? "out-of-poverty" : "low-income") : pick(["ordinary", "nobles"])
    if chance(5) { fact.group = nil }
    fact.members = chance(98) ? members : nil
    fact.income = chance(95) ? Int.random(in: -100_000...400_000, using: &random) * members : nil
    if chance(5) { fact.income = 442_800 * members - Int.random(in: 0...1, using: &random) }
    if chance(30) { fact.incomeYear = Int.random(in: 2015...2019, using: &random) }
    fact.assets = [chance(90) ? 1 : nil, chance(90) ? 0 : nil, chance(90) ? 0 : nil]
    fact.isRevision = chance(50)
    if chance(3) { fact.assets[Int.random(in: 0...2, using: &random)] = 2 }
    return fact
  }
}

extension PlainBook {
  func file(_ number: Int) -> PlainCase? {
    number >= 1 && number <= cases.count ? cases[number - 1] : nil
  }
}

import BookKit
import Casebook
import Foundation
import Journal
import OfficeKit
import Rules
import SchemeKit
import Sealing
import TestKit
import Testing
import Units

/// Does at random what offices do, for a year: on most attempts the rules of procedure say no, and nothing happens.
final class Walker {
  private let book: Casebook
  private let office: CountyOffice
  private let keys: [CountyOffice.Desk: PrivateKey]
  private var random: Seeded
  private var day: Day
  /// How often what was done.
  private(set) var done: [String: Int] = [:]

  init(_ office: CountyOffice, seed: UInt64) throws {
    self.office = office
    random = Seeded(seed: seed)
    book = try Casebook.open(office.path)
    keys = try Dictionary(
      uniqueKeysWithValues: CountyOffice.Desk.allCases.map { desk in
        (
          desk,
          try PrivateKey(pem: String(contentsOf: URL(fileURLWithPath: office.key(desk)), encoding: .utf8))
        )
      })
    day = .of("2018-01-03")
  }

  /// Goes on until the year's end, a day or two at a time.
  func walk() throws {
    let last = Day.of("2018-12-26")
    while day < last {
      for _ in 0..<6 { try attempt() }
      day = min(try #require(day.adding(days: Int.random(in: 1...4, using: &random))), last)
    }
  }

  private func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }

  private func act(
    _ name: String, _ desk: CountyOffice.Desk, _ body: (Recording) throws(CasebookError) -> Void
  ) throws {
    let key = try #require(keys[desk])
    // Some papers are entered late.
    let on = chance(12) ? day.adding(days: -Int.random(in: 1...40, using: &random)) : day
    do throws(CasebookError) {
      try book.act(key, on: on, clock: CountyOffice.clock, body)
      done[name, default: 0] += 1
    } catch {
      guard case .refused = error else { throw error }
    }
  }

  private func attempt() throws {
    let cases = try book.currentState().cases
    let choice = Int.random(in: 0...99, using: &random)
    switch choice {
    case 0...11: try declare()
    case 12...13: try register()
    case 14: try contribute()
    case 15...16: try batch()
    case 17 where chance(40): try readjudicate()
    case 18...20: try second()
    default: if cases > 0 { try move(Int.random(in: 1...cases, using: &random)) }
    }
  }

  private func register() throws {
    let household = "H\(Int.random(in: 1...40, using: &random))"
    let group =
      chance(60) ? ["out-of-poverty", "low-income", "ordinary"].randomElement(using: &random) : nil
    let members = chance(50) ? Int.random(in: 1...6, using: &random) : nil
    let township = chance(40) ? ["Dong", "Nan", "Bei, \"old\""].randomElement(using: &random) : nil
    let fact = HouseholdStatement(
      household: household, group: group, members: members, income: chance(70) ? Yuan(fen: 300_000) : nil,
      township: township)
    try act("household", .county) { (r) throws(CasebookError) in try r.append(fact) }
  }

  private func contribute() throws {
    let amount = Yuan(fen: Int64.random(in: 1...3_000_000, using: &random))
    try act("contribute", .deputy) { (r) throws(CasebookError) in try r.contribute(amount, note: nil) }
  }

  private func batch() throws {
    let perils = ["illness", "education", "disaster"]
    let number = done["batch", default: 0]
    var text = "claim_id,household_id,peril,incurred_on,amount\n"
    for row in 0..<Int.random(in: 1...8, using: &random) {
      let household = "H\(Int.random(in: 1...44, using: &random))"
      let amount = Int.random(in: 500...60_000, using: &random)
      text +=
        "B\(number)-\(row),\(household),\(perils.randomElement(using: &random) ?? "illness"),\(day),\(amount).50\n"
    }
    let path = office.file("batch-\(number)-\(day).csv").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try act("batch", .deputy) { (r) throws(CasebookError) in _ = try r.adjudicate(path, threads: 1) }
  }

  private func readjudicate() throws {
    let id = chance(50) ? "wei-county-2017-by-band" : "wei-county-2017"
    let inOrder = try SchemeFile.builtIn(id).onDeficit("pend")
    let file = try chance(50) ? inOrder : inOrder.whenShort("what-fits")
    try act("readjudicate", .county) { (r) throws(CasebookError) in
      _ = try r.readjudicate(under: file.scheme, bytes: file.bytes, since: .of("2018-01-01"))
    }
  }

  private func second() throws {
    guard let proposal = try book.proposals().first else { return }
    try act("second", chance(70) ? .county : .deputy) { (r) throws(CasebookError) in
      try r.second(proposal.entry.number)
    }
  }

  private func declare() throws {
    let perils = ["illness", "illness", "education", "disaster"]
    var declaration = Declaration(
      household: "H\(Int.random(in: 2...30, using: &random))",
      peril: perils.randomElement(using: &random) ?? "illness",
      incurredOn: day.adding(days: -Int.random(in: 41...50, using: &random)) ?? day,
      total: Yuan(fen: Int64.random(in: 100_000...6_000_000, using: &random)), compensated: false,
      declarant: PersonalData(name: "李小四", bankAccount: chance(90) ? "6222020000000000000" : nil))
    declaration.another = "a second stay"
    try act("declare", .clerk) { [declaration] (r) throws(CasebookError) in _ = try r.declare(declaration) }
  }

  /// A step that the case can take from where it stands, most often the one it waits for.
  private func move(_ number: Int) throws {
    guard let file = try book.casefile(number) else { return }
    let legal = StepKind.steps(from: file.state)
    let awaited = chance(75) ? StepKind.awaited(in: file.state) : nil
    guard let move = awaited ?? legal.randomElement(using: &random) else { return }
    let yes = chance(70)
    let count = chance(80) ? Int.random(in: 0...1, using: &random) : nil
    let assets = Scheme.Asset.allCases.map { AssetAnswer($0, count: count) }
    let desks: [StepKind: CountyOffice.Desk] = [
      .verify: .department, .visit: .insurer, .appraise: .village, .disclose: .village, .object: .clerk,
      .resolve: .township, .confirm: .township, .approve: .county, .settle: .cashier, .reconcile: .cashier,
      .pend: .village, .amend: .clerk, .release: .deputy, .withdraw: .village, .reverse: .deputy,
      .repaid: .deputy, .redecide: .deputy,
    ]
    let desk = try #require(desks[move])
    let payments = try book.entries(of: file).filter { $0.kind == .settle }
    if [.withdraw, .reverse, .pend, .amend].contains(move), !chance(40) { return }
    if move == .reconcile, file.state != .settled, !chance(40) { return }
    let total =
      move == .amend ? Yuan(fen: Int64.random(in: 100_000...6_000_000, using: &random)) : .zero
    try act(move.rawValue, desk) { (r) throws(CasebookError) in
      switch move {
      case .verify: try r.verify(number, assets, note: nil)
      case .visit: try r.visit(number, finding: nil)
      case .appraise: try r.appraise(number, supports: yes, comment: nil)
      case .disclose: try r.disclose(number)
      case .object: try r.object(number, text: nil)
      case .resolve: try r.resolve(number, upheld: !yes, text: nil)
      case .confirm: try r.confirm(number)
      case .approve: try r.approve(number)
      case .settle: _ = try r.settle([number])
      case .reconcile:
        let payment = try r.book.payment(file.payment ?? 0)
        if payment.map({ $0.state == .sent }) ?? true {
          try r.reconcile(file.payment ?? 0, paid: yes, reason: nil)
        } else {
          try r.correctAnswer(
            file.payment ?? 0, paid: payment?.state != .paid, reason: nil, because: "the wrong list")
        }
      case .pend: try r.pend(number, reason: "invoice")
      case .amend:
        let cost = DeclaredCost(
          total: total, basicInsurance: .zero, criticalIllnessInsurance: .zero, medicalAssistance: .zero,
          other: .zero)
        let now = try r.book.claim(of: file)
        let own = CaseOpening(
          person: nil, peril: file.peril, cause: file.cause, incurredOn: file.incurredOn, amount: total,
          compensated: false)
        try r.amend(
          number, to: CaseClaim(claim: now.claim, own, cost: now.cost.map { _ in cost }), reason: "misread",
          another: "a second stay")
      case .release:
        try r.release(number, account: PersonalData(name: "李小四", bankAccount: "6222020000000000000"))
      case .withdraw: try r.withdraw(number, reason: "twice")
      case .reverse:
        _ = try r.reverse(number, reason: "insured", money: payments.isEmpty ? nil : yes ? .claimed : .kept)
      case .repaid: _ = try r.repaid(number, Yuan(fen: count == nil ? 100_000 : 7_000), note: nil)
      case .redecide: _ = try r.redecide(number)
      }
    }
  }
}

/// A casebook that a year's walk has made, and its journal.
struct WalkedBook {
  let office: CountyOffice
  let book: Casebook
  let done: [String: Int]
  let entries: [[String: Any]]

  static func make(seed: UInt64, _ body: (WalkedBook) throws -> Void) throws {
    try withOffice(fund: Yuan(fen: 6_000_000), onDeficit: "pend") { office in
      let walker = try Walker(office, seed: seed)
      try walker.walk()
      let book = try Casebook.open(office.path)
      let entries = try book.dumped(bare: false).map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
      try body(WalkedBook(office: office, book: book, done: walker.done, entries: entries))
    }
  }
}

import Audit
import Casebook
import Foundation
import Journal
import TestKit
import Testing
import Units

@Suite("Draws")
struct DrawTests {
  static let plans: [(DrawPlan.Method, DrawPlan.Allocation, Int)] = [
    (.stratum, .money, 3), (.stratum, .cases, 1), (.stratum, .spread, 5), (.amount, .money, 3),
  ]

  static func plan(
    _ method: DrawPlan.Method, _ allocation: DrawPlan.Allocation = .money, _ classes: Int = 3,
    size: Int? = nil,
    words: String = "agreed"
  ) throws -> DrawPlan {
    DrawPlan(
      head: try County.head(), words: words, method: method, classes: classes, allocation: allocation,
      size: size)
  }

  @Test("the same plan draws the same cases, other words draw others", arguments: plans)
  func repeats(method: DrawPlan.Method, allocation: DrawPlan.Allocation, classes: Int) throws {
    let county = try County(900, wrong: 0, seed: 1)
    let plan = try Self.plan(method, allocation, classes, size: 120)
    let draw = try Draw(plan, from: county.cases)
    #expect(try Draw(plan, from: county.cases) == draw)
    #expect(draw.cases.count == 120 && Set(draw.cases.map(\.decided.number)).count == 120)
    #expect(draw.cases.map(\.decided.number) == draw.cases.map(\.decided.number).sorted())
    let other = try Draw(
      Self.plan(method, allocation, classes, size: 120, words: "others"), from: county.cases)
    #expect(other.cases.map(\.decided.number) != draw.cases.map(\.decided.number))
  }

  @Test("a larger stratified sample holds every case of a smaller one", arguments: [40, 60, 150])
  func nested(size: Int) throws {
    let county = try County(600, wrong: 0, seed: 2)
    let smaller = try Draw(Self.plan(.stratum, size: size), from: county.cases)
    let larger = try Draw(Self.plan(.stratum, size: size + 37), from: county.cases)
    #expect(Set(smaller.cases.map(\.decided.number)).isSubset(of: larger.cases.map(\.decided.number)))
  }

  @Test(
    "chances are exact: over many draws every case comes up as often as its chance says", .from(.ordinary))
  func chances() throws {
    let county = try County(60, wrong: 0, seed: 3)
    for method in DrawPlan.Method.allCases {
      var (times, chance): ([Int: Int], [Int: Double]) = ([:], [:])
      let rounds = 1500
      for round in 0..<rounds {
        let draw = try Draw(Self.plan(method, .money, 1, size: 15, words: "\(round)"), from: county.cases)
        for drawn in draw.cases {
          times[drawn.decided.number, default: 0] += 1
          chance[drawn.decided.number] = Double(drawn.chance) / Double(drawn.outOf)
        }
      }
      #expect(times.count > 30)
      for (number, p) in chance {
        let spread = 4.5 * (p * (1 - p) / Double(rounds)).squareRoot() + 1e-9
        #expect(abs(Double(times[number] ?? 0) / Double(rounds) - p) <= spread, "\(method) case \(number)")
      }
      #expect(abs(chance.values.reduce(0, +) - 15) < (times.count == 60 ? 1e-9 : 1), "\(method)")
    }
  }

  @Test(
    "a start is below its bound, each as likely as any other",
    arguments: TestSize.spread([1, 2, 3, 10, 1 << 63] as [UInt64], fast: 2))
  func starts(bound: UInt64) throws {
    var counts: [UInt64: Int] = [:]
    for round in 0..<2000 {
      let start = try Self.plan(.amount, words: "\(round)").seed.start(below: bound)
      #expect(start < bound)
      counts[start, default: 0] += 1
    }
    guard bound <= 10 else { return #expect(counts.count == 2000) }
    #expect(counts.count == Int(bound))
    #expect(counts.values.allSatisfy { abs($0 - 2000 / Int(bound)) < 150 })
  }

  @Test(
    "strata that are small are whole, others have two at least, and what is asked for too little is refused")
  func allotment() throws {
    let county = try County(400, wrong: 0, seed: 4)
    let draw = try Draw(Self.plan(.stratum, size: 60), from: county.cases)
    #expect(draw.strata.count > 6 && draw.strata.contains { $0.name.hasPrefix("-/") })
    for stratum in draw.strata {
      #expect(stratum.drawn >= min(stratum.count, 2) && stratum.drawn <= stratum.count)
      if stratum.count <= 4 { #expect(stratum.drawn == stratum.count) }
    }
    #expect(
      draw.strata.reduce(0) { $0 + $1.count } == 400 && draw.strata.reduce(.zero) { $0 + $1.sum } == draw.sum)
    #expect(throws: DrawFault.self) { try Draw(Self.plan(.stratum, size: 10), from: county.cases) }
    #expect(throws: DrawFault.nothingToDraw) { try Draw(Self.plan(.stratum), from: []) }
    let all = try Draw(Self.plan(.amount, size: 5000), from: county.cases)
    #expect(all.cases.count == 400 && all.cases.allSatisfy(\.isCertain))
    #expect(try Draw(Self.plan(.stratum, size: 5000), from: county.cases).cases.count == 400)
  }

  @Test("amounts at the limit trap nothing", arguments: TestSize.spread(plans, fast: 2))
  func huge(method: DrawPlan.Method, allocation: DrawPlan.Allocation, classes: Int) throws {
    let cases = (1...2000).map { number in
      DecidedCase(
        number: number, claimID: "C", household: "H", township: "T", decidedOn: County.day, state: .paid,
        payout: Yuan(fen: Yuan.claimLimit.fen - Int64(number % 7)))
    }
    let draw = try Draw(Self.plan(method, allocation, classes, size: 1500), from: cases)
    let found = Extrapolation(draw.cases.map { AuditedCase(drawn: $0, audited: .zero) }, of: draw)
    #expect(draw.cases.count == 1500 && !found.isTolerable && found.whole.estimate <= draw.sum + draw.sum)
  }
}

import Audit
import Batch
import BookKit
import Casebook
import Claims
import Files
import Journal
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("Months, each on the register of its days")
struct RegisterMonthsTests {
  /// A county over some months of one year: what its register and its list of members say from the first day of each, and the
  /// claims whose events lie in it.
  private struct County {
    struct Month {
      var households: [String]
      /// The household of each person, by the list of that month.
      var homes: [String: String]
      var claims: [String] = []
    }

    let scheme: SchemeFile
    var months: [Month] = []

    private static let ids = (0..<6).map { "H\($0)" }
    private static let persons = (0..<8).map { "P\($0)" }
    static let firstDays = ["2018-01-01", "2018-02-01", "2018-03-01", "2018-04-01"]
    static let lastDays = ["2018-01-31", "2018-02-28", "2018-03-31", "2018-04-30"]

    /// - Parameter changes: whether register and list say otherwise from month to month.
    init(_ random: inout Seeded, changes: Bool) throws {
      scheme = try County.scheme(&random)
      var households = County.ids.map { County.household($0, &random) }
      // One of them is in no list.
      var homes: [String: String] = [:]
      for person in County.persons.dropLast() { homes[person] = County.ids.randomElement(using: &random) }
      for month in County.firstDays.indices {
        if changes, month > 0 {
          for index in households.indices where Int.random(in: 0..<3, using: &random) == 0 {
            households[index] = County.household(County.ids[index], &random)
          }
          for person in homes.keys.sorted() where Int.random(in: 0..<3, using: &random) == 0 {
            homes[person] = County.ids.randomElement(using: &random)
          }
        }
        months.append(Month(households: households, homes: homes))
        for number in 0..<20 {
          let claim = County.claim("C\(month)-\(number)", homes, County.firstDays[month], &random)
          months[month].claims.append(claim)
        }
      }
    }

    /// Any scheme whose figures are all known; most of its sums are by person, and its year may begin between the months.
    private static func scheme(_ random: inout Seeded) throws -> SchemeFile {
      var sketch = RandomScheme.make(&random, scale: 300_000)
      for index in sketch.benefits.indices {
        if Int.random(in: 0..<3, using: &random) > 0 { sketch.benefits[index].sumOver = .person }
        sketch.benefits[index].line = sketch.benefits[index].line ?? 0
        if sketch.benefits[index].rates == nil {
          (sketch.benefits[index].edges, sketch.benefits[index].isInUpper) = ([], [])
          sketch.benefits[index].rates = [1_000_000]
        }
        if let cap = sketch.benefits[index].cap, cap.fen == nil { sketch.benefits[index].cap = nil }
      }
      let starts = [(1, 1), (2, 1), (3, 15)].compactMap { PolicyYear.Start(month: $0.0, day: $0.1) }
      sketch.yearStart = starts.randomElement(using: &random) ?? .calendar
      return try sketch.file()
    }

    private static func household(_ id: String, _ random: inout Seeded) -> String {
      let groups = ["out-of-poverty", "out-of-poverty", "low-income", "low-income", "ordinary"]
      let income =
        Int.random(in: 0..<12, using: &random) == 0 ? 99_999 : Int.random(in: 0...4000, using: &random)
      return "\(id),\(groups.randomElement(using: &random) ?? ""),\(Int.random(in: 1...4, using: &random)),"
        + "\(income),1,0,0"
    }

    private static func claim(
      _ id: String, _ homes: [String: String], _ firstDay: String, _ random: inout Seeded
    ) -> String {
      var household = ids.randomElement(using: &random) ?? ""
      var person = persons.randomElement(using: &random) ?? ""
      if Bool.random(using: &random), let home = homes[person] { household = home }
      if Int.random(in: 0..<12, using: &random) == 0 { person = "" }
      let peril = Int.random(in: 0..<3, using: &random) == 0 ? "education" : "illness"
      let day = firstDay.dropLast(2) + String(Int.random(in: 1...28, using: &random) + 100).dropFirst()
      let amount = Yuan(fen: Int64.random(in: 1...200_000, using: &random))
      return "\(id),\(household),\(peril),\(day),\(amount),\(person)"
    }

    static let header = "household_id,group,members,annual_income,dwellings,businesses,vehicles"

    static func register(_ month: Month) -> [String] { [header] + month.households }

    static func list(_ month: Month) -> [String] {
      ["person_id,household_id"] + month.homes.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" }
    }
  }

  /// A decision, as batch and casebook both tell it: the claim, its reason, its payout, and all that was counted with it.
  private struct Told: Hashable {
    let claim: String
    let reason: String
    let payout: String
    var accumulator: String?
  }

  /// What became of claims over all seeds: the law says nothing where nobody moves.
  private struct Met {
    var followed = 0
    var strangers = 0
    var nameless = 0
    var paid = 0
    /// Months that would have been decided otherwise on the first month's register and list.
    var others = 0

    mutating func add(_ claims: [String], _ told: [Told], _ homesBefore: inout [String: Set<String>]) {
      for (claim, decision) in zip(claims, told) {
        let cells = claim.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let (household, person) = (cells[1], cells[5])
        if decision.payout != "0.00" { paid += 1 }
        if decision.reason == Reason.personUnknown.code {
          if person.isEmpty { nameless += 1 } else { strangers += 1 }
        }
        guard decision.accumulator != nil, !person.isEmpty else { continue }
        if homesBefore[person, default: []].contains(where: { $0 != household }) { followed += 1 }
        homesBefore[person, default: []].insert(household)
      }
    }
  }

  private static let claimsHeader = "claim_id,household_id,peril,incurred_on,amount,person_id"

  /// Decides claims without a casebook, carrying on from earlier records.
  private func batch(
    _ desk: ImportDesk, _ month: County.Month, _ claims: [String], earlier: [String] = [], to out: String
  ) throws -> [Told] {
    try desk.write(lines: [Self.claimsHeader] + claims, "claims.csv")
    try desk.write(lines: County.register(month), "register.csv")
    try desk.write(lines: County.list(month), "list.csv")
    var request = AdjudicationRequest(
      scheme: desk.book.scheme, claims: desk.path(of: "claims.csv"),
      households: desk.path(of: "register.csv"))
    // A scheme that sums nothing by person asks for nobody, and a list without resident IDs is of no use to it.
    if desk.book.scheme.needsPersons { request.members = desk.path(of: "list.csv") }
    request.earlier = earlier.map { desk.path(of: $0) }
    request.detail = true
    request.output = desk.path(of: out)
    let run = try Adjudication.run(request)
    #expect(run.rejectedClaims == 0)
    return try desk.text(out).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Told(
        claim: cells[0], reason: cells[2], payout: cells[3], accumulator: cells[8] == "yes" ? cells[9] : nil)
    }
  }

  /// Takes a month's register and list in on its first day, and decides its claims on its last.
  private func casebook(_ desk: ImportDesk, _ month: County.Month, _ number: Int) throws -> [Told] {
    let (first, last) = (County.firstDays[number], County.lastDays[number])
    try desk.take(
      .households, try desk.sheet(.households, lines: County.register(month)), revising: true, on: first)
    try desk.take(.members, try desk.sheet(.members, lines: County.list(month)), revising: true, on: first)
    try desk.write(lines: [Self.claimsHeader] + month.claims, "claims.csv")
    let outcome = try desk.book.act(desk.key, on: Day(last), clock: ImportDesk.clock) {
      (recording) throws(CasebookError) in try recording.adjudicate(desk.path(of: "claims.csv"), threads: 2)
    }
    #expect(outcome.faults.isEmpty)
    return try desk.book.allEntries(.decide).suffix(month.claims.count).map { entry in
      let says = entry.payload
      return Told(
        claim: says.text("claim") ?? "", reason: says.text("reason") ?? "", payout: says.text("payout") ?? "",
        accumulator: says.text("accumulator"))
    }
  }

  @Test(
    "are decided alike in a chain and in the casebook, under any scheme and whoever moves, and in one run where nothing changed",
    arguments: [true, false])
  func alike(changes: Bool) throws {
    var met = Met()
    for seed in TestSize.seeds(fast: 6, ordinary: 40, long: 400) {
      var random = Seeded(seed: seed)
      let county = try County(&random, changes: changes)
      try ImportDesk.with(scheme: county.scheme) { desk in
        var chain: [Told] = []
        var homes: [String: Set<String>] = [:]
        for (number, month) in county.months.enumerated() {
          let records = (0..<number).map { "month-\($0)" }
          let told = try batch(desk, month, month.claims, earlier: records, to: "month-\(number)")
          #expect(told.count == month.claims.count)
          let first = try batch(desk, county.months[0], month.claims, earlier: records, to: "other")
          if first != told { met.others += 1 }
          let recorded = try casebook(desk, month, number)
          #expect(recorded == told, "seed \(seed), month \(number)")
          met.add(month.claims, told, &homes)
          chain += told
        }
        if !changes {
          let whole = try batch(
            desk, county.months[0], county.months.flatMap(\.claims), to: "year")
          #expect(whole == chain, "seed \(seed)")
        }
        #expect(try desk.book.rebuild().corrected == [])
        #expect(try Verifier.verify(desk.book.path, threads: 1).faults.isEmpty)
        let again = try desk.book.readjudicate(under: desk.book.scheme, since: .of("2018-01-01"))
        #expect(again.differences.isEmpty)
      }
    }
    #expect(met.followed > 20 && met.strangers > 20 && met.nameless > 5 && met.paid > 20, "\(met)")
    #expect((met.others > 0) == changes, "\(met)")
  }
}

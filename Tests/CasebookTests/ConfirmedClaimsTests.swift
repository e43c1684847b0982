import Batch
import BookKit
import Casebook
import Claims
import Files
import Foundation
import Journal
import Rules
import TestKit
import Testing
import Units

@Suite("A file of confirmed claims")
struct ConfirmedClaimsTests {
  /// A register and claims of the spring of 2018, made up from a seed: with gaps, repeats, strangers and rich households.
  private struct County {
    let households: [String]
    let claims: [String]

    init(seed: UInt64, claims count: Int, repeats: Bool = true) {
      var random = Seeded(seed: seed)
      func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &random)] }
      households =
        ["household_id,group,members,annual_income,dwellings,businesses,vehicles"]
        + (0..<40).map { index in
          "H\(index),\(pick(["low-income", "out-of-poverty", "low-income", "ordinary", ""])),"
            + "\(Int.random(in: 1...6, using: &random)),\(pick(["2000.00", "7400.50", "14000", "", "99000"])),"
            + "\(pick(["0", "1", "1", "2", ""])),0,\(pick(["0", "0", "0", "1"]))"
        }
      var rows = ["claim_id,household_id,peril,incurred_on,amount,cause,compensated"]
      for index in 0..<count {
        if repeats, index > 5, Int.random(in: 0..<25, using: &random) == 0 {
          rows.append(rows[Int.random(in: 1..<rows.count, using: &random)])
          continue
        }
        let day = Int.random(in: 10...28, using: &random)
        let amount =
          "\(Int.random(in: 1...70_000, using: &random)).\(Int.random(in: 10...99, using: &random))"
        let other = repeats && Int.random(in: 0..<30, using: &random) == 0 ? index / 2 : index
        rows.append(
          "C\(other),H\(Int.random(in: 0..<44, using: &random)),\(pick(["illness", "education", "disaster"])),"
            + "2018-0\(Int.random(in: 1...5, using: &random))-\(day),\(amount),"
            + pick([",", ",", "traffic-accident,no", "traffic-accident,", "traffic-accident,yes"]))
      }
      claims = rows
    }
  }

  private func write(_ lines: [String], _ name: String, _ folder: URL) throws -> String {
    let path = folder.appendingPathComponent(name).path
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  /// What the batch without a casebook decides: id, reason, payout.
  private func batch(_ scheme: Scheme, _ county: County, _ folder: URL) throws -> [String] {
    let out = folder.appendingPathComponent("decisions.csv").path
    var request = AdjudicationRequest(
      scheme: scheme, claims: try write(county.claims, "batch.csv", folder),
      households: try write(county.households, "batch-households.csv", folder))
    request.output = out
    _ = try Adjudication.run(request)
    let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").dropFirst()
    return lines.map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]) \(cells[2]) \(cells[3])"
    }
  }

  /// What the journal says was decided, in its order.
  private func decided(_ book: Casebook) throws -> [String] {
    var decided: [String] = []
    try book.entries { (entry) throws(CasebookError) in
      guard entry.kind == .decide else { return }
      let says = entry.payload
      decided.append(
        "\(says.text("claim") ?? "?") \(says.text("reason") ?? "?") \(says.text("payout") ?? "?")")
    }
    return decided
  }

  private func adjudicate(_ desk: ImportDesk, _ path: String, threads: Int = 2) throws -> ClaimsOutcome {
    try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
      (recording) throws(CasebookError) in try recording.adjudicate(path, threads: threads)
    }
  }

  @Test("is decided as the batch decides it, entry by entry, whatever the threads", arguments: [1, 2, 3, 4])
  func sameAsBatch(seed: UInt64) throws {
    let county = County(seed: seed, claims: 400)
    var dumps: [[String]] = []
    for threads in [1, 3] {
      try ImportDesk.with { desk in
        let sheet = try desk.sheet(.households, lines: county.households)
        try desk.take(.households, sheet)
        let path = try write(county.claims, "claims.csv", desk.folder)
        let outcome = try adjudicate(desk, path, threads: threads)
        let wanted = try batch(desk.book.scheme, county, desk.folder)
        #expect(try decided(desk.book) == wanted)
        #expect(wanted.count > 350)
        #expect(outcome.counts.values.reduce(0, +) == wanted.count)
        #expect(Set(wanted.map { $0.split(separator: " ")[1] }).count >= 10)
        #expect(try desk.book.rebuild().corrected == [])
        let fund = try desk.book.fund(on: try #require(Day("2018-06-01")))
        #expect(fund.contributed + fund.owed == fund.committed + fund.paid + fund.left)
        #expect(fund.committed == outcome.promised)
        dumps.append(try desk.book.dumped(bare: true))
      }
    }
    #expect(dumps[0] == dumps[1])
  }

  @Test("in two halves comes to the same as whole", arguments: [11, 12])
  func halves(seed: UInt64) throws {
    let county = County(seed: seed, claims: 300, repeats: false)
    try ImportDesk.with { desk in
      try desk.take(.households, try desk.sheet(.households, lines: county.households))
      let header = county.claims[0]
      let first = try write(Array(county.claims[...150]), "first.csv", desk.folder)
      let second = try write([header] + county.claims[151...], "second.csv", desk.folder)
      _ = try adjudicate(desk, first)
      let outcome = try adjudicate(desk, second)
      #expect(outcome.cases == 151...300)
      #expect(try decided(desk.book) == batch(desk.book.scheme, county, desk.folder))
      #expect(try desk.book.rebuild().corrected == [])
    }
  }

  @Test("is not decided twice")
  func again() throws {
    try ImportDesk.with { desk in
      let county = County(seed: 5, claims: 50)
      try desk.take(.households, try desk.sheet(.households, lines: county.households))
      let path = try write(county.claims, "claims.csv", desk.folder)
      #expect(try !adjudicate(desk, path).isKnown)
      let before = try desk.book.dumped(bare: true)
      #expect(try adjudicate(desk, path).isKnown)
      #expect(try desk.book.dumped(bare: true) == before)
    }
  }

  @Test("takes the place of a claim that pended before, and of no other")
  func presentedAgain() throws {
    try ImportDesk.with { desk in
      let header = "household_id,group,members,annual_income,dwellings,businesses,vehicles"
      try desk.take(.households, try desk.sheet(.households, lines: [header, "H1,low-income,3,,1,0,0"]))
      let claims = ["claim_id,household_id,peril,incurred_on,amount", "C1,H1,illness,2018-03-01,30000"]
      _ = try adjudicate(desk, try write(claims, "one.csv", desk.folder))
      #expect(try desk.book.casefile(1)?.state == .pended)
      #expect(try desk.book.casefile(1)?.reason == "income-unknown")
      try desk.take(
        .households, try desk.sheet(.households, lines: [header, "H1,,3,5000,1,0,0"]), on: "2018-05-01")
      let more = claims + ["C2,H1,illness,2018-03-02,1000"]
      _ = try adjudicate(desk, try write(more, "two.csv", desk.folder))
      #expect(try desk.book.casefile(1)?.state == .withdrawn)
      #expect(try desk.book.casefile(2)?.reason == "covered")
      #expect(try desk.book.casefile(2)?.payout == Yuan("3000"))
      #expect(try desk.book.casefile(3)?.payout == Yuan("300"))
      #expect(try desk.book.caseTotals().isWhole)
      #expect(try desk.book.rebuild().corrected == [])
      _ = try adjudicate(
        desk, try write(more + ["C2,H1,illness,2018-03-02,1000.01"], "three.csv", desk.folder))
      #expect(try desk.book.casefile(5)?.reason == "duplicate-claim")
      #expect(try desk.book.casefile(6)?.reason == "claim-id-conflict")
    }
  }

  @Test("does not pay a conflicting claim for being presented again and again")
  func conflictAgain() throws {
    try ImportDesk.with { desk in
      let header = "household_id,group,members,annual_income,dwellings,businesses,vehicles"
      try desk.take(.households, try desk.sheet(.households, lines: [header, "H1,low-income,3,5000,1,0,0"]))
      let columns = "claim_id,household_id,peril,incurred_on,amount"
      for (name, amount) in [("one", "30000"), ("two", "40000"), ("three", "40000.00"), ("four", "41000")] {
        let claim = "C1,H1,illness,2018-03-01,\(amount)"
        _ = try adjudicate(desk, try write([columns, claim], "\(name).csv", desk.folder))
      }
      #expect(try desk.book.casefile(1)?.payout == Yuan("3000"))
      for number in 2...4 {
        #expect(try desk.book.casefile(number)?.reason == "claim-id-conflict", "case \(number)")
      }
    }
  }

  @Test("does not let another household's claim take the place of one that pended")
  func anotherHousehold() throws {
    try ImportDesk.with { desk in
      let header = "household_id,group,members,annual_income,dwellings,businesses,vehicles"
      try desk.take(
        .households,
        try desk.sheet(.households, lines: [header, "H1,low-income,3,,1,0,0", "H2,low-income,3,5000,1,0,0"]))
      let columns = "claim_id,household_id,peril,incurred_on,amount"
      _ = try adjudicate(
        desk, try write([columns, "C1,H1,illness,2018-03-01,30000"], "one.csv", desk.folder))
      _ = try adjudicate(
        desk, try write([columns, "C1,H2,illness,2018-03-01,30000"], "two.csv", desk.folder))
      #expect(try desk.book.casefile(1)?.state == .pended)
      #expect(try desk.book.casefile(2)?.reason == "claim-id-conflict")
      #expect(try desk.book.casefile(2)?.payout == .zero)
      let second = try #require(try desk.book.casefile(2))
      #expect(try desk.book.derivation(of: second)?.decision.reason.code == "claim-id-conflict")
      #expect(try desk.book.rebuild().corrected == [])
    }
  }

  @Test("lets no resident ID into the journal, and no id that the casebook gives to its own cases")
  func foreignIDs() throws {
    try ImportDesk.with { desk in
      let path = try write(
        [
          "household_id,claim_id,peril,incurred_on,amount,person_id",
          "11010519491231002X,C1,illness,2018-03-01,30000,",
          "H1,C2,illness,2018-03-01,30000,11010519491231002X",
          "H1,case-1,illness,2018-03-01,30000,", "130434490101001,C3,illness,2018-03-01,30000,",
          "123456789012345678,C4,illness,2018-03-01,30000,",
        ], "claims.csv", desk.folder)
      let faults = try adjudicate(desk, path).faults
      #expect(faults.map(\.problem) == ["resident-id", "resident-id", "reserved-id", "resident-id"])
      #expect(
        faults.map { "\($0.line) \($0.column) \($0.field)" }
          == ["2 1 household_id", "3 6 person_id", "4 2 claim_id", "5 1 household_id"])
      #expect(
        faults.map(\.value) == ["11010519491231002X", "11010519491231002X", "case-1", "130434490101001"])
      #expect(try decided(desk.book).count == 1)
    }
  }

  @Test("leaves out what cannot be decided, with line and column")
  func rejects() throws {
    try ImportDesk.with { desk in
      let second = try desk.enrol("Chen", .county, households: ["H1"])
      try desk.take(
        .households,
        try desk.sheet(
          .households, "household_id,group,members,annual_income,dwellings,businesses,vehicles",
          "H1,low-income,3,5000,1,0,0", "H2,low-income,3,5000,1,0,0"))
      let path = try write(
        [
          "claim_id,household_id,peril,incurred_on,amount", "C1,H1,illness,2018-03-01,30000",
          "C2,H2,illness,2018-06-02,30000", "C3,H2,flood,2018-03-01,30000", "C4,H2,illness,2018-03-01,30000",
        ], "claims.csv", desk.folder)
      let outcome = try desk.book.act(second, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.adjudicate(path, threads: 1)
      }
      #expect(outcome.faults.map(\.line) == [2, 3, 4])
      #expect(outcome.faults.map(\.problem) == ["own-household", "in-the-future", "unknown-word"])
      #expect(outcome.faults.map(\.field) == ["household_id", "incurred_on", "peril"])
      #expect(try decided(desk.book) == ["C4 covered 3000.00"])
      let township = try desk.enrol("Wu", .township, second: second)
      #expect(
        try refusal {
          _ = try desk.book.act(township, on: nil, clock: ImportDesk.clock) {
            (recording) throws(CasebookError) in try recording.adjudicate(path, threads: 1)
          }
        } == .wrongRole)
    }
  }
}

import Audit
import Casebook
import Testing
import Units

/// The checks that look at villages and at those who act.
@Suite("Anomalies: villages and actors")
struct ConductCheckTests {
  /// Two claims of other amounts in every village, so that there is something to compare with.
  private func background(_ village: Int) -> [(String, String, Int)] {
    (2..<10).map {
      (SmallCounty.household(village, $0), "2018-05-\(10 + $0)", 6_000 + 731 * $0 + 97 * village)
    }
  }

  @Test("a village whose costs lie just above the line is found; one here and there is not")
  func heap() throws {
    for isHeaped in [true, false] {
      try SmallCounty.with { county in
        var claims = (0..<12).flatMap(background)
        for index in 0..<8 {
          let village = isHeaped ? 3 : index
          let household = SmallCounty.household(village, isHeaped ? index + 2 : 1)
          claims.removeAll { $0.0 == household }
          claims.append((household, "2018-04-02", 5_010 + 17 * index))
        }
        try county.batch(claims)
        let found = try county.found(.heapAboveLine)
        #expect(found.count == (isHeaped ? 1 : 0))
        if isHeaped { #expect(found.first?.households == (2..<10).map { SmallCounty.household(3, $0) }) }
      }
    }
  }

  @Test("a village whose bills are five times the others' is found; one large bill makes none")
  func farFromPeers() throws {
    for isOdd in [true, false] {
      try SmallCounty.with { county in
        var claims = (0..<12).filter { $0 != 5 }.flatMap(background)
        claims += background(5).enumerated().map { index, claim in
          (claim.0, claim.1, isOdd ? claim.2 * 5 : index == 0 ? claim.2 * 40 : claim.2)
        }
        try county.batch(claims)
        let found = try county.found(.farFromPeers)
        #expect(found.isEmpty != isOdd)
        #expect(found.allSatisfy { $0.what.en.contains("'T2 V5'") && $0.what.en.contains("robust z") })
      }
    }
  }

  @Test("where there are too few peers it says so")
  func fewPeers() throws {
    try SmallCounty.with { county in
      try county.batch(background(0))
      let report = try AnomalySearch.run(county.book, only: [.farFromPeers])
      #expect(report.findings.isEmpty && report.unchecked.count == 1)
    }
  }

  @Test("a dozen approvals within a minute or two are found; a busy day is none; a batch is one act")
  func burst() throws {
    try SmallCounty.with { county in
      let numbers = try (0..<36).map { try county.declare("H\($0 + 100)", 30_000) }
      try county.walk(Array(numbers[..<12]), gap: 240)
      try county.walk(Array(numbers[12..<24]), from: 40_000, gap: 8)
      try county.walk(Array(numbers[24...]), approver: "feng", from: 80_000, gap: 100)
      let found = try county.found(.approvalBurst)
      #expect(found.map(\.cases) == [Array(numbers[12..<24])])
      #expect(found.first?.actors == ["chen"])
      try county.batch((0..<20).map { ("H\($0 + 150)", "2018-06-01", 30_000) })
      #expect(try county.found(.approvalBurst).count == 1)
    }
  }

  @Test("a clerk who turns out to belong to the household is found; one who stays out of it is not")
  func related() throws {
    try SmallCounty.with { county in
      let numbers = [try county.declare("H100", 30_000), try county.declare("H101", 30_000)]
      try county.walk(numbers)
      #expect(try county.found(.relatedActor).isEmpty)
      try county.county.take(.members, ["PC,H100,,,,,"], on: "2018-09-01")
      let found = try county.found(.relatedActor)
      #expect(found.map(\.cases) == [[1]] && found.first?.actors == ["clerk"] && found.first?.strength == 70)
    }
  }

  @Test("who decided a batch, and turns out to belong to a household in it, is found")
  func relatedToBatch() throws {
    try SmallCounty.with { county in
      try county.county.batch(
        ["C1,H100,illness,2018-06-01,30000,", "C2,H101,illness,2018-06-01,30000,"], on: "2018-06-30",
        as: "feng")
      #expect(try county.found(.relatedActor).isEmpty)
      try county.county.take(.members, ["PF,H101,,,,,"], on: "2018-09-01")
      let found = try county.found(.relatedActor)
      #expect(found.map(\.cases) == [[2]] && found.first?.actors == ["feng"])
    }
  }

  @Test("money that goes to the account of the clerk's household is found")
  func clerksAccount() throws {
    try SmallCounty.with { county in
      try county.county.take(.members, ["PC,H119,,,,,\(Invented.account(9))"], on: "2018-03-02")
      try county.walk([try county.declare("H100", 30_000, account: 9)])
      let found = try county.found(.relatedActor)
      #expect(found.map(\.cases) == [[1]])
      #expect(found.first?.what.en.contains("****0009") == true)
    }
  }

  @Test("a payout without an answer is found, and answers that all come from one where others' do not")
  func neverVerified() throws {
    try SmallCounty.with { county in
      let numbers = try (0..<8).map { try county.declare("H\($0 + 100)", 30_000) }
      try county.walk(Array(numbers[..<5]))
      #expect(try county.found(.neverVerified).isEmpty)
      try county.walk([numbers[5]], answers: [1, 0, nil])
      try county.walk(Array(numbers[6...]), answerer: "land")
      let found = try county.found(.neverVerified)
      #expect(found.map(\.cases).sorted { $0[0] < $1[0] } == [[6], [7, 8]])
      #expect(found.first { $0.cases == [6] }?.what.en.contains("vehicles") == true)
    }
  }

  @Test("a batch is a remark in sum, and no finding")
  func batchIsARemark() throws {
    try SmallCounty.with { county in
      try county.batch((0..<20).map { ("H\($0 + 150)", "2018-06-01", 30_000) })
      let report = try AnomalySearch.run(county.book, only: [.neverVerified])
      #expect(report.findings.count == 1 && !report.hasFindings)
      #expect(report.findings.first?.score == 0 && report.findings.first?.stake == Yuan(fen: 30_000_000))
    }
  }
}

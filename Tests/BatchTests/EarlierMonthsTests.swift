import Batch
import Claims
import Files
import Rules
import SchemeKit
import Tables
import TestKit
import Testing
import Units

@Suite("Months joined with --earlier are one run")
struct EarlierMonthsTests {
  private static let orders: [RandomCounty.Order] = [.ascending, .descending, .shuffled, .long, .corrected]

  @Test(
    "over any county and scheme, in any order of ids",
    arguments: [Subject.household, .person], orders)
  func joined(sumOver: Subject, order: RandomCounty.Order) throws {
    for seed in TestSize.seeds(fast: 3, ordinary: 12, long: 12) { try joined(sumOver, order, seed) }
  }

  private func joined(_ sumOver: Subject, _ order: RandomCounty.Order, _ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let scheme = RandomScheme.make(&random, scale: 5000, sumOver: sumOver).scheme
    let county = RandomCounty(seed: seed, claims: 90, order: order, scale: 3000)
    let knowsMembers = scheme.needsPersons && seed.isMultiple(of: 2)
    let decisions = county.decisions(under: scheme, knowsMembers: knowsMembers)
    let cuts = [0, Int.random(in: 0...90, using: &random), Int.random(in: 0...90, using: &random), 90]
      .sorted()
    let format = TableFormat.allCases.randomElement(using: &random) ?? .csv
    try withTables(
      claims: "", households: SheetText.households(county.households, scheme, .csv)
    ) { files in
      var records: [String] = []
      try files.write(county.memberList, "members")
      for month in 0..<3 {
        let part = cuts[month]..<cuts[month + 1]
        try files.write(SheetText.claims(Array(county.claims[part]), scheme, .csv), "claims")
        let run = try BatchRun(scheme, files) {
          $0.output = files.path("month-\(month)")
          if knowsMembers { $0.members = files.path("members") }
          // The later record first: their order does not matter.
          $0.earlier = records.reversed()
          $0.detail = true
          $0.format = format.written
        }
        let written = try files.text("month-\(month)")
        let origin = SheetText.origin(of: written)
        #expect((origin == nil) == part.isEmpty)
        #expect(month > 0 || origin == nil || origin == SheetText.beginning)
        let expected = SheetText.decisions(
          Array(county.claims[part]), Array(decisions[part]), scheme, format, detail: true, labels: nil,
          earlier: origin ?? "")
        #expect(written == expected, "seed \(seed), month \(month)")
        #expect(run.summary.earlierClaims == decisions[..<part.lowerBound].count { $0.reason.isCounted })
        // An empty month in NDJSON has no line, and so no table to carry on from.
        if !expected.isEmpty { records.append(files.path("month-\(month)")) }
      }
    }
  }

  @Test("A claim counted in an earlier month is a duplicate; one that was not may come again")
  func again() throws {
    var benefit = BenefitSketch()
    benefit.groups = [0, 1]
    let scheme = SchemeSketch([benefit]).scheme
    let header = "claim_id,household_id,peril,incurred_on,amount\n"
    let households = "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"
    try withTables(
      claims: header + "a,H1,illness,2018-01-05,10\nb,H2,illness,2018-01-05,10\n",
      households: households + "H1,poor,3,0,1,0,0\nH2,poor,3,,1,0,0\n"
    ) { files in
      _ = try BatchRun(scheme, files) {
        $0.detail = true
      }
      try files.write(try files.text("decisions"), "january")
      try files.write(households + "H1,poor,3,0,1,0,0\nH2,poor,3,0,1,0,0\n", "households")
      try files.write(
        header + "b,H2,illness,2018-01-05,10\na,H1,illness,2018-01-05,10\na,H1,illness,2018-01-05,11\n",
        "claims")
      let february = try BatchRun(scheme, files) { $0.earlier = [files.path("january")] }
      #expect(
        february.decisions == """
          claim_id,outcome,reason,payout
          b,approved,covered,10.00
          a,denied,duplicate-claim,0.00
          a,pended,claim-id-conflict,0.00

          """)
      #expect(february.summary.earlierClaims == 1)
    }
  }

  /// A record that nobody wrote with this program.
  struct Forged: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: String
    let code: String
    var testDescription: String { name }
  }

  private static let header =
    "claim_id,household_id,peril,incurred_on,amount,counted,accumulator,paid_before,payout,person_id,"
    + "reason,corrects,scheme,earlier\n"

  /// What stands at a row's end if nothing else is said: the scheme and the origin of the run.
  private static let tail = ",covered,no,0000000000000000,\(SheetText.beginning)"

  static let forged = [
    Forged(
      name: "a word for counted", rows: "a,H1,illness,2018-01-05,1,maybe,1,0,0,p\n",
      code: "bad-earlier-record"),
    Forged(name: "no day", rows: "a,H1,illness,2018-02-30,1,yes,1,0,0,p\n", code: "bad-earlier-record"),
    Forged(
      name: "too much", rows: "a,H1,illness,2018-01-05,1,yes,10000000000000000.01,0,0,p\n",
      code: "bad-earlier-record"),
    Forged(name: "no peril", rows: "a,H1,flood,2018-01-05,1,yes,1,0,0,p\n", code: "bad-earlier-record"),
    Forged(
      name: "an open quote", rows: "a,\"H1,illness,2018-01-05,1,yes,1,0,0,p\n", code: "bad-earlier-record"),
    Forged(
      name: "an id twice",
      rows: "a,H1,illness,2018-01-05,1,yes,1,0,0,p\na,H1,illness,2018-01-05,2,yes,3,0,0,p\n",
      code: "bad-earlier-record"),
    Forged(
      name: "sums that began at zero twice",
      rows: "a,H1,illness,2018-01-05,1,yes,1,0,0,p\nb,H1,illness,2018-01-05,1,yes,1,0,0,p\n",
      code: "earlier-runs-disagree"),
    Forged(
      name: "more paid than counted", rows: "a,H1,illness,2018-01-05,1,yes,1,0,1.01,p\n",
      code: "bad-earlier-record"),
    Forged(
      name: "more paid before than is known", rows: "a,H1,illness,2018-01-05,1,yes,1,0.01,1,p\n",
      code: "earlier-runs-disagree"),
    Forged(
      name: "a household like one on the register", rows: "a,h-1,illness,2018-01-05,1,yes,1,0,0,p\n",
      code: "earlier-household-like"),
    Forged(
      name: "another scheme",
      rows: "a,H1,illness,2018-01-05,1,yes,1,0,0,p,covered,no,a000000000000000,\(SheetText.beginning)\n",
      code: "earlier-other-scheme"),
    Forged(
      name: "a gap",
      rows: "a,H1,illness,2018-01-05,1,yes,1,0,0,p,covered,no,0000000000000000,a000000000000000\n",
      code: "earlier-record-missing"),
    Forged(
      name: "the rows of two runs",
      rows: "a,H1,illness,2018-01-05,1,yes,1,0,0,p\n"
        + "b,H1,illness,2018-01-05,1,yes,2,0,0,p,covered,no,0000000000000000,a000000000000000\n",
      code: "bad-earlier-record"),
    Forged(
      name: "counted for a reason that counts nothing",
      rows: "a,H1,illness,2018-01-05,1,yes,1,0,0,p,income-unknown,no,0000000000000000,"
        + "\(SheetText.beginning)\n",
      code: "bad-earlier-record"),
  ]

  @Test("A record that does not hold together is refused, and no file appears", arguments: forged)
  func refused(_ record: Forged) throws {
    var benefit = BenefitSketch()
    benefit.sumOver = .person
    let scheme = SchemeSketch([benefit]).scheme
    try withTables(
      claims: "claim_id,household_id,peril,incurred_on,amount,person_id\n",
      households:
        "household_id,group,members,annual_income,dwellings,businesses,vehicles\nH1,poor,3,0,1,0,0\n"
    ) { files in
      let rows = record.rows.split(separator: "\n").map { row in
        row.contains("000000,") ? "\(row)\n" : "\(row)\(Self.tail)\n"
      }
      try files.write(Self.header + rows.joined(), "earlier")
      do throws(BatchError) {
        var request = AdjudicationRequest(
          scheme: scheme, claims: files.path("claims"), households: files.path("households"))
        request.earlier = [files.path("earlier")]
        request.output = files.path("decisions")
        request.payouts = files.path("payouts")
        request.rejects = .file(files.path("rejects"))
        _ = try Adjudication.run(request)
        Issue.record("it was taken")
      } catch {
        guard case .input(let diagnostics) = error else {
          Issue.record("another error: \(error)")
          return
        }
        #expect(diagnostics.map(\.code) == [record.code])
      }
      #expect(try files.names == ["claims", "earlier", "households"])
    }
  }

  private static let january =
    HouseholdLookupTests.claimsHeader + "a,H1,illness,2018-01-05,10\nb,H2,illness,2018-01-06,20\n"
  private static let february = HouseholdLookupTests.claimsHeader + "c,H1,illness,2018-02-05,30\n"
  private static let register =
    HouseholdLookupTests.header + "H1,poor,3,0,1,0,0\nH2,poor,3,0,1,0,0\n"

  /// The diagnostics that refuse a run on `records`; none where it is taken.
  private func refusal(_ files: BatchRun.Files, _ records: [String]) throws -> [String] {
    do {
      _ = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files) {
        $0.earlier = records.map(files.path)
        $0.output = files.path("march")
      }
      return []
    } catch BatchError.input(let diagnostics) {
      return diagnostics.map(\.code)
    }
  }

  @Test("Of a chain nothing may be left out, changed or decided anew; other spellings of it are read")
  func chain() throws {
    let scheme = SchemeSketch([BenefitSketch()]).scheme
    try withTables(claims: Self.january, households: Self.register) { files in
      func month(_ name: String, on records: [String]) throws {
        _ = try BatchRun(scheme, files) {
          $0.detail = true
          $0.output = files.path(name)
          $0.earlier = records.map(files.path)
        }
      }
      try month("january", on: [])
      try files.write(Self.january.replacing(",20\n", with: ",21\n"), "claims")
      try month("again", on: [])
      try files.write(Self.february, "claims")
      try month("february", on: ["january"])
      try files.write(HouseholdLookupTests.claimsHeader, "claims")
      let record = try files.text("january")
      let rewritten = record.replacing("2018-01-0", with: "2018/1/").replacing(".00", with: "")
        .replacing("\n", with: "\r\n")
      try files.write("\u{FEFF}" + rewritten, "rewritten")
      try files.write(record.replacing("H2,", with: "H3,"), "changed")

      #expect(try refusal(files, ["january", "february"]) == [])
      #expect(try refusal(files, ["february", "january", "january"]) == [])
      #expect(try refusal(files, ["rewritten", "february"]) == [])
      #expect(try refusal(files, ["february"]) == ["earlier-record-missing"])
      #expect(try refusal(files, ["changed", "february"]) == ["earlier-record-missing"])
      #expect(try refusal(files, ["again", "february"]) == ["earlier-record-missing"])
      #expect(try refusal(files, ["january", "again"]) == ["bad-earlier-record", "bad-earlier-record"])
    }
  }

  @Test("A household that has left the register keeps its account, and is counted")
  func absent() throws {
    let scheme = SchemeSketch([BenefitSketch()]).scheme
    try withTables(claims: Self.january, households: Self.register) { files in
      _ = try BatchRun(scheme, files) {
        $0.detail = true
        $0.output = files.path("january")
      }
      try files.write(HouseholdLookupTests.header + "H1,poor,3,0,1,0,0\n", "households")
      try files.write(Self.february, "claims")
      let run = try BatchRun(scheme, files) {
        $0.detail = true
        $0.output = files.path("february")
        $0.earlier = [files.path("january")]
      }
      #expect(run.summary.absentHouseholds == 1 && run.summary.earlierClaims == 2)
      // It comes back: what it was paid in January is still known.
      try files.write(Self.register, "households")
      try files.write(HouseholdLookupTests.claimsHeader + "d,H2,illness,2018-03-05,5\n", "claims")
      let march = try BatchRun(scheme, files) {
        $0.detail = true
        $0.earlier = [files.path("january"), files.path("february")]
      }
      #expect(march.decisions.contains("d,approved,covered,5.00,H2,illness,2018-03-05,5.00,yes,25.00,"))
      #expect(march.summary.absentHouseholds == 0)
    }
  }
}

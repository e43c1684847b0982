import Batch
import Claims
import Files
import Foundation
import Rules
import SchemeKit
import Tables
import TestKit
import Testing
import Units
import WorkbookKit

@Suite("Households looked up by resident IDs")
struct ResidentLookupTests {
  /// The claims with resident IDs: with no household at all, or with some of those that they have.
  private static func claims(
    _ claims: [Claim], _ residents: MadeResidents, _ scheme: Scheme, _ format: TableFormat, isMixed: Bool,
    _ random: inout Seeded
  ) -> String {
    let corrects = claims.contains(where: \.corrects)
    let names = ["claim_id", "resident_id", "peril", "incurred_on", "amount", "cause", "compensated"]
    let more = (corrects ? ["corrects"] : []) + (isMixed ? ["household_id", "person_id"] : [])
    return SheetText.text(
      names + more,
      claims.map { claim in
        let states = isMixed && Bool.random(using: &random)
        let isAlone = states && Bool.random(using: &random)
        let row: [String?] = [
          claim.id, isAlone ? nil : residents.patient(of: claim)?.written(&random),
          scheme.perils[claim.peril].id,
          "\(claim.day)", "\(claim.amount)", claim.cause.map { scheme.causes[$0].id },
          claim.compensated.map { $0 ? "yes" : "no" },
        ]
        return row + (corrects ? [claim.corrects ? "yes" : nil] : [])
          + (isMixed ? [states ? claim.household : nil, states ? claim.person : nil] : [])
      }, format)
  }

  @Test(
    "are decided as where the claims state them, to the byte",
    arguments: TableFormat.allCases, TestSize.seeds(fast: 6, ordinary: 60, long: 600))
  func sameDecisions(format: TableFormat, seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let scheme = RandomScheme.make(&random, scale: 5000).scheme
    let order = RandomCounty.Order.allCases.randomElement(using: &random) ?? .long
    var county = RandomCounty(seed: seed, claims: 80, order: order, scale: 5000)
    county.claims = county.claims.map { claim in
      Claim(
        id: claim.id, household: claim.household, person: claim.person ?? "p0", peril: claim.peril,
        day: claim.day, amount: claim.amount, cause: claim.cause, compensated: claim.compensated,
        corrects: claim.corrects)
    }
    let residents = MadeResidents(of: county.claims, &random)
    try withTables(
      claims: SheetText.claims(county.claims, scheme, format),
      households: SheetText.households(county.households, scheme, .csv)
    ) { files in
      let stated = try BatchRun(scheme, files) { $0.detail = true }
      try files.write(residents.list(&random), "members")
      for (isMixed, blockSize, threads) in [(false, 64, 1), (true, 1 << 18, 2), (true, 300, 3)] {
        try files.write(
          Self.claims(county.claims, residents, scheme, format, isMixed: isMixed, &random), "claims")
        let run = try BatchRun(scheme, files) {
          $0.detail = true
          $0.members = files.path("members")
          $0.blockSize = blockSize
          $0.threads = threads
        }
        #expect(run.decisions == stated.decisions && run.payouts == stated.payouts)
        #expect(run.rejects == stated.rejects && run.summary.tally == stated.summary.tally)
        let list = try #require(run.summary.members)
        #expect(list.count == residents.members.count && list.rejected == 0)
        #expect(isMixed || list.lookups.found == county.claims.count)
        for member in residents.members {
          #expect(!run.decisions.contains(member.number) && !run.payouts.contains(member.number))
        }
      }
    }
  }

  private static let scheme = SchemeSketch([BenefitSketch()]).scheme
  private static let register =
    HouseholdLookupTests.header + "H1,poor,3,0,1,0,0\nH2,poor,3,0,1,0,0\nH3,poor,3,0,1,0,0\n"
  private static let (wang, li, zhao) = (
    MadeResidents.closed("99999919520311001"), MadeResidents.closed("99999919780922002"),
    MadeResidents.closed("99999920120115003")
  )
  private static let both = MadeResidents.closed("99999919650704001")
  private static let stranger = MadeResidents.closed("99999919830228006")

  private static let list = """
    人员编号,户编号,身份证号
    P1,H1,\(MadeResidents.oldForm(of: wang))
    P2,H1,\(li)
    P3,H2,\(zhao)
    P4,H1,\(both)
    P5,H2,\(both)

    """

  /// What comes of a row of claims; of no decision the reject.
  private static func outcome(
    _ row: String, list: String = list, header: String = "claim_id,household_id,person_id,resident_id,peril"
  ) throws -> (text: String, run: BatchRun) {
    try withTables(
      claims: "\(header),incurred_on,amount\n\(row),illness,2018-03-05,100\n", households: register
    ) { files in
      try files.write(list, "members")
      let run = try BatchRun(scheme, files) {
        $0.detail = true
        $0.members = files.path("members")
      }
      let rejects = run.rejects.split(separator: "\n").dropFirst().filter { $0.hasPrefix("claims") }
      let decided = run.decisions.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[4]
      }
      return ((rejects + decided).joined(separator: ";"), run)
    }
  }

  @Test(
    "each row leads to one household, or is a reject that does not show the number",
    arguments: [
      ("C1,,,\(wang)", "H1"), ("C1,,,\(MadeResidents.oldForm(of: wang))", "H1"), ("C1,,,\(li)", "H1"),
      ("C1,,,\(zhao.lowercased())", "H2"), ("C1,,,\(zhao) ", "H2"), ("C1,,P3,\(zhao)", "H2"),
      // Stated, and on the list or not.
      ("C1,H2,,\(zhao)", "H2"), ("C1,H3,,", "H3"), ("C1,H3,,\(stranger)", "H3"), ("C1,H3,,123", "H3"),
      ("C1,'H2,P3,\(zhao)", "H2"), ("C1,H1,,\(both)", "H1"), ("C1,H2,,\(both)", "H2"),
      ("C1,H3,,\(both)", "claims,2,2,household_id,H3,household-differs"),
      ("C1,H2,,\(wang)", "claims,2,2,household_id,H2,household-differs"),
      ("C1,,P1,\(li)", "claims,2,3,person_id,P1,person-differs"),
      ("C1,H1,P1,\(li)", "claims,2,3,person_id,P1,person-differs"),
      ("C1,,,\(both)", "claims,2,4,resident_id,999999********\(both.suffix(4)),resident-in-two-households"),
      ("C1,,,\(stranger)", "claims,2,4,resident_id,999999********\(stranger.suffix(4)),unknown-resident"),
      ("C1,,,\(wang.dropLast())1", "claims,2,4,resident_id,999999********0011,bad-resident-id"),
      ("C1,,,12345", "claims,2,4,resident_id,********,bad-resident-id"),
      ("C1,,,9.99999E+17", "claims,2,4,resident_id,********E+17,id-damaged"),
      ("C1,,,", "claims,2,2,household_id,,missing"), ("C1,—,,NA", "claims,2,2,household_id,—,missing"),
      // A resident ID where a household's id should be is shown no more than elsewhere.
      ("C1,\(li),,", "claims,2,2,household_id,999999********\(li.suffix(4)),resident-id"),
      // Of several faults the one furthest to the left.
      (",H1,,\(zhao)", "claims,2,1,claim_id,,missing"),
    ])
  func row(row: String, expected: String) throws {
    let (text, run) = try Self.outcome(row)
    #expect(text == expected)
    for number in [Self.wang, Self.li, Self.zhao, Self.both, Self.stranger] {
      #expect(!(run.decisions + run.payouts + run.rejects).contains(number))
    }
  }

  @Test("count those found, and those that are not on the list")
  func counts() throws {
    let rows = """
      C1,,,\(Self.wang),illness,2018-03-05,100
      C2,H1,,\(Self.stranger),illness,2018-03-05,100
      C3,H1,,\(Self.wang),illness,2018-03-05,100
      C4,,,\(Self.zhao),illness,2018-03-05,nothing
      C5,,,'\(Self.zhao)
      """
    let list = try #require(try Self.outcome(rows).run.summary.members)
    #expect(list.lookups.found == 2 && list.lookups.unlisted == 1)
    #expect(list.count == 5 && list.rejected == 0 && list.unnumbered == 0)
  }

  @Test("a row without the columns of households takes nothing from the row before")
  func stale() throws {
    for header in ["claim_id,resident_id,peril", "claim_id,resident_id,person_id,peril"] {
      let blank = header.contains("person") ? "," : ""
      let rows =
        "C1,\(Self.wang)\(blank),illness,2018-03-05,100\nC2,\(blank),illness,2018-03-05,100\nC3,\(Self.zhao)\(blank)"
      let (text, _) = try Self.outcome(rows, header: header)
      #expect(text == "claims,3,2,resident_id,,missing;H1;H2")
    }
  }

  @Test("a member who stands twice is one, and one under two ids names nobody")
  func twice() throws {
    var benefit = BenefitSketch()
    benefit.sumOver = .person
    let sums = SchemeSketch([benefit]).scheme
    let list = "person_id,household_id,resident_id\n"
    for (rows, person) in [
      ("P1,H1,\(Self.wang)\nP1,H1,\(Self.wang)\n", "P1"), ("P1,H1,\(Self.wang)\nP2,H1,\(Self.wang)\n", ""),
    ] {
      try withTables(
        claims: "claim_id,resident_id,peril,incurred_on,amount\nC1,\(Self.wang),illness,2018-03-05,100\n",
        households: Self.register
      ) { files in
        try files.write(list + rows, "members")
        let run = try BatchRun(sums, files) {
          $0.detail = true
          $0.members = files.path("members")
        }
        #expect(run.decisions.contains(",H1,") && run.decisions.hasSuffix(",\(person)\n"))
        #expect(run.decisions.contains("person-unknown") == person.isEmpty)
      }
    }
  }

  @Test("the list's own rejects are told with its name, their numbers masked, and its notes are kept")
  func members() throws {
    let list = """
      家庭成员名单
      人员编号,户编号,姓名,身份证号,电话,备注
      P1,H1,王,\(Self.wang),no telephone,
      P2,H1,李,\(Self.li.dropLast())1,,
      \(Self.zhao),H2,赵,\(Self.zhao),,
      P4,H3,孙,,,
      P5,H3,钱,9.99999E+17,,

      """
    let (text, run) = try Self.outcome("C1,,,\(Self.wang)", list: list)
    #expect(text == "H1")
    #expect(
      run.rejects.split(separator: "\n").dropFirst() == [
        "members,4,4,resident_id,999999********0021,bad-resident-id",
        "members,5,1,person_id,999999********\(Self.zhao.suffix(4)),resident-id",
        "members,7,4,resident_id,********E+17,id-damaged",
      ])
    let members = try #require(run.summary.members)
    #expect(members.count == 2 && members.unnumbered == 1 && members.rejected == 3)
    #expect(members.notes.titleRows == 1 && members.notes.unknownColumns == ["备注"])
    #expect(run.summary.hasRejects && run.summary.rejectedClaims == 0)
  }

  @Test("a number that a workbook holds as a number is damaged")
  func workbook() throws {
    let book = OfficeWorkbook([
      OfficeWorkbook.Sheet(
        "申请",
        [
          ["申请编号", "公民身份号码", "险别", "发生日期", "金额"].map { .text($0) },
          [.text("C1"), .number(Self.wang), .text("因病"), .text("2018-03-05"), .number("100")],
          [.text("C2"), .text(Self.wang), .text("因病"), .text("2018-03-05"), .number("100")],
        ])
    ])
    try withTables(claims: "", households: Self.register) { files in
      try files.write(book.bytes, "claims")
      try files.write(Self.list, "members")
      let run = try BatchRun(Self.scheme, files) { $0.members = files.path("members") }
      #expect(run.rejects.hasSuffix("claims#申请,2,2,resident_id,********E+17,id-damaged\n"))
      #expect(run.decisions == "claim_id,outcome,reason,payout\nC2,approved,covered,100.00\n")
    }
  }

  @Test(
    "a list of claims, or of members, that has no resident IDs is of no use, and so is a list of claims without the option"
  )
  func columns() throws {
    func diagnostic(_ claims: String, _ list: String?) throws -> Diagnostic? {
      try withTables(claims: claims, households: Self.register) { files in
        try files.write(list ?? "", "members")
        do {
          _ = try BatchRun(Self.scheme, files) { $0.members = list.map { _ in files.path("members") } }
        } catch BatchError.input(let diagnostics) where diagnostics.count == 1 {
          return diagnostics.first
        }
        return nil
      }
    }
    let stated = "claim_id,household_id,peril,incurred_on,amount\nC1,H1,illness,2018-03-05,100\n"
    let lookedUp = "claim_id,公民身份号码,peril,incurred_on,amount\nC1,\(Self.wang),illness,2018-03-05,100\n"
    let nothing = try #require(try diagnostic(stated, Self.list))
    #expect(nothing.code == "missing-column" && nothing.fix?.en.contains("nothing to look up") == true)
    let plain = try #require(try diagnostic(lookedUp, nil))
    #expect(plain.code == "missing-column" && plain.fix?.en.contains("--members F") == true)
    #expect(plain.what.en.contains("household_id"))
    let list = try #require(try diagnostic(lookedUp, "person_id,household_id\nP1,H1\n"))
    #expect(list.code == "missing-column" && list.what.en.contains("resident_id"))
    #expect(try diagnostic(lookedUp, Self.list) == nil && diagnostic(stated, nil) == nil)
    let other = try #require(
      try diagnostic("claim_id,peril,incurred_on,amount\nC1,illness,2018-03-05,1\n", nil))
    #expect(other.fix?.en.contains("--members") == false)
  }
}

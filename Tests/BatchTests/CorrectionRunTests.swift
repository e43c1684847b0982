import Batch
import Rules
import SchemeKit
import Tables
import TestKit
import Testing

@Suite("Corrections in a batch")
struct CorrectionRunTests {
  private static let claims = """
    claim_id,household_id,peril,incurred_on,amount,corrects
    b,H1,illness,2018-01-05,100,
    a,H2,illness,2018-01-05,100,no
    a,H1,illness,2018-01-06,30,yes
    c,H2,illness,2018-01-07,50,
    b,H1,illness,2018-01-05,0,是
    d,H1,illness,2018-01-08,150,
    x,H1,illness,2018-01-08,0,
    y,H1,illness,2018-01-08,1,maybe

    """
  private static let register = HouseholdLookupTests.header + "H1,poor,3,0,1,0,0\nH2,poor,3,0,1,0,0\n"
  private static let scheme = SchemeSketch([BenefitSketch()]).scheme

  @Test(
    "give the same bytes with any block size and number of threads", arguments: [1, 50, 90, 1 << 18], [1, 3])
  func blocks(size: Int, threads: Int) throws {
    try withTables(claims: Self.claims, households: Self.register) { files in
      let run = try BatchRun(Self.scheme, files) {
        $0.blockSize = size
        $0.threads = threads
      }
      #expect(
        run.decisions == """
          claim_id,outcome,reason,payout
          b,approved,covered,100.00
          a,approved,covered,100.00
          a,approved,covered,30.00
          c,denied,no-further-benefit,0.00
          b,denied,withdrawn,0.00
          d,approved,covered,50.00

          """)
      #expect(run.rejects.contains("amount-out-of-range") && run.rejects.contains("unknown-word"))
      #expect(run.payouts == "household_id,claims,payout\nH1,3,180.00\nH2,1,100.00\n")
    }
  }

  @Test(
    "are found in NDJSON however their key is written, and whatever stands before them",
    arguments: [
      "corrects", "Corrects", "CORRECTS", "cOrReCtS", "cor-rects", "c o r r e c t s", "correc_ts",
      "correct\u{2003}s",
      "ｃｏｒｒｅｃｔｓ", "ＣＯＲＲＥＣＴＳ", "更正", "更　正", "更 正（是/否）", #"\u66f4\u6b63"#, "改账",
    ])
  func keys(_ key: String) throws {
    let start = #""household_id":"H1","peril":"illness","incurred_on":"2018-01-05","amount":"#
    let claims = """
      {"claim_id":"a",\(start)100}
      \0
      {"claim_id":"a",\(start)30,"\(key)":"yes"}

      """
    try withTables(claims: claims, households: Self.register) { files in
      let run = try BatchRun(Self.scheme, files) { $0.reading.headings = OwnHeadings(["改账": ["corrects"]]) }
      #expect(
        run.decisions
          == "claim_id,outcome,reason,payout\na,approved,covered,100.00\na,denied,no-further-benefit,0.00\n")
    }
  }

  @Test("reach claims that earlier runs counted, whatever order the records are given in")
  func earlier() throws {
    try withTables(claims: Self.claims, households: Self.register) { files in
      func run(_ name: String, _ claims: String, _ earlier: [String]) throws -> String {
        try files.write("claim_id,household_id,peril,incurred_on,amount,corrects\n" + claims, "claims")
        return try BatchRun(Self.scheme, files) {
          $0.detail = true
          $0.output = files.path(name)
          $0.earlier = earlier.map(files.path)
        }.decisions
      }
      _ = try run("1", "b,H1,illness,2018-01-05,100,\nn,H9,illness,2018-01-05,5,\n", [])
      let second = try run("2", "b,H2,illness,2018-01-05,40,yes\nn,H1,illness,2018-01-05,70,yes\n", ["1"])
      #expect(second.contains("b,approved,covered,40.00,H2,") && second.contains(",40.00,0.00,,yes,"))
      #expect(second.contains("n,denied,no-further-benefit,0.00,H1,illness,2018-01-05,70.00,yes,70.00,"))
      let third = try run("3", "b,H1,illness,2018-01-05,90,yes\nz,H2,illness,2018-01-05,7,\n", ["2", "1"])
      #expect(third.contains("b,approved,covered,60.00,H1,illness,2018-01-05,90.00,yes,160.00,"))
      #expect(third.contains("z,denied,no-further-benefit,0.00,H2,illness,2018-01-05,7.00,yes,7.00,"))
      let fourth = try run("4", "q,H1,illness,2018-01-05,1,\n", ["3", "2", "1"])
      #expect(fourth.contains("q,approved,covered,1.00,H1,illness,2018-01-05,1.00,yes,161.00,"))
    }
  }
}

import Batch
import SchemeKit
import TestKit
import Testing

@Suite("A register and claims whose headings state units")
struct HeadingUnitRunTests {
  private static let scheme = SchemeSketch([BenefitSketch()]).scheme
  private static let register = HouseholdLookupTests.header + "h,poor,3,0,1,0,0\n"

  private static func decided(_ run: BatchRun) -> [String] {
    run.decisions.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]) \(cells[2]) \(cells[7])"
    }
  }

  @Test("are read in them, to the fen", arguments: ["，", "\t"])
  func tenThousand(separator: String) throws {
    let separator = separator == "\t" ? separator : ","
    let rows = [
      ["claim_id", "household_id", "peril", "incurred_on", "金额（万元）"],
      ["c1", "h", "illness", "2018-03-05", "0.01"], ["c2", "h", "illness", "2018-03-06", "1.800001"],
      ["c3", "h", "illness", "2018-03-06", "1.8000001"], ["c4", "h", "illness", "2018-03-06", "1.8万"],
      ["c5", "h", "illness", "2018-03-06", "100"],
    ]
    try withTables(
      claims: rows.map { $0.joined(separator: separator) + "\n" }.joined(), households: Self.register
    ) { files in
      let run = try BatchRun(Self.scheme, files) { $0.detail = true }
      #expect(Self.decided(run) == ["c1 covered 100.00", "c2 covered 18000.01", "c5 covered 1000000.00"])
      #expect(
        run.rejects.split(separator: "\n").dropFirst().map { $0.contains("bad-amount") } == [true, true])
    }
  }

  @Test("of yuan too: then a cell says no unit of its own")
  func yuan() throws {
    try withTables(
      claims: "claim_id,household_id,peril,incurred_on,金额（元）\nc1,h,illness,2018-03-05,100\n"
        + "c2,h,illness,2018-03-05,100元\nc3,h,illness,2018-03-05,1万\n",
      households: Self.register
    ) { files in
      let run = try BatchRun(Self.scheme, files) { $0.detail = true }
      #expect(Self.decided(run) == ["c1 covered 100.00"] && run.summary.rejectedClaims == 2)
    }
  }

  @Test("or give income by person, which is the household's by its members; both must be the same income")
  func incomeByPerson() throws {
    let rows = [
      ("a", "3", "", "1000"), ("b", "3", "", "5000"), ("c", "3", "2999.99", "1000"),
      ("d", "3", "3000.02", "1000"),
      ("e", "3", "2999.98", "1000"), ("f", "", "", "1000"), ("g", "3", "13284", ""),
      ("h", "999999999", "", "100000000"),
      ("i", "3", "", "-0.01"), ("j", "3", "", ""),
    ]
    let households =
      "household_id,group,members,annual_income,dwellings,businesses,vehicles,人均纯收入（元）\n"
      + rows.map { "\($0.0),poor,\($0.1),\($0.2),1,0,0,\($0.3)\n" }.joined()
    let claims = rows.map { "\($0.0),\($0.0),illness,2018-03-05,100\n" }.joined()
    try withTables(claims: HouseholdLookupTests.claimsHeader + claims, households: households) { files in
      let run = try BatchRun(Self.scheme, files)
      let reasons = run.decisions.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
      #expect(
        reasons == [
          "covered", "above-protection-line", "covered", "household-unclear", "household-unclear",
          "household-unclear", "above-protection-line", "household-unclear", "covered", "income-unknown",
        ])
      let problems = run.rejects.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[3]) \(cells[5])"
      }
      #expect(
        problems == [
          "income_per_person incomes-differ", "income_per_person incomes-differ",
          "income_per_person amount-out-of-range",
        ])
    }
  }

  @Test("and a register with income by person needs no other", arguments: ["家庭人均纯收入（万元）", "人均纯收入(万元)"])
  func onlyByPerson(heading: String) throws {
    try withTables(
      claims: HouseholdLookupTests.claimsHeader + "c,h,illness,2018-03-05,100\nd,i,illness,2018-03-05,100\n",
      households: "household_id,group,members,\(heading),dwellings,businesses,vehicles\n"
        + "h,poor,3,0.1,1,0,0\ni,poor,3,0.5,1,0,0\n"
    ) { files in
      let run = try BatchRun(Self.scheme, files)
      #expect(
        run.decisions.contains("c,approved,covered,")
          && run.decisions.contains("d,denied,above-protection-line"))
    }
  }
}

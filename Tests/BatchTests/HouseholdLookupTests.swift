import Rules
import SchemeKit
import TestKit
import Testing

@Suite("A claim finds its own household")
struct HouseholdLookupTests {
  static let header = "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"
  static let claimsHeader = "claim_id,household_id,peril,incurred_on,amount\n"

  @Test(
    "and no other whose short id is how its own long one begins",
    arguments: [(16, 17), (16, 20), (16, 255), (8, 16), (15, 16), (17, 18), (8, 9), (1, 2)])
  func beginning(of registered: Int, in claimed: Int) throws {
    let id = String(repeating: "H", count: registered)
    let long = String(repeating: "H", count: claimed)
    try withTables(
      claims: "\(Self.claimsHeader)c1,\(long),illness,2018-03-05,100\nc2,\(id),illness,2018-03-05,100\n",
      households: "\(Self.header)\(id),poor,3,0,1,0,0\n"
    ) { files in
      let run = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files)
      #expect(
        run.decisions == """
          claim_id,outcome,reason,payout
          c1,denied,unknown-household,0.00
          c2,approved,covered,100.00

          """)
    }
  }

  @Test(
    "in a row that has a list or an object for a cell, wherever it stands: then its claims pend",
    arguments: [
      #"{"household_id":"H1","group":"poor","members":[3]}"#, #"{"members":{"n":3},"household_id":"H1"}"#,
      #"{"members":[3],"group":{},"group":"poor","household_id":"H1"}"#,
    ])
  func nestedValue(_ row: String) throws {
    try withTables(claims: "\(Self.claimsHeader)c1,H1,illness,2018-03-05,100\n", households: row + "\n") {
      files in
      let run = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files)
      #expect(run.decisions == "claim_id,outcome,reason,payout\nc1,pended,household-unclear,0.00\n")
      let column = row.hasPrefix("{\"members\"") ? 12 : 47
      #expect(run.rejects == "file,line,column,field,value,problem\nhouseholds,1,\(column),,,bad-json\n")
    }
  }
}

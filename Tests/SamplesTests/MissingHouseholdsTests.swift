import Foundation
import TestKit
import Testing
import Units

@Suite("Claims whose households are not on the register", .enabled(if: !Golden.isRenewing))
struct MissingHouseholdsTests {
  private static let register = "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"

  private func run(ids: [String], on register: [String]) throws -> CommandRun {
    try withScratchFolder { scratch in
      let claims = ids.enumerated().map { "C\($0),\($1),illness,2018-03-05,18000\n" }
      try Data(("claim_id,household_id,peril,incurred_on,amount\n" + claims.joined()).utf8)
        .write(to: scratch.appending(path: "claims.csv"))
      let households = register.map { "\($0),out-of-poverty,3,9000,1,0,0\n" }
      try Data((Self.register + households.joined()).utf8)
        .write(to: scratch.appending(path: "households.csv"))
      return try CommandRun(
        ["adjudicate", "--claims", "claims.csv", "--households", "households.csv"], in: scratch, .en)
    }
  }

  @Test(
    "most of them end in exit code 3, and their likely cause is said first",
    arguments: [
      (["12", "13", "X"], ["0012", "0013"], "zeros at the front are lost"),
      (["h-1", "h-2"], ["H1", "H2"], "the two write them differently"),
      (["1304341234567890000", "9"], ["1304341234567890123"], "a spreadsheet keeps no more"),
      (["7", "9"], ["1304341234567890000"], "a spreadsheet keeps no more"),
      (["7", "9"], ["H1"], "Check that the register is this county's"),
    ])
  func most(_ ids: [String], _ register: [String], _ cause: String) throws {
    let run = try run(ids: ids, on: register)
    #expect(run.exitCode == 3)
    #expect(run.talk.hasPrefix("Attention: ") && run.talk.contains(cause), "\(run.talk)")
  }

  @Test("half of them, or none, are nothing to speak of", arguments: [["H1", "X"], ["H1"], []])
  func few(_ ids: [String]) throws {
    let run = try run(ids: ids, on: ["H1"])
    #expect(run.exitCode == 0 && !run.talk.contains("Attention"))
  }
}

import Batch
import Files
import Foundation
import SchemeKit
import Tables
import TestKit
import Testing

@Suite("A run that fails")
struct FailedRunTests {
  /// What goes wrong.
  enum Trouble: String, CaseIterable, CustomTestStringConvertible {
    case noClaims, noHouseholds, claimsAreAFolder, claimsWithoutHeader, householdsWithoutColumn, noEarlier
    case earlierSpoiled, endlessLine, outputInNoFolder, payoutsInNoFolder, rejectsInNoFolder, outputIsAFolder
    case fullDisk, fullDiskOfPayouts, fullDiskOfRejects
    var testDescription: String { rawValue }
  }

  private static let header = "claim_id,household_id,peril,incurred_on,amount\n"

  private func spoil(_ trouble: Trouble, _ files: BatchRun.Files, _ request: inout AdjudicationRequest) throws
  {
    switch trouble {
    case .noClaims: request.claims = files.path("nothing")
    case .noHouseholds: request.households = files.path("nothing")
    case .claimsAreAFolder: request.claims = files.folder.path
    case .claimsWithoutHeader: try files.write("", "claims")
    case .householdsWithoutColumn: try files.write("household_id,group\n", "households")
    case .noEarlier: request.earlier = [files.path("nothing")]
    case .earlierSpoiled:
      request.earlier = [files.path("claims")]
    case .endlessLine:
      let line = String(repeating: "a", count: 17 << 20)
      try files.write(Self.header + "c,H,illness,2018-01-05,10\n" + line + "\n", "claims")
    case .outputInNoFolder: request.output = files.path("no/where")
    case .payoutsInNoFolder: request.payouts = files.path("no/where")
    case .rejectsInNoFolder: request.rejects = .file(files.path("no/where"))
    case .outputIsAFolder: request.output = files.folder.path
    case .fullDisk: request.output = "/dev/full"
    case .fullDiskOfPayouts: request.payouts = "/dev/full"
    case .fullDiskOfRejects: request.rejects = .file("/dev/full")
    }
  }

  @Test("leaves the files that were there as they were, and no draft", arguments: Trouble.allCases, [1, 3])
  func leavesNothing(trouble: Trouble, threads: Int) throws {
    try withTables(
      claims: Self.header + "c,H,illness,2018-01-05,10\nd,H,illness,2018-01-05,x\n",
      households: "household_id,group,members,annual_income,dwellings,businesses,vehicles\nH,poor,3,0,1,0,0\n"
    ) { files in
      for name in ["decisions", "payouts", "rejects"] { try files.write("as it was", name) }
      #expect(throws: BatchError.self) {
        _ = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files) { request in
          request.threads = threads
          request.blockSize = 1000
          try? spoil(trouble, files, &request)
        }
      }
      #expect(try files.names == ["claims", "decisions", "households", "payouts", "rejects"])
      for name in ["decisions", "payouts", "rejects"] {
        let text = try files.text(name)
        #expect(text == "as it was", "\(name)")
      }
    }
  }

  @Test("for want of a place that nothing is rejected to is no failure, and an old list of rejects goes")
  func noRejects() throws {
    try withTables(
      claims: Self.header,
      households: "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"
    ) { files in
      try files.write("old", "rejects")
      var request = AdjudicationRequest(
        scheme: SchemeSketch([BenefitSketch()]).scheme, claims: files.path("claims"),
        households: files.path("households"))
      request.output = files.path("decisions")
      request.rejects = .fileIfAny(files.path("rejects"))
      _ = try Adjudication.run(request)
      #expect(try files.names == ["claims", "decisions", "households"])
    }
  }
}

import Batch
import SchemeKit
import TestKit
import Testing

@Suite("An id with a return in it")
struct ReturnInIDTests {
  @Test("is refused, whatever else stands in its block", arguments: [1, 1 << 18], ["x", "\"x\""])
  func refused(blockSize: Int, other: String) throws {
    for id in ["a\rb", "\"a\nb\"", "a\u{7}b"] {
      try withTables(
        claims: """
          claim_id,household_id,peril,incurred_on,amount
          \(id),H1,illness,2018-01-05,1
          \(other),H1,illness,2018-01-05,1

          """,
        households: "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"
      ) { files in
        let run = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files) { $0.blockSize = blockSize }
        #expect(run.decisions == "claim_id,outcome,reason,payout\nx,denied,unknown-household,0.00\n")
        #expect(run.rejects.contains("claims,2,1,claim_id,") && run.rejects.hasSuffix(",bad-id\n"))
      }
    }
  }
}

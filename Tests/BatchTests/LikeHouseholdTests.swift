import Batch
import Rules
import SchemeKit
import TestKit
import Testing

@Suite("A household that is not on the register, but like one there")
struct LikeHouseholdTests {
  @Test("pends its claims, and the detail names those it is like", arguments: [1, 40, 1 << 18])
  func pends(blockSize: Int) throws {
    let rows = [
      "0012,poor,3,0,1,0,0", "h-7,poor,3,0,1,0,0", "H 7,poor,x,0,1,0,0", "good,poor,3,0,1,0,0",
      "an-id-of-more-than-sixteen-bytes,poor,3,0,1,0,0",
    ]
    let claims = ["12", "H7", "GOOD", "AN ID OF MORE THAN SIXTEEN BYTES", "112", "h-7"].enumerated()
      .map { "c\($0),\($1),illness,2018-03-05,100\n" }
    try withTables(
      claims: HouseholdLookupTests.claimsHeader + claims.joined(),
      households: HouseholdLookupTests.header + rows.joined(separator: "\n") + "\n"
    ) { files in
      let run = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files) {
        $0.detail = true
        $0.blockSize = blockSize
        $0.threads = 2
      }
      let lines = run.decisions.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[0]) \(cells[2]) \(cells[15])"
      }
      #expect(
        lines == [
          "c0 household-unclear like:0012", "c1 household-unclear like:h-7;like:H 7",
          "c2 household-unclear like:good",
          "c3 household-unclear like:an-id-of-more-than-sixteen-bytes", "c4 unknown-household ",
          "c5 covered ",
        ])
    }
  }

  @Test("at most five are named, however many there are")
  func many() throws {
    let rows = (1...2000).map {
      String(repeating: "0", count: $0 % 200) + String(repeating: "-", count: $0 / 200) + "7"
    }
    try withTables(
      claims: HouseholdLookupTests.claimsHeader
        + "c,7 ,illness,2018-03-05,100\nd,\" 7-\",illness,2018-03-05,100\n",
      households: HouseholdLookupTests.header + rows.dropFirst().map { "\($0),poor,3,0,1,0,0\n" }.joined()
    ) { files in
      let run = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files) { $0.detail = true }
      let named = run.decisions.split(separator: "\n").map { $0.split(separator: ";").count }
      #expect(named.dropFirst().allSatisfy { $0 == 5 })
    }
  }
}

import Batch
import SchemeKit
import Tables
import TestKit
import Testing

@Suite("The place of a reject")
struct RejectPlaceTests {
  @Test("has no column where NDJSON lacks the key, whatever the row before had", arguments: [1, 1 << 18])
  func lackingKey(blockSize: Int) throws {
    let row =
      "{\"claim_id\":\"a\",\"household_id\":\"H1\",\"peril\":\"illness\",\"incurred_on\":\"2018-01-05\""
    try withTables(
      claims: row + ",\"amount\":\"1\"}\n" + row + "}\n",
      households: "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"
    ) { files in
      let run = try BatchRun(SchemeSketch([BenefitSketch()]).scheme, files) { $0.blockSize = blockSize }
      #expect(run.rejects == "file,line,column,field,value,problem\nclaims,2,,amount,,missing\n")
    }
  }
}

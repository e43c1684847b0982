import Casebook
import Files
import Foundation
import Journal
import TestKit
import Testing
import Units

@Suite("The account that a batch's payment goes to")
struct PayeeTests {
  @Test("is the person's own, else the head's, else the first member's that has one")
  func payee() throws {
    try ImportDesk.with { desk in
      try desk.take(
        .households,
        try desk.sheet(
          .households, "household_id,group,members,annual_income,dwellings,businesses,vehicles",
          "H1,low-income,3,5000,1,0,0", "H2,low-income,3,5000,1,0,0", "H3,low-income,3,5000,1,0,0"))
      try desk.take(
        .members,
        try desk.sheet(
          .members, "person_id,household_id,name,relation,bank_account", "P1,H1,甲,户主,9999000000000000012",
          "P2,H1,乙,配偶,6222600000000000008", "P3,H2,丙,子,9999000000000000012"))
      let path = desk.folder.appendingPathComponent("claims.csv").path
      let claims = [
        "claim_id,household_id,peril,incurred_on,amount,person_id", "C1,H1,illness,2018-03-01,30000,P2",
        "C2,H1,illness,2018-03-02,3000,P9", "C3,H2,illness,2018-03-02,30000,",
        "C4,H3,illness,2018-03-02,30000,",
      ]
      try (claims.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
      _ = try desk.book.act(desk.key, on: Day("2018-06-01"), clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in try recording.adjudicate(path, threads: 1)
      }
      let second = try desk.enrol("Chen", .county)
      let bank = try desk.enrol("Han", .insurer, second: second)
      let done = try desk.book.act(bank, on: nil, clock: ImportDesk.clock) {
        (recording) throws(CasebookError) in
        try recording.settle([])
      }
      #expect(done.left.map(\.casefile) == [4])
      #expect(done.left.map(\.refusal.code) == [.notGiven])
      let payments = try desk.book.payments(settlement: try #require(done.settlement))
      #expect(payments.map(\.payee?.name) == ["乙", "甲", "丙"])
      #expect(try desk.book.rebuild().corrected == [])
    }
  }
}

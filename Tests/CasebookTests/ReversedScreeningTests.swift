import BookKit
import Casebook
import Files
import Journal
import Rules
import Testing
import Units

@Suite("A screened case that is reversed")
struct ReversedScreeningTests {
  @Test("gives its bills back, so that the next screening opens another")
  func opensAgain() throws {
    try ImportDesk.with { desk in
      try desk.take(
        .households,
        try desk.sheet(.households, ImportRegisterTests.header, "H1,out-of-poverty,3,900000,1,0,0"))
      let bills = try desk.sheet(
        .medical,
        "record_id,household_id,incurred_on,total,basic_insurance,critical_illness_insurance,medical_assistance,other",
        "B1,H1,2018-02-02,9000,0,0,0,0")
      #expect(try desk.screen(.medical, bills, on: "2018-03-01").opened.map(\.bills) == [["B1"]])
      #expect(try desk.screen(.medical, bills, on: "2018-03-01").opened.isEmpty)
      let second = try desk.enrol("Chen", .county)
      let third = try desk.enrol("Zhao", .county, second: second)
      let village = try desk.enrol("Qian", .village, second: second)
      let steps: [(key: String, step: (Recording) throws(CasebookError) -> Void)] = [
        (
          "department",
          { (desk) throws(CasebookError) in
            for asset in Scheme.Asset.allCases { try desk.verify(1, asset, count: 0) }
          }
        ),
        ("insurer", { (desk) throws(CasebookError) in try desk.visit(1, finding: nil) }),
        (
          "village",
          { (desk) throws(CasebookError) in
            try desk.appraise(1, supports: true, comment: nil)
            try desk.disclose(1)
          }
        ),
      ]
      let department = try desk.enrol("Zheng", .department, second: second)
      let insurer = try desk.enrol("Feng", .insurer, second: second)
      let township = try desk.enrol("Wu", .township, second: second)
      let keys = ["department": department, "insurer": insurer, "village": village]
      for step in steps {
        try desk.book.act(
          try #require(keys[step.key]), on: Day("2018-03-02"), clock: ImportDesk.clock, step.step)
      }
      try desk.book.act(township, on: Day("2018-03-09"), clock: ImportDesk.clock) {
        (desk) throws(CasebookError) in try desk.confirm(1)
      }
      try desk.book.act(second, on: Day("2018-03-10"), clock: ImportDesk.clock) {
        (desk) throws(CasebookError) in _ = try desk.approve(1)
      }
      #expect(try desk.book.casefile(1)?.state == .denied)
      try desk.book.act(third, on: Day("2018-03-11"), clock: ImportDesk.clock) {
        (desk) throws(CasebookError) in _ = try desk.reverse(1, reason: "income was mistyped")
      }
      let again = try desk.screen(.medical, bills, on: "2018-03-12")
      #expect(again.opened.map(\.bills) == [["B1"]])
      #expect(try desk.book.casefile(2)?.amount == Yuan("9000"))
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }
}

import Audit
import BookKit
import Casebook
import Files
import Journal
import TestKit
import Testing
import Units

@Suite("Screening departments' lists")
struct ImportScreeningTests {
  private static let header =
    "record_id,household_id,incurred_on,total,basic_insurance,critical_illness_insurance,medical_assistance,other"

  /// H1 and H2 have the line 5,000.00, H3 has 20,000.00, H4 is not protected, the group of H5 is unknown.
  private func register(_ desk: ImportDesk) throws {
    try desk.take(
      .households,
      try desk.sheet(
        .households, ImportRegisterTests.header, "H1,out-of-poverty,3,1,,,", "H2,out-of-poverty,3,1,,,",
        "H3,low-income,2,1,,,", "H4,ordinary,2,1,,,", "H5,,2,1,,,"))
  }

  @Test("a case opens for each year above the line, by household and year, with its bills")
  func opens() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let screening = try desk.screen(
        .medical,
        try desk.sheet(
          .medical, Self.header, "B4,H2,2018-05-01,9000,1000,0,0,0", "B1,H1,2018-01-02,4000,500,0,0,0",
          "B2,H1,2018-02-02,3000.01,1000,300,200,0", "B3,H1,2016-12-31,6000,500,0,0,0",
          "B5,H3,2018-02-01,20000,0,0,0,0", "B6,H4,2018-02-01,90000,0,0,0,0",
          "B7,H5,2018-02-01,90000,0,0,0,0",
          "B8,H2,2015-12-31,90000,0,0,0,0", "B9,H2,2018-05-02,200,100,100,0,0"))
      #expect(screening.faults.isEmpty && screening.new == 9)
      #expect(screening.opened.map(\.year.household) == ["H1", "H1", "H2"])
      #expect(screening.opened.map(\.year.year.began) == [2016, 2018, 2018])
      #expect(screening.opened.map(\.amount) == [550_000, 500_001, 800_000].map { Yuan(fen: $0) })
      #expect(screening.opened.map { "\($0.incurredOn)" } == ["2016-12-31", "2018-02-02", "2018-05-01"])
      #expect(screening.opened.map(\.bills) == [["B3"], ["B1", "B2"], ["B4"]])
      #expect(screening.groupUnknown == ["H5"] && screening.over == 3)
      let file = try #require(try desk.book.casefile(2))
      #expect(file.household == "H1" && file.peril == "illness" && file.amount == Yuan(fen: 500_001))
      #expect(file.state == .opened && file.way == .screen)
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("the line itself is not passed, and a later bill of a year above it gives a case of its own")
  func later() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let at = try desk.screen(
        .medical, try desk.sheet(.medical, Self.header, "B1,H1,2018-01-02,5000,0,0,0,0"))
      #expect(at.opened.isEmpty && at.over == 0)
      let past = try desk.screen(
        .medical, try desk.sheet(.medical, Self.header, "B2,H1,2018-01-03,0.01,0,0,0,0"))
      #expect(past.opened.map(\.bills) == [["B1", "B2"]])
      let more = try desk.screen(
        .medical, try desk.sheet(.medical, Self.header, "B3,H1,2018-01-01,70,0,0,0,0"))
      #expect(more.opened.map(\.amount) == [Yuan(fen: 7_000)] && more.opened.map(\.bills) == [["B3"]])
      let entry = try #require(try desk.book.allEntries(.screen).last)
      #expect(entry.payload.text("sum") == "5070.01" && entry.payload.text("line") == "5000.00")
      let again = try desk.screen(
        .medical, try desk.sheet(.medical, Self.header, "B3,H1,2018-01-01,70,0,0,0,0"))
      #expect(again.identical == 1 && again.opened.isEmpty && again.over == 1)
    }
  }

  @Test("who is near is listed exactly and nothing is recorded of it")
  func near() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let sheet = try desk.sheet(
        .medical, Self.header, "B1,H1,2018-01-02,4000,0,0,0,0", "B2,H2,2018-01-02,3999.99,0,0,0,0",
        "B3,H3,2018-01-02,20000,0,0,0,0")
      let screening = try desk.screen(.medical, sheet, near: Rate(percent: 80))
      #expect(screening.near.map(\.household) == ["H1", "H3"] && screening.opened.isEmpty)
      let before = try desk.book.currentState().entries
      #expect(try desk.screen(.medical, sheet, near: Rate(millionths: 799_998)).near.count == 3)
      #expect(try desk.book.currentState().entries == before)
    }
  }

  @Test(
    "a bill that cannot be used is rejected",
    arguments: [
      ("B1,H1,2018-01-02,5000,,0,0,0", "basic_insurance", "missing"),
      ("B1,H9,2018-01-02,5000,0,0,0,0", "household_id", "unknown-household"),
      ("B1,H1,2018-06-02,5000,0,0,0,0", "incurred_on", "in-the-future"),
      ("B1,H1,2018-02-30,5000,0,0,0,0", "incurred_on", "bad-date"),
      ("B1,H1,2018-01-02,-5,0,0,0,0", "total", "bad-amount"),
      (",H1,2018-01-02,5,0,0,0,0", "record_id", "missing"),
      ("B1,H1,2018-01-02,100000000.01,0,0,0,0", "total", "amount-out-of-range"),
    ])
  func rejected(line: String, field: String, problem: String) throws {
    try ImportDesk.with { desk in
      try register(desk)
      let screening = try desk.screen(.medical, try desk.sheet(.medical, Self.header, line))
      #expect(screening.faults.map(\.field) == [field] && screening.faults.map(\.problem) == [problem])
      #expect(try desk.book.allEntries(.bill).isEmpty)
    }
  }

  @Test("a known bill with other parts differs even where the sum is the same, until it is revised")
  func differs() throws {
    try ImportDesk.with { desk in
      try register(desk)
      _ = try desk.screen(.medical, try desk.sheet(.medical, Self.header, "B1,H1,2018-01-02,1000,500,0,0,0"))
      let sheet = try desk.sheet(.medical, Self.header, "B1,H1,2018-01-02,1500,1000,0,0,0")
      let refused = try desk.screen(.medical, sheet)
      #expect(refused.faults.map(\.problem) == ["differs"] && refused.new == 0)
      #expect(refused.faults.first?.what.en.contains("total was 1000.00, now 1500.00") == true)
      let revised = try desk.screen(.medical, sheet, revising: true)
      #expect(revised.revised == 1 && revised.faults.isEmpty)
      #expect(try desk.screen(.medical, sheet).identical == 1)
      let big = try desk.sheet(.medical, Self.header, "B1,H1,2018-01-02,9500,1000,0,0,0")
      #expect(try desk.screen(.medical, big, revising: true).opened.map(\.amount) == [Yuan(fen: 850_000)])
      // It leaves the case that was opened with it, which has no other.
      #expect(try desk.screen(.medical, sheet, revising: true).revised == 1)
      #expect(try desk.book.casefile(1)?.state == .withdrawn)
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("a year that is closed takes in no bill, corrects none, and opens no case; open again it does")
  func closedYear() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let open = try desk.screen(
        .medical,
        try desk.sheet(
          .medical, Self.header, "B1,H1,2017-12-30,9000,0,0,0,0", "B2,H3,2017-12-31,15000,0,0,0,0",
          "B3,H3,2018-01-01,9000,0,0,0,0"))
      #expect(open.opened.map(\.bills) == [["B1"]])
      let days = Day.of("2017-01-01")...Day.of("2017-12-31")
      func survey() throws -> String {
        let survey = try desk.book.survey(of: days)
        return "\(survey.open.map(\.file.number)) \(survey.bills) \(survey.amount)"
      }
      #expect(try survey() == "[1] 1 15000.00")
      let closing = try desk.book.act(desk.key, on: Day("2018-06-02"), clock: ImportDesk.clock) {
        (r) throws(CasebookError) in try r.closeYear(days, .carried)
      }
      #expect(closing.carried == [1])
      // H3 turns out to have a lower line: its bill of the year would be above it.
      try desk.take(
        .households, try desk.sheet(.households, ImportRegisterTests.header, "H3,out-of-poverty,2,1,,,"),
        revising: true, on: "2018-06-03")
      let sheet = try desk.sheet(
        .medical, Self.header, "B4,H2,2017-06-01,9000,0,0,0,0", "B1,H1,2017-12-30,9500,0,0,0,0",
        "B2,H3,2018-01-02,15000,0,0,0,0", "B3,H3,2017-01-01,9000,0,0,0,0", "B5,H3,2018-01-03,100,0,0,0,0")
      let closed = try desk.screen(.medical, sheet, revising: true, on: "2018-06-03")
      #expect(closed.faults.map(\.problem) == Array(repeating: "year-closed", count: 4))
      #expect(closed.faults.map(\.field) == Array(repeating: "incurred_on", count: 4))
      #expect(closed.opened.map(\.bills) == [["B3", "B5"]] && closed.ofClosedYears.map(\.record) == ["B2"])
      #expect(try desk.book.casefile(1)?.amount == Yuan(fen: 900_000))
      _ = try desk.book.act(desk.key, on: Day("2018-06-04"), clock: ImportDesk.clock) {
        (r) throws(CasebookError) in try r.reopenYear(2017, reason: "a bill came late")
      }
      let again = try desk.screen(.medical, sheet, revising: true, on: "2018-06-05")
      #expect(again.faults.isEmpty, "\(again.faults)")
      #expect(again.ofClosedYears.isEmpty && again.new == 1)
      #expect(try desk.book.rebuild().corrected.isEmpty)
      #expect(try Verifier.verify(desk.book.path, threads: 1).isClean)
    }
  }

  @Test("schooling and losses count what is left of them")
  func others() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let schooling = try desk.screen(
        .education,
        try desk.sheet(
          .education, "record_id,household_id,incurred_on,tuition,boarding,textbooks,exemptions",
          "E1,H1,2018-03-01,7000,1500,500.50,1000"))
      #expect(schooling.opened.map(\.amount) == [Yuan(fen: 800_050)])
      let losses = try desk.screen(
        .disaster,
        try desk.sheet(
          .disaster, "record_id,household_id,incurred_on,loss,compensation", "E1,H1,2018-03-01,13000,2000"))
      #expect(losses.opened.map(\.amount) == [Yuan(fen: 1_100_000)])
    }
  }

  @Test("only the county screens, and who is of the family leaves the case to another actor")
  func actors() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let sheet = try desk.sheet(
        .medical, Self.header, "B1,H1,2018-01-02,9000,0,0,0,0", "B2,H2,2018-01-02,9000,0,0,0,0")
      let kin = try desk.enrol("Wang", .county, households: ["H1"])
      let land = try desk.enrol("Land", .department, second: kin)
      #expect(try refusalMet { _ = try desk.screen(.medical, sheet, as: land) }.code == .wrongRole)
      let first = try desk.screen(.medical, sheet, as: kin)
      #expect(first.opened.map(\.year.household) == ["H2"] && first.recused == ["H1"])
      #expect(try desk.screen(.medical, sheet).opened.map(\.year.household) == ["H1"])
    }
  }
}

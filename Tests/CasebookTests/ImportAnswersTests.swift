import BookKit
import Casebook
import Files
import Journal
import Testing
import Units

@Suite("Taking in members and departments' answers")
struct ImportAnswersTests {
  private static let people = "person_id,household_id,name,resident_id,relation,telephone,bank_account"

  private func register(_ desk: ImportDesk) throws {
    try desk.take(
      .households,
      try desk.sheet(.households, ImportRegisterTests.header, "H1,low-income,3,1,,,", "H2,low-income,3,1,,,"))
  }

  @Test("an answer is a fact of its day, and the same answer of a later day renews it")
  func answers() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let sheet = try desk.sheet(.property, "household_id,dwellings", "H1,1", "H3,2", "H2,")
      let plan = try desk.take(.property, sheet)
      #expect(plan.new == 1)
      #expect(plan.faults.map(\.problem).sorted() == ["missing", "unknown-household"])
      let entry = try #require(try desk.book.allEntries(.asset).first)
      #expect(entry.payload.text("asset") == "dwellings" && entry.payload.number("count") == 1)
      #expect(try desk.take(.property, sheet).isNothing)
      let renewing = try desk.take(.property, sheet, on: "2018-05-01")
      #expect(renewing.renewed == 1 && renewing.new + renewing.revised == 0)
      #expect(try desk.facts("H1").assets[0]?.on == Day("2018-05-01"))
      // What is entered late renews nothing: a later answer is known.
      #expect(try desk.take(.property, sheet, on: "2018-04-01").renewed == 1)
      #expect(try desk.facts("H1").assets[0]?.on == Day("2018-05-01"))
      let other = try desk.sheet(.property, "household_id,dwellings", "H1,2")
      #expect(try refusalMet { try desk.take(.property, other, on: "2018-05-02") }.code == .differs)
      #expect(try desk.take(.property, other, revising: true, on: "2018-05-02").revised == 1)
      #expect(try desk.facts("H1").assets[0]?.value == 2)
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("an answer given again before it is too old holds on")
  func stale() throws {
    try ImportDesk.with { desk in
      let sheet = try desk.sheet(.households, ImportRegisterTests.header, "H1,low-income,3,1,,,")
      try desk.take(.households, sheet, on: "2017-10-01")
      let answer = try desk.sheet(.vehicles, "household_id,vehicles", "H1,0")
      #expect(try desk.take(.vehicles, answer, on: "2017-10-01").new == 1)
      #expect(try desk.take(.vehicles, answer, on: "2018-03-30").renewed == 1)  // 180 days
      #expect(try desk.take(.vehicles, answer, on: "2018-03-31").renewed == 1)
      #expect(try desk.facts("H1").assets[2]?.on == Day("2018-03-31"))
    }
  }

  @Test("what is personal stands apart from the journal, and is read back to compare")
  func members() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let line = "P1,H1,王五,11010519491231002x,户主,138 0000 0000,1234-5678-9012"
      try desk.take(.members, try desk.sheet(.members, Self.people, line))
      let entry = try #require(try desk.book.allEntries(.member).first)
      let text = String(decoding: entry.payload.canonical, as: UTF8.self)
      // Long enough that the digits of a salted digest do not hold them by chance.
      #expect(!["王五", "1101051949", "1380000000", "1234567890"].contains { text.contains($0) })
      #expect(entry.payload.text("relation") == "户主")
      let number = try #require(entry.payload.record("personal")?.number("number"))
      #expect(
        try desk.book.personalData(number)
          == PersonalData(
            name: "王五", residentID: "11010519491231002X", bankAccount: "123456789012",
            telephone: "13800000000"))
      #expect(try desk.take(.members, try desk.sheet(.members, Self.people, line)).isNothing)
      let other = try desk.sheet(.members, Self.people, "P1,H1,,,,13900000000,")
      let refused = try refusalMet { try desk.take(.members, other) }
      #expect(refused.what.en.contains("P1  telephone: was '****0000', is '****0000'"))
      try desk.take(.members, other, revising: true)
      let last = try #require(try desk.book.allEntries(.member).last)
      #expect(last.payload.number("revises") == entry.number && last.payload.text("relation") == "户主")
      let now = try desk.book.personalData(try #require(last.payload.record("personal")?.number("number")))
      #expect(now?.telephone == "13900000000" && now?.name == "王五")
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test(
    "a member's row that cannot be used is rejected",
    arguments: [
      ("11010519491231002X,H1,,,,,", "person_id", "resident-id"),
      ("P1,H9,,,,,", "household_id", "unknown-household"),
      ("P1,H1,,110105194912310021,,,", "resident_id", "bad-resident-id"),
      ("P1,H1,,,,12,", "telephone", "bad-telephone"), ("P1,H1,,,,,12", "bank_account", "bad-bank-account"),
      ("P1,,,,,,", "household_id", "missing"),
    ])
  func badMember(line: String, field: String, problem: String) throws {
    try ImportDesk.with { desk in
      try register(desk)
      let plan = try desk.take(.members, try desk.sheet(.members, Self.people, line))
      #expect(
        plan.isNothing && plan.faults.map(\.field) == [field] && plan.faults.map(\.problem) == [problem])
    }
  }

  @Test("a department brings its answers and nothing else, the village brings nothing")
  func roles() throws {
    try ImportDesk.with { desk in
      try register(desk)
      let second = try desk.enrol("Zhao", .county)
      let department = try desk.enrol("Land", .department, second: second)
      let village = try desk.enrol("Village", .village, second: second)
      let answer = try desk.sheet(.businesses, "household_id,businesses", "H1,1")
      let people = try desk.sheet(.members, Self.people, "P1,H1,,,,,")
      #expect(try refusalMet { try desk.take(.businesses, answer, as: village) }.code == .wrongRole)
      #expect(try refusalMet { try desk.take(.members, people, as: department) }.code == .wrongRole)
      #expect(try desk.take(.businesses, answer, as: department).new == 1)
    }
  }
}

import BookKit
import Casebook
import Files
import Journal
import Testing
import Units

@Suite("Taking in the register")
struct ImportRegisterTests {
  static let header = "household_id,group,members,annual_income,dwellings,businesses,vehicles"

  @Test("records what each row states, and the file")
  func first() throws {
    try ImportDesk.with { desk in
      let sheet = try desk.sheet(
        .households, Self.header, "H1,low-income,3,\"12,000.5\",1,0,0", "H2,非高标准脱贫户,,-300,,,")
      let plan = try desk.take(.households, sheet)
      #expect(plan.new == 2 && plan.revised == 0 && plan.identical == 0 && plan.faults.isEmpty)
      let one = try desk.facts("H1")
      #expect(one.group?.value == "low-income" && one.members?.value == 3)
      #expect(one.income?.value.amount == Yuan(fen: 1_200_050) && one.assets.map { $0?.value } == [1, 0, 0])
      let two = try desk.facts("H2")
      #expect(two.group?.value == "out-of-poverty" && two.members == nil)
      #expect(two.income?.value.amount == Yuan(fen: -30_000) && two.assets == [nil, nil, nil])
      let file = try #require(try desk.book.allEntries(.fileImported).first)
      #expect(file.payload.text("digest") == sheet.digest && file.payload.text("kind") == "households")
      #expect(file.payload.number("rows") == 2 && file.payload.number("new") == 2)
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("the same file twice records nothing, however its columns are ordered")
  func twice() throws {
    try ImportDesk.with { desk in
      try desk.take(.households, try desk.sheet(.households, Self.header, "H1,low-income,3,12000,1,0,0"))
      let before = try desk.book.currentState().entries
      let again = try desk.take(
        .households,
        try desk.sheet(
          .households, "人口,户编号,人群,年收入,住房数,经营主体数,车辆数", "3,H1,非贫低收入户,12000.00,1,0,0"))
      #expect(again.isNothing && again.identical == 1)
      #expect(try desk.book.currentState().entries == before)
    }
  }

  @Test("other content is refused with every difference, and recorded as a revision where asked")
  func revision() throws {
    try ImportDesk.with { desk in
      try desk.take(.households, try desk.sheet(.households, Self.header, "H1,low-income,3,12000,1,0,0"))
      let before = try desk.book.currentState().entries
      let other = try desk.sheet(.households, Self.header, "H1,,4,13000,,,", "H2,ordinary,1,,,,")
      let refused = try refusalMet { try desk.take(.households, other) }
      #expect(refused.code == .differs)
      #expect(refused.what.en.contains("H1  members: was '3', is '4'"))
      #expect(refused.what.en.contains("H1  annual_income: was '12000.00', is '13000.00'"))
      #expect(!refused.what.en.contains("group"))
      #expect(try desk.book.currentState().entries == before)
      let plan = try desk.take(.households, other, revising: true, on: "2018-04-01")
      #expect(plan.new == 1 && plan.revised == 1)
      let entry = try #require(try desk.book.allEntries(.household).first { $0.number > before })
      #expect(entry.payload.number("revises") == 3 && entry.payload.number("dwellings") == nil)
      #expect(try desk.facts("H1", on: "2018-03-31").members?.value == 3)
      let facts = try desk.facts("H1")
      #expect(facts.members?.value == 4 && facts.group?.value == "low-income")
      #expect(facts.assets[0]?.on == Day("2018-03-01"))
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test(
    "a row that cannot be used is rejected with its cell, and the good ones are recorded",
    arguments: [
      (",low-income,3,1,,,", "household_id", "missing"),
      ("11010519491231002X,low-income,3,1,,,", "household_id", "resident-id"),
      ("130434550307121,low-income,3,1,,,", "household_id", "resident-id"),
      ("－,low-income,3,1,,,", "household_id", "missing"),
      ("H9,rich,3,1,,,", "group", "unknown-word"), ("H9,low-income,0,1,,,", "members", "members-below-one"),
      ("H9,low-income,1234567890,1,,,", "members", "bad-count"),
      ("H9,low-income,3,1e5,,,", "annual_income", "bad-amount"),
      ("H9,low-income,3,100000000000.01,,,", "annual_income", "amount-out-of-range"),
      ("H9,low-income,3,1,-1,,", "dwellings", "bad-count"), ("H9,rich,x,1,,,", "group", "unknown-word"),
      ("H9,low-income,3,1,0,0,0,9", "", "too-many-cells"),
    ])
  func rejected(line: String, field: String, problem: String) throws {
    try ImportDesk.with { desk in
      let plan = try desk.take(
        .households, try desk.sheet(.households, Self.header, line, "H1,low-income,3,12000,1,0,0"))
      #expect(plan.new == 1 && plan.faults.count == 1)
      let fault = try #require(plan.faults.first)
      #expect(fault.line == 2 && fault.field == field && fault.problem == problem)
      #expect(try desk.book.allEntries(.household).count == 1)
    }
  }

  @Test("a household number of 15 digits that begins with the village's code is no resident ID")
  func villageCode() throws {
    try ImportDesk.with { desk in
      let plan = try desk.take(
        .households, try desk.sheet(.households, Self.header, "130434001001121,low-income,3,1,,,"))
      #expect(plan.new == 1)
    }
  }

  @Test(
    "an id that stands twice is taken once where both rows say the same, and not at all where they do not")
  func repeated() throws {
    try ImportDesk.with { desk in
      let plan = try desk.take(
        .households,
        try desk.sheet(
          .households, Self.header, "H1,low-income,3,1,,,", "H2,low-income,3,1,,,", "H1,low-income,3,1.00,,,",
          "H2,low-income,4,1,,,", "H2,low-income,3,1,,,"))
      #expect(plan.new == 1 && plan.identical == 1)
      #expect(plan.faults.map(\.line) == [3, 5, 6])
      #expect(Set(plan.faults.map(\.problem)) == ["twice-and-different"])
    }
  }

  @Test("a register read in one go knows what one looked up row by row knows", arguments: [1, 400])
  func large(padding: Int) throws {
    try ImportDesk.with { desk in
      let rows = (1...30).map { "H\($0),low-income,\($0),1,1,0,0" }
      let more = (1...padding).map { "X\($0),ordinary,1,,,," }
      try desk.take(.households, try desk.sheet(.households, lines: [Self.header] + rows + more))
      let some = try desk.sheet(
        .households, Self.header, "H7,,7,,,,", "H30,,31,,,,", "H8,low-income,8,1,1,0,0", "H31,,1,,,,",
        "H1,ordinary,,,,,", "A,,,,,,")
      let refused = try refusalMet { try desk.take(.households, some) }
      #expect(refused.what.en.contains("2 rows"))
      let plan = try desk.take(.households, some, revising: true)
      #expect(plan.new == 2 && plan.revised == 2 && plan.identical == 2)
    }
  }
}

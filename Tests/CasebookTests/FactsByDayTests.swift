import BookKit
import Casebook
import Claims
import Files
import Journal
import Rules
import TestKit
import Testing
import Units

@Suite("The facts of a household have days")
struct FactsByDayTests {
  private static let header =
    "household_id,group,members,annual_income,income_year,dwellings,businesses,vehicles"

  private func register(_ row: String, _ desk: ImportDesk, on day: String) throws -> ImportPlan {
    try desk.take(.households, try desk.sheet(.households, Self.header, row), revising: true, on: day)
  }

  /// Decides claims of one day, and says what each is paid and why.
  private func decide(_ claims: String..., on day: String, _ desk: ImportDesk) throws -> [String] {
    try desk.write(lines: ["claim_id,household_id,peril,incurred_on,amount"] + claims, "claims.csv")
    let list = desk.path(of: "claims.csv")
    let before = try desk.book.cases().count
    _ = try desk.book.act(desk.key, on: Day(day), clock: ImportDesk.clock) {
      (recording) throws(CasebookError) in try recording.adjudicate(list, threads: 2)
    }
    return try desk.book.cases().dropFirst(before).map { "\($0.reason ?? "") \($0.payout)" }
  }

  @Test("a register renewed in January decides an event of December by the income of the year before it")
  func incomes() throws {
    try ImportDesk.with { desk in
      _ = try register("H1,out-of-poverty,3,5000,,1,0,0", desk, on: "2017-12-01")
      // Far above the line of 2018, and no year's but 2017's.
      let renewed = try register("H1,out-of-poverty,3,90000,,1,0,0", desk, on: "2018-01-10")
      #expect(renewed.new == 1 && renewed.differences.isEmpty)
      #expect(
        try decide(
          "C1,H1,illness,2017-12-20,18000", "C2,H1,illness,2018-01-05,18000", on: "2018-01-20", desk)
          == ["covered 7800.00", "above-protection-line 0.00"])
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("an income of too late a year is none: the claim pends, in a batch and in a case alike")
  func tooLate() throws {
    try ImportDesk.with { desk in
      _ = try register("H1,out-of-poverty,3,5000,,1,0,0", desk, on: "2018-01-10")
      #expect(
        try decide("C1,H1,illness,2017-12-20,18000", "C2,H1,illness,2018-01-05,18000", on: "2018-01-20", desk)
          == ["income-unknown 0.00", "covered 7800.00"])
      let file = try #require(try desk.book.casefile(1))
      let known = try #require(try desk.book.entry(file.openedEntry)).decision().known
      #expect(known?.income == nil && known?.group == "out-of-poverty" && known?.entries == [3])
      _ = try register("H1,,,4000,2016,,,", desk, on: "2018-01-21")
      #expect(
        try decide("C3,H1,illness,2017-12-21,18000", "C4,H1,illness,2018-01-06,4000", on: "2018-01-22", desk)
          == ["covered 7800.00", "covered 2400.00"])
      #expect(try desk.facts("H1").inForce(for: .of("2017-12-21")).income?.value.amount == Yuan("4000"))
      #expect(try desk.facts("H1").inForce(for: .of("2018-01-06")).income?.value.amount == Yuan("5000"))
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("the group is the one of the event's day; where none was recorded by then, the first after")
  func groups() throws {
    try ImportDesk.with { desk in
      _ = try register("H1,low-income,3,5000,2016,1,0,0", desk, on: "2018-02-01")
      _ = try register("H1,out-of-poverty,,,,,,", desk, on: "2018-03-01")
      #expect(
        try decide(
          "C1,H1,illness,2018-01-05,25000", "C2,H1,illness,2018-02-28,1000", "C3,H1,illness,2018-03-01,1000",
          on: "2018-03-02", desk)
          == ["covered 1500.00", "covered 300.00", "covered 11400.00"])
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("an income of a year that has not come is refused; another of the same year is a revision")
  func years() throws {
    try ImportDesk.with { desk in
      let plan = try register("H1,low-income,3,5000,2019,1,0,0", desk, on: "2018-02-01")
      #expect(plan.isNothing && plan.faults.map(\.problem) == ["in-the-future"])
      _ = try register("H1,low-income,3,5000,2017,1,0,0", desk, on: "2018-02-01")
      let other = try desk.sheet(.households, Self.header, "H1,,,5001,2017,,,")
      #expect(try refusalMet { try desk.take(.households, other, on: "2018-02-02") }.code == .differs)
      let early = try desk.sheet(.households, Self.header, "H1,,,5001,2016,,,")
      #expect(try desk.take(.households, early, on: "2018-02-02").new == 1)
    }
  }
}

@Suite("Taking an import back")
struct UndoImportTests {
  private static let header = "household_id,group,members,annual_income,dwellings,businesses,vehicles"

  @discardableResult
  private func undo(_ entry: Int, _ desk: ImportDesk, on day: String = "2018-04-01") throws -> UndoneImport {
    try desk.book.act(desk.key, on: Day(day), clock: ImportDesk.clock) { (recording) throws(CasebookError) in
      try recording.undoImport(entry, reason: "the register of another county")
    }
  }

  @Test("a register that was taken back is as if it had never been known, and may come again")
  func register() throws {
    try ImportDesk.with { desk in
      try desk.take(.households, try desk.sheet(.households, Self.header, "H1,low-income,3,5000,1,0,0"))
      let wrong = try desk.sheet(
        .households, Self.header, "H1,out-of-poverty,3,9000,1,0,0", "H2,low-income,1,1,1,0,0")
      try desk.take(.households, wrong, revising: true, on: "2018-03-02")
      let entry = try desk.book.currentState().entries
      let undone = try undo(entry, desk)
      #expect(undone.kind == .households && undone.rows == 2)
      let facts = try desk.facts("H1")
      #expect(facts.group?.value == "low-income" && facts.income?.value.amount == Yuan("5000"))
      #expect(try desk.book.facts(of: "H2", on: .of("2018-05-01")) == nil)
      #expect(try refusalMet { try undo(entry, desk) }.code == .alreadyDone)
      #expect(try desk.book.rebuild().corrected.isEmpty)
      #expect(try desk.take(.households, wrong, revising: true, on: "2018-04-02").new == 1)
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("members are again what was known of them before; who was revised since is not touched")
  func members() throws {
    try ImportDesk.with { desk in
      try desk.take(
        .households,
        try desk.sheet(.households, Self.header, "H1,low-income,3,5000,1,0,0", "H2,low-income,1,1,1,0,0"))
      let people = "person_id,household_id,name,relation,bank_account"
      try desk.take(.members, try desk.sheet(.members, people, "P1,H1,张三,户主,6222020000000000000"))
      let wrong = try desk.sheet(.members, people, "P1,H2,张三,户主,6222020000000000000", "P2,H2,李四,户主,")
      try desk.take(.members, wrong, revising: true, on: "2018-03-02")
      let entry = try desk.book.currentState().entries
      try desk.take(
        .members, try desk.sheet(.members, people, "P2,H2,李思,户主,"), revising: true, on: "2018-03-03")
      let later = try desk.book.currentState().entries
      #expect(try refusalMet { try undo(entry, desk) }.code == .alreadyDone)
      try undo(later, desk)
      #expect(try undo(entry, desk).rows == 2)
      let change = try desk.sheet(.members, people, "P1,H1,张三,户主,6222020000000000000")
      #expect(try desk.take(.members, change, on: "2018-04-02").isNothing)
      #expect(
        try desk.take(.members, try desk.sheet(.members, people, "P2,H1,李四,,"), on: "2018-04-02").new == 1)
      #expect(try desk.book.rebuild().corrected.isEmpty)
    }
  }

  @Test("what is no import, or lies before it, is refused")
  func refused() throws {
    try ImportDesk.with { desk in
      try desk.take(.households, try desk.sheet(.households, Self.header, "H1,low-income,3,5000,1,0,0"))
      let entry = try desk.book.currentState().entries
      for number in [0, 1, entry - 1, entry + 1] {
        #expect(try refusalMet { try undo(number, desk) }.code == .noSuchImport)
      }
      #expect(try refusalMet { try undo(entry, desk, on: "2018-02-28") }.code == .beforeLastStep)
    }
  }
}

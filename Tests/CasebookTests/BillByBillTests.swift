import BookKit
import Casebook
import Files
import Journal
import Rules
import SchemeKit
import Testing
import Units

@Suite("A screened case is decided bill by bill")
struct BillByBillTests {
  /// A line of 5,000.00, and an income of 2016 and of 2017.
  private func withHousehold(
    scheme: SchemeFile? = nil, _ body: (ScreeningOffice) throws -> Void
  ) throws {
    try ScreeningOffice.with(scheme: scheme) { office in
      try office.register("H1,out-of-poverty,3,9000", on: "2017-08-01")
      try office.register("H1,out-of-poverty,3,9000", on: "2018-01-04")
      try body(office)
    }
  }

  /// Policy years from 1 April on.
  private func fromApril() throws -> SchemeFile {
    try .builtIn().replacing("\"id\": \"wei-county-2017\"", with: "\"id\": \"wei-county-april\"")
      .replacing("\"startsOn\": \"01-01\"", with: "\"startsOn\": \"04-01\"")
  }

  @Test("a bill from before the scheme counts for nothing, and the others do not pass the line by it")
  func beforeTheScheme() throws {
    try withHousehold { office in
      let opened = try office.screen("B1,H1,,2017-09-20,13500,0", "B2,H1,,2017-11-02,4500,0").opened
      #expect(opened.map(\.amount) == [Yuan("18000")])
      #expect(try office.decide(1) == "denied below-warning-line 0.00")
      #expect(
        try office.bills(1) == ["B1 outside-coverage-period 0.00", "B2 below-warning-line 0.00"])
    }
  }

  @Test(
    "bills on the two sides of a year's edge count each in its own year, and each year is taken back whole")
  func overTheEdge() throws {
    try withHousehold { office in
      #expect(
        try office.screen("B1,H1,,2018-03-20,4900,0", "B2,H1,,2018-04-10,4900,0").opened.count == 1)
      let april = try fromApril()
      #expect(try office.adopt(april, since: "2018-01-01", on: "2018-06-01") == .zero)
      #expect(try office.decide(1) == "denied below-warning-line 0.00")
      #expect(try office.bills(1) == ["B1 below-warning-line 0.00", "B2 below-warning-line 0.00"])
      // A later bill goes on from its own year's account alone.
      #expect(try office.screen("B3,H1,,2018-05-01,1000,0").opened.map(\.bills) == [["B3"]])
      try office.confirm(2)
      #expect(try office.approve(2) == "approved covered 630.00")
      let again = try office.reverse(1).again
      #expect(again.map(\.step.number) == [2] && again.first?.bills.map(\.place) == [1])
      #expect(again.map(\.again.was) == [Yuan("630")] && again.map(\.again.becomes) == [.zero])
      #expect(again.first?.bills.first?.again.accumulator == Yuan("1000"))
    }
  }

  @Test("each bill is decided by the group in force on its day, and the income of the year before")
  func ownFacts() throws {
    try ScreeningOffice.with { office in
      try office.register("H1,out-of-poverty,3,9000", "H2,out-of-poverty,3,9000", on: "2018-01-04")
      try office.register("H1,low-income,3,9000", on: "2018-03-01")
      try office.screen(
        "B1,H1,,2018-02-20,15000,0", "B2,H1,,2018-05-10,6000,0", "C1,H2,,2017-12-20,9000,0")
      #expect(try office.decide(1) == "approved covered 6000.00")
      #expect(try office.bills(1) == ["B1 covered 6000.00", "B2 no-further-benefit 0.00"])
      // Nobody has said what H2 had in 2016: what it had in 2017 says nothing of it.
      #expect(try office.decide(2) == "pended income-unknown 0.00")
      try office.register("H2,out-of-poverty,3,8000", on: "2017-06-01")
      try office.release(2, on: "2018-06-13")
      #expect(try office.approve(2, on: "2018-06-14") == "approved covered 2800.00")
    }
  }

  @Test("while one bill pends nothing counts; once it is clear, the case pays for all")
  func pends() throws {
    try ScreeningOffice.with { office in
      try office.register("H1,out-of-poverty,3,9000", on: "2018-01-04")
      try office.screen("B2,H1,,2018-02-01,9000,0", "C1,H1,,2018-02-02,900,0")
      try office.screen("B1,H1,,2017-12-01,5100,0")
      // Both years above the line: two cases, the earlier of which waits for the income of 2016.
      #expect(try office.decide(1) == "approved covered 3430.00")
      #expect(try office.decide(2) == "pended income-unknown 0.00")
      #expect(try #require(try office.book.casefile(2)).isCounted == false)
    }
  }

  @Test("a case with a bill that pends counts none, and a later case goes on as if it were not there")
  func pendsWhole() throws {
    let scheme = try fromApril()
    try ScreeningOffice.with(scheme: scheme) { office in
      try office.register("H1,out-of-poverty,3,9000", on: "2018-01-04")
      // One policy year, April 2017 to March 2018; nobody has said what the household had in 2016.
      try office.screen("B1,H1,,2017-12-01,6000,0", "B2,H1,,2018-02-01,6000,0")
      #expect(try office.decide(1) == "pended income-unknown 0.00")
      #expect(try office.bills(1) == ["B1 income-unknown 0.00", "B2 waits -"])
      try office.screen("B3,H1,,2018-03-01,1000,0")
      #expect(try office.decide(2) == "denied below-warning-line 0.00")
      try office.register("H1,out-of-poverty,3,9000", on: "2017-06-01")
      try office.release(1, on: "2018-06-13")
      #expect(try office.approve(1, on: "2018-06-14") == "approved covered 5600.00")
      #expect(try office.bills(1) == ["B1 covered 1400.00", "B2 covered 4200.00"])
      #expect(try #require(try office.book.casefile(1)).isCounted)
    }
  }

  @Test("another scheme decides it again bill by bill, and pays more for the bill that it pays more for")
  func decidedAgain() throws {
    try withHousehold { office in
      try office.screen("B1,H1,,2018-02-01,9000,0", "B2,H1,,2018-03-01,11000,0")
      #expect(try office.decide(1) == "approved covered 9000.00")
      #expect(try office.bills(1) == ["B1 covered 2800.00", "B2 covered 6200.00"])
      let byBand = try SchemeFile.builtIn("wei-county-2017-by-band")
      let since = try #require(Day("2018-01-01"))
      let found = try office.book.readjudicate(under: byBand.scheme, since: since)
      #expect(found.examined == 1 && found.different == 1)
      #expect(found.differences.map(\.becomes) == [Yuan("7200")] && found.differences.map(\.day.month) == [3])
      #expect(try office.adopt(byBand, since: "2018-01-01") == Yuan("1000"))
      #expect(try #require(try office.book.casefile(1)).payout == Yuan("10000"))
      #expect(try office.adopt(byBand, since: "2018-01-01") == .zero)
      // What is paid before is known to the next case of the year.
      try office.screen("B3,H1,,2018-04-01,1000,0", on: "2018-06-23")
    }
  }

  @Test("the bills of a case taken back before its decision are free again")
  func withdrawn() throws {
    try withHousehold { office in
      try office.screen("B1,H1,,2018-02-01,9000,0")
      #expect(try office.screen("B1,H1,,2018-02-01,9000,0").opened.isEmpty)
      try office.withdraw(1)
      #expect(
        try office.screen("B1,H1,,2018-02-01,9000,0", on: "2018-06-21").opened.map(\.bills) == [["B1"]])
    }
  }

  @Test("a bill that is corrected leaves its open case, and an empty case is withdrawn")
  func corrected() throws {
    try withHousehold { office in
      try office.screen("B1,H1,,2018-02-01,9000,0", "B2,H1,,2018-02-02,1000,0")
      let first = try office.screen("B1,H1,,2018-02-01,6000,0", revising: true)
      #expect(first.revised == 1 && first.opened.map(\.bills) == [["B1"]])
      #expect(try office.decide(2) == "approved covered 700.00")
      #expect(try office.decide(1) == "approved covered 700.00")
      #expect(try office.bills(1) == ["B2 covered 700.00"])
      let decided = try office.screen("B1,H1,,2018-02-01,7000,0", revising: true, on: "2018-06-15")
      #expect(decided.faults.map(\.problem) == ["in-a-case"] && decided.revised == 0)
      try office.reverse(2)
      #expect(try office.screen("B1,H1,,2018-02-01,7000,0", revising: true, on: "2018-06-22").revised == 1)
      let third = try #require(try office.book.casefile(3))
      #expect(third.state == .opened && third.amount == Yuan("7000"))
      _ = try office.screen("B1,H1,,2018-02-01,0,0", revising: true, on: "2018-06-23")
      let empty = try #require(try office.book.casefile(3))
      #expect(empty.state == .withdrawn && empty.reason == WithdrawStatement.billsCorrected)
    }
  }

  @Test("a bill on which others paid too much, and a number like another's, are asked about")
  func askedAbout() throws {
    try withHousehold { office in
      let asked = try office.screen(
        "B1,H1,,2018-02-01,9000,0", "B2,H1,,2018-02-02,100,20000", "b-1,H1,,2018-02-03,9000,0",
        "B4,H1,,2018-02-03,-5000,0")
      #expect(asked.faults.map(\.problem) == ["bad-amount", "overpaid", "number-alike"])
      for (fault, answer) in zip(asked.faults, ["--revise", "--nothing-left", "--other-numbers"]) {
        #expect(fault.what.en.contains(answer) && fault.what.zh.contains(answer))
      }
      #expect(asked.new == 1 && asked.opened.map(\.amount) == [Yuan("9000")])
      var answers = ScreeningAnswers()
      answers.overpaidIsNothing = true
      answers.alikeAreOthers = true
      let answered = try office.screen(
        "B2,H1,,2018-02-02,100,20000", "b-1,H1,,2018-02-03,9000,0", answers: answers)
      #expect(answered.faults.isEmpty && answered.new == 2)
      #expect(answered.opened.map(\.amount) == [Yuan("9000")])
    }
  }
}

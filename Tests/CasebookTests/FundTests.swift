import BookKit
import Casebook
import Journal
import TestKit
import Testing
import Units

@Suite("The fund")
struct FundTests {
  @Test("says what came in, went out and is left, and where it is heading")
  func status() throws {
    try withOffice { office in
      try office.staff()
      try office.register("H1")
      try office.register("H2")
      let number = try office.declare("H1")
      let nothing = try office.book.fund(on: Day.of("2018-03-10"))
      #expect(nothing.lossRatio == 0 && nothing.committed == .zero && nothing.forecast?.decided == .zero)
      try office.carry(number)
      let payout = try #require(try office.book.casefile(number)?.payout)
      let day = Day.of("2018-03-31")
      let fund = try office.book.fund(on: day)
      #expect(fund.contributed == Yuan.of("4000000") && fund.called == .zero && fund.owed == .zero)
      #expect(fund.paid == payout && fund.committed == .zero && fund.waitingCases == 0)
      #expect(fund.left.fen == 400_000_000 - payout.fen)
      #expect(fund.contributed + fund.owed == fund.paid + fund.committed + fund.left)
      // (payout ÷ 4,000,000.00) in thousandths, half up: by hand, on whole fen.
      #expect(fund.lossRatio == Int((payout.fen * 2000 + 400_000_000) / 800_000_000))
      let forecast = try #require(fund.forecast)
      #expect(forecast.from.description == "2018-01-02" && forecast.end.description == "2018-12-31")
      #expect(forecast.days == (89, 364) && forecast.decided == payout)
      #expect(forecast.decidedByEnd.fen == (payout.fen * 364 * 2 + 89) / (2 * 89))
      #expect(forecast.leftAtEnd == fund.left - (forecast.decidedByEnd - payout))
      // The next year begins with its own first day, and what was decided before is none of its pace.
      let next = try #require(try office.book.fund(on: Day.of("2019-01-10")).forecast)
      #expect(next.from.description == "2019-01-01" && next.days == (10, 365) && next.decided == .zero)
      #expect(try office.book.fund(on: Day.of("2018-01-01")).forecast == nil)
    }
  }

  @Test("cases add up, wherever they stand")
  func totals() throws {
    try withOffice { office in
      try office.staff()
      for household in ["H1", "H2", "H3"] { try office.register(household) }
      try office.carry(try office.declare("H1"))
      let second = try office.declare("H2")
      _ = try office.declare("H3")
      try office.act("Sun", on: "2018-03-06") { (desk) throws(CasebookError) in
        try desk.withdraw(second, reason: "asked for")
      }
      let totals = try office.book.caseTotals()
      #expect(totals.isWhole && totals.declared.cases == 3)
      #expect(totals.declared.amount == Yuan.of("150000"))
      for part in [totals.paid, totals.open, totals.withdrawn] {
        #expect(part.cases == 1 && part.amount == Yuan.of("50000"))
      }
      #expect(totals.denied.cases == 0)
      #expect(totals.byState.mapValues(\.cases) == [.paid: 1, .withdrawn: 1, .opened: 1])
    }
  }

  @Test(
    "takes no contribution that is none, or that could overflow a sum",
    arguments: ["0", "-1", "100000000000.01", "92233720368547746.00"])
  func contribution(text: String) throws {
    let amount = try #require(Yuan(text, signed: true))
    try withOffice { office in
      let code = try refusal {
        try office.act("Li", on: "2018-01-05") { (desk) throws(CasebookError) in
          _ = try desk.contribute(amount, note: nil)
        }
      }
      #expect(code == .notGiven)
    }
  }
}

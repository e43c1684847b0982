import Claims
import Rules
import SchemeKit
import Testing
import Units

@Suite("The account of a ledger")
struct LedgerAccountTests {
  @Test("is kept when the household's group changes in mid-year")
  func group() throws {
    let scheme = try SchemeFile.builtIn().scheme
    var ledger = Ledger(Adjudicator(scheme: scheme))
    func decide(_ id: String, _ group: String, _ day: String, _ amount: String) throws -> Yuan {
      let place = try #require(scheme.groups.firstIndex { $0.id == group })
      let peril = try #require(scheme.perils.firstIndex { $0.id == "illness" })
      let household = Household(
        id: "H1", group: place, members: 3, income: Yuan("5000"), assets: [1, 0, 0])
      return ledger.decide(
        Claim(
          id: id, household: "H1", peril: peril, day: try #require(Day(day)),
          amount: try #require(Yuan(amount))
        ), for: household
      ).payout
    }
    #expect(try decide("C1", "low-income", "2018-02-05", "25000") == Yuan("1500"))
    #expect(try decide("C2", "out-of-poverty", "2018-03-05", "20000") == Yuan("18500"))
  }
}

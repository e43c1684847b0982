import Claims
import Rules
import SchemeKit
import TestKit
import Testing
import Units

/// What holds of accounts whatever the scheme is held: accounts and claims that break it are told from those that do not.
@Suite("Invariants of accounts")
struct AccountInvariantTests {
  /// What is wrong with a claim counted after others of which one yuan was paid, under a plan that pays half of what is above a
  /// line, up to a cap for each person.
  private func broken(
    accumulator: Int64 = 600, paidUnderCap: Int64 = 100, reason: Reason = .covered, benefit: Int64 = 250,
    payout: Int64 = 150, line: Int64 = 100, cap: Int64 = 1_000
  ) throws -> [String] {
    let counting = Counting(
      accumulator: Yuan(fen: accumulator), paidBefore: Yuan(fen: 100), paidUnderCap: Yuan(fen: paidUnderCap),
      award: Award(reason: reason, benefit: Yuan(fen: benefit), payout: Yuan(fen: payout)))
    var sketch = BenefitSketch()
    (sketch.line, sketch.rates, sketch.cap) = (line, [500_000], BenefitSketch.Cap(cap, per: .person))
    let judge = Adjudicator(scheme: SchemeSketch([sketch]).scheme)
    defer { withExtendedLifetime(judge) {} }  // the figures point into it
    let plan = try #require(judge.figures.first ?? nil)
    return counting._checkInvariants(under: plan, members: 1)
  }

  @Test("are broken by each fault of a claim that was counted")
  func counting() throws {
    #expect(try broken() == [])
    let unapproved = "paid without being approved, or approved without being paid"
    #expect(try broken(reason: .noFurtherBenefit) == [unapproved])
    #expect(try broken(benefit: 100, payout: 0) == [unapproved])
    #expect(try broken(reason: .noFurtherBenefit, payout: -1) == ["paid less than nothing"])
    #expect(try broken(line: 600) == ["paid at the warning line or below"])
    #expect(try broken(benefit: 260) == ["paid other than the benefit less what was paid"])
    #expect(try broken(accumulator: 249) == ["paid more than was counted"])
    #expect(try broken(cap: 249) == ["paid above the cap"])
    #expect(try broken(paidUnderCap: 851) == ["paid above the cap"])
  }

  @Test("are broken by each fault of an account")
  func accounts() {
    func account(_ accumulated: Int64, _ paid: Int64) -> Account {
      Account(accumulated: Yuan(fen: accumulated), paid: Yuan(fen: paid))
    }
    #expect(account(1, 2)._checkInvariants() == [])
    #expect(account(-1, 0)._checkInvariants() == ["counted less than nothing"])
    #expect(account(0, -1)._checkInvariants() == ["paid less than nothing"])
    let own = AccountName(1, 0, 2018)
    var table = AccountTable<Int, Int, Int>(keepsPersons: false)
    table.add(account(5, 3), of: "a", in: own)
    #expect(table._checkInvariants(of: "a", in: own) == [])
    table.add(account(-1, -1), of: nil, in: own)
    #expect(
      table._checkInvariants(of: "a", in: own) == [
        "a person counted for more than the household", "a person paid more than the household",
      ])
  }

  @Test("of persons are kept beside the household's where another group sums by person")
  func keptPersons() throws {
    let own = AccountName(1, 0, 2018)
    for keepsPersons in [false, true] {
      var table = AccountTable<Int, Int, Int>(keepsPersons: keepsPersons)
      let judge = Adjudicator(scheme: SchemeSketch([BenefitSketch()]).scheme)
      defer { withExtendedLifetime(judge) {} }  // the figures point into it
      let plan = try #require(judge.figures.first ?? nil)
      #expect(!plan.sumsByPerson)
      table.count(Yuan(fen: 700), of: "a", members: 1, in: own, under: plan)
      table.count(Yuan(fen: 500), of: nil, members: 1, in: own, under: plan)
      #expect(table[own, of: nil].accumulated == Yuan(fen: 1200))
      #expect(table[own, of: "a"].accumulated == Yuan(fen: keepsPersons ? 700 : 0))
      table.takeOut(Yuan(fen: 700), of: "a", in: own)
      #expect(table[own, of: nil].accumulated == Yuan(fen: 500) && table[own, of: "a"].accumulated == .zero)
    }
  }
}

import Claims
import Explain
import ExplainKit
import Rules
import Testing
import Units

@Suite struct OtherReadingTests {
  /// Bills of one year, and what was brought in from earlier runs.
  static let billsOfAYear: [[String]] = [
    ["18000"], ["9000"], ["14999.99"], ["14999.99", "0.01"], ["14999.99", "0.01", "5000"], ["3000"],
    ["5000.01"], ["3000", "4000", "20000", "60000"], ["35000", "0.01"], ["1000000"],
  ]

  @Test(arguments: billsOfAYear, Staircase.Reading.allCases)
  func theNoteStandsExactlyWhereTheSumsDiffer(_ bills: [String], _ reading: Staircase.Reading) throws {
    for (group, peril) in [(0, 0), (1, 0), (0, 1)] {
      func derivation(_ reading: Staircase.Reading) -> Derivation {
        Situation(
          name: "", county: County(reading: reading), household: Situation.household(group: group),
          bills: bills.map { .init($0, peril: peril) }
        ).derivation
      }
      let own = derivation(reading)
      let other = derivation(reading == .whole ? .byBand : .whole)
      let note = Explanation(own).steps.first { $0.code == "other-reading" }
      #expect((note != nil) == (own.paid != other.paid), "group \(group), peril \(peril)")
      guard let values = note?.remarks.first?.values else { continue }
      #expect(values.contains { $0.key == "payout" && $0.value == .yuan(other.decision.payout) })
      #expect(values.contains { $0.key == "paid_in_year" && $0.value == .yuan(other.paid[1]) })
    }
  }

  @Test func whatEarlierRunsPaidIsLeftAsItIs() throws {
    let situation = try #require(Situation.all.first { $0.name == "covered-carried" })
    let note = try #require(Explanation(situation.derivation).steps.last?.remarks.first)
    #expect(note.values.contains { $0.key == "keeps_carried" && $0.value == .flag(true) })
    #expect(note.words.en.contains("have not been recalculated"))
  }
}

extension Derivation {
  /// What this claim is paid, and what its account was paid with it.
  fileprivate var paid: [Yuan] {
    [decision.payout, (decision.money?.paidBefore ?? .zero) + decision.payout]
  }
}

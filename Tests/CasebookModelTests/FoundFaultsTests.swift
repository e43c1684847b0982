import Casebook
import Foundation
import Journal
import Rules
import Testing
import Units

/// Faults of the engine that the walks, or the reading beside them, brought to light.
@Suite struct FoundFaultsTests {
  @Test("Whom the scheme lets approve nothing does not deny a case either")
  func whoApprovesNothingDecidesNothing() throws {
    try Story.tell(fund: 100) { story in
      try story.confirm(yuan: 4_000)
      let answer = try story.does(.township2, .approve(1))
      #expect(answer == .refused("wrong-role"))
      #expect(try story.does(.county2, .approve(1)) == .done("below-warning-line 0"))
    }
  }

  @Test("A contribution entered late takes no case up before it was decided")
  func lateContribution() throws {
    try Story.tell(fund: 100) { story in
      try story.confirm(yuan: 18_000)
      #expect(try story.does(.county2, .approve(1)) == .done("covered 780000"))
      let decided = try #require(try story.library.book.casefile(1))
      #expect(decided.state == .exhausted)
      let answer = try story.does(.county1, .contribute(2_000_000), daysBefore: 5)
      #expect(answer == .done("took up [1]"))
      let taken = try #require(try story.library.book.casefile(1))
      #expect(taken.state == .approved)
      #expect(taken.since == decided.since)
    }
  }

  @Test("A case keeps the reason of its decision on its way to the account, and after the bank sent it back")
  func reasonStays() throws {
    try Story.tell(fund: 10_000) { story in
      try story.confirm(yuan: 18_000)
      _ = try story.does(.county2, .approve(1))
      _ = try story.does(.insurer2, .settle([1]))
      #expect(try story.library.book.casefile(1)?.reason == "covered")
      _ = try story.does(.insurer2, .reconcile(1, paid: false))
      #expect(try story.library.book.casefile(1)?.reason == "closed account")
      _ = try story.does(.county1, .release(1, hasAccount: nil))
      #expect(try story.library.book.casefile(1)?.reason == "covered")
      _ = try story.does(.insurer2, .settle([1]))
      _ = try story.does(.insurer2, .reconcile(2, paid: true))
      #expect(try story.library.book.casefile(1)?.reason == "covered")
    }
  }

  @Test("A supplement the fund cannot bear does not promise again what is promised already")
  func supplementPromisesOnce() throws {
    try Story.tell(fund: 7_800) { story in
      try story.confirm(yuan: 18_000)
      #expect(try story.does(.county2, .approve(1)) == .done("covered 780000"))
      try story.readjudicateByBand()
      let waiting = try story.library.book.currentState()
      #expect(waiting.committed == Yuan(fen: 780_000))
      #expect(waiting.left == .zero)
      _ = try story.does(.insurer2, .settle([1]))
      _ = try story.does(.insurer2, .reconcile(1, paid: true))
      try story.readjudicateByBand()
      #expect(try story.does(.county1, .contribute(2_000_000)) == .done("took up [1]"))
      let state = try story.library.book.currentState()
      #expect(state.paid == Yuan(fen: 780_000))
      #expect(state.committed == Yuan(fen: 100_000))
      #expect(state.left == Yuan(fen: 1_900_000))
    }
  }

  @Test("What the county adds to a township's approval is the county's approval when it is settled")
  func supplementIsApproved() throws {
    try Story.tell(fund: 10_000, townshipUpTo: 8_000) { story in
      try story.confirm(yuan: 18_000)
      #expect(try story.does(.township2, .approve(1)) == .done("covered 780000"))
      try story.readjudicateByBand()
      #expect(try story.library.book.casefile(1)?.payout == Yuan(fen: 880_000))
      #expect(try story.does(.insurer2, .settle([1])) == .done("settlement 1 left []"))
    }
  }

  @Test("A scheme that comes into force with the last entry is named, though no later entry stands under it")
  func schemeComesLast() throws {
    try Story.tell(fund: 100) { story in
      try story.readjudicateByBand()
      let last = try story.library.book.currentState().entries
      #expect(try story.library.book.entry(last)?.kind == .scheme)
    }
  }
}

import BookKit
import Foundation
import Journal
import Testing
import Units

@testable import Casebook

@Suite("Whole or not at all")
struct WholeTests {
  @Test("what a refused part has begun is undone, in the file and in the state, and the rest stays")
  func undone() throws {
    try withCounty { county in
      let before = try county.entries().count
      try county.act("Li", on: "2018-03-02") { (recording) throws(CasebookError) in
        try recording.append(ContributeStatement(amount: Yuan(fen: 100), note: nil))
        let state = recording.state
        do throws(CasebookError) {
          try recording.whole { () throws(CasebookError) in
            try recording.append(ContributeStatement(amount: Yuan(fen: 777), note: nil))
            throw CasebookError.refused(Refusal(.notGiven, Wording(zh: "半途", en: "half way")))
          }
          Issue.record("what is refused is thrown")
        } catch {
          #expect(recording.state == state)
        }
        try recording.append(ContributeStatement(amount: Yuan(fen: 5), note: nil))
      }
      let added = try county.entries().dropFirst(before)
      #expect(added.map { $0.payload.text("amount") } == ["1.00", "0.05"])
      #expect(try Casebook.open(county.path).rebuild().corrected.isEmpty)
    }
  }

  @Test("who acts for another is the signer again afterwards, whether it was refused or not")
  func acting() throws {
    try withCounty { county in
      let book = try Casebook.open(county.path)
      let other = try #require(try book.actor(named: "Wang"))
      let day = try #require(Day("2018-03-01"))
      try county.act("Li", on: "2018-03-02") { (recording) throws(CasebookError) in
        do throws(CasebookError) {
          try recording.acting(for: other, on: day, sealed: "ab") { () throws(CasebookError) in
            #expect(recording.actor == other && recording.on == day)
            try recording.visit(1, finding: nil)
          }
          Issue.record("a department may not visit")
        } catch {
          #expect(recording.actor.name == "Li" && recording.on.description == "2018-03-02")
        }
        try recording.append(ContributeStatement(amount: Yuan(fen: 5), note: nil))
      }
      let last = try #require(try county.entries().last)
      #expect(last.actor == "Li" && last.payload.text("seal") == nil)
    }
  }
}

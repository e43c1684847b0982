import BookKit
import Casebook
import Foundation
import Store
import TestKit
import Testing
import Units

/// What another hand has written into a casebook leads no step astray, and does not stop the program.
@Suite("A state that no step has written")
struct StrangeStateTests {
  @Test("is not gone on to: nothing is recorded, and the case is named")
  func release() throws {
    try withScratchFolder { folder in
      let office = try CountyOffice(in: folder)
      try office.staff()
      try office.register("H1")
      let number = try office.declare("H1")
      try office.act("Li", on: "2018-03-06") { (desk) throws(CasebookError) in
        try desk.pend(number, reason: "papers")
      }
      let database = try Database(path: office.path, .readWrite)
      try database.execute("UPDATE casefile SET resume = 'paid' WHERE number = \(number)")
      try database.close()
      let before = try office.book.currentState()
      do {
        try office.act("Chen", on: "2018-03-07") { (desk) throws(CasebookError) in try desk.release(number) }
        Issue.record("the case was released to where it cannot stand")
      } catch CasebookError.damaged(let what) {
        #expect(what.en.hasPrefix("case \(number): 'release' cannot lead to 'paid'"), "\(what.en)")
      }
      #expect(try office.book.currentState() == before)
    }
  }
}

import BookKit
import Casebook
import Files
import Journal
import TestKit
import Testing
import Units

@Suite("nothing personal in the journal")
struct NothingPersonalTests {
  @Test(
    "a note with digits like a person's number is refused",
    arguments: [
      "身份证11010519491231002X", "call 13800138000", "account 6222020000000000000", "130434490101001",
    ])
  func notes(text: String) throws {
    try withOffice { office in
      try office.staff()
      try office.register("H1")
      let number = try office.declare("H1")
      #expect(
        try refusal {
          try office.act("Li", on: "2018-03-06") { (desk) throws(CasebookError) in
            try desk.pend(number, reason: text)
          }
        } == .residentID)
      #expect(
        try refusal {
          try office.act("Li", on: "2018-03-06") { (desk) throws(CasebookError) in
            _ = try desk.contribute(Yuan(fen: 100), note: text)
          }
        } == .residentID)
    }
  }

  @Test(
    "other digits stand in a note",
    arguments: ["2018-03-05 receipt 20180305", "12800138000", "invoice 04400180011112345678", "房 2 间，车 0"])
  func plainNotes(text: String) throws {
    try withOffice { office in
      try office.staff()
      try office.register("H1")
      let number = try office.declare("H1")
      try office.act("Li", on: "2018-03-06") { (desk) throws(CasebookError) in
        try desk.pend(number, reason: text)
      }
      #expect(try office.book.casefile(number)?.reason == text)
    }
  }

  @Test("a resident ID is no person's id, no actor's name, and nobody's village")
  func ids() throws {
    let id = "11010519491231002X"
    try withOffice { office in
      try office.staff()
      try office.register("H1")
      let declaration = Declaration(
        household: "H1", person: id, peril: "illness", cause: nil,
        incurredOn: Day.of("2018-03-01"), total: Yuan.of("60000"),
        declarant: CountyOffice.person)
      #expect(
        try refusal {
          try office.act("Sun", on: "2018-03-05") { (desk) throws(CasebookError) in
            _ = try desk.declare(declaration)
          }
        } == .residentID)
      let applicant = try office.applicant(id, .village)
      #expect(
        try refusal {
          try office.act("Li", on: "2018-03-05") { (desk) throws(CasebookError) in
            _ = try desk.enrol(applicant)
          }
        } == .residentID)
    }
    try ImportDesk.with { desk in
      let plan = try desk.take(
        .households,
        try desk.sheet(
          .households, "household_id,group,members,annual_income,village", "H1,low-income,2,9600,\(id)"))
      #expect(plan.faults.map(\.problem) == ["resident-id"] && plan.isNothing)
    }
  }
}

import BookKit
import Casebook
import Foundation
import Journal
import Store
import TestKit
import Testing
import Units

@Suite("Forgetting a household")
struct ForgettingTests {
  private func forget(_ office: CountyOffice, _ household: String, by name: String, on day: String) throws
    -> [Int]
  {
    try office.act(name, on: day) { (desk) throws(CasebookError) in
      try desk.forget(household, reason: "asked for")
    }
  }

  private func code(_ office: CountyOffice, _ household: String, by name: String, on day: String) throws
    -> Refusal.Code?
  {
    try refusal { _ = try forget(office, household, by: name, on: day) }
  }

  /// Which of the casebook's files still hold one of the person's words.
  private func traces(_ office: CountyOffice) throws -> [String] {
    let person = CountyOffice.person
    let words = [person.name, person.residentID, person.bankAccount, person.telephone].compactMap { $0 }
    #expect(words.count == 4)
    return try ["", "-wal", "-shm"].filter { ending in
      let path = office.path + ending
      guard FileManager.default.fileExists(atPath: path) else { return false }
      let bytes = try Data(contentsOf: URL(filePath: path))
      return words.contains { bytes.range(of: Data($0.utf8)) != nil }
    }
  }

  @Test(
    "is refused while a case is open, before the term has run, to other roles, and where nothing is known")
  func refusals() throws {
    try withOffice { office in
      office.clock = Instant.of("2030-01-01T00:00:00Z")
      try office.staff()
      try office.register("H1")
      let number = try office.declare("H1")
      #expect(try code(office, "H1", by: "Li", on: "2029-01-01") == .openCases)
      try office.carry(number)
      #expect(try office.book.casefile(number)?.since.description == "2018-03-19")
      #expect(try code(office, "H1", by: "Sun", on: "2029-01-01") == .wrongRole)
      #expect(try code(office, "H1", by: "Li", on: "2018-03-18") == .beforeLastStep)
      #expect(try code(office, "H1", by: "Li", on: "2023-03-18") == .retention)
      #expect(try code(office, "H9", by: "Li", on: "2029-01-01") == .unknownHousehold)
      #expect(try code(office, "H1", by: "Li", on: "2023-03-19") == nil)
    }
  }

  @Test("leaves no trace in the file or beside it, and the journal whole")
  func noTrace() throws {
    try withOffice { office in
      office.clock = Instant.of("2030-01-01T00:00:00Z")
      try office.staff()
      try office.register("H1")
      let number = try office.declare("H1")
      try office.carry(number)
      let personal = try #require(try office.book.casefile(number)?.personal)
      #expect(!(try traces(office)).isEmpty)
      let numbers = try forget(office, "H1", by: "Li", on: "2029-01-01")
      try office.book.erase()
      #expect(numbers == [personal])
      #expect(try traces(office) == [])
      #expect(try office.book.personalData(personal) == nil)
      // The second time there is nothing to do, and nothing is recorded.
      let entries = try office.book.currentState().entries
      #expect(try forget(office, "H1", by: "Li", on: "2029-01-01") == [])
      #expect(try office.book.currentState().entries == entries)
      let again = try Casebook.open(office.path)
      #expect(try again.entry(entries)?.payload.texts("numbers") == ["\(personal)"])
      #expect(try again.rebuild().corrected == [])
    }
  }
}

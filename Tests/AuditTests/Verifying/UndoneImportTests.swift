import Audit
import BookKit
import Casebook
import Files
import Journal
import OfficeKit
import TestKit
import Testing
import Units

@Suite("An import that was taken back")
struct UndoneImportTests {
  private func take(_ lines: [String], _ kind: ImportKind, _ office: CountyOffice, on day: String) throws
    -> Int
  {
    try office.write(lines: lines, "list.csv")
    let sheet = try Sheet.read(office.path(of: "list.csv"), kind.file)
    return try office.record(.county, on: day) { (recording) throws(CasebookError) in
      let plan = try recording.planImport(sheet, kind)
      try recording.record(plan, revising: true)
      return recording.state.entries
    }
  }

  private func undo(_ entry: Int, _ office: CountyOffice, on day: String) throws {
    _ = try office.record(.county, on: day) { (recording) throws(CasebookError) in
      try recording.undoImport(entry, reason: "another county's")
    }
  }

  @Test("is taken back again by an audit, and what was decided on it and after it is right")
  func verified() throws {
    try withOffice { office in
      let people = "person_id,household_id,name,relation"
      _ = try take([people, "P1,H1,Wang,head"], .members, office, on: "2018-01-05")
      let register = "household_id,group,members,annual_income,dwellings,businesses,vehicles"
      let wrong = try take([register, "H2,low-income,4,12000,1,0,0"], .households, office, on: "2018-01-06")
      let moved = try take([people, "P1,H2,Wang,head", "P2,H2,Li,"], .members, office, on: "2018-01-07")
      let first = try office.declare("H2", 30_000)
      try office.bring(first, to: .approved)
      try undo(wrong, office, on: "2018-03-20")
      try undo(moved, office, on: "2018-03-20")
      _ = try take([people, "P2,H3,Li,head"], .members, office, on: "2018-03-21")
      let second = try office.declare("H2", 4_000)
      try office.bring(second, to: .approved)
      // As out-of-poverty: 34,000 earn 17,400, of which 3,000 were promised as low-income.
      #expect(try office.casefile(second).payout == Yuan.of("14400"))
      let found = try Verifier.verify(office.path, threads: 1)
      #expect(found.isClean, "\(found.faults.map { "\($0.entry ?? 0): \($0.what.en)" })")
      #expect(try office.corrected() == [])
    }
  }

  @Test("is not taken back where its entry says that it brought more rows than came with it")
  func overstated() throws {
    try withOffice { office in
      let people = "person_id,household_id,name,relation"
      _ = try take([people, "P1,H1,Wang,head"], .members, office, on: "2018-01-05")
      let wrong = try office.record(.county, on: "2018-01-06") { (recording) throws(CasebookError) in
        try recording.append(
          MemberStatement(person: "P2", household: "H2", relation: nil, personal: nil, revises: nil))
        return try recording.append(
          FileImportedStatement(
            digest: String(repeating: "0", count: 64), file: "members", rows: 3, new: 3, revised: 0,
            identical: 0,
            rejected: 0))
      }
      #expect(try refusalMet { try undo(wrong, office, on: "2018-03-20") }.code == .noSuchImport)
      #expect(try office.corrected() == [])
    }
  }
}

import BookKit
import Casebook
import Journal
import Sealing
import TestKit
import Testing
import Units

@Suite("Keys")
struct EnrolmentTests {
  private func enrol(_ office: CountyOffice, _ who: Applicant, by name: String) throws -> EnrolmentStep {
    try office.act(name, on: "2018-01-05") { (desk) throws(CasebookError) in try desk.enrol(who) }
  }

  private func revoke(_ office: CountyOffice, _ who: String, by name: String) throws -> EnrolmentStep {
    try office.act(name, on: "2018-01-06") { (desk) throws(CasebookError) in try desk.revoke(who) }
  }

  private func contribute(_ office: CountyOffice, by name: String) throws -> Refusal.Code? {
    try refusal {
      try office.act(name, on: "2018-01-07") { (desk) throws(CasebookError) in
        _ = try desk.contribute(Yuan.of("1"), note: nil)
      }
    }
  }

  @Test("a founder enrols the second of the county's office alone, and nobody else")
  func founding() throws {
    try withOffice { office in
      let village = try office.applicant("Sun", .village)
      #expect(try enrol(office, village, by: "Li") == .proposed)
      #expect(try refusal { _ = try enrol(office, village, by: "Li") } == .needsSecondActor)
      #expect(try enrol(office, try office.applicant("Chen", .county), by: "Li") == .done)
      #expect(try enrol(office, try office.applicant("Third", .county), by: "Li") == .proposed)
      #expect(try contribute(office, by: "Third") == .unknownKey)
      #expect(try enrol(office, village, by: "Chen") == .done)
      #expect(try enrol(office, village, by: "Li") == .already)
    }
  }

  @Test("a name or a key that is taken is not taken again")
  func taken() throws {
    try withOffice { office in
      try office.staff()
      let moved = Applicant(
        name: "Sun", office: "elsewhere", role: .insurer, person: nil, households: [],
        publicKey: try office.key("Sun").publicKey)
      #expect(try refusal { _ = try enrol(office, moved, by: "Li") } == .differs)
      let borrowed = Applicant(
        name: "Other", office: "county", role: .county, person: nil, households: [],
        publicKey: try office.key("Sun").publicKey)
      #expect(try refusal { _ = try enrol(office, borrowed, by: "Li") } == .differs)
    }
  }

  @Test("a key signs until two others have revoked it, and never after")
  func revocation() throws {
    try withOffice { office in
      try office.staff()
      let third = try office.applicant("Third", .county)
      #expect(try enrol(office, third, by: "Li") == .proposed)
      #expect(try enrol(office, third, by: "Chen") == .done)
      #expect(try refusal { _ = try revoke(office, "Third", by: "Third") } == .needsSecondActor)
      #expect(try revoke(office, "Third", by: "Li") == .proposed)
      #expect(try contribute(office, by: "Third") == nil)
      #expect(try refusal { _ = try revoke(office, "Third", by: "Li") } == .needsSecondActor)
      #expect(try refusal { _ = try revoke(office, "Third", by: "Third") } == .needsSecondActor)
      #expect(try revoke(office, "Third", by: "Chen") == .done)
      #expect(try contribute(office, by: "Third") == .revokedKey)
      #expect(try revoke(office, "Third", by: "Chen") == .already)
      #expect(try refusal { _ = try enrol(office, third, by: "Li") } == .differs)
    }
  }

  @Test("a key that was only proposed never signs, whatever one actor does with it")
  func proposedOnly() throws {
    try withOffice { office in
      try office.staff()
      #expect(try enrol(office, try office.applicant("Shadow", .county), by: "Li") == .proposed)
      #expect(try contribute(office, by: "Shadow") == .unknownKey)
      #expect(try revoke(office, "Shadow", by: "Li") == .done)
      #expect(try contribute(office, by: "Shadow") == .revokedKey)
    }
  }

  @Test("an unknown key and a role that may not are refused, and nothing is recorded")
  func refused() throws {
    try withOffice { office in
      try office.staff()
      let before = try office.book.currentState()
      #expect(try contribute(office, by: "Stranger") == .unknownKey)
      #expect(try contribute(office, by: "Wu") == .wrongRole)
      #expect(
        try refusal { _ = try enrol(office, try office.applicant("X", .county), by: "Sun") } == .wrongRole)
      #expect(try refusal { _ = try revoke(office, "Nobody", by: "Li") } == .unknownKey)
      let broken = Applicant(
        name: "A\nB", office: "county", role: .county, person: nil, households: [],
        publicKey: try office.key("AB").publicKey)
      #expect(try refusal { _ = try enrol(office, broken, by: "Li") } == .notGiven)
      #expect(try office.book.currentState() == before)
    }
  }
}

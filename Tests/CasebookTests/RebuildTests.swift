import Casebook
import Foundation
import Journal
import Sealing
import Store
import TestKit
import Testing
import Units

@Suite("A rebuild")
struct RebuildTests {
  /// What the derived tables hold.
  private func state(_ book: Casebook) throws -> [String] {
    var lines: [String] = []
    try book.dumpState(bare: false) { (line) throws(CasebookError) in lines.append(line) }
    return lines
  }

  @Test("gives equal state after the whole life of a case", arguments: JournalTests.kinds)
  func equal(algorithm: DigestAlgorithm, kind: KeyKind) throws {
    try withOffice(algorithm, kind) { office in
      try office.staff()
      try office.register("H1")
      try office.register("H2")
      let number = try office.declare("H1")
      _ = try office.declare("H2")
      try office.carry(number)
      let file = try #require(try office.book.casefile(number))
      #expect(file.state == .paid && file.payout > .zero)
      let before = try state(office.book)
      #expect(before.count > 30)
      let rebuilding = try office.book.rebuild()
      #expect(rebuilding.corrected == [])
      #expect(try office.book.currentState().entries == rebuilding.entries)
      #expect(try state(office.book) == before)
      #expect(try state(try Casebook.open(office.path, .readOnly)) == before)
    }
  }

  static let tamperings: [(table: String, sql: String)] = [
    ("casefile", "UPDATE casefile SET payout = payout + 1"),
    ("actor", "UPDATE actor SET role = 'county'"),
    ("book", "UPDATE book SET paid = 0"),
    ("book", "UPDATE book SET frontier = x''"),
    ("book", "DELETE FROM book"),
    ("payment", "DELETE FROM payment"),
    ("household_fact", "UPDATE household_fact SET income = 0"),
    ("case_signature", "DELETE FROM case_signature"),
    ("recorded_personal", "UPDATE recorded_personal SET digest = ''"),
  ]

  @Test("mends what was changed by hand, and names it", arguments: 0..<9)
  func mends(index: Int) throws {
    #expect(Self.tamperings.count == 9)
    let (table, sql) = Self.tamperings[index]
    try withOffice { office in
      try office.staff()
      try office.register("H1")
      try office.carry(try office.declare("H1"))
      let before = try state(office.book)
      let database = try Database(path: office.path, .readWrite)
      try database.execute(sql)
      #expect(database.changes > 0)
      try database.close()
      #expect(try Casebook.rebuild(office.path).corrected == [table])
      #expect(try state(try Casebook.open(office.path)) == before)
    }
  }
}

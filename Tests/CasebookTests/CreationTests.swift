import BookKit
import Casebook
import Foundation
import Journal
import Sealing
import Store
import TestKit
import Testing
import Units

@Suite("Making a casebook")
struct CreationTests {
  @Test(
    "gives a file that only its owner reads, and the same when it is opened", arguments: JournalTests.kinds)
  func creates(algorithm: DigestAlgorithm, kind: KeyKind) throws {
    try withOffice(algorithm, kind) { office in
      let attributes = try FileManager.default.attributesOfItem(atPath: office.path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let state = try office.book.currentState()
      #expect(state.entries == 2 && state.algorithm == algorithm && state.id.utf8.count == 32)
      #expect(state.contributed == Yuan.of("4000000") && state.left == state.contributed)
      #expect(try Casebook.open(office.path).currentState() == state)
      let founder = try #require(try office.book.actor(named: "Li"))
      #expect(founder.role == .county && founder.enrolment == .active)
      #expect(founder.publicKey.kind == kind)
    }
  }

  static let faults: [(what: String, actor: String, fund: String, day: String, code: Refusal.Code)] = [
    ("a day that has not come", "Li", "1", "2018-06-02", .inTheFuture),
    ("a name with a line break", "L\ni", "1", "2018-01-02", .notGiven),
    ("no name", " ", "1", "2018-01-02", .notGiven),
    ("no money", "Li", "0", "2018-01-02", .notGiven),
    ("more money than any sum can hold", "Li", "100000000000.01", "2018-01-02", .notGiven),
  ]

  @Test("leaves no file where it is refused", arguments: 0..<5)
  func refused(index: Int) throws {
    #expect(Self.faults.count == 5)
    let fault = Self.faults[index]
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("x.casebook").path
      let founding = try CountyOffice.founding(fund: Yuan(fault.fund) ?? .zero, actor: fault.actor)
      let code = try refusal {
        _ = try Casebook.create(
          path, founding, key: try PrivateKey.generate(.ed25519), on: Day.of(fault.day),
          clock: CountyOffice.morning)
      }
      #expect(code == fault.code, "\(fault.what)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test("leaves no file where it fails half way, and no open one behind")
  func failsHalfWay() throws {
    try withScratchFolder { folder in
      // A device that is always full: the file is made, and cannot be filled.
      let path = folder.appendingPathComponent("x.casebook").path
      let database = try Database(path: path, .create)
      try database.keepWriteAheadLog()
      try database.execute("CREATE TABLE t(a); BEGIN; INSERT INTO t VALUES(1)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
      database.discard()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test("does not touch a file that is there")
  func exists() throws {
    try withScratchFolder { folder in
      let path = folder.appendingPathComponent("wei.casebook").path
      let before = Data("somebody's letter".utf8)
      try before.write(to: URL(filePath: path))
      #expect(throws: CasebookError.store(.exists(path: path))) {
        try Casebook.create(
          path, try CountyOffice.founding(), key: try PrivateKey.generate(.ed25519), on: nil,
          clock: CountyOffice.morning)
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }
}

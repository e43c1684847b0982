import BookKit
import Casebook
import Foundation
import Journal
import Sealing
import Store
import TestKit
import Testing
import Units

@Suite("The journal")
struct JournalTests {
  static let tables = ["journal", "head", "scheme_file"]

  @Test("refuses to be changed or shortened, by its own triggers", arguments: tables)
  func triggers(table: String) throws {
    try withOffice { office in
      let columns = ["journal": "payload", "head": "root", "scheme_file": "digest"]
      let column = try #require(columns[table])
      let database = try Database(path: office.path, .readWrite)
      #expect(try #require(database.prepare("SELECT count(*) FROM \(table)").first { $0.int(0) }) > 0)
      for sql in ["UPDATE \(table) SET \(column) = ''", "DELETE FROM \(table)"] {
        do {
          try database.execute(sql)
          Issue.record("went through: \(sql)")
        } catch StoreError.refused(let what) {
          #expect(what.contains("never"))
        }
      }
    }
  }

  @Test("says a statement in one form, byte for byte")
  func canonicalForm() throws {
    let payload = Payload().with("b", "line\nfeed \"and\" \\ 防\u{1}\u{7F}").with("a", -7).with("yes", true)
      .with("amount", Yuan.of("1234.5").description).with("day", Day.of("2018/3/5").description)
      .with("words", ["y", "x"])
      .with("inner", Payload().with("z", 1).with("B", 2)).with("é", 1)
    let expected =
      #"{"a":-7,"amount":"1234.50","b":"line\nfeed \"and\" \\ 防\u0001\u007f","day":"2018-03-05","inner":{"B":2,"z":1},"#
      + #""words":["y","x"],"yes":true,"é":1}"#
    #expect(String(decoding: payload.canonical, as: UTF8.self) == expected)
    #expect(Payload(canonical: payload.canonical) == payload)
  }

  @Test(
    "takes no second form of a statement",
    arguments: [
      #"{"b":1,"a":2}"#, #"{"a": 1}"#, #"{"a":1.0}"#, #"{"a":01}"#, #"{"a":null}"#, "{\"a\":\"\\u0041\"}",
      #"{"a":1,"a":1}"#, #"{"a":1} "#, #"{"a":[1]}"#, #"[]"#, "", #"{"a":"\/"}"#, #"{"a":[]"#,
    ])
  func secondForm(text: String) {
    #expect(Payload(canonical: Array(text.utf8)) == nil)
  }

  @Test("reads back any statement it wrote", arguments: 1...40)
  func roundTrip(seed: UInt64) {
    var random = Seeded(seed: seed)
    let payload = Self.payload(&random, depth: 0)
    #expect(Payload(canonical: payload.canonical) == payload)
  }

  private static func payload(_ random: inout Seeded, depth: Int) -> Payload {
    let scraps = ["", "a", "\"", "\\", "\n", "\u{0}", "防贫", "é", "e\u{301}", "\u{1F600}", "\u{7F}", " ", "/"]
    func text() -> String {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in scraps.randomElement(using: &random) ?? "" }
        .joined()
    }
    var payload = Payload()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let key = text()
      switch Int.random(in: 0...4, using: &random) {
      case 0: payload = payload.with(key, .text(text()) as Payload.Value)
      case 1:
        payload = payload.with(key, .number(Int64.random(in: .min ... .max, using: &random)) as Payload.Value)
      case 2: payload = payload.with(key, .bool(Bool.random(using: &random)) as Payload.Value)
      case 3: payload = payload.with(key, .texts((0..<3).map { _ in text() }) as Payload.Value)
      default: if depth <= 2 { payload = payload.with(key, Self.payload(&random, depth: depth + 1)) }
      }
    }
    return payload
  }

  @Test("gives each entry a leaf of its mark, seven fields and its payload, each on a line")
  func leafBytes() throws {
    try withOffice { office in
      let rows = try Database(path: office.path, .readOnly).prepare(
        "SELECT number, recorded_at, happened_on, actor, role, kind, engine, scheme, payload FROM journal ORDER BY number"
      ).rows { row in (0..<9).map { row.text($0) } }
      #expect(rows.count == 2)
      #expect(rows[1].prefix(6) == ["2", "2018-06-01T01:00:00Z", "2018-01-02", "Li", "county", "contribute"])
      #expect(rows[1].last == #"{"amount":"4000000.00"}"#)
      for (index, row) in rows.enumerated() {
        let entry = try #require(try office.book.entry(index + 1))
        let expected = (["fangpin-entry-1"] + row).joined(separator: "\n")
        #expect(String(decoding: entry.leafBytes, as: UTF8.self) == expected)
      }
    }
  }

  static let kinds: [(DigestAlgorithm, KeyKind)] = [
    (.sha256, .ed25519), (.sm3, .sm2), (.sha256, .sm2), (.sm3, .ed25519),
  ]

  @Test("closes each transaction with a head that anybody can check", arguments: kinds)
  func heads(algorithm: DigestAlgorithm, kind: KeyKind) throws {
    try withOffice(algorithm, kind) { office in
      for day in 10...14 {
        try office.act("Li", on: "2018-01-\(day)") { (desk) throws(CasebookError) in
          try desk.contribute(Yuan.of("100"), note: nil)
        }
      }
      var leaves: [Digest] = []
      let hasher = Sealing.Hasher(algorithm)
      try office.book.entries { (entry) throws(CasebookError) in
        leaves.append(hasher.digest([0] + entry.leafBytes))
      }
      #expect(leaves.count == 7)
      let heads = try Self.heads(office.path)
      #expect(heads.map(\.size) == [2, 3, 4, 5, 6, 7])
      let key = try office.key("Li").publicKey
      let id = try office.book.currentState().id
      for head in heads {
        #expect(head.root == Self.root(leaves.prefix(head.size), hasher))
        let message =
          "fangpin-head-1\n\(id)\n\(algorithm.rawValue)\n\(head.size)\n\(head.root.hex)\n\(head.at)\nLi\n"
        #expect(key.verify(head.signature, of: Array(message.utf8)))
        #expect(!key.verify(head.signature, of: Array((message + " ").utf8)))
      }
    }
  }

  /// The heads as somebody else's program reads them.
  private static func heads(
    _ path: String
  ) throws -> [(size: Int, root: Digest, at: String, signature: [UInt8])] {
    let database = try Database(path: path, .readOnly)
    let rows = try database.prepare("SELECT size, root, recorded_at, signature FROM head ORDER BY size").rows
    {
      ($0.int(0), $0.text(1), $0.text(2), $0.blob(3))
    }
    return try rows.map { ($0.0, try #require(Digest(hex: $0.1)), $0.2, $0.3) }
  }

  /// The root by the definition of RFC 6962, section 2.1, and as slowly.
  private static func root(_ leaves: ArraySlice<Digest>, _ hasher: Sealing.Hasher) -> Digest {
    guard leaves.count > 1, let first = leaves.first else { return leaves.first ?? hasher.digest([]) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let left = root(leaves.prefix(half), hasher)
    let right = root(leaves.dropFirst(half), hasher)
    _ = first
    return hasher.digest([1] + left.bytes + right.bytes)
  }

  @Test("is not opened where the last head does not fit")
  func brokenHead() throws {
    try withScratchFolder { folder in
      let office = try CountyOffice(in: folder)
      let database = try Database(path: office.path, .readWrite)
      try database.execute("DROP TRIGGER journal_stays")
      try database.execute("UPDATE journal SET payload = replace(payload, '4000000.00', '9000000.00')")
      #expect(database.changes == 2)
      try database.close()
      // The tree's frontier is derived: a rebuild reads the changed entry and must refuse to bless it.
      #expect(throws: CasebookError.self) { try Casebook.rebuild(office.path) }
      let again = try Database(path: office.path, .readWrite)
      try again.execute("DROP TRIGGER head_stays; UPDATE head SET actor = 'Wang'")
      try again.close()
      #expect(throws: CasebookError.self) { try Casebook.open(office.path) }
    }
  }
}

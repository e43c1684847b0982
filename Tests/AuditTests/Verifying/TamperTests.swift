import Audit
import Casebook
import Foundation
import Journal
import Sealing
import Store
import Synchronization
import TestKit
import Testing
import Units

/// Somebody has the file, and an hour: whatever they change that means anything is found, and named.
@Suite("Tampering")
struct TamperTests {
  /// What a file means: every row of every table that is not derived from nothing, in order; `nil` where it can no longer be
  /// read as it was.
  private static func meaning(_ path: String) -> [String]? {
    do {
      let database = try Database(path: path, .readOnly)
      var lines = try database.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name").rows {
        "\($0.text(0)) \($0.text(1)) \($0.text(2))"
      }
      let tables = try database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .rows { $0.text(0) }
      for table in tables {
        let columns = try database.prepare("SELECT name FROM pragma_table_info('\(table)')").rows {
          $0.text(0)
        }
        let quoted = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
        lines += try database.prepare("SELECT \(quoted) FROM \(table) ORDER BY 1").rows {
          "\(table) \($0.text(0))"
        }
      }
      return lines
    } catch { return nil }
  }

  /// What an audit says of some bytes: nothing, or where the fault lies.
  private static func audit(_ bytes: [UInt8], at path: String) throws -> String? {
    try Data(bytes).write(to: URL(filePath: path))
    do {
      let found = try Verifier.verify(path, threads: 1)
      return found.isClean ? nil : "\(found.faults.first.map { $0.what.en } ?? "open")"
    } catch { return "\(error)" }
  }

  /// Of each byte one bit is flipped, in a long run all eight; a fast run looks at every 211th byte.
  @Test("every byte of a small casebook, flipped one at a time: what changes a meaning is caught")
  func everyByte() throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let small = try SmallBook(in: folder)
      try small.goOn()
      let bytes = try small.packed()
      let original = folder.appending(path: "original.casebook").path
      try #require(try Self.audit(bytes, at: original) == nil)
      let meaning = try #require(Self.meaning(original))
      let tally = Mutex((caught: 0, silent: 0, missed: [Int]()))
      let apart = TestSize.volume(fast: 211, ordinary: 1, long: 1)
      let bits = TestSize.volume(fast: 1, ordinary: 1, long: 8)
      let flips = stride(from: 0, to: bytes.count, by: apart).flatMap { place in
        (0..<bits).map { (place: place, bit: (place + $0) % 8) }
      }
      let workers = 2
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let path = folder.appending(path: "flipped-\(worker).casebook").path
        for index in stride(from: worker, to: flips.count, by: workers) {
          let (place, bit) = flips[index]
          var flipped = bytes
          flipped[place] ^= UInt8(1 << bit)
          let caught: String?
          do { caught = try Self.audit(flipped, at: path) } catch {
            tally.withLock { $0.missed.append(place) }  // the test itself could not write
            continue
          }
          if caught != nil {
            tally.withLock { $0.caught += 1 }
          } else if Self.meaning(path) == meaning {
            tally.withLock { $0.silent += 1 }
          } else {
            tally.withLock { $0.missed.append(place) }
          }
        }
      }
      let (caught, silent, missed) = tally.withLock { ($0.caught, $0.silent, $0.missed) }
      print(
        "flipped \(flips.count) bits of \(bytes.count) bytes: caught \(caught), without meaning \(silent), missed \(missed.count)"
      )
      #expect(missed.isEmpty, "at \(missed.prefix(20))")
      #expect(caught + silent == flips.count && caught > flips.count / 2)
    }
  }

  // MARK: With SQL, as somebody who knows the format

  /// A change to a casebook's file, the verdict it tells against, and what the report must say.
  struct Tampering: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let verdict: Verdict
    /// The entry that must be named; `nil` where none can be.
    let entry: Int?
    var testDescription: String { name }
  }

  private static let open = """
    DROP TRIGGER journal_stays; DROP TRIGGER journal_keeps; DROP TRIGGER head_stays; DROP TRIGGER head_keeps;
    DROP TRIGGER scheme_stays; DROP TRIGGER scheme_keeps; DROP TRIGGER personal_stays;
    """

  /// The triggers again, so that nothing but the change itself can be found.
  private static let kinds = [
    Tampering(
      name: "a payout is raised",
      sql:
        "UPDATE journal SET payload = replace(payload, '\"payout\":\"5600.00\"', '\"payout\":\"6600.00\"') WHERE number = 7",
      verdict: .results, entry: 7),
    Tampering(
      name: "the same, seen by its bytes",
      sql:
        "UPDATE journal SET payload = replace(payload, '\"payout\":\"5600.00\"', '\"payout\":\"6600.00\"') WHERE number = 7",
      verdict: .bytes, entry: 9),
    Tampering(
      name: "the tail is cut off, and the last head with it",
      sql: "DELETE FROM journal WHERE number > 6; DELETE FROM head WHERE size > 6", verdict: .history,
      entry: nil),
    Tampering(
      name: "the tail is cut off, and the last head stays",
      sql: "DELETE FROM journal WHERE number > 8", verdict: .history, entry: nil),
    Tampering(
      name: "an entry in the middle is gone", sql: "DELETE FROM journal WHERE number = 4", verdict: .history,
      entry: 4),
    Tampering(
      name: "two entries change places",
      sql:
        "UPDATE journal SET number = -1 WHERE number = 3; UPDATE journal SET number = 3 WHERE number = 4; UPDATE journal SET number = 4 WHERE number = -1",
      verdict: .bytes, entry: 4),
    Tampering(
      name: "a derived row is edited", sql: "UPDATE casefile SET payout = payout + 1 WHERE number = 2",
      verdict: .results, entry: 8),
    Tampering(
      name: "a derived row is taken away", sql: "DELETE FROM casefile WHERE number = 1", verdict: .results,
      entry: 7),
    Tampering(
      name: "a derived row is added",
      sql: "INSERT INTO member VALUES('P9', 'H2', NULL, NULL, 3)", verdict: .results, entry: nil),
    Tampering(
      name: "the fund is edited", sql: "UPDATE book SET paid = paid + 100", verdict: .results, entry: nil),
    Tampering(
      name: "a scheme is replaced by another",
      sql: "UPDATE scheme_file SET content = CAST(CAST(content AS TEXT) || ' ' AS BLOB)",
      verdict: .bytes, entry: nil),
    Tampering(
      name: "an account is exchanged",
      sql: "UPDATE personal SET bank_account = '6222020000000000001'", verdict: .bytes, entry: 5),
    Tampering(
      name: "personal data lose their salt", sql: "UPDATE personal SET salt = x'00'", verdict: .bytes,
      entry: 5),
    Tampering(
      name: "personal data change their household", sql: "UPDATE personal SET household = 'H2'",
      verdict: .bytes,
      entry: 5),
    Tampering(
      name: "a name is blotted out, and its digest with it",
      sql: "UPDATE recorded_personal SET digest = ''; UPDATE personal SET name = NULL", verdict: .bytes,
      entry: 5),
    Tampering(
      name: "personal data vanish without being forgotten", sql: "DELETE FROM personal", verdict: .bytes,
      entry: 5),
    Tampering(
      name: "a row of personal data is smuggled in",
      sql: "INSERT INTO personal VALUES(9, 'H2', 'Zhou', NULL, '6222020000000000002', NULL, NULL, x'00')",
      verdict: .bytes, entry: nil),
    Tampering(
      name: "a head's signature is another",
      sql: "UPDATE head SET signature = zeroblob(64) WHERE size = 4", verdict: .bytes, entry: 4),
    Tampering(
      name: "a head is back-dated",
      sql: "UPDATE head SET recorded_at = '2018-12-27T00:00:00Z' WHERE size = 4",
      verdict: .bytes, entry: 4),
    Tampering(name: "a head is gone", sql: "DELETE FROM head WHERE size = 9", verdict: .history, entry: 7),
    Tampering(
      name: "a trigger is left out", sql: "DROP TRIGGER IF EXISTS journal_stays", verdict: .bytes, entry: nil),
  ]

  @Test("what somebody changes who knows the format is named, with its entry", arguments: kinds)
  func named(_ kind: Tampering) throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let small = try SmallBook(in: folder)
      let heads = try Casebook.open(small.path).lastHead()
      let head = HeadCode(try #require(heads))
      let clean = try Verifier.verify(small.path, given: [head], threads: 1)
      try #require(clean.isClean, "\(clean.faults)")
      try Self.change(small.path, kind.sql)
      let found = try Verifier.verify(small.path, given: [head], threads: 1)
      let own = found.faults.filter { $0.verdict == kind.verdict }
      #expect(!own.isEmpty, "\(found.faults)")
      if let entry = kind.entry {
        #expect(own.contains { $0.entry == entry }, "\(own.map { "\($0.entry ?? 0): \($0.what.en)" })")
      }
    }
  }

  /// Changes a file behind SQLite's triggers, which stand again afterwards unless the change is about them.
  private static func change(_ path: String, _ sql: String) throws {
    let database = try Database(path: path, .readWrite)
    let triggers = try database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").rows {
      $0.text(0)
    }
    try database.execute(open)
    try database.execute(sql)
    for trigger in triggers where !(sql.contains("TRIGGER") && trigger.contains("journal_stays")) {
      try database.execute(trigger)
    }
    try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try database.close()
  }

  @Test("a journal that is written anew and signed with another key is found out", arguments: [true, false])
  func signedAnew(_ isEnrolled: Bool) throws {
    try withScratchFolder(in: memoryFolder) { folder in
      let small = try SmallBook(in: folder)
      let thief = try PrivateKey.generate(.ed25519)
      let before = try #require(try Casebook.open(small.path).lastHead())
      try Self.change(
        small.path,
        "UPDATE journal SET payload = replace(payload, '\"payout\":\"5600.00\"', '\"payout\":\"6600.00\"') WHERE number = 7"
      )
      try Self.signAll(small.path, isEnrolled ? small.key : thief)
      let found = try Verifier.verify(small.path, given: [HeadCode(before)], threads: 1)
      // Even the right key cannot make a wrong decision right, nor the head on the wall fit.
      #expect(found.faults.contains { $0.verdict == .results && $0.entry == 7 })
      #expect(found.faults.contains { $0.verdict == .history && $0.entry == before.size })
      #expect((found.count(.bytes) == 0) == isEnrolled, "\(found.faults)")
    }
  }

  /// Gives every head the root that the journal now has, and a signature by a key.
  private static func signAll(_ path: String, _ key: PrivateKey) throws {
    let book = try Database(path: path, .readWrite)
    let triggers = try book.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").rows {
      $0.text(0)
    }
    try book.execute(open)
    let id = try book.prepare("SELECT id FROM book").first { $0.text(0) } ?? ""
    let hasher = Sealing.Hasher(.sha256)
    var tree = MerkleTree()
    let leaves = try book.prepare(
      """
      SELECT 'fangpin-entry-1' || char(10) || number || char(10) || recorded_at || char(10) || happened_on || char(10) ||
        actor || char(10) || role || char(10) || kind || char(10) || engine || char(10) || scheme || char(10) || payload
      FROM journal ORDER BY number
      """
    ).rows { row in unsafe Array(row.text(0).utf8).withUnsafeBytes { unsafe hasher.leaf($0) } }
    let heads = try book.prepare("SELECT size, recorded_at, actor FROM head ORDER BY size").rows {
      ($0.int(0), $0.text(1), $0.text(2))
    }
    for (index, leaf) in leaves.enumerated() {
      tree.append(leaf: leaf, hasher)
      for head in heads where head.0 == index + 1 {
        let root = tree.root(hasher)
        let message = Head.message(
          book: id, algorithm: .sha256, size: head.0, root: root, recordedAt: head.1, actor: head.2)
        let update = try book.prepare("UPDATE head SET root = ?, key = ?, signature = ? WHERE size = ?")
        update.bind(1, root.hex)
        update.bind(2, key.publicKey.fingerprint.hex)
        update.bind(3, blob: try key.sign(message))
        update.bind(4, head.0)
        try update.run()
      }
    }
    for trigger in triggers { try book.execute(trigger) }
    try book.close()
  }
}

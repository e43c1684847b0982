import Audit
import Casebook
import Foundation
import Journal
import OfficeKit
import Sealing
import TestKit
import Testing
import Units

/// Slips that somebody has laid hands on: both checkers refuse every one that says something else.
@Suite("Tampered slips")
struct SlipTamperTests {
  /// A paid case and one that was reversed or denied, of a casebook with others.
  private func withSlips(
    _ seal: CountyOffice.Seal, _ body: (CountyOffice, Casebook, Slip) throws -> Void
  ) throws {
    try withOffice(seal: seal) { office in
      let number = try office.declare("H3", 22_000)
      try office.bring(number, to: .paid)
      try office.bring(try office.declare("H4", 33_000), to: .paid)
      try office.read { book, files in try body(office, book, try book.slip(of: files[0])) }
    }
  }

  @Test(
    "one character changed in any field is caught by both",
    arguments: TestSize.spread(CountyOffice.Seal.allCases, fast: 1))
  func everyField(_ seal: CountyOffice.Seal) throws {
    let second = try SecondChecker()
    try withSlips(seal) { _, _, slip in
      #expect(verdict(slip.json) == [])
      let flips = try Flip.all(in: slip.json, seed: 11)
      let tried = TestSize.spread(flips, fast: 90)
      let theirs = try second.slips(tried.map(\.text))
      var caught = (ours: 0, theirs: 0)
      for (flip, line) in zip(tried, theirs) {
        let isCaught = !verdict(flip.text).isEmpty
        #expect(isCaught, "\(flip.field)")
        #expect(!line.hasPrefix("holds"), "\(flip.field): \(line)")
        caught.ours += isCaught ? 1 : 0
        caught.theirs += line.hasPrefix("holds") ? 0 : 1
      }
      print("slip sealed \(seal): \(tried.count) fields changed, \(caught.ours) and \(caught.theirs) caught")
      #expect(flips.count > 450 && caught == (tried.count, tried.count))
      for field in [
        "algorithm", "case", "casebook", "format", "head.actor", "head.key", "head.size", "head.root",
      ] {
        #expect(flips.contains { $0.field.hasPrefix(".\(field) ") }, "\(field)")
      }
    }
  }

  @Test("any byte of the JSON changed is caught", arguments: [21] as [UInt64])
  func anyByte(_ seed: UInt64) throws {
    try withSlips(.international) { _, _, slip in
      var chance = Seeded(seed: seed)
      let bytes = Array(slip.json.utf8)
      var tried = 0
      let rounds = TestSize.volume(fast: 60, ordinary: 300, long: 3000)
      for _ in 0..<rounds {
        var changed = bytes
        let place = Int.random(in: bytes.indices, using: &chance)
        changed[place] ^= UInt8.random(in: 1...127, using: &chance)
        let text = String(decoding: changed, as: UTF8.self)
        #expect(verdict(text) != [], "byte \(place)")
        tried += 1
      }
      #expect(tried == rounds)
    }
  }

  @Test("an entry left out, put twice, put elsewhere or brought in from another case is caught")
  func otherEntries() throws {
    let second = try SecondChecker()
    try withSlips(.international) { _, book, slip in
      var tampered: [(String, Slip)] = []
      for index in slip.parts.indices.dropLast() {
        var parts = slip.parts
        parts.remove(at: index)
        tampered.append(("without \(index)", slip.with(parts: parts)))
        parts = slip.parts
        parts.swapAt(index, index + 1)
        tampered.append(("\(index) swapped", slip.with(parts: parts)))
        parts = slip.parts
        parts.insert(parts[index], at: index)
        tampered.append(("\(index) twice", slip.with(parts: parts)))
        parts = slip.parts
        parts[index] = Slip.Part(text: parts[index].text, path: Array(parts[index].path.dropLast()))
        tampered.append(("\(index) with a shorter path", slip.with(parts: parts)))
        parts[index] = Slip.Part(text: parts[index].text, path: slip.parts[index].path + [slip.head.root])
        tampered.append(("\(index) with a longer path", slip.with(parts: parts)))
      }
      let own = Set(slip.parts.map(\.text))
      for foreign in try book.parts(under: slip.head) where !own.contains(foreign.part.text) {
        let at = slip.parts.firstIndex { part in number(part) > foreign.number } ?? slip.parts.count
        var parts = slip.parts
        parts.insert(foreign.part, at: at)
        tampered.append(("with entry \(foreign.number)", slip.with(parts: parts)))
      }
      #expect(tampered.count > 90)
      let tried = TestSize.spread(tampered, fast: 45)
      let theirs = try second.slips(tried.map { $0.1.json })
      for ((what, slip), line) in zip(tried, theirs) {
        #expect(verdict(slip.json) != [], "\(what)")
        #expect(line.hasPrefix("fails"), "\(what): \(line)")
      }
      // What the last step is cannot be shown without the whole journal: the documentation says so.
      let shorter = slip.with(parts: Array(slip.parts.dropLast()))
      #expect(verdict(shorter.json) == [] && SlipCheck(shorter, head: nil).contents.state == .settled)
    }
  }

  @Test("a head signed again with another key is caught, with and without the signer's enrolment")
  func signedAgain() throws {
    try withSlips(.international) { _, _, slip in
      let key = try PrivateKey.generate(.ed25519)
      let old = slip.head
      let message = Head.message(
        book: slip.book, algorithm: slip.algorithm, size: old.size, root: old.root,
        recordedAt: old.recordedAt,
        actor: old.actor)
      let head = Head(
        size: old.size, root: old.root, recordedAt: old.recordedAt, actor: old.actor,
        key: key.publicKey.fingerprint, signature: try key.sign(message))
      let again = slip.with(head: head, publicKey: key.publicKey)
      #expect(verdict(again.json) == ["not-the-signer"])
      let stripped = again.with(parts: slip.parts.filter { !$0.text.contains("public_key") })
      #expect(stripped.parts.count == slip.parts.count - 1)
      #expect(verdict(stripped.json) == ["unknown-signer"])
      // With the head from the wall the entries are proven all the same, and who signed is said not to be.
      #expect(verdict(stripped.json, head: HeadCode(old)) == [])
      #expect(!SlipCheck(stripped, head: HeadCode(old)).showsSigner)
      let second = try SecondChecker()
      #expect(try second.slips([again.json, stripped.json]).allSatisfy { $0.hasPrefix("fails") })
    }
  }

  @Test(
    "every line of the words changed, left out or added is told",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func words(_ language: Language) throws {
    try withSlips(.international) { _, _, slip in
      let paper = try #require(slip.paper(in: language))
      let lines = paper.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let last = try #require(lines.lastIndex { $0.hasPrefix("{") })
      #expect(lines[last] == slip.json && last > 35)
      for index in 0..<last - 1 {
        var changed = lines
        changed[index] += changed[index].isEmpty ? "1" : "."
        var shorter = lines
        shorter.remove(at: index)
        var longer = lines
        longer.insert("—", at: index)
        for text in [changed, shorter, longer] {
          #expect(verdict(text.joined(separator: "\n")) == ["words-changed"], "line \(index + 1)")
        }
      }
      // What Windows and mail make of a text is no change.
      #expect(verdict("\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n\r\n") == [])
      let other = try #require(slip.paper(in: language == .zh ? .en : .zh))
      let mixed = other.split(separator: "\n")[0] + "\n" + lines.dropFirst().joined(separator: "\n")
      #expect(verdict(mixed) == ["words-changed"])
    }
  }

  private func number(_ part: Slip.Part) -> Int {
    Int(part.text.split(separator: "\n")[1]) ?? 0
  }

  @Test("nobody's key signs nothing for the second checker either")
  func nobodysKey() throws {
    let second = try SecondChecker()
    let own = try PrivateKey.generate(.ed25519)
    let text = "anything"
    #expect(try second.isSigned(own.publicKey.pem, text, own.sign(Array(text.utf8))))
    // The neutral point: with it as R and 0 as S, any text is signed.
    let point = [UInt8(1)] + Array(repeating: UInt8(0), count: 31)
    let key = Data(own.publicKey.der.prefix(12) + point).base64EncodedString()
    let pem = "-----BEGIN PUBLIC KEY-----\n\(key)\n-----END PUBLIC KEY-----\n"
    #expect(try !second.isSigned(pem, text, point + Array(repeating: UInt8(0), count: 32)))
    #expect(throws: KeyError.fitsAnything) { _ = try PublicKey(pem: pem) }
  }
}

extension Casebook {
  /// Every entry under a head, with a path that holds.
  func parts(under head: Head) throws -> [(number: Int, part: Slip.Part)] {
    let hasher = Sealing.Hasher(try currentState().algorithm)
    let leaves = try leaves(first: head.size)
    let proofs = MerkleProof.inclusions(of: Array(leaves.indices), leaves: leaves, hasher: hasher)
    return try zip(1...head.size, proofs.paths).compactMap { number, path in
      guard let entry = try entry(number) else { return nil }
      return (number, Slip.Part(text: String(decoding: entry.leafBytes, as: UTF8.self), path: path))
    }
  }
}

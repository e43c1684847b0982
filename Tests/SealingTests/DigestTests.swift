import Sealing
import TestKit
import Testing

/// Digests against the examples of their standards.
@Suite("Digests")
struct DigestTests {
  struct Example: Sendable {
    let algorithm: DigestAlgorithm
    let text: String
    let hex: String
  }

  /// FIPS 180-4's examples as NIST publishes them; GB/T 32905-2016, appendix A.
  static let examples = [
    Example(
      algorithm: .sha256, text: "", hex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Example(
      algorithm: .sha256, text: "abc",
      hex: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    Example(
      algorithm: .sha256, text: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      hex: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    Example(
      algorithm: .sha256, text: String(repeating: "a", count: 1_000_000),
      hex: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    Example(
      algorithm: .sm3, text: "abc",
      hex: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    Example(
      algorithm: .sm3, text: String(repeating: "abcd", count: 16),
      hex: "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
  ]

  @Test("the standards' examples come out, twice with the same hasher", arguments: examples)
  func standards(_ example: Example) {
    let hasher = Hasher(example.algorithm)
    for _ in 0..<2 { #expect(hasher.digest(Array(example.text.utf8)).hex == example.hex) }
  }

  @Test("every algorithm has an example")
  func covered() { #expect(Set(Self.examples.map(\.algorithm)) == Set(DigestAlgorithm.allCases)) }

  @Test(
    "leaf, node, prefix and empty are the plain digest of what they put together",
    arguments: DigestAlgorithm.allCases)
  func composed(_ algorithm: DigestAlgorithm) {
    let hasher = Hasher(algorithm)
    var chance = Seeded(seed: 7)
    for length in [0, 1, 31, 32, 54, 55, 56, 63, 64, 65, 1000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &chance) }
      unsafe bytes.withUnsafeBytes { raw in
        #expect(unsafe hasher.leaf(raw) == hasher.digest([0x00] + bytes))
        #expect(unsafe hasher.digest(prefix: 0x7F, raw) == hasher.digest([0x7F] + bytes))
        #expect(unsafe hasher.digest(raw) == hasher.digest(bytes))
      }
    }
    let (left, right) = (hasher.digest([1]), hasher.digest([2]))
    #expect(hasher.node(left, right) == hasher.digest([0x01] + left.bytes + right.bytes))
    #expect(hasher.node(left, right) != hasher.node(right, left))
    #expect(hasher.empty() == hasher.digest([]))
  }

  @Test("a digest goes to bytes and to hexadecimal digits and comes back")
  func forms() throws {
    let bytes = (0..<32).map { UInt8($0 * 8 + 3) }
    let digest = try #require(Digest(bytes))
    #expect(digest.bytes == bytes)
    #expect(digest.hex.hasPrefix("030b131b"))
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: digest.hex.uppercased()) == digest)
    #expect(unsafe digest.withUnsafeBytes { raw in unsafe Array(raw) } == bytes)
    #expect(MemoryLayout<Digest>.size == 32)
  }

  @Test("what is not thirty-two bytes is no digest")
  func refused() {
    #expect(Digest([UInt8](repeating: 0, count: 31)) == nil)
    #expect(Digest([UInt8](repeating: 0, count: 33)) == nil)
    let zeros = String(repeating: "0", count: 63)
    for end in ["", "00", "g", "/", ":", "@", "G", "`", " "] {
      #expect(Digest(hex: zeros + end) == nil, "\(end)")
    }
    #expect(Digest(hex: zeros + "0") != nil)
  }

  @Test("random bytes are as many as asked for and do not repeat")
  func randomness() {
    for count in [0, 1, 16, 1000] { #expect(Randomness.bytes(count).count == count) }
    #expect(Set((0..<200).map { _ in Randomness.bytes(16) }).count == 200)
  }
}

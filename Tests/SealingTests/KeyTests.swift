import Sealing
import TestKit
import Testing
import Units

/// Keys against the standards' examples, and signatures that must not verify.
@Suite("Keys")
struct KeyTests {
  private static let ed25519PrivatePrefix = "302e020100300506032b657004220420"
  private static let ed25519PublicPrefix = "302a300506032b6570032100"
  private static let sm2PublicPrefix = "3059301306072a8648ce3d020106082a811ccf5501822d03420004"

  struct Example: Sendable {
    let secret: String
    let point: String
    let message: String
    let signature: String
  }

  /// RFC 8032, section 7.1, tests 1 and 2.
  static let examples = [
    Example(
      secret: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      point: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", message: "",
      signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    Example(
      secret: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      point: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", message: "72",
      signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
  ]

  @Test("Ed25519 signs as RFC 8032 does", arguments: examples)
  func rfc8032(_ example: Example) throws {
    let key = try PrivateKey(
      pem: KeyText.pem("PRIVATE KEY", KeyText.hex(Self.ed25519PrivatePrefix + example.secret)))
    let message = KeyText.hex(example.message)
    #expect(key.publicKey.kind == .ed25519)
    #expect(key.publicKey.der == KeyText.hex(Self.ed25519PublicPrefix + example.point))
    #expect(try key.sign(message) == KeyText.hex(example.signature))
    #expect(key.publicKey.verify(KeyText.hex(example.signature), of: message))
  }

  /// The y-coordinates of the eight points whose order divides 8, and two that are no less than the field's prime.
  static let nobodys = [
    String(repeating: "00", count: 32), "01" + String(repeating: "00", count: 31),
    "ec" + String(repeating: "ff", count: 30) + "7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ed" + String(repeating: "ff", count: 30) + "7f", "ee" + String(repeating: "ff", count: 30) + "7f",
  ]

  @Test("a point that any signature can be made to fit is no key", arguments: nobodys)
  func nobodysKey(point: String) throws {
    for sign in [UInt8(0), 0x80] {
      var bytes = KeyText.hex(Self.ed25519PublicPrefix + point)
      bytes[bytes.count - 1] |= sign
      let refused = #expect(throws: KeyError.self) { _ = try PublicKey(der: bytes) }
      #expect(refused == (point.hasSuffix("7f") && !point.hasPrefix("ec") ? .malformed : .fitsAnything))
    }
  }

  @Test("SM2 verifies the example of GM/T 0003.5, and under another message does not")
  func standardSM2() throws {
    let point =
      "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
      + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
    let signature =
      "3046022100F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
      + "022100B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"
    let key = try PublicKey(der: KeyText.hex(Self.sm2PublicPrefix + point))
    #expect(key.kind == .sm2)
    #expect(key.verify(KeyText.hex(signature), of: Array("message digest".utf8)))
    #expect(!key.verify(KeyText.hex(signature), of: Array("message digest.".utf8)))
  }

  @Test("a new key comes back from its texts and signs for its own public half", arguments: KeyKind.allCases)
  func newKeys(_ kind: KeyKind) throws {
    let key = try PrivateKey.generate(kind)
    let again = try PrivateKey(pem: key.pem)
    #expect(again.publicKey == key.publicKey)
    #expect(try PublicKey(pem: key.publicKey.pem) == key.publicKey)
    #expect(try PublicKey(der: key.publicKey.der).fingerprint == key.publicKey.fingerprint)
    #expect(key.publicKey.fingerprint == Hasher(.sha256).digest(key.publicKey.der))
    #expect(try PrivateKey.generate(kind).publicKey != key.publicKey)
    for message in [[], [1], [UInt8](repeating: 7, count: 100_000)] {
      #expect(key.publicKey.verify(try again.sign(message), of: message))
    }
  }

  @Test(
    "no changed bit of a signature verifies, nor another message, key or length", arguments: KeyKind.allCases)
  func wrongSignatures(_ kind: KeyKind) throws {
    let key = try PrivateKey.generate(kind)
    let message = Array("head of the journal".utf8)
    let signature = try key.sign(message)
    #expect(key.publicKey.verify(signature, of: message))
    for bit in 0..<signature.count * 8 {
      var other = signature
      other[bit / 8] ^= 1 << (bit % 8)
      #expect(!key.publicKey.verify(other, of: message), "bit \(bit)")
    }
    for bit in 0..<message.count * 8 {
      var other = message
      other[bit / 8] ^= 1 << (bit % 8)
      #expect(!key.publicKey.verify(signature, of: other), "bit \(bit)")
    }
    for other in [[], Array(signature.dropLast()), signature + [0]] {
      #expect(!key.publicKey.verify(other, of: message))
    }
    for other in KeyKind.allCases {
      #expect(!(try PrivateKey.generate(other).publicKey.verify(signature, of: message)))
    }
  }

  @Test(
    "a public key that is damaged, off the curve, or followed by more is refused", arguments: KeyKind.allCases
  )
  func damagedPublicKeys(_ kind: KeyKind) throws {
    let der = try PrivateKey.generate(kind).publicKey.der
    for length in 0..<der.count {
      #expect(throws: KeyError.self) { try PublicKey(der: Array(der[..<length])) }
    }
    #expect(throws: KeyError.malformed) { try PublicKey(der: der + [0]) }
    if kind == .sm2 {
      var off = der
      off[der.count - 1] ^= 1
      #expect(throws: KeyError.malformed) { try PublicKey(der: off) }
    }
  }

  @Test("a key's text is read whole while other threads take and give back memory")
  func busyMemory() async throws {
    let key = try PrivateKey.generate(.ed25519)
    let (text, publicKey) = (key.pem, key.publicKey)
    let rounds = TestSize.volume(fast: 300, ordinary: 3000, long: 30_000)
    let refused = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var refused = 0
          for round in 0..<rounds {
            // As long as the text, so that it takes the text's place as soon as that is given back.
            let noise = [UInt8](repeating: UInt8(truncatingIfNeeded: round), count: text.utf8.count)
            do { if try PrivateKey(pem: text).publicKey != publicKey { refused += 1 } } catch { refused += 1 }
            refused += noise.count == text.utf8.count ? 0 : 1
          }
          return refused
        }
      }
      return await group.reduce(0, +)
    }
    #expect(refused == 0)
  }

  @Test("text that is no key in PEM is refused")
  func garbage() throws {
    for text in ["", "key", "-----BEGIN PRIVATE KEY-----", String(repeating: "x", count: 70_000)] {
      #expect(throws: KeyError.notPEM) { try PrivateKey(pem: text) }
      #expect(throws: KeyError.notPEM) { try PublicKey(pem: text) }
    }
    let whole = try PrivateKey.generate(.ed25519)
    for length in stride(from: 0, to: whole.pem.utf8.count - 2, by: 5) {
      #expect(throws: KeyError.notPEM) { try PrivateKey(pem: String(whole.pem.prefix(length))) }
    }
    #expect(throws: KeyError.malformed) { try PrivateKey(pem: KeyText.pem("PRIVATE KEY", [1, 2, 3])) }
    #expect(throws: KeyError.malformed) { try PublicKey(pem: KeyText.pem("PUBLIC KEY", [1, 2, 3])) }
    #expect(throws: KeyError.otherFormat) { try PublicKey(pem: KeyText.pem("CERTIFICATE", [1, 2, 3])) }
  }

  @Test("a key given for its other half is refused by name", arguments: KeyKind.allCases)
  func otherHalf(_ kind: KeyKind) throws {
    let key = try PrivateKey.generate(kind)
    #expect(throws: KeyError.publicKeyGiven) { try PrivateKey(pem: key.publicKey.pem) }
    #expect(throws: KeyError.privateKeyGiven) { try PublicKey(pem: key.pem) }
  }

  @Test("every refusal has words in both languages")
  func words() {
    let errors: [KeyError] =
      [
        .notPEM, .otherFormat, .encrypted, .publicKeyGiven, .privateKeyGiven, .otherAlgorithm("RSA"),
        .malformed,
      ] + KeyKind.allCases.flatMap { [.cannotGenerate($0), .cannotSign($0)] }
    #expect(errors.count == 11)
    #expect(Set(errors.map(\.wording.zh)).count == 11 && Set(errors.map(\.wording.en)).count == 11)
    for error in errors {
      #expect(error.wording.zh.unicodeScalars.contains { $0.value > 0x3400 })
      #expect(error.wording.en.unicodeScalars.allSatisfy { $0.value < 0x3000 })
    }
  }
}

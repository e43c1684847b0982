import Foundation
import Sealing
import TestKit
import Testing

/// Keys and signatures carried to the `openssl` command and back.
@Suite("With the openssl command")
struct OpenSSLCommandTests {
  static let messages = ["防", "head of the journal, number 12", String(repeating: "long ", count: 4000)]

  @Test("what is signed here verifies there", arguments: KeyKind.allCases, messages)
  func fromHere(_ kind: KeyKind, _ message: String) throws {
    let key = try PrivateKey.generate(kind)
    try withScratchFolder { folder in
      func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
      func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
      }
      try write(Array(key.publicKey.pem.utf8), "public.pem")
      try write(Array(key.pem.utf8), "private.pem")
      try write(Array(message.utf8), "message")
      try write(try key.sign(Array(message.utf8)), "signature")
      let verify =
        ["pkeyutl", "-verify", "-pubin", "-inkey", path("public.pem"), "-sigfile", path("signature")]
        + KeyText.signing(kind)
      #expect(try KeyText.openssl(verify + ["-in", path("message")]).contains("Verified Successfully"))
      try write(Array((message + "!").utf8), "message")
      #expect(throws: KeyText.Refusal.self) { try KeyText.openssl(verify + ["-in", path("message")]) }
      // The command reads our texts as it would write them.
      #expect(try KeyText.openssl(["pkey", "-in", path("private.pem"), "-pubout"]) == key.publicKey.pem)
      #expect(try KeyText.openssl(["pkey", "-in", path("private.pem")]) == key.pem)
    }
  }

  @Test("what is signed there verifies here", arguments: KeyKind.allCases, messages)
  func fromThere(_ kind: KeyKind, _ message: String) throws {
    try withScratchFolder { folder in
      func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
      func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      }
      try Data(message.utf8).write(to: folder.appendingPathComponent("message"))
      try KeyText.openssl(["genpkey", "-algorithm", kind.name.uppercased(), "-out", path("private.pem")])
      try KeyText.openssl(["pkey", "-in", path("private.pem"), "-pubout", "-out", path("public.pem")])
      try KeyText.openssl(
        [
          "pkeyutl", "-sign", "-inkey", path("private.pem"), "-in", path("message"), "-out",
          path("signature"),
        ]
          + KeyText.signing(kind))
      let key = try PublicKey(pem: String(decoding: try bytes("public.pem"), as: UTF8.self))
      #expect(key.kind == kind)
      #expect(key.der == KeyText.bytes(String(decoding: try bytes("public.pem"), as: UTF8.self)))
      #expect(key.verify(try bytes("signature"), of: Array(message.utf8)))
      #expect(!key.verify(try bytes("signature"), of: Array((message + "!").utf8)))
      let own = try PrivateKey(pem: String(decoding: try bytes("private.pem"), as: UTF8.self))
      #expect(own.publicKey == key)
      #expect(key.verify(try own.sign(Array(message.utf8)), of: Array(message.utf8)))
    }
  }

  @Test("a key locked with a passphrase is refused as such", arguments: KeyKind.allCases)
  func locked(_ kind: KeyKind) throws {
    let key = try PrivateKey.generate(kind)
    try withScratchFolder { folder in
      let plain = folder.appendingPathComponent("plain.pem")
      try Data(key.pem.utf8).write(to: plain)
      let text = try KeyText.openssl(["pkey", "-in", plain.path, "-aes256", "-passout", "pass:word"])
      #expect(text.contains("BEGIN ENCRYPTED PRIVATE KEY"))
      #expect(throws: KeyError.encrypted) { try PrivateKey(pem: text) }
      #expect(throws: KeyError.privateKeyGiven) { try PublicKey(pem: text) }
    }
  }

  @Test("private keys in forms older than PKCS#8 are refused, locked ones as locked")
  func olderForms() throws {
    try withScratchFolder { folder in
      let file = folder.appendingPathComponent("private.pem")
      try KeyText.openssl(
        ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", file.path])
      let older = try KeyText.openssl(["pkey", "-in", file.path, "-traditional"])
      #expect(older.contains("BEGIN EC PRIVATE KEY"))
      #expect(throws: KeyError.otherFormat) { try PrivateKey(pem: older) }
      #expect(throws: KeyError.privateKeyGiven) { try PublicKey(pem: older) }
      let locked = try KeyText.openssl(
        ["pkey", "-in", file.path, "-traditional", "-aes256", "-passout", "pass:word"])
      #expect(locked.contains("Proc-Type: 4,ENCRYPTED"))
      #expect(throws: KeyError.encrypted) { try PrivateKey(pem: locked) }
    }
  }

  @Test("keys of other algorithms are refused by their names")
  func otherAlgorithms() throws {
    let others = [
      ("RSA", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"]), ("ED448", ["-algorithm", "ED448"]),
      ("X25519", ["-algorithm", "X25519"]),
      ("EC", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
    ]
    for (name, arguments) in others {
      try withScratchFolder { folder in
        let file = folder.appendingPathComponent("private.pem")
        try KeyText.openssl(["genpkey", "-out", file.path] + arguments)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(throws: KeyError.otherAlgorithm(name)) { try PrivateKey(pem: text) }
        let open = try KeyText.openssl(["pkey", "-in", file.path, "-pubout"])
        #expect(throws: KeyError.otherAlgorithm(name)) { try PublicKey(pem: open) }
      }
    }
  }

  @Test("an SM2 key with a compressed point is refused")
  func compressedPoint() throws {
    let key = try PrivateKey.generate(.sm2)
    try withScratchFolder { folder in
      let file = folder.appendingPathComponent("private.pem")
      try Data(key.pem.utf8).write(to: file)
      let compressed = try KeyText.openssl(
        ["ec", "-in", file.path, "-pubout", "-conv_form", "compressed"])
      #expect(KeyText.bytes(compressed).count == 59)
      #expect(throws: KeyError.malformed) { try PublicKey(pem: compressed) }
    }
  }

  @Test("a private key whose public half is another's is refused")
  func mixedHalves() throws {
    let (one, other) = (try PrivateKey.generate(.sm2), try PrivateKey.generate(.sm2))
    let bytes = KeyText.bytes(one.pem)
    let (point, strange) = (Array(one.publicKey.der.suffix(64)), Array(other.publicKey.der.suffix(64)))
    let start = try #require(bytes.firstRange(of: point)?.lowerBound)
    let mixed = Array(bytes[..<start]) + strange + Array(bytes[(start + 64)...])
    #expect(throws: KeyError.malformed) { try PrivateKey(pem: KeyText.pem("PRIVATE KEY", mixed)) }
  }
}

import CCrypto

/// An office's key to sign with. It lies in a file of the office's own; nothing of it goes into a record.
package final class PrivateKey {
  /// The half that everybody may know.
  package let publicKey: PublicKey

  private let handle: KeyHandle

  private init(_ handle: KeyHandle) throws(KeyError) {
    self.handle = handle
    publicKey = try PublicKey(der: handle.publicDER)
  }

  /// Makes a new key from OpenSSL's random bytes.
  package static func generate(_ kind: KeyKind) throws(KeyError) -> PrivateKey {
    guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, kind.name, nil) else {
      ERR_clear_error()
      throw .cannotGenerate(kind)
    }
    defer {
      unsafe EVP_PKEY_CTX_free(context)
      ERR_clear_error()
    }
    var made: OpaquePointer?
    guard unsafe EVP_PKEY_keygen_init(context) == 1, unsafe EVP_PKEY_generate(context, &made) == 1,
      let made = unsafe made
    else { throw .cannotGenerate(kind) }
    return try PrivateKey(try unsafe KeyHandle(owning: made))
  }

  /// Reads a PEM block `PRIVATE KEY` (PKCS#8, not encrypted), and sees to it that its halves belong together.
  ///
  /// - Source: RFC 5958; RFC 8410 for Ed25519.
  package convenience init(pem: String) throws(KeyError) {
    var block = try PEMBlock(pem)
    guard block.label == "PRIVATE KEY", block.header.isEmpty else { throw block.refusal(needsPrivate: true) }
    defer { unsafe OPENSSL_cleanse(&block.bytes, block.bytes.count) }
    let read = unsafe block.bytes.withUnsafeBufferPointer { bytes -> OpaquePointer? in
      var next = bytes.baseAddress
      guard let info = unsafe d2i_PKCS8_PRIV_KEY_INFO(nil, &next, bytes.count) else { return nil }
      defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
      return unsafe EVP_PKCS82PKEY(info)
    }
    ERR_clear_error()
    guard let read = unsafe read else { throw .malformed }
    try self.init(try unsafe KeyHandle(owning: read))
    let probe = Array("fangpin".utf8)
    guard publicKey.verify(try sign(probe), of: probe) else { throw .malformed }
  }

  /// A PEM block `PRIVATE KEY` (PKCS#8, not encrypted), with a line feed at the end: for a file that nobody else reads.
  package var pem: String {
    unsafe PEMBlock.text { output in
      unsafe PEM_write_bio_PKCS8PrivateKey(output, handle.key, nil, nil, 0, nil, nil)
    }
  }

  /// Signs a message: 64 bytes with Ed25519, a DER sequence of two numbers with SM2.
  package func sign(_ message: [UInt8]) throws(KeyError) -> [UInt8] {
    let signature = unsafe handle.withContext(
      { context, settings, function, key in unsafe EVP_DigestSignInit(context, settings, function, nil, key)
      },
      { context -> [UInt8]? in
        // SM2 needs one byte for each of its digits and a few more; Ed25519 needs 64.
        var signature = [UInt8](repeating: 0, count: 128)
        var count = signature.count
        guard unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else {
          return nil
        }
        return Array(signature.prefix(count))
      })
    guard let signature else { throw .cannotSign(handle.kind) }
    return signature
  }
}

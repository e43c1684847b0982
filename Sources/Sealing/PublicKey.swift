import CCrypto

/// The half of an office's key that everybody may know: with it anybody checks a signature.
package struct PublicKey: Hashable, Sendable {
  /// The algorithm.
  package let kind: KeyKind
  /// SubjectPublicKeyInfo, in the one form such a key has: SM2 points uncompressed.
  ///
  /// - Source: RFC 5280, section 4.1; RFC 8410 for Ed25519.
  package let der: [UInt8]

  private let handle: KeyHandle

  /// Reads SubjectPublicKeyInfo. A second way to write the same key is refused: it would have another fingerprint. So is a
  /// point that any signature can be made to fit; a key of SM2 has none of those.
  package init(der: [UInt8]) throws(KeyError) {
    let read = unsafe der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
      var next = bytes.baseAddress
      return unsafe d2i_PUBKEY(nil, &next, bytes.count)
    }
    ERR_clear_error()
    guard let read = unsafe read else { throw .malformed }
    let handle = try unsafe KeyHandle(owning: read)
    guard der.count == handle.kind.publicLength, der.starts(with: handle.kind.publicPrefix) else {
      throw .malformed
    }
    if handle.kind == .ed25519 {
      let point = der.dropFirst(handle.kind.publicPrefix.count)
      guard SmallOrder.isCanonical(point) else { throw .malformed }
      guard !SmallOrder.holds(point) else { throw .fitsAnything }
    }
    kind = handle.kind
    self.der = der
    self.handle = handle
  }

  /// Reads a PEM block `PUBLIC KEY`.
  package init(pem: String) throws(KeyError) {
    let block = try PEMBlock(pem)
    guard block.label == "PUBLIC KEY" else { throw block.refusal(needsPrivate: false) }
    try self.init(der: block.bytes)
  }

  /// A PEM block `PUBLIC KEY`, with a line feed at the end.
  package var pem: String {
    unsafe PEMBlock.text { output in unsafe PEM_write_bio_PUBKEY(output, handle.key) }
  }

  /// SHA-256 of ``der``: what people compare, and what a record names a key by.
  package var fingerprint: Digest { Hasher(.sha256).digest(der) }

  /// Whether the other half of this key made the signature over this message.
  package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    let isGood = unsafe handle.withContext(
      { context, settings, function, key in unsafe EVP_DigestVerifyInit(context, settings, function, nil, key)
      },
      { context in
        unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
      })
    return isGood ?? false
  }

  /// The same key, which has one form only.
  package static func == (a: PublicKey, b: PublicKey) -> Bool { a.der == b.der }

  /// Feeds the key's bytes to a hash table's function.
  package func hash(into hasher: inout Swift.Hasher) { hasher.combine(der) }
}

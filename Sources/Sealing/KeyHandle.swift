import CCrypto

/// OpenSSL's own key, given back when nobody uses it any more.
///
/// Shared between threads: a key is never changed once it is read, and OpenSSL counts its users under a lock.
@safe
final class KeyHandle: @unchecked Sendable {
  let key: OpaquePointer
  let kind: KeyKind

  /// Takes over a key of a kind that is known here; gives it back at once if it is of another.
  init(owning key: OpaquePointer) throws(KeyError) {
    guard let kind = KeyKind.allCases.first(where: { unsafe EVP_PKEY_is_a(key, $0.name) == 1 }) else {
      let name = unsafe EVP_PKEY_get0_type_name(key).map { unsafe String(cString: $0) }
      unsafe EVP_PKEY_free(key)
      throw .otherAlgorithm(name ?? "?")
    }
    unsafe self.key = unsafe key
    self.kind = kind
  }

  deinit { unsafe EVP_PKEY_free(key) }

  /// Its public half as SubjectPublicKeyInfo.
  var publicDER: [UInt8] {
    let count = unsafe i2d_PUBKEY(key, nil)
    precondition(count > 0, "a key has a public half")
    var der = [UInt8](repeating: 0, count: Int(count))
    let written = unsafe der.withUnsafeMutableBufferPointer { room in
      var next = room.baseAddress
      return unsafe i2d_PUBKEY(key, &next)
    }
    precondition(written == count, "a key is as long as it said")
    return der
  }

  /// Lends a context that is prepared to sign or to verify; `nil` where OpenSSL cannot prepare it.
  func withContext<Result>(
    _ prepare: (OpaquePointer, UnsafeMutablePointer<OpaquePointer?>, OpaquePointer?, OpaquePointer) -> Int32,
    _ body: (OpaquePointer) -> Result?
  ) -> Result? {
    guard let context = unsafe EVP_MD_CTX_new() else {
      preconditionFailure("no memory for a signature's context")
    }
    defer {
      unsafe EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    var settings: OpaquePointer?
    let function: OpaquePointer? =
      switch kind {
      case .ed25519: nil
      case .sm2: unsafe DigestFunctions.of(.sm3)
      }
    guard unsafe prepare(context, &settings, function, key) == 1 else { return nil }
    if kind == .sm2 {
      let signer = KeyKind.signer
      guard unsafe EVP_PKEY_CTX_set1_id(settings, signer, Int32(signer.count)) == 1 else { return nil }
    }
    return unsafe body(context)
  }
}

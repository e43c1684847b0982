/// The kinds of key an office can sign with.
package enum KeyKind: String, CaseIterable, Sendable {
  /// - Source: RFC 8032; keys as in RFC 8410.
  case ed25519
  /// With SM3, and the signer's name that the standard gives where none is agreed on.
  ///
  /// - Source: GB/T 32918.2-2016; the name: GB/T 35276-2017.
  case sm2

  /// As standards write it, and OpenSSL understands it.
  package var name: String {
    switch self {
    case .ed25519: "Ed25519"
    case .sm2: "SM2"
    }
  }

  /// The name that goes into an SM2 signature.
  static let signer = Array("1234567812345678".utf8)

  /// How a SubjectPublicKeyInfo of this kind begins: all of it but the point. A key has one form only, so that
  /// it has one fingerprint only.
  var publicPrefix: [UInt8] {
    switch self {
    case .ed25519: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    case .sm2:
      [0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]
        + [0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82, 0x2D, 0x03, 0x42, 0x00, 0x04]
    }
  }

  /// How many bytes a SubjectPublicKeyInfo of this kind has.
  var publicLength: Int {
    switch self {
    case .ed25519: 44
    case .sm2: 91
    }
  }
}

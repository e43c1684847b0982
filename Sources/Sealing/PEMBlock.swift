import CCrypto

/// The first block of a PEM text: what its line says it is, and the bytes in it.
struct PEMBlock {
  let label: String
  /// What stands between label and bytes: older encrypted keys say so there.
  let header: String
  var bytes: [UInt8]

  /// Reads the first block, whatever stands before it.
  init(_ text: String) throws(KeyError) {
    let source = Array(text.utf8)
    guard source.count <= PEMBlock.longest else { throw .notPEM }
    let block = unsafe source.withUnsafeBytes { bytes in unsafe PEMBlock(at: bytes) }
    guard let block else { throw .notPEM }
    self = block
  }

  /// Reads from memory. OpenSSL keeps no copy of a text it is given: it reads where the bytes lie.
  private init?(at bytes: UnsafeRawBufferPointer) {
    guard let input = unsafe BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else {
      ERR_clear_error()
      return nil
    }
    defer { unsafe BIO_free(input) }
    var name: UnsafeMutablePointer<CChar>?
    var head: UnsafeMutablePointer<CChar>?
    var data: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard unsafe PEM_read_bio(input, &name, &head, &data, &count) == 1, let name = unsafe name,
      let head = unsafe head, let data = unsafe data
    else {
      ERR_clear_error()
      return nil
    }
    label = unsafe String(cString: name)
    header = unsafe String(cString: head)
    self.bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
    unsafe CRYPTO_free(name, nil, 0)
    unsafe CRYPTO_free(head, nil, 0)
    unsafe CRYPTO_clear_free(data, count, nil, 0)
  }

  /// A key's text has a few hundred bytes; more than this is a wrong file.
  private static let longest = 65_536

  /// Why this block is not what it should be, told by its label.
  func refusal(needsPrivate: Bool) -> KeyError {
    if label == "ENCRYPTED PRIVATE KEY" || header.contains("ENCRYPTED") {
      return needsPrivate ? .encrypted : .privateKeyGiven
    }
    switch label {
    case "PUBLIC KEY": return .publicKeyGiven
    case _ where label.hasSuffix("PRIVATE KEY") && !needsPrivate: return .privateKeyGiven
    case "RSA PRIVATE KEY", "RSA PUBLIC KEY": return .otherAlgorithm("RSA")
    case "DSA PRIVATE KEY": return .otherAlgorithm("DSA")
    default: return .otherFormat
    }
  }

  /// What a writer of OpenSSL's puts into memory, as text. The memory is wiped afterwards.
  static func text(_ write: (OpaquePointer) -> Int32) -> String {
    guard let output = unsafe BIO_new(BIO_s_secmem()) else {
      preconditionFailure("no memory for a key's text")
    }
    defer { unsafe BIO_free(output) }
    precondition(unsafe write(output) == 1, "a key that was read or made can be written")
    var bytes = [UInt8](repeating: 0, count: unsafe BIO_ctrl_pending(output))
    let count = unsafe BIO_read(output, &bytes, Int32(bytes.count))
    precondition(Int(count) == bytes.count, "what was written can be read again")
    return String(decoding: bytes, as: UTF8.self)
  }
}

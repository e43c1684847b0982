import CCrypto

/// The fingerprint by which a record says which scheme it was decided under.
public enum SchemeDigest {
  /// SHA-256 of the bytes, as 64 hexadecimal digits in lower case.
  ///
  /// - Source: FIPS 180-4, computed by the operating system's OpenSSL.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    let isDone = unsafe EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
    precondition(isDone == 1 && count == 32, "SHA-256 is part of every libcrypto")
    let hex = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.prefix(32).flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }, as: UTF8.self)
  }
}

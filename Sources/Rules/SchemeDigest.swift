import Sealing

/// The fingerprint by which a record says which scheme it was decided under.
public enum SchemeDigest {
  /// SHA-256 of the bytes, as 64 hexadecimal digits in lower case.
  ///
  /// - Source: FIPS 180-4, computed by the operating system's OpenSSL.
  public static func sha256(_ bytes: [UInt8]) -> String { Hasher(.sha256).digest(bytes).hex }
}

import CCrypto

/// OpenSSL as a whole.
enum OpenSSLLibrary {
  /// Begins without the machine's configuration file: what a digest or a signature is must not hang on it, and reading it
  /// takes longer than all else that one look at a case needs.
  static func begin() { _ = begun }

  private static let begun: Bool = {
    let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1
    precondition(isReady, "libcrypto can be begun")
    return isReady
  }()
}

package import Rules

/// A scheme that a slip brings, so that its words can be read and its decisions made again.
package struct SlipScheme: Sendable {
  /// SHA-256 of the text: what the entries call it by.
  package let digest: String
  /// What the text says; `nil` where that is no scheme.
  package let scheme: Scheme?

  init(_ text: String) {
    let bytes = Array(text.utf8)
    digest = SchemeDigest.sha256(bytes)
    scheme = SchemeLoader.loadForDeciding(bytes: bytes, file: "scheme \(digest.prefix(12))").scheme
  }
}

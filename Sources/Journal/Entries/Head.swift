package import Sealing

/// The state of the journal after so many entries, signed once for each transaction.
package struct Head: Hashable, Sendable {
  /// How many entries it covers.
  package let size: Int
  /// The root of the tree over them.
  package let root: Digest
  /// When it was recorded.
  package let recordedAt: String
  /// Who signed it.
  package let actor: String
  /// The fingerprint of the key that signed it.
  package let key: Digest
  /// The signature over ``message(book:algorithm:)``.
  package let signature: [UInt8]

  package init(
    size: Int, root: Digest, recordedAt: String, actor: String, key: Digest, signature: [UInt8]
  ) {
    self.size = size
    self.root = root
    self.recordedAt = recordedAt
    self.actor = actor
    self.key = key
    self.signature = signature
  }

  /// The bytes that are signed: one field a line.
  package static func message(
    book: String, algorithm: DigestAlgorithm, size: Int, root: Digest, recordedAt: String, actor: String
  ) -> [UInt8] {
    Array(
      "fangpin-head-1\n\(book)\n\(algorithm.rawValue)\n\(size)\n\(root.hex)\n\(recordedAt)\n\(actor)\n".utf8)
  }
}

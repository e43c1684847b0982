import Units

/// The functions a record can be sealed with; both give 32 bytes.
package enum DigestAlgorithm: String, CaseIterable, Sendable {
  /// - Source: FIPS 180-4.
  case sha256
  /// - Source: GB/T 32905-2016.
  case sm3
}

/// What a digest function makes of some bytes: 32 bytes, held without an allocation, because a journal of a
/// million entries holds a million of them.
package struct Digest: Hashable, Sendable, BitwiseCopyable {
  /// How many bytes it has.
  package static let length = 32

  /// The bytes in the order of memory, whatever order the machine has within a word.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// `nil` where there are not 32 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Digest.length else { return nil }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    unsafe withUnsafeMutableBytes(of: &words) { room in unsafe room.copyBytes(from: bytes) }
    self.words = words
  }

  /// Reads 64 hexadecimal digits in either case; `nil` for anything else.
  package init?(hex: some StringProtocol) {
    guard let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes)
  }

  /// Lends the 32 bytes.
  package func withUnsafeBytes<Result, E>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> Result
  ) throws(E) -> Result {
    try unsafe Swift.withUnsafeBytes(of: words, body)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { unsafe withUnsafeBytes { bytes in unsafe Array(bytes) } }

  /// 64 hexadecimal digits in lower case.
  package var hex: String { unsafe withUnsafeBytes { bytes in unsafe Hexadecimal.text(bytes) } }

  /// The same 32 bytes.
  package static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }

  /// Feeds the 32 bytes to a hash table's function.
  package func hash(into hasher: inout Swift.Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension Digest: CustomStringConvertible {
  package var description: String { hex }
}

/// A tree of digests over a list that only grows, as far as its next root needs it: the roots of the complete
/// subtrees that the list falls into, one for each bit of its length.
///
/// A million leaves leave at most twenty digests to keep, and appending one takes two digests on average (its
/// own and an inner node's).
///
/// - Source: RFC 6962, section 2.1.
package struct MerkleTree: Sendable, Hashable {
  /// How many leaves it has.
  package private(set) var count = 0
  /// The complete subtrees' roots, the largest first.
  private var peaks: [Digest] = []

  /// Without a leaf.
  package init() {}

  /// Appends a leaf, given as its own digest: `Hasher.leaf(_:)`.
  package mutating func append(leaf: Digest, _ hasher: Hasher) {
    var peak = leaf
    for _ in 0..<(~count).trailingZeroBitCount { peak = hasher.node(peaks.removeLast(), peak) }
    peaks.append(peak)
    count += 1
  }

  /// The digest of all leaves in their order; of no bytes where there are none.
  package func root(_ hasher: Hasher) -> Digest {
    guard var root = peaks.last else { return hasher.empty() }
    for peak in peaks.dropLast().reversed() { root = hasher.node(peak, root) }
    return root
  }
}

extension MerkleTree {
  /// The length in 8 bytes, the highest first, then the subtrees' roots, the largest first, of 32 bytes each.
  package var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + Digest.length * peaks.count)
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: count >> shift))
    }
    for peak in peaks { bytes += peak.bytes }
    return bytes
  }

  /// Reads what ``encoded`` gives; `nil` where there are not as many roots as the length asks for.
  package init?(encoded bytes: [UInt8]) {
    guard bytes.count >= 8, bytes[0] < 0x80 else { return nil }
    count = bytes[..<8].reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count == 8 + Digest.length * count.nonzeroBitCount else { return nil }
    for start in stride(from: 8, to: bytes.count, by: Digest.length) {
      guard let peak = Digest(bytes[start..<start + Digest.length]) else { return nil }
      peaks.append(peak)
    }
  }
}

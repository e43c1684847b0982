import Sealing

/// RFC 6962's definition written down as it stands, slow and recursive, over whole byte strings.
struct PlainTree {
  let hasher: Hasher

  /// MTH(D[n]).
  func root(_ leaves: [[UInt8]]) -> [UInt8] {
    if leaves.isEmpty { return hasher.digest([]).bytes }
    if leaves.count == 1 { return hasher.digest([0x00] + leaves[0]).bytes }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    return hasher.digest([0x01] + root(Array(leaves[..<half])) + root(Array(leaves[half...]))).bytes
  }

  /// PATH(m, D[n]).
  func path(of index: Int, in leaves: [[UInt8]]) -> [[UInt8]] {
    if leaves.count == 1 { return [] }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let (left, right) = (Array(leaves[..<half]), Array(leaves[half...]))
    return index < half
      ? path(of: index, in: left) + [root(right)] : path(of: index - half, in: right) + [root(left)]
  }

  /// The leaves' own digests.
  func digests(_ leaves: [[UInt8]]) -> [Digest] {
    leaves.compactMap { Digest(hasher.digest([0x00] + $0).bytes) }
  }

  /// The tree over the digests of some leaves.
  func tree(_ leaves: [[UInt8]]) -> MerkleTree {
    var tree = MerkleTree()
    for digest in digests(leaves) { tree.append(leaf: digest, hasher) }
    return tree
  }

  /// Leaves that differ in length and content.
  static func leaves(_ count: Int) -> [[UInt8]] {
    (0..<count).map { index in
      [UInt8](repeating: UInt8(index % 251), count: index % 7) + [UInt8(index >> 8), UInt8(index & 255)]
    }
  }

  /// The eight leaves that implementations of Certificate Transparency test with.
  static let known: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
    Array(0x60...0x6F),
  ]
}

/// Shows somebody who knows only a root that a leaf is under it.
///
/// Making a proof takes all leaves and about as many digests; checking one takes a few dozen at most.
///
/// - Source: RFC 9162, section 2.1.
package enum MerkleProof {
  /// The paths of several leaves, in the order asked for, and the root they lead to: at the cost of one.
  ///
  /// - Parameter indices: of the leaves, ascending, each once.
  package static func inclusions(
    of indices: [Int], leaves: [Digest], hasher: Hasher
  ) -> (root: Digest, paths: [[Digest]]) {
    precondition(zip(indices, indices.dropFirst()).allSatisfy(<), "the leaves are named in order")
    precondition(indices.allSatisfy(leaves.indices.contains), "a proof is asked for leaves that there are")
    var paths = [[Digest]](repeating: [], count: indices.count)
    let root = gather(indices.indices, of: indices, leaves[...], &paths, hasher)
    return (root, paths)
  }

  /// The root of a part; what stands beside the ways through it is added to their paths, the lowest first.
  private static func gather(
    _ wanted: Range<Int>, of indices: [Int], _ part: ArraySlice<Digest>, _ paths: inout [[Digest]],
    _ hasher: Hasher
  ) -> Digest {
    guard !wanted.isEmpty, part.count > 1 else { return root(part, hasher) }
    let middle = part.startIndex + split(part.count)
    let cut = wanted.first { indices[$0] >= middle } ?? wanted.upperBound
    let left = gather(wanted.lowerBound..<cut, of: indices, part[..<middle], &paths, hasher)
    let right = gather(cut..<wanted.upperBound, of: indices, part[middle...], &paths, hasher)
    for index in wanted { paths[index].append(index < cut ? right : left) }
    return hasher.node(left, right)
  }

  /// Whether the path leads from the leaf's digest at that index to the root of a tree of that size.
  package static func verifyInclusion(
    leaf: Digest, index: Int, size: Int, path: [Digest], root: Digest, hasher: Hasher
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var place = index
    var last = size - 1
    var reached = leaf
    for beside in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        reached = hasher.node(beside, reached)
        climb(&place, &last)
      } else {
        reached = hasher.node(reached, beside)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && reached == root
  }

  /// Goes up, where a node has no right neighbour, to the level on which it is a right child.
  private static func climb(_ place: inout Int, _ last: inout Int) {
    while place & 1 == 0 && place != 0 {
      place >>= 1
      last >>= 1
    }
  }

  /// How many leaves the left half has: the largest power of two below `count`, which is at least 2.
  private static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }

  private static func root(_ leaves: ArraySlice<Digest>, _ hasher: Hasher) -> Digest {
    var tree = MerkleTree()
    for leaf in leaves { tree.append(leaf: leaf, hasher) }
    return tree.root(hasher)
  }
}

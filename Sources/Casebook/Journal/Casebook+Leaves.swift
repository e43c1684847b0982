package import Journal
package import Sealing
import Units

extension Casebook {
  /// The leaves of the first entries.
  ///
  /// - Parameter count: how many; fewer where the journal does not reach so far without a gap.
  /// - Complexity: reads every row; 32 bytes an entry are kept.
  package func leaves(first count: Int) throws(CasebookError) -> [Digest] {
    var leaves: [Digest] = []
    leaves.reserveCapacity(count)
    try eachLeaf(first: count, Sealing.Hasher(try currentState().algorithm)) { leaves.append($0) }
    return leaves
  }

  /// The roots of the tree over the first entries, for each of these sizes, computed anew from the journal's own rows.
  ///
  /// No head is believed. A size that the journal does not reach without a gap has no root.
  package func roots(at sizes: Set<Int>) throws(CasebookError) -> [Int: Digest] {
    guard let last = sizes.max() else { return [:] }
    let hasher = Sealing.Hasher(try currentState().algorithm)
    var tree = MerkleTree()
    var roots: [Int: Digest] = [:]
    try eachLeaf(first: last, hasher) { leaf in
      tree.append(leaf: leaf, hasher)
      if sizes.contains(tree.count) { roots[tree.count] = tree.root(hasher) }
    }
    return roots
  }

  /// Hands out the leaves of the first entries in turn, up to the first number that is missing; nothing derived is believed but
  /// the name of the digest.
  private func eachLeaf(
    first count: Int, _ hasher: Sealing.Hasher, _ body: (Digest) -> Void
  ) throws(CasebookError) {
    try eachLeaf(first: count) { bytes in
      body(unsafe bytes.withUnsafeBytes { unsafe hasher.leaf($0) })
    }
  }

  /// The head that covers so many entries and no more, if one was signed there.
  package func head(of size: Int) throws(CasebookError) -> Head? {
    let head = try head(covering: size)
    return head?.size == size ? head : nil
  }
}

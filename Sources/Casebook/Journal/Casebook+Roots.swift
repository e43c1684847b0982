package import Sealing
import Store

extension Casebook {
  /// The roots of the tree over the first entries, for each of these sizes, computed anew from the journal's own rows.
  ///
  /// No head is believed, and nothing that is derived but the name of the digest. A size that the journal does not reach
  /// without a gap has no root.
  package func roots(at sizes: Set<Int>) throws(CasebookError) -> [Int: Digest] {
    guard let last = sizes.max() else { return [:] }
    let hasher = Sealing.Hasher(try currentState().algorithm)
    return try reading { () throws(StoreError) in
      let query = try statements[
        """
        SELECT number, recorded_at, happened_on, actor, role, kind, engine, scheme, payload FROM journal
        WHERE number <= ? ORDER BY number
        """]
      query.bind(1, last)
      defer { query.reset() }
      var tree = MerkleTree()
      var roots: [Int: Digest] = [:]
      var bytes: [UInt8] = []
      while try query.step() {
        guard query.int(0) == tree.count + 1 else { break }
        bytes.removeAll(keepingCapacity: true)
        bytes += Entry.mark.utf8
        for column in 0...8 {
          bytes.append(UInt8(ascii: "\n"))
          unsafe query.withBytes(column) { cell in unsafe bytes.append(contentsOf: cell) }
        }
        tree.append(leaf: unsafe bytes.withUnsafeBytes { unsafe hasher.leaf($0) }, hasher)
        if sizes.contains(tree.count) { roots[tree.count] = tree.root(hasher) }
      }
      return roots
    }
  }
}

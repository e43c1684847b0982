import Sealing
import TestKit
import Testing

/// Proofs for every leaf and every pair of sizes up to forty, and what must not pass for one.
@Suite("Merkle proofs")
struct MerkleProofTests {
  private let hasher = Hasher(.sha256)
  private var plain: PlainTree { PlainTree(hasher: hasher) }

  private func root(_ leaves: [[UInt8]]) throws -> Digest { try #require(Digest(plain.root(leaves))) }

  /// Every digest that differs in one bit.
  private func flips(of digest: Digest) -> [Digest] {
    (0..<256).compactMap { bit in
      var bytes = digest.bytes
      bytes[bit / 8] ^= 1 << (bit % 8)
      return Digest(bytes)
    }
  }

  /// Every path that differs in one bit, is a step shorter, or a step longer.
  private func wrong(_ path: [Digest]) -> [[Digest]] {
    var paths = [path + [hasher.empty()], [hasher.empty()] + path]
    for index in path.indices {
      for flip in flips(of: path[index]) {
        var other = path
        other[index] = flip
        paths.append(other)
      }
      var shorter = path
      shorter.remove(at: index)
      paths.append(shorter)
    }
    return paths
  }

  @Test(
    "several paths at once are those made one by one, and lead to the root",
    arguments: TestSize.spread(Array(1...40), fast: 6))
  func several(_ size: Int) throws {
    let leaves = (0..<size).map { index in unsafe [UInt8(index)].withUnsafeBytes { unsafe hasher.leaf($0) } }
    var chance = Seeded(seed: UInt64(size))
    for wanted in [[], Array(0..<size), (0..<size).filter { _ in Bool.random(using: &chance) }] {
      let made = MerkleProof.inclusions(of: wanted, leaves: leaves, hasher: hasher)
      #expect(
        made.paths == wanted.map { MerkleProof.inclusion(of: $0, leaves: leaves, hasher: hasher) })
      var tree = MerkleTree()
      for leaf in leaves { tree.append(leaf: leaf, hasher) }
      #expect(made.root == tree.root(hasher))
    }
  }

  @Test("the known proofs of the eight known leaves come out")
  func known() {
    let leaves = plain.digests(PlainTree.known)
    let inclusion = MerkleProof.inclusion(of: 0, leaves: leaves, hasher: hasher)
    #expect(
      inclusion.map(\.hex) == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ])
    let consistency = MerkleProof.consistency(from: 6, leaves: leaves, hasher: hasher)
    #expect(
      consistency.map(\.hex) == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ])
  }

  @Test(
    "every leaf is shown to be under the root, and no changed bit passes",
    arguments: TestSize.spread(Array(1...40), fast: 6))
  func inclusion(_ size: Int) throws {
    let leaves = PlainTree.leaves(size)
    let digests = plain.digests(leaves)
    let root = try root(leaves)
    for index in 0..<size {
      let path = MerkleProof.inclusion(of: index, leaves: digests, hasher: hasher)
      func passes(
        leaf: Digest? = nil, at place: Int? = nil, path given: [Digest]? = nil, root other: Digest? = nil
      ) -> Bool {
        MerkleProof.verifyInclusion(
          leaf: leaf ?? digests[index], index: place ?? index, size: size, path: given ?? path,
          root: other ?? root,
          hasher: hasher)
      }
      #expect(passes())
      for place in -1...size where place != index { #expect(!passes(at: place)) }
      #expect(!wrong(path).contains { passes(path: $0) })
      #expect(!flips(of: digests[index]).contains { passes(leaf: $0) })
      #expect(!flips(of: root).contains { passes(root: $0) })
    }
  }

  @Test(
    "every older tree is shown to be the beginning, and no changed bit passes",
    arguments: TestSize.spread(Array(1...40), fast: 6))
  func consistency(_ size: Int) throws {
    let leaves = PlainTree.leaves(size)
    let digests = plain.digests(leaves)
    let root = try root(leaves)
    for older in 0...size {
      let olderRoot = try self.root(Array(leaves[..<older]))
      let path = MerkleProof.consistency(from: older, leaves: digests, hasher: hasher)
      func passes(oldRoot: Digest? = nil, newRoot: Digest? = nil, path given: [Digest]? = nil) -> Bool {
        MerkleProof.verifyConsistency(
          oldSize: older, oldRoot: oldRoot ?? olderRoot, newSize: size, newRoot: newRoot ?? root,
          path: given ?? path,
          hasher: hasher)
      }
      #expect(passes())
      #expect(path.isEmpty == (older == 0 || older == size))
      #expect(!wrong(path).contains { passes(path: $0) })
      #expect(!flips(of: olderRoot).contains { passes(oldRoot: $0) })
      // The tree without a leaf is the beginning of every other: nothing is said about the newer.
      if older > 0 { #expect(!flips(of: root).contains { passes(newRoot: $0) }) }
    }
  }

  @Test("sizes that make no sense are refused")
  func sizes() throws {
    let root = try root(PlainTree.leaves(4))
    for (old, new) in [(-1, 4), (5, 4), (4, 3), (-2, -1)] {
      #expect(
        !MerkleProof.verifyConsistency(
          oldSize: old, oldRoot: root, newSize: new, newRoot: root, path: [], hasher: hasher), "\(old) \(new)"
      )
    }
    #expect(
      MerkleProof.verifyConsistency(
        oldSize: 0, oldRoot: hasher.empty(), newSize: 0, newRoot: hasher.empty(), path: [], hasher: hasher))
    #expect(
      !MerkleProof.verifyConsistency(
        oldSize: 0, oldRoot: hasher.empty(), newSize: 0, newRoot: root, path: [], hasher: hasher))
    #expect(!MerkleProof.verifyInclusion(leaf: root, index: 0, size: 0, path: [], root: root, hasher: hasher))
  }
}

import Sealing
import TestKit
import Testing

/// Proofs for every leaf of sizes up to forty, and what must not pass for one.
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
    "several paths at once are those of the definition, and lead to the root",
    arguments: TestSize.spread(Array(1...40), fast: 6))
  func several(_ size: Int) throws {
    let leaves = PlainTree.leaves(size)
    var chance = Seeded(seed: UInt64(size))
    for wanted in [[], Array(0..<size), (0..<size).filter { _ in Bool.random(using: &chance) }] {
      let made = MerkleProof.inclusions(of: wanted, leaves: plain.digests(leaves), hasher: hasher)
      #expect(made.paths.map { $0.map(\.bytes) } == wanted.map { plain.path(of: $0, in: leaves) })
      #expect(try made.root == root(leaves))
    }
  }

  @Test("the known proofs of the eight known leaves come out")
  func known() {
    let leaves = plain.digests(PlainTree.known)
    let inclusion = MerkleProof.inclusions(of: [0], leaves: leaves, hasher: hasher).paths
    #expect(
      inclusion.map { $0.map(\.hex) } == [
        [
          "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
          "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
          "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ]
      ])
  }

  @Test(
    "every leaf is shown to be under the root, and no changed bit passes",
    arguments: TestSize.spread(Array(1...40), fast: 6))
  func inclusion(_ size: Int) throws {
    let leaves = PlainTree.leaves(size)
    let digests = plain.digests(leaves)
    let root = try root(leaves)
    let paths = MerkleProof.inclusions(of: Array(0..<size), leaves: digests, hasher: hasher).paths
    for (index, path) in paths.enumerated() {
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

  @Test("a size that makes no sense is refused")
  func sizes() throws {
    let root = try root(PlainTree.leaves(4))
    #expect(!MerkleProof.verifyInclusion(leaf: root, index: 0, size: 0, path: [], root: root, hasher: hasher))
  }
}

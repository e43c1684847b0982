import Sealing
import TestKit
import Testing

/// The tree's roots against the definition, and its kept form.
@Suite("Merkle tree")
struct MerkleTreeTests {
  /// The roots over the first 0 to 8 of the known leaves.
  static let knownRoots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test("the known leaves have the known roots", arguments: knownRoots.indices)
  func known(_ count: Int) {
    let hasher = Hasher(.sha256)
    let tree = PlainTree(hasher: hasher).tree(Array(PlainTree.known.prefix(count)))
    #expect(tree.count == count)
    #expect(tree.root(hasher).hex == Self.knownRoots[count])
  }

  @Test("roots are those of the definition, after every leaf", arguments: DigestAlgorithm.allCases)
  func definition(_ algorithm: DigestAlgorithm) {
    let plain = PlainTree(hasher: Hasher(algorithm))
    let leaves = PlainTree.leaves(130)
    var tree = MerkleTree()
    for (index, digest) in plain.digests(leaves).enumerated() {
      tree.append(leaf: digest, plain.hasher)
      #expect(tree.root(plain.hasher).bytes == plain.root(Array(leaves[...index])))
    }
    #expect(tree.count == 130)
  }

  @Test("a kept tree comes back and goes on as if it had not been put down")
  func kept() throws {
    let plain = PlainTree(hasher: Hasher(.sha256))
    let leaves = PlainTree.leaves(70)
    let digests = plain.digests(leaves)
    for count in 0..<70 {
      let tree = plain.tree(Array(leaves[..<count]))
      #expect(tree.encoded.count == 8 + 32 * count.nonzeroBitCount)
      var again = try #require(MerkleTree(encoded: tree.encoded))
      #expect(again == tree)
      for digest in digests[count...] { again.append(leaf: digest, plain.hasher) }
      #expect(again.root(plain.hasher).bytes == plain.root(leaves))
    }
  }

  @Test("the kept form is the length, then the largest subtree first")
  func form() {
    let plain = PlainTree(hasher: Hasher(.sha256))
    let leaves = PlainTree.leaves(6)
    let expected =
      [0, 0, 0, 0, 0, 0, 0, 6] + plain.root(Array(leaves[..<4])) + plain.root(Array(leaves[4...]))
    #expect(plain.tree(leaves).encoded == expected)
  }

  @Test("a kept form of the wrong length or number is refused")
  func refused() {
    let good = PlainTree(hasher: Hasher(.sha256)).tree(PlainTree.leaves(6)).encoded
    #expect(MerkleTree(encoded: good) != nil)
    for length in 0..<good.count { #expect(MerkleTree(encoded: Array(good[..<length])) == nil, "\(length)") }
    #expect(MerkleTree(encoded: good + [0]) == nil)
    #expect(MerkleTree(encoded: good + [UInt8](repeating: 0, count: 32)) == nil)
    #expect(MerkleTree(encoded: [0, 0, 0, 0, 0, 0, 0, 7] + good[8...]) == nil)
    #expect(MerkleTree(encoded: [0x80, 0, 0, 0, 0, 0, 0, 6] + good[8...]) == nil)
    #expect(MerkleTree(encoded: [UInt8](repeating: 0xFF, count: 8 + 64 * 32)) == nil)
  }
}

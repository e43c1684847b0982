package import Sealing
import Units

/// What a draw takes its chance from: a digest over what was published before it.
///
/// Everybody can make the same from a terminal: a case's ticket is `echo "SEED 17" | sha256sum`. The article "Samples that
/// anyone can redraw" has every byte.
package struct DrawSeed: Hashable, Sendable {
  /// The digest of ``text(head:seedHead:words:)``.
  package let digest: Digest

  package init(head: HeadCode, seedHead: HeadCode?, words: String?) {
    digest = Sealing.Hasher(.sha256).digest(
      Array(DrawSeed.text(head: head, seedHead: seedHead, words: words).utf8))
  }

  /// The lines that are digested. Of a head its size and first 32 digits count, as printed on a notice, whoever has more.
  package static func text(head: HeadCode, seedHead: HeadCode?, words: String?) -> String {
    func line(_ head: HeadCode) -> String { "\(head.size) \(head.digits.prefix(HeadCode.printed))" }
    return "fangpin-draw-1\nhead \(line(head))\nseed-head \(line(seedHead ?? head))\nwords \(words ?? "")\n"
  }

  /// The tickets of cases: the case with the lowest ticket is drawn first.
  func tickets(_ numbers: some Sequence<Int>) -> [Ticket] {
    let hasher = Sealing.Hasher(.sha256)
    let beginning = Array((digest.hex + " ").utf8)
    return numbers.map { Ticket(hasher.digest(beginning + Array("\($0)\n".utf8))) }
  }

  /// A whole number from 0 to below `bound`, each as likely as any other: numbers of 64 bits are drawn until one lies below the
  /// largest multiple of the bound.
  package func start(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "there is a number below the bound")
    let hasher = Sealing.Hasher(.sha256)
    let excess = (UInt64.max % bound + 1) % bound  // 2^64 modulo bound
    var counter = 0
    while true {
      let drawn = Ticket(hasher.digest(Array("\(digest.hex) start \(counter)\n".utf8))).first
      if drawn <= UInt64.max - excess { return drawn % bound }
      counter += 1
    }
  }
}

/// A case's place in the draw: a digest, ordered as its 64 hexadecimal digits are.
struct Ticket: Comparable {
  /// The first eight bytes, the first highest.
  let first: UInt64
  private let rest: (UInt64, UInt64, UInt64)

  init(_ digest: Digest) {
    var words: [UInt64] = [0, 0, 0, 0]
    unsafe digest.withUnsafeBytes { bytes in
      for index in 0..<4 {
        unsafe words[index] = UInt64(
          bigEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
      }
    }
    first = words[0]
    rest = (words[1], words[2], words[3])
  }

  static func == (a: Ticket, b: Ticket) -> Bool { a.first == b.first && a.rest == b.rest }
  static func < (a: Ticket, b: Ticket) -> Bool { a.first == b.first ? a.rest < b.rest : a.first < b.first }
}

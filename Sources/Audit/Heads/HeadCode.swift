import Casebook
package import Journal
package import Sealing
import Units

/// A head as it is printed, copied by hand and typed in again: `1234 3f2a-d09b-…`, how many entries it covers and the
/// first bytes of the root.
///
/// The 32 digits of ``line`` are 128 bits: nobody finds a second journal that fits them, nor two that fit one another.
package struct HeadCode: Hashable, Sendable {
  /// How many entries it covers.
  package let size: Int
  /// The first digits of the root, lower case; all 64 at most, 32 at least.
  package let digits: String

  /// The digits of a head that is printed in short.
  package static let printed = 32

  /// The code of a head.
  ///
  /// - Parameter isFull: with all 64 digits.
  package init(_ head: Head, isFull: Bool = false) {
    size = head.size
    digits = isFull ? head.root.hex : String(head.root.hex.prefix(HeadCode.printed))
  }

  /// The code of a head over so many entries.
  package init(size: Int, root: Digest) {
    self.size = size
    digits = String(root.hex.prefix(HeadCode.printed))
  }

  /// Reads a code as somebody types it: digits in any case, groups parted by `-`, spaces or nothing; `nil` where it is none
  /// or shorter than what is printed.
  package init?(_ text: String) {
    let words = text.split { $0.isWhitespace || $0 == "-" }
    guard let first = words.first, let size = Int(first), size > 0, "\(size)" == first else { return nil }
    let digits = words.dropFirst().joined().lowercased()
    guard (HeadCode.printed...2 * Digest.length).contains(digits.utf8.count),
      Hexadecimal.isLowerCase(digits)
    else { return nil }
    self.size = size
    self.digits = digits
  }

  /// `1234 3f2a-…`: the size, and the digits in groups of four.
  package var line: String {
    let all = Array(digits)
    let groups = stride(from: 0, to: all.count, by: 4).map { String(all[$0..<min($0 + 4, all.count)]) }
    return "\(size) " + groups.joined(separator: "-")
  }

  /// Whether a tree over as many entries with this root is what the code stands for.
  package func fits(size: Int, root: Digest) -> Bool { size == self.size && root.hex.hasPrefix(digits) }
}

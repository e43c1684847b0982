/// Sixteen hexadecimal digits that stand for values: enough to tell the records of an office apart, and short enough to stand
/// in every row.
package enum ShortMark {
  /// The mark of some bytes. It begins with a letter, so that no spreadsheet takes it for a number.
  package static func of(_ bytes: [UInt8]) -> String {
    let hasher = Hasher(.sha256)
    var bytes = bytes
    while true {
      let digits = hasher.digest(bytes).hex.prefix(length)
      if let first = digits.first, first >= "a" { return String(digits) }
      bytes.append(0)
    }
  }

  private static let length = 16
}

/// Text from files, names of files and what a user typed, as it may be shown: nothing in it steers a terminal or turns the
/// line around.
package enum PrintableText {
  /// The text with `�` for each control character, each mark of direction and each separator of lines or paragraphs.
  ///
  /// - Parameter kept: control characters that may stay.
  package static func of(_ text: String, keeping kept: String = "") -> String {
    let stays = kept.unicodeScalars
    guard text.unicodeScalars.contains(where: { steers($0) && !stays.contains($0) }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      clean.append(steers(scalar) && !stays.contains(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    steering.contains { $0.contains(scalar.value) }
  }

  /// Controls, marks of direction, and separators of lines and paragraphs.
  private static let steering: [ClosedRange<UInt32>] = [
    0...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
  ]
}

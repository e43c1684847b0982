/// A person's name as it may hang on a wall: enough to recognise a neighbour, not enough to look somebody up.
public struct PersonName: Hashable, Sendable {
  /// The name whole.
  public let text: String

  /// A name as it was written down; spaces around it are none of it.
  public init(_ text: some StringProtocol) {
    let trimmed = text.drop { $0.isWhitespace }
    self.text = String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Chinese names keep their first character, and their last where there are three or more: `王*`, `王*明`, `欧**明`,
  /// `阿*****提`. Names in other scripts keep the first letter of each word, and not its length: `J*** S***`.
  public var masked: String {
    let letters = Array(text)
    guard letters.count > 1 else { return letters.isEmpty ? "" : "*" }
    guard letters.contains(where: PersonName.isHan) else {
      return text.split { $0.isWhitespace }.map { ($0.count > 1 ? "\($0.prefix(1))" : "") + "***" }
        .joined(separator: " ")
    }
    let last = letters.count > 2 ? String(letters[letters.count - 1]) : ""
    return "\(letters[0])" + String(repeating: "*", count: max(1, letters.count - 2)) + last
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.contains {
      (0x3400...0x9FFF).contains($0.value) || (0xF900...0xFAFF).contains($0.value)
        || (0x20000...0x3FFFF).contains($0.value)
    }
  }
}

extension PersonName: CustomStringConvertible {
  /// ``masked``.
  public var description: String { masked }
}

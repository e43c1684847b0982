import Units

/// Breaks text into lines of a terminal: at spaces, and between Chinese characters.
enum Paragraph {
  /// The columns a line may take.
  static let columns = 100

  /// `text` in lines, the first led by `first`, the others by `rest`.
  static func lines(_ text: String, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var line = first
    var used = TextWidth.columns(first)
    var isEmpty = true
    for piece in pieces(text) {
      let visible = piece.last == " " ? String(piece.dropLast()) : piece
      if !isEmpty, used + TextWidth.columns(visible) > columns {
        lines.append(trimmed(line))
        line = rest
        used = TextWidth.columns(rest)
      }
      line += piece
      used += TextWidth.columns(piece)
      isEmpty = false
    }
    lines.append(trimmed(line))
    return lines
  }

  /// A marked item: the mark in a column of `width`, the text beside it.
  static func item(_ mark: String, _ text: String, indent: Int, width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return lines(
      text, first: margin + TextWidth.pad(mark, to: width - 1) + " ",
      rest: margin + String(repeating: " ", count: width))
  }

  /// The text cut where a line may end. A stop or a closing bracket stays with what it follows, an opening
  /// bracket with what follows it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var previous: Character?
    for character in text {
      if let previous, breaks(between: previous, character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      previous = character
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func breaks(between left: Character, _ right: Character) -> Bool {
    if "，。；：、）】》」？！,.;:)]".contains(right) || "（【《「([".contains(left) { return false }
    if right == " " { return false }
    if left == " " { return right != "元" }
    return isWide(left) || isWide(right)
  }

  private static func isWide(_ character: Character) -> Bool { TextWidth.columns(String(character)) > 1 }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

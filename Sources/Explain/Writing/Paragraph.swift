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
      if !isEmpty, used + piece.columns - (piece.endsInSpace ? 1 : 0) > columns {
        lines.append(trimmed(line))
        line = rest
        used = TextWidth.columns(rest)
      }
      line.unicodeScalars += piece.text
      used += piece.columns
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

  private struct Piece {
    var text: Substring.UnicodeScalarView
    var columns: Int
    var endsInSpace: Bool
  }

  /// The text cut where a line may end. A stop or a closing bracket stays with what it follows, an opening
  /// bracket with what follows it. Cut by scalars, not characters: a page of explanation is a third of the time that
  /// showing it takes.
  private static func pieces(_ text: String) -> [Piece] {
    let scalars = text.unicodeScalars
    var pieces: [Piece] = []
    var start = scalars.startIndex
    var columns = 0
    var previous: Unicode.Scalar?
    for (index, scalar) in zip(scalars.indices, scalars) {
      if let previous, breaks(between: previous, scalar) {
        pieces.append(
          Piece(text: text[start..<index].unicodeScalars, columns: columns, endsInSpace: previous == " "))
        start = index
        columns = 0
      }
      columns += TextWidth.columns(of: scalar)
      previous = scalar
    }
    if let previous {
      pieces.append(
        Piece(text: text[start...].unicodeScalars, columns: columns, endsInSpace: previous == " "))
    }
    return pieces
  }

  private static func breaks(between left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    switch right {
    case " ", "，", "。", "；", "：", "、", "）", "】", "》", "」", "”", "？", "！", ",", ".", ";", ":", ")", "]":
      return false
    default: break
    }
    switch left {
    case "（", "【", "《", "「", "“", "(", "[": return false
    case " ": return right != "元"
    default: break
    }
    let width = TextWidth.columns(of: right)
    return width > 0 && (width > 1 || TextWidth.columns(of: left) > 1)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

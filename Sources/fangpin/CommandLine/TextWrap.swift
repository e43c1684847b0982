import Units

/// Breaks text into lines of a terminal, where a Chinese character takes two columns and may end a line.
package enum TextWrap {
  /// The lines of `text`, none wider than `width` unless a single word is.
  package static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for piece in pieces(of: text) {
      let wide = TextWidth.columns(piece.text)
      let gap = piece.isSpaced && !line.isEmpty ? 1 : 0
      if !line.isEmpty && columns + gap + wide > width {
        lines.append(line)
        line = piece.text
        columns = wide
      } else {
        line += (gap == 1 ? " " : "") + piece.text
        columns += gap + wide
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// What must stay on one line: an English word, or a Chinese character with its punctuation.
  private struct Piece {
    var text: String
    /// Whether a space stands before it.
    let isSpaced: Bool
  }

  private static let neverFirst: Set<Character> = [
    "，", "。", "；", "：", "、", "！", "？", "）", "》", "”", "”", "…", ",", ".", ";", ":", ")", "]",
  ]
  private static let neverLast: Set<Character> = ["（", "《", "“", "“", "(", "["]

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var isSpaced = true
    for character in text {
      if character == " " {
        isSpaced = true
        continue
      }
      if !isSpaced, let last = pieces.last?.text.last, !mayBreak(last, character) {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), isSpaced: isSpaced && !pieces.isEmpty))
      }
      isSpaced = false
    }
    return pieces
  }

  private static func mayBreak(_ before: Character, _ after: Character) -> Bool {
    guard !neverFirst.contains(after), !neverLast.contains(before) else { return false }
    return TextWidth.columns(String(before)) == 2 || TextWidth.columns(String(after)) == 2
  }
}

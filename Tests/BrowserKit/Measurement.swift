/// What was seen of a page on one screen.
package struct Measurement: Sendable, Decodable {
  /// The screen's name.
  package let screen: String
  /// The width the page was laid out in, and how high it is, in CSS pixels.
  package let width, height: Int
  /// The page's `lang`.
  package let language: String
  /// The page's title.
  package let title: String
  /// The document, and elements not meant to scroll, that are wider than their place.
  package let overflowing: [String]
  /// Elements with text that is cut off.
  package let clipped: [String]
  /// Texts of drawings that lie on one another.
  package let overlapping: [String]
  /// Texts whose contrast to their background is below 4.5, or 3 for large ones (WCAG 2.1, 1.4.3).
  package let faint: [String]
  /// Characters no font has a glyph for.
  package let missingGlyphs: [String]
  /// What asks for something outside the file, and scripts.
  package let outside: [String]
  /// Faults of the markup: ids twice, no `lang`, headings left out, tables without caption, drawings without title …
  package let structure: [String]
  /// What can be read.
  package let texts: Texts

  /// The words of a page as they are seen.
  package struct Texts: Sendable, Decodable {
    /// By the element's id.
    package let byID: [String: String]
    /// By a `data-` attribute, in the page's order.
    package let marked: [Marked]
    /// The tables.
    package let tables: [Table]
    /// Everything.
    package let all: String
  }

  /// An element with a `data-` attribute.
  package struct Marked: Sendable, Decodable {
    package let name, value, text: String
  }

  /// A table, row by row, with its heads.
  package struct Table: Sendable, Decodable {
    package let id, caption: String
    package let rows: [[String]]
  }

  /// The texts of the elements with `data-NAME="VALUE"`.
  package func texts(_ name: String, _ value: String) -> [String] {
    texts.marked.filter { $0.name == "data-\(name)" && $0.value == value }.map(\.text)
  }

  /// Everything that is wrong, each with the screen's name; empty where nothing is.
  package var faults: [String] {
    let kinds: [(String, [String])] = [
      ("wider than its place", overflowing), ("cut off", clipped), ("text over text", overlapping),
      ("too faint", faint), ("no glyph", missingGlyphs), ("from outside", outside), ("markup", structure),
    ]
    return kinds.flatMap { kind, found in found.map { "\(screen): \(kind): \($0)" } }
  }
}

import Units

/// A drawing in SVG, 360 units wide: about a telephone's width, so that its letters are never small. All places are in
/// tenths of a unit: whole numbers.
package struct Drawing {
  /// How wide every drawing is, in tenths.
  package static let width = 3600
  private var shapes = HTML()

  /// Nothing drawn yet.
  package init() {}

  /// A number of tenths as SVG has it.
  private static func units(_ tenths: Int) -> String { Numeral.text(tenths, decimals: 1) }

  /// About how wide a text of the usual size is, in tenths: never less than it is.
  package static func textWidth(_ text: String) -> Int { TextWidth.columns(text) * 68 }

  /// A text no wider than so many tenths; one that is gets an ellipsis.
  package static func fitting(_ text: String, _ width: Int) -> String {
    guard textWidth(text) > width else { return text }
    var short = text
    while !short.isEmpty, textWidth(short) + 136 > width { short.removeLast() }
    return short + "…"
  }

  /// Where a text stands about its place.
  package enum Anchor: String { case start, middle, end }

  /// Writes a text at a place.
  package mutating func text(
    _ text: String, _ x: Int, _ y: Int, _ anchor: Anchor = .start, kind: String = "label"
  ) {
    shapes.element(
      "text",
      ["x": Drawing.units(x), "y": Drawing.units(y), "text-anchor": anchor.rawValue, "class": kind], text)
  }

  /// Draws a line between two places.
  package mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, kind: String) {
    shapes.element(
      "line",
      [
        "x1": Drawing.units(x1), "y1": Drawing.units(y1), "x2": Drawing.units(x2), "y2": Drawing.units(y2),
        "class": kind,
      ]
    ) { _ in }
  }

  /// Draws a bar; one below nothing is nothing.
  package mutating func bar(_ x: Int, _ y: Int, _ width: Int, _ height: Int, kind: String) {
    shapes.element(
      "rect",
      [
        "x": Drawing.units(x), "y": Drawing.units(y), "width": Drawing.units(max(width, 0)),
        "height": Drawing.units(max(height, 0)), "class": kind,
      ]
    ) { _ in }
  }

  /// Draws a circle about a place.
  package mutating func circle(_ x: Int, _ y: Int, _ radius: Int, kind: String) {
    shapes.element(
      "circle",
      ["cx": Drawing.units(x), "cy": Drawing.units(y), "r": Drawing.units(radius), "class": kind]
    ) { _ in }
  }

  /// Draws a line through places.
  package mutating func path(_ places: [(x: Int, y: Int)], kind: String) {
    let words = places.enumerated().map { index, place in
      (index == 0 ? "M" : "L") + Drawing.units(place.x) + " " + Drawing.units(place.y)
    }
    shapes.element("path", ["d": words.joined(separator: " "), "class": kind]) { _ in }
  }

  /// The drawing with its title and what it shows in words, for who cannot see it.
  ///
  /// - Parameter id: no other element of the page has it.
  package func write(to html: inout HTML, id: String, height: Int, title: String, says: String) {
    html.element(
      "svg",
      [
        "viewBox": "0 0 \(Drawing.units(Drawing.width)) \(Drawing.units(height))", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc", "class": "chart",
      ]
    ) { html in
      html.element("title", ["id": "\(id)-title"], title)
      html.element("desc", ["id": "\(id)-desc"], says)
      html.append(shapes)
    }
  }
}

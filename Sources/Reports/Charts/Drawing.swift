import Units

/// A drawing in SVG, 360 units wide: about a telephone's width, so that its letters are never small. All places are in
/// tenths of a unit: whole numbers.
struct Drawing {
  /// How wide every drawing is, in tenths.
  static let width = 3600
  private(set) var shapes = HTML()

  /// A number of tenths as SVG has it.
  private static func units(_ tenths: Int) -> String {
    let magnitude = tenths.magnitude
    return (tenths < 0 ? "-" : "") + "\(magnitude / 10).\(magnitude % 10)"
  }

  /// About how wide a text of the usual size is, in tenths: never less than it is.
  static func textWidth(_ text: String) -> Int { TextWidth.columns(text) * 68 }

  /// A text no wider than so many tenths; one that is gets an ellipsis.
  static func fitting(_ text: String, _ width: Int) -> String {
    guard textWidth(text) > width else { return text }
    var short = text
    while !short.isEmpty, textWidth(short) + 136 > width { short.removeLast() }
    return short + "…"
  }

  /// Where a text stands about its place.
  enum Anchor: String { case start, middle, end }

  mutating func text(_ text: String, _ x: Int, _ y: Int, _ anchor: Anchor = .start, kind: String = "label") {
    shapes.element(
      "text",
      ["x": Drawing.units(x), "y": Drawing.units(y), "text-anchor": anchor.rawValue, "class": kind], text)
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, kind: String) {
    shapes.element(
      "line",
      [
        "x1": Drawing.units(x1), "y1": Drawing.units(y1), "x2": Drawing.units(x2), "y2": Drawing.units(y2),
        "class": kind,
      ]
    ) { _ in }
  }

  mutating func bar(_ x: Int, _ y: Int, _ width: Int, _ height: Int, kind: String) {
    shapes.element(
      "rect",
      [
        "x": Drawing.units(x), "y": Drawing.units(y), "width": Drawing.units(max(width, 0)),
        "height": Drawing.units(max(height, 0)), "class": kind,
      ]
    ) { _ in }
  }

  mutating func circle(_ x: Int, _ y: Int, _ radius: Int, kind: String) {
    shapes.element(
      "circle",
      ["cx": Drawing.units(x), "cy": Drawing.units(y), "r": Drawing.units(radius), "class": kind]
    ) { _ in }
  }

  mutating func path(_ places: [(x: Int, y: Int)], kind: String) {
    let words = places.enumerated().map { index, place in
      (index == 0 ? "M" : "L") + Drawing.units(place.x) + " " + Drawing.units(place.y)
    }
    shapes.element("path", ["d": words.joined(separator: " "), "class": kind]) { _ in }
  }

  /// The drawing with its title and what it shows in words, for who cannot see it.
  ///
  /// - Parameter id: no other element of the page has it.
  func write(to html: inout HTML, id: String, height: Int, title: String, says: String) {
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

/// A sum of money in a frame: places for amounts, with the axis's lines and numbers.
struct Plot {
  let axis: Axis
  /// In tenths.
  let left: Int
  let right: Int
  let top: Int
  let bottom: Int

  /// A frame with room for the axis's numbers at its left.
  init(_ axis: Axis, _ language: Language, top: Int, bottom: Int) {
    self.axis = axis
    self.top = top
    self.bottom = bottom
    let widest = axis.ticks(language).map { Drawing.textWidth($0.label) }.max() ?? 0
    left = widest + 80
    right = Drawing.width - 40
  }

  /// The height of an amount; what lies beyond the axis lies on its edge.
  func y(_ amount: Int64) -> Int {
    let inside = min(max(amount, 0), axis.top)
    return bottom - Int(Int128(inside) * Int128(bottom - top) / Int128(axis.top))
  }

  /// Lines across, with their numbers and the unit above.
  func write(to drawing: inout Drawing, _ language: Language) {
    drawing.text(axis.unit(language), 0, 150)
    for (value, label) in axis.ticks(language) {
      drawing.line(left, y(value), right, y(value), kind: value == 0 ? "axis" : "grid")
      drawing.text(label, left - 60, y(value) + 42, .end)
    }
  }
}

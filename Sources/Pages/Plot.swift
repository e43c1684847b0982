package import Units

/// A sum of money in a frame: places for amounts, with the axis's lines and numbers.
package struct Plot {
  package let axis: Axis
  /// In tenths.
  package let left: Int
  package let right: Int
  package let top: Int
  package let bottom: Int

  /// A frame with room for the axis's numbers at its left.
  package init(_ axis: Axis, _ language: Language, top: Int, bottom: Int) {
    self.axis = axis
    self.top = top
    self.bottom = bottom
    let widest = axis.ticks(language).map { Drawing.textWidth($0.label) }.max() ?? 0
    left = widest + 80
    right = Drawing.width - 40
  }

  /// The height of an amount; what lies beyond the axis lies on its edge.
  package func y(_ amount: Int64) -> Int {
    let inside = min(max(amount, 0), axis.top)
    return bottom - Int(Int128(inside) * Int128(bottom - top) / Int128(axis.top))
  }

  /// Lines across, with their numbers and the unit above.
  package func write(to drawing: inout Drawing, _ language: Language) {
    drawing.text(axis.unit(language), 0, 150)
    for (value, label) in axis.ticks(language) {
      drawing.line(left, y(value), right, y(value), kind: value == 0 ? "axis" : "grid")
      drawing.text(label, left - 60, y(value) + 42, .end)
    }
  }
}

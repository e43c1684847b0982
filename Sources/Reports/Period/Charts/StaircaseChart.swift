import Pages
import Rules
import Units

/// What a benefit pays on an accumulated cost, with the accounts of the policy year on it.
struct StaircaseChart {
  static let height = 2450
  private let panel: StaircasePanel
  private let language: Language
  private let across: Axis
  private let plot: Plot

  init(_ panel: StaircasePanel, _ language: Language) {
    self.panel = panel
    self.language = language
    across = Axis(reaching: panel.reach.fen, steps: 5)
    let most = panel.points.map(\.benefit.fen).max() ?? 0
    let curve = panel.curve.benefit(onCost: Yuan(fen: across.top)).fen
    plot = Plot(Axis(reaching: max(most, curve, 100)), language, top: 330, bottom: 1990)
  }

  private func x(_ cost: Yuan) -> Int {
    plot.left
      + Int(Int128(min(max(cost.fen, 0), across.top)) * Int128(plot.right - plot.left) / Int128(across.top))
  }

  func write(to html: inout HTML, id: String, title: String, says: String) {
    var drawing = Drawing()
    plot.write(to: &drawing, language)
    writeCosts(to: &drawing)
    let line = x(panel.curve.warningLine)
    drawing.line(line, plot.top, line, plot.bottom, kind: "warning")
    for point in panel.points {
      drawing.circle(
        x(point.cost), plot.y(point.benefit.fen), StaircaseChart.radius(point.accounts), kind: "account")
    }
    drawing.path(places, kind: "curve")
    drawing.write(to: &html, id: id, height: StaircaseChart.height, title: title, says: says)
  }

  /// The numbers below; where they would touch, every other one stays.
  private func writeCosts(to drawing: inout Drawing) {
    let ticks = across.ticks(language)
    let unit = (language == .zh ? "累计额，" : "accumulated cost, ") + across.unit(language)
    let widest = ticks.map { Drawing.textWidth($0.label) }.max() ?? 0
    let apart = (plot.right - plot.left) / max(ticks.count - 1, 1)
    let every = apart > widest + 60 ? 1 : apart * 2 > widest + 60 ? 2 : ticks.count - 1
    for (index, tick) in ticks.enumerated() {
      let place = x(Yuan(fen: tick.value))
      drawing.line(place, plot.bottom, place, plot.bottom + 40, kind: "axis")
      guard index % every == 0 else { continue }
      let isLast = place + Drawing.textWidth(tick.label) / 2 > Drawing.width
      drawing.text(tick.label, isLast ? Drawing.width : place, plot.bottom + 170, isLast ? .end : .middle)
    }
    drawing.text(unit, plot.right, plot.bottom + 350, .end)
  }

  /// The curve, exact at both sides of each edge.
  private var places: [(x: Int, y: Int)] {
    var costs = (0...120).map { across.top * $0 / 120 }
    for band in 0...panel.curve.staircase.bands.count {
      let start = panel.curve.start(ofBand: band).fen
      costs += [start - 1, start, start + 1]
    }
    return Set(costs.filter { (0...across.top).contains($0) }).sorted().map { cost in
      (x(Yuan(fen: cost)), plot.y(panel.curve.benefit(onCost: Yuan(fen: cost)).fen))
    }
  }

  /// The area goes with the number of accounts.
  private static func radius(_ accounts: Int64) -> Int {
    var root: Int64 = 1
    while (root + 1) * (root + 1) <= accounts * 16 { root += 1 }
    return min(Int(root) * 6, 140)
  }
}

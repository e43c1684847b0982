import Pages
import Testing
import Units

@Suite("Drawings and their axes")
struct DrawingTests {
  @Test(
    "an axis reaches its amount in a few round steps",
    arguments: [
      0, 1, 100, 499, 500, 501, 12_345, 999_999, 1_000_000, 7_800_00, 123_456_789_00, 5_000_000_000_000,
    ])
  func axis(_ most: Int64) {
    let axis = Axis(reaching: most)
    #expect(axis.top >= most && (1...5).contains(axis.count))
    #expect(axis.step == 100 || axis.step * 2 < most, "a smaller step would have done")
    let digits = String(axis.step).filter { $0 != "0" }
    #expect(axis.step >= 100 && ["1", "2", "5"].contains(digits))
    for language in Language.allCases {
      let ticks = axis.ticks(language)
      #expect(ticks.count == Int(axis.count) + 1 && Set(ticks.map(\.label)).count == ticks.count)
      #expect(ticks.first?.label == "0" && !axis.unit(language).isEmpty)
    }
  }

  @Test("the numbers of an axis are counted in the unit it names")
  func units() {
    let small = Axis(reaching: 5_000_00)
    #expect(small.unit(.zh) == "元" && small.ticks(.zh).last?.label == "5,000")
    let large = Axis(reaching: 5_000_000_00)
    #expect(large.unit(.zh) == "万元" && large.ticks(.zh).last?.label == "500")
    #expect(large.unit(.en) == "million yuan" && large.ticks(.en).last?.label == "5")
  }

  @Test("an amount beyond the axis lies on its edge")
  func plot() {
    let plot = Plot(Axis(reaching: 1000_00), .en, top: 300, bottom: 2000)
    #expect(plot.y(0) == 2000 && plot.y(-1) == 2000)
    #expect(plot.y(1000_00) == 300 && plot.y(.max) == 300 && plot.y(500_00) == 1150)
    #expect(plot.left > 0 && plot.right < Drawing.width)
  }

  @Test("a text that is too wide ends with an ellipsis")
  func fitting() {
    #expect(Drawing.fitting("青山乡", Drawing.width) == "青山乡")
    let short = Drawing.fitting(String(repeating: "青山乡", count: 30), 1000)
    #expect(short.hasSuffix("…") && Drawing.textWidth(short) <= 1000 && short.count > 3)
  }

  @Test("a drawing says in words what it shows, in tenths of a unit")
  func words() {
    var drawing = Drawing()
    drawing.bar(-5, 0, -20, 15, kind: "paid")
    drawing.path([(0, 1), (10, 25)], kind: "curve")
    var html = HTML()
    drawing.write(to: &html, id: "a", height: 100, title: "钱 & 粮", says: "没有")
    #expect(
      html.markup.hasPrefix("<svg viewBox=\"0 0 360.0 10.0\" role=\"img\" aria-labelledby=\"a-title a-desc\"")
    )
    #expect(html.markup.contains("<title id=\"a-title\">钱 &amp; 粮</title><desc id=\"a-desc\">没有</desc>"))
    #expect(
      html.markup.contains("<rect x=\"-0.5\" y=\"0.0\" width=\"0.0\" height=\"1.5\" class=\"paid\"></rect>"))
    #expect(html.markup.contains("d=\"M0.0 0.1 L1.0 2.5\""))
  }
}

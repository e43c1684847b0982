import BrowserKit
import Testing

/// The kit that looks at pages sees what is wrong with them: each fault is planted once and found.
@Suite("The browser of the tests", .serialized, .enabled(if: Browser.isWanted, "\(Browser.whyNot)"))
struct BrowserTests {
  private static func page(_ body: String, style: String = "", lang: String = "zh-Hans") -> String {
    """
    <!DOCTYPE html><html lang="\(lang)"><head><meta charset="utf-8"><title>页</title><style>
    :root { color-scheme: light dark } body { color: #111; background: #fff }
    @media screen and (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }
    @media print { .screen-only { display: none } }
    \(style)</style></head><body><main><h1>公示</h1>\(body)</main></body></html>
    """
  }

  @Test("a good page has no faults on any screen, and its words are read")
  func good() throws {
    let body = """
      <p id="sum" data-figure="payout">赔付 7,800.00 元</p><p class="screen-only">屏幕</p>
      <table id="t"><caption>表</caption><tr><th scope="col">户</th></tr><tr><td>H1</td></tr></table>
      """
    let seen = try Browser().measure(Self.page(body))
    #expect(seen.map(\.screen) == Screen.all.map(\.name))
    #expect(seen.flatMap { $0.faults } == [])
    #expect(seen.map(\.width) == Screen.all.map(\.width))
    for screen in seen {
      #expect(screen.texts.byID["sum"] == "赔付 7,800.00 元")
      #expect(screen.texts("figure", "payout") == ["赔付 7,800.00 元"])
      #expect(screen.texts.tables.map(\.rows) == [[["户"], ["H1"]]])
      #expect(screen.texts.all.contains("屏幕") == (screen.screen != "paper"))
    }
  }

  private static let planted: [(body: String, fault: String)] = [
    ("<p style='width: 900px'>wide</p>", "phone: wider than its place: document"),
    ("<p style='width: 3em; overflow: hidden; white-space: nowrap'>cut off here</p>", "desktop: cut off"),
    (
      "<svg width='50' height='20'><title>t</title><text y='15'>far too long for it</text></svg>",
      "cut off: text"
    ),
    (
      "<svg width='99' height='20'><title>t</title><text y='15'>one</text><text y='15'>two</text></svg>",
      "text over text"
    ),
    ("<p style='color: #777'>so so</p>", "phone-dark: too faint: p \"so so\""),
    ("<p style='color: #999'>so so</p>", "phone: too faint: p \"so so\""),
    ("<p>\u{0378}</p>", "no glyph: \u{0378}"), ("<p>\u{FFFFD}</p>", "no glyph: \u{FFFFD}"),
    ("<img src='https://example.org/a.png' alt=''>", "from outside: img"),
    ("<p style='background: url(a.png)'>b</p>", "from outside"),
    ("<script>1</script>", "from outside: script"), ("<p id='a'>1</p><p id='a'>2</p>", "markup: id twice: a"),
    ("<svg width='9' height='9'></svg>", "drawing without title"), ("<h3>三</h3>", "heading level left out"),
    ("<table><tr><td>1</td></tr></table>", "table without caption"),
  ]

  @Test("a planted fault is found")
  func faults() throws {
    let pages = Self.planted.map { Self.page($0.body) }
    let seen = try Browser().measure(pages, on: [.phone, .phoneDark, .desktop])
    #expect(seen.count == Self.planted.count && seen.count > 10)
    for (plant, screens) in zip(Self.planted, seen) {
      let faults = screens.flatMap { $0.faults }
      #expect(faults.contains { $0.contains(plant.fault) }, "\(plant): \(faults)")
    }
  }

  @Test("sheets are counted, and their words and size are read")
  func sheets() throws {
    let one = try Browser().print(Self.page("<p>一</p>", style: "@page { size: A4 }"))
    #expect(try one.sheets == 1)
    #expect(try one.size.contains("A4"))
    let two = try Browser().print(Self.page("<p style='break-after: page'>一</p><p>二</p>"))
    #expect(try two.sheets == 2)
    #expect(try two.texts.map { $0.contains("二") } == [false, true])
    let pages = ["甲", "乙", "丙"].map { Self.page("<p>\($0)</p>") }
    let together = try Browser().print(together: pages)
    #expect(try together.texts.map { $0.contains("乙") } == [false, true, false])
  }

  @Test("a picture is as large as the screen")
  func pictures() throws {
    let picture = try Browser().screenshot(Self.page("<p>一</p>"), on: .phone)
    let size = [16, 20].map { offset in picture[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(size == [390, 844])
  }
}

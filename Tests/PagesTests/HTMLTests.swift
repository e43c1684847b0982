import Pages
import Testing
import Units

@Suite("Markup")
struct HTMLTests {
  @Test("elements nest as they were written")
  func nesting() {
    var html = HTML()
    html.element("p", ["class": "sum"]) { html in
      html.text("赔付 ")
      html.element("b", "7,800.00")
      html.void("br")
    }
    #expect(html.markup == "<p class=\"sum\">赔付 <b>7,800.00</b><br></p>")
  }

  @Test(
    "no text becomes markup, and no control character stands in a page",
    arguments: [
      ("<script>", "&lt;script&gt;"), ("\" onload=\"", "&quot; onload=&quot;"), ("&amp;", "&amp;amp;"),
      ("a\u{0}b\u{7F}\u{9F}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"), ("a\n\tb", "a\n\tb"), ("王小明", "王小明"),
    ])
  func escaping(_ text: String, _ escaped: String) {
    var html = HTML()
    html.element("i", ["title": text], text)
    #expect(html.markup == "<i title=\"\(escaped)\">\(escaped)</i>")
  }

  @Test(
    "a page says its language and holds everything it needs", arguments: [(true, "zh-Hans"), (false, "en")])
  func page(_ isChinese: Bool, _ code: String) {
    var body = HTML()
    body.element("h1", "1 < 2")
    let page = Page(language: isChinese ? .zh : .en, title: "a & b", styles: [".own {}"], body: body).text
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(code)\">"))
    #expect(page.contains("<title>a &amp; b</title>"))
    #expect(page.contains(".own {}") && page.contains("<body><h1>1 &lt; 2</h1></body>"))
    for outside in ["http:", "https:", "<script", "<link", "url("] { #expect(!page.contains(outside)) }
  }
}

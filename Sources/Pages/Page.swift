package import Units

/// A whole page in one file: no network, no script, readable on a telephone, a desktop and on paper, in light and dark.
package struct Page: Sendable {
  /// The language it is in.
  package let language: Language
  /// What stands in the window's title.
  package let title: String
  /// The style sheets it needs, after ``PageStyle/common``.
  package let styles: [StaticString]
  /// What it says.
  package let body: HTML

  /// A page.
  package init(language: Language, title: String, styles: [StaticString] = [], body: HTML) {
    self.language = language
    self.title = title
    self.styles = styles
    self.body = body
  }

  /// The file.
  package var text: String {
    var html = HTML()
    html.element("html", ["lang": language == .zh ? "zh-Hans" : "en"]) { html in
      html.element("head") { html in
        html.void("meta", ["charset": "utf-8"])
        html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.void("meta", ["name": "color-scheme", "content": "light dark"])
        html.element("title", title)
        html.element("style") { html in
          html.verbatim(PageStyle.common)
          for style in styles { html.verbatim(style) }
        }
      }
      html.element("body") { html in html.append(body) }
    }
    return "<!DOCTYPE html>\n" + html.markup + "\n"
  }
}

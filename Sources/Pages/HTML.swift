/// Markup being written: elements nest as the closures do, and all text is escaped where it is put in.
///
///     var html = HTML()
///     html.element("p", ["class": "sum"]) { $0.text("赔付 < 7,800.00") }
package struct HTML: Sendable {
  /// What has been written.
  package private(set) var markup = ""

  /// Begins with nothing written.
  package init() {}

  /// Writes an element with what `content` writes inside it.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout HTML) -> Void
  ) {
    open(name, attributes)
    content(&self)
    markup += "</\(name)>"
  }

  /// Writes an element that holds only text.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that holds only text and has no attributes.
  package mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

  /// Writes an element that never has content: `meta`, `br`, or a shape of a drawing.
  package mutating func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    open(name, attributes)
  }

  /// Writes text: it never becomes markup.
  package mutating func text(_ text: String) { markup += HTML.escaped(text) }

  /// Writes what was written elsewhere.
  package mutating func append(_ other: HTML) { markup += other.markup }

  /// Writes a constant of ours as it is: a style sheet.
  package mutating func verbatim(_ text: StaticString) { markup += "\(text)" }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    markup += "<\(name)"
    for (key, value) in attributes { markup += " \(key)=\"\(HTML.escaped(value))\"" }
    markup += ">"
  }

  /// Text as it may stand between tags and in quoted attributes. Control characters have no place in a page.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// Wrong input or wrong rules, as a value: where it is, what is wrong, and how to fix it.
///
/// Diagnostics are collected and shown together; they are never thrown one by one.
public struct Diagnostic: Hashable, Sendable {
  /// How much it weighs.
  public enum Severity: String, Sendable {
    /// Nothing is done until it is corrected.
    case error
    /// Work goes on; a person should look.
    case warning
  }

  /// Where in a text: line and column count from 1, the column in characters.
  public struct Place: Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The character in the line, from 1.
    public let column: Int
    /// The whole line as it stands in the file, for the excerpt.
    public let excerpt: String

    /// A place in a text.
    public init(file: String, line: Int, column: Int, excerpt: String = "") {
      self.file = file
      self.line = line
      self.column = column
      self.excerpt = excerpt
    }
  }

  /// A short stable name in kebab case: `unknown-key`.
  public let code: String
  /// Error or warning.
  public let severity: Severity
  /// Where, if it has a place in a text.
  public let place: Place?
  /// The JSON path or the like, if there is one: `benefits[0].warningLine`.
  public let path: String
  /// What is wrong, as a sentence without its full stop.
  public let what: Wording
  /// How to fix it, or `nil` where `what` says it all.
  public let fix: Wording?

  /// Describes one fault.
  public init(
    _ code: String, _ severity: Severity = .error, at place: Place? = nil, path: String = "", what: Wording,
    fix: Wording? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.path = path
    self.what = what
    self.fix = fix
  }
}

extension Diagnostic {
  /// The diagnostic as people read it, without colour and with no newline at its end.
  ///
  ///     scheme.json:12:7: error: unknown key 'warningline' [unknown-key]
  ///        12 |       "warningline": 5000
  ///           |       ^
  ///       at: benefits[0].warningline
  ///       fix: did you mean 'warningLine'?
  public func text(in language: Language) -> String {
    let severityWord =
      switch severity {
      case .error: Wording(zh: "错误", en: "error")
      case .warning: Wording(zh: "警告", en: "warning")
      }
    let colon = language == .zh ? "：" : ": "
    var lines: [String] = []
    let prefix = place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    lines.append(prefix + severityWord[language] + colon + what[language] + " [\(code)]")
    if let place, !place.excerpt.isEmpty {
      lines += Diagnostic.caretLines(place)
    }
    if !path.isEmpty { lines.append("  " + Wording(zh: "位置", en: "at")[language] + colon + path) }
    if let fix { lines.append("  " + Wording(zh: "改法", en: "fix")[language] + colon + fix[language]) }
    return lines.joined(separator: "\n")
  }

  /// The line with its number and a caret under the column; a long line is cut around the caret.
  private static func caretLines(_ place: Place) -> [String] {
    let characters = Array(place.excerpt)
    let before = min(place.column - 1, characters.count)
    let start = max(0, before - 60)
    let end = min(characters.count, before + 40)
    let shown = characters[start..<end].map { $0 == "\t" ? " " : $0 }
    let number = String(place.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let lead = start > 0 ? "…" : ""
    let pad = TextWidth.columns(lead + String(shown.prefix(before - start)))
    return [
      margin + number + " | " + lead + String(shown) + (end < characters.count ? "…" : ""),
      "      | " + String(repeating: " ", count: pad) + "^",
    ]
  }
}

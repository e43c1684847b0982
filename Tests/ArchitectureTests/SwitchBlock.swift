/// A `switch` over several lines, told from formatted code by its indentation: the formatter puts its cases and its closing
/// brace under the line that opens it.
struct SwitchBlock {
  /// The line it begins on, from 1.
  let line: Int
  /// The line of its `default:`, if it has one.
  let defaultLine: Int?
  /// The cases that its patterns name by a point alone, `.paid`; of a switch with a default only.
  let names: Set<String>

  /// All in a file.
  static func all(in lines: [String]) -> [SwitchBlock] {
    lines.indices.compactMap { start in
      guard lines[start].utf8.last == UInt8(ascii: "{") else { return nil }
      let code = lines[start].drop { $0 == " " }
      guard !code.hasPrefix("//"), code.contains(#/\bswitch /#) else { return nil }
      let margin = String(repeating: " ", count: lines[start].utf8.count - code.utf8.count)
      let body = lines[(start + 1)...].prefix { !$0.hasPrefix(margin + "}") }
      let defaultLine = body.firstIndex { $0.hasPrefix(margin + "default:") }.map { $0 + 1 }
      return SwitchBlock(
        line: start + 1, defaultLine: defaultLine, names: defaultLine == nil ? [] : names(in: body, margin))
    }
  }

  private static func names(in body: ArraySlice<String>, _ margin: String) -> Set<String> {
    var names: Set<String> = []
    var pattern: String?
    for line in body {
      if line.hasPrefix(margin + "case ") { pattern = "" }
      guard let begun = pattern else { continue }
      // A pattern goes on until its colon; one in brackets belongs to a payload.
      let whole = begun + line.replacing(#/\([^()]*\)/#, with: "")
      guard let colon = whole.firstIndex(of: ":") else {
        pattern = whole
        continue
      }
      for match in whole[..<colon].matches(of: #/(?:^|[\s,(])\.(?<name>\w+)/#) {
        names.insert(String(match.name))
      }
      pattern = nil
    }
    return names
  }
}

/// An `enum` of the sources with the names of its cases.
struct EnumCases {
  let name: String
  let path: String
  let cases: Set<String>

  /// All in a file.
  static func all(in lines: [String], path: String) -> [EnumCases] {
    lines.enumerated().compactMap { start, line in
      guard line.utf8.last == UInt8(ascii: "{"), line.split(separator: " ").contains("enum"),
        let head = line.firstMatch(of: #/^(?<margin> *)(?:[a-z]+ )*enum (?<name>\w+).*\{$/#)
      else { return nil }
      let margin = String(head.margin)
      let body = lines[(start + 1)...].prefix { !$0.hasPrefix(margin + "}") }
      let own = body.filter { $0.hasPrefix(margin + "  case ") || $0.hasPrefix(margin + "  indirect case ") }
      let cases = own.flatMap { line in
        line.replacing(#/"[^"]*"|\/\/.*|\([^()]*\)/#, with: "").replacing("indirect ", with: "")
          .drop { $0 == " " }.dropFirst("case ".count).split(separator: ",").compactMap { part in
            part.firstMatch(of: #/\w+/#).map { String($0.0) }
          }
      }
      return cases.isEmpty ? nil : EnumCases(name: String(head.name), path: path, cases: Set(cases))
    }
  }
}

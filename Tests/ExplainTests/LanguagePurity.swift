import Claims
import ExplainKit
import Rules
import Units

/// Looks for words of the wrong language. Ids and codes of the files are no language.
enum LanguagePurity {
  static func hasChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      (0x3000...0x303F).contains($0.value) || (0x3400...0x9FFF).contains($0.value)
        || (0xFF00...0xFFEF).contains($0.value)
    }
  }

  /// Latin words of two letters or more that are neither an id nor a code.
  static func english(in text: String) -> [String] {
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }.map(String.init)
    return words.filter { word in
      word.filter(\.isLetter).count > 1 && !codes.contains(word) && Day(word) == nil && !isDigest(word)
    }
  }

  private static func isDigest(_ word: String) -> Bool {
    word.count >= 12 && word.allSatisfy(\.isHexDigit)
  }

  private static let codes: Set<String> = {
    let scheme = County().scheme
    return Set(
      Reason.allCases.map(\.code) + [scheme.id, "sha256", "GB", "json", "test"] + words(of: scheme)
        + BuiltInSchemes.ids.flatMap { id in
          [id] + (BuiltInSchemes.load(id)?.scheme.map { words(of: $0) } ?? [])
        })
  }()

  private static func words(of scheme: Scheme) -> [String] {
    scheme.groups.map(\.id) + scheme.perils.map(\.id) + scheme.causes.map(\.id) + scheme.benefits.map(\.id)
  }
}

/// A language that people read us in. Codes in files never depend on it.
public enum Language: String, CaseIterable, Sendable {
  case zh, en
}

/// A sentence or a name in both languages, so that neither can be forgotten.
public struct Wording: Hashable, Sendable {
  /// Simplified Chinese.
  public let zh: String
  /// English.
  public let en: String

  /// Pairs the two languages' texts.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

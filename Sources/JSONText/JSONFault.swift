package import Units

/// Why a text is not JSON. Reading stops at the first one.
package struct JSONFault: Error, Hashable, Sendable {
  /// Where it stands: bytes from the start of the text.
  package let offset: Int
  /// A short stable name in kebab case: `trailing-comma`.
  package let code: String
  /// What is wrong.
  package let what: Wording
  /// How to fix it, where that is not plain.
  package let fix: Wording?

  init(_ code: String, at offset: Int, zh: String, en: String, fix: Wording? = nil) {
    self.offset = offset
    self.code = code
    what = Wording(zh: zh, en: en)
    self.fix = fix
  }
}

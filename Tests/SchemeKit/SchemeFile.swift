package import Rules
import Testing

/// A scheme with the bytes it was read from, as casebooks are founded with it.
package struct SchemeFile: Sendable {
  package let bytes: [UInt8]
  package let scheme: Scheme

  /// Reads a scheme that must be sound.
  package init(bytes: [UInt8]) throws {
    let loading = SchemeLoader.load(bytes: bytes, file: "scheme.json")
    self.bytes = bytes
    scheme = try #require(loading.scheme, "\(loading.diagnostics)")
  }

  /// A scheme that is built in.
  package static func builtIn(_ id: String = BuiltInSchemes.standard) throws -> SchemeFile {
    try #require(builtIns[id], "\(id) is built in").get()
  }

  /// Each read once: in debug a reading takes longer than much of what is tested with it.
  private static let builtIns = Dictionary(
    uniqueKeysWithValues: BuiltInSchemes.ids.map { id in
      (id, Result { try SchemeFile(bytes: #require(BuiltInSchemes.bytes(of: id))) })
    })

  /// The same file with another text in place of one that must be there.
  package func replacing(_ text: String, with other: String) throws -> SchemeFile {
    let whole = String(decoding: bytes, as: UTF8.self)
    try #require(whole.contains(text), "the scheme has \(text)")
    guard text != other else { return self }
    return try SchemeFile(bytes: Array(whole.replacing(text, with: other).utf8))
  }

  /// The same file, where it is said who gets money first of those who wait: `what-fits`.
  package func whenShort(_ then: String) throws -> SchemeFile {
    try replacing(
      "\"onDeficit\":",
      with: """
        "whenShort": { "then": "\(then)", "assumption": { "zh": "试", "en": "a test" } },
        "onDeficit":
        """)
  }

  /// The same file, where a deficit of the fund leads to something else than a call on the county: `pend`.
  package func onDeficit(_ then: String) throws -> SchemeFile {
    try replacing("\"then\": \"call-county\"", with: "\"then\": \"\(then)\"")
  }
}

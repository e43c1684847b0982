package import Rules
import Store

extension Casebook {
  /// The bytes of a scheme that was in force, as they were recorded.
  package func schemeBytes(_ digest: String) throws(CasebookError) -> [UInt8] {
    let content = try reading { () throws(StoreError) in try statements.schemeContent(digest) }
    guard let content, SchemeDigest.sha256(content) == digest else { throw .damaged(row: "scheme_file") }
    return content
  }

  /// All schemes that were ever in force, by their digests, for whoever looks at days when another was.
  package func recordedSchemes() throws(CasebookError) -> [String: Scheme] {
    var schemes: [String: Scheme] = [:]
    for digest in try schemeDigests() {
      schemes[digest] = digest == scheme.digest ? scheme : try Casebook.readScheme(digest, statements)
    }
    return schemes
  }
}

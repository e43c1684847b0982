package import Rules

extension Casebook {
  /// All schemes that were ever in force, by their digests, for whoever looks at days when another was.
  package func recordedSchemes() throws(CasebookError) -> [String: Scheme] {
    var schemes: [String: Scheme] = [:]
    for digest in try schemeDigests() {
      schemes[digest] = digest == scheme.digest ? scheme : try Casebook.readScheme(digest, statements)
    }
    return schemes
  }
}

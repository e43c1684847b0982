package import Rules
import Sealing
import Store

extension Casebook {
  /// All schemes that were ever in force, by their digests, for whoever looks at days when another was.
  package func recordedSchemes() throws(CasebookError) -> [String: Scheme] {
    let digests = try reading { () throws(StoreError) in
      try statements["SELECT digest FROM scheme_file ORDER BY digest"].rows { $0.text(0) }
    }
    var schemes: [String: Scheme] = [:]
    for digest in digests {
      schemes[digest] = digest == scheme.digest ? scheme : try Casebook.readScheme(digest, statements)
    }
    return schemes
  }
}

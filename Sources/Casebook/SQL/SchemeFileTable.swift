import Sealing
import Store
import Units

/// The columns of scheme files.
enum SchemeFileColumn: String, TableColumn {
  static let table = "scheme_file"

  case digest, content

  static let byDigest = Question<Self>("FROM scheme_file ORDER BY digest")
  fileprivate static let insertion = Change<Self>.insert(or: "IGNORE")
  fileprivate static let contentByDigest = Question<Self>(
    [.content], "FROM scheme_file WHERE \(digest.given)")
  fileprivate static let digests = Question<Self>([.digest], "FROM scheme_file ORDER BY digest")
}

extension Casebook {
  /// Keeps a scheme's bytes, once.
  func keep(_ bytes: [UInt8], digest: String) throws(CasebookError) {
    try run(SchemeFileColumn.insertion) { bind in
      bind(.digest, digest)
      bind(.content, bytes)
    }
  }

  /// The digests of all schemes that were ever in force, ascending.
  func schemeDigests() throws(CasebookError) -> [String] {
    try rows(SchemeFileColumn.digests) { $0.text(.digest) }
  }
}

extension Statements {
  /// The bytes of the scheme with a digest.
  func schemeContent(_ digest: String) throws(StoreError) -> [UInt8]? {
    try first(SchemeFileColumn.contentByDigest) {
      $0(SchemeFileColumn.digest, digest)
    } read: {
      $0.blob(.content)
    }
  }
}

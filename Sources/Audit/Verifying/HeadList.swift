import Casebook

/// The heads of a casebook as its file has them, whatever they say.
struct HeadList {
  /// By size.
  let rows: [SignedHead]
  private(set) var next = 0

  init(_ file: CasebookFile) throws(CasebookError) { rows = try file.heads() }

  /// The head that closes the entries being read; `nil` behind the last.
  var current: SignedHead? { next < rows.count ? rows[next] : nil }

  /// Goes on to the next one.
  mutating func advance() { next += 1 }
}

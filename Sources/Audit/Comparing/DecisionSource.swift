package import Casebook
import Store
import Tables

/// Decisions to be compared: a casebook's, or those of a file.
package enum DecisionSource {
  case casebook(Casebook)
  case file(String)

  /// Opens what stands at a path: a casebook shows itself by its first bytes, anything else is read as a table.
  package static func open(_ path: String) throws(CasebookError) -> DecisionSource {
    guard path != "-" else { return .file(path) }
    do {
      let file = try InputFile(path: path)
      guard file.size != nil, try file.peek(mark.count) == mark else { return .file(path) }
    } catch { throw .file(error) }
    return .casebook(try Casebook.open(path, .readOnly))
  }

  /// How every SQLite file begins.
  private static let mark = Array("SQLite format 3\0".utf8)
}

package import Units

/// What headings mean that an office's lists have of their own, as a file of them says.
public struct OwnHeadings: Sendable {
  /// Why the file cannot be used.
  package enum Trouble: Error, Sendable {
    case file(TableError)
    case faults([Diagnostic])
  }

  /// The English names of the columns that a heading may mean, by the heading folded: in one table one of them at most.
  let columns: [String: Set<String>]
  /// Then no table can be read by it.
  private let trouble: Trouble?

  /// No table has headings of its own.
  public init() { (columns, trouble) = ([:], nil) }

  /// - Parameter columns: the English names of the columns that a heading may mean, by the heading folded.
  package init(_ columns: [String: Set<String>]) { (self.columns, trouble) = (columns, nil) }

  /// What a file of them has that cannot be used.
  package init(_ trouble: Trouble) { (columns, self.trouble) = ([:], trouble) }

  /// Whether one of them means a column, by its English name.
  package func mean(_ column: String) -> Bool { columns.values.contains { $0.contains(column) } }

  /// Whether tables can be read by them; `diagnostics` gets what is wrong, once.
  func areSound(_ diagnostics: inout [Diagnostic]) throws(TableError) -> Bool {
    switch trouble {
    case nil: return true
    case .file(let error): throw error
    case .faults(let faults):
      for fault in faults where !diagnostics.contains(fault) { diagnostics.append(fault) }
      return false
    }
  }
}

import Journal
import Sealing
import Store
import Units

/// Derives from entries what follows from them: the one place that writes the derived tables, whether an entry is being
/// recorded or the casebook is being rebuilt.
///
/// It judges nothing: an entry says what became of the case, and the fold believes it.
struct Fold {
  let book: Casebook
  var state: BookState

  init(book: Casebook, state: BookState) {
    self.book = book
    self.state = state
  }

  var statements: Statements { book.statements }

  /// Derives what follows from an entry.
  mutating func apply(_ entry: Entry) throws(CasebookError) {
    try entry.effect().derive(entry, in: &self)
    try personal(entry)
  }

  /// Runs a statement with what it needs.
  func run(_ sql: String, _ bind: (Statement) -> Void) throws(CasebookError) {
    do {
      let statement = try statements[sql]
      bind(statement)
      try statement.run()
    } catch { throw .store(error) }
  }
}

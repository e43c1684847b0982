import Journal
import Sealing
import Units

/// Derives from entries what follows from them: the one place that writes the derived tables, whether an entry is being
/// recorded or the casebook is being rebuilt.
///
/// It judges nothing: what became of a case is what the entry says.
package struct Fold {
  let book: Casebook
  package var state: BookState
  /// Whether an actor has been enrolled or revoked since this was last taken back.
  package var changedActors = false

  package init(book: Casebook, state: BookState) {
    self.book = book
    self.state = state
  }

  /// Makes a change of a derived table.
  func run<Column>(_ change: Change<Column>, _ bind: (Values<Column>) -> Void) throws(CasebookError) {
    try book.run(change, bind)
  }
}

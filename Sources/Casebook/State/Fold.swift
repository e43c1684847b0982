import Journal
import Sealing
import Units

/// Derives from entries what follows from them: the one place that writes the derived tables, whether an entry is being
/// recorded or the casebook is being rebuilt.
///
/// It judges nothing: an entry says what became of the case, and the fold believes it.
struct Fold {
  let book: Casebook
  var state: BookState
  /// Whether an actor has been enrolled or revoked since this was last taken back.
  var changedActors = false

  init(book: Casebook, state: BookState) {
    self.book = book
    self.state = state
  }

  /// Derives what follows from an entry.
  mutating func apply(_ entry: Entry) throws(CasebookError) {
    try entry.effect().derive(entry, in: &self)
    try personal(entry)
  }

  /// Makes a change of a derived table.
  func run<Column>(_ change: Change<Column>, _ bind: (Values<Column>) -> Void) throws(CasebookError) {
    try book.run(change, bind)
  }
}

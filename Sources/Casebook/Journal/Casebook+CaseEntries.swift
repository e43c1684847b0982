package import Journal
import Units

extension Casebook {
  /// The entries of a case, in order: the one that opened it, and those that followed.
  package func entries(of file: Casefile) throws(CasebookError) -> [Entry] {
    var entries: [Entry] = []
    for number in [file.openedEntry] + (try entryNumbers(of: file.number)) {
      guard let entry = try entry(number) else { throw .damaged(entry: number) }
      entries.append(entry)
    }
    return entries
  }
}

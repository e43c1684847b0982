package import Casebook
package import Journal

extension Casebook {
  /// The journal's entries of some kinds; of all where none is named.
  package func allEntries(_ kinds: EntryKind...) throws -> [Entry] {
    var entries: [Entry] = []
    try self.entries { (entry) throws(CasebookError) in
      if kinds.isEmpty || kinds.contains(entry.kind) { entries.append(entry) }
    }
    return entries
  }

  /// The lines of the journal's dump.
  package func dumped(bare: Bool) throws -> [String] {
    var lines: [String] = []
    try dump(bare: bare) { (line) throws(CasebookError) in lines.append(line) }
    return lines
  }
}

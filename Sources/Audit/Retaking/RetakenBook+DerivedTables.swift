import Casebook
import Sealing
import Store
import Units

/// A row of the file's derived tables that is not what the journal says.
struct DerivedFault: Hashable, Sendable {
  let table: String
  /// The row's key, as `number=17`.
  let row: String
  /// The entry that the row came from, where it says so.
  let entry: Int?
  /// How it differs.
  let difference: Deviation
}

extension RetakenBook {
  /// Holds the file's derived tables against those derived anew.
  ///
  /// - Parameters:
  ///   - tree: over all entries that were read.
  ///   - most: how many rows of a table are told one by one.
  /// - Returns: the rows that differ, and how many more there are.
  func compareDerived(_ tree: MerkleTree, most: Int) throws(CasebookError) -> (
    faults: [DerivedFault], more: Int
  ) {
    var faults: [DerivedFault] = []
    var more = 0
    // Where many rows between them differ, it is simpler to have them all.
    if onFile.ranges.count > 100 { try copyCasesOnFile() }
    var derived = state
    derived.tree = tree
    try book.write(derived)
    do throws(StoreError) {
      for table in try book.comparedTables() {
        let differing = try table.differing()
        var surplus: [[String]] = []
        // Cases left in the file have been compared already.
        let shared = table.isOfCases ? onFile : CasesOnFile()
        let (own, kept) = try table.counts()
        if !differing.isEmpty || own + shared.count != kept {
          surplus = try table.surplus(but: shared.ranges)
        }
        for key in differing.prefix(most) { faults += try differences(table, key) }
        for key in surplus.prefix(most) { faults.append(RetakenBook.surplus(table, key)) }
        more += max(0, differing.count - most) + max(0, surplus.count - most)
      }
    } catch { throw .store(error) }
    return (faults, more)
  }

  private static func surplus(_ table: ComparedTable, _ key: [String]) -> DerivedFault {
    DerivedFault(
      table: table.name, row: table.named(key), entry: nil,
      difference: Deviation(
        Wording(zh: "台账里没有这一行的来由", en: "nothing in the journal gives rise to this row")))
  }

  /// How the file's row of a key differs.
  private func differences(
    _ table: ComparedTable, _ key: [String]
  ) throws(StoreError) -> [DerivedFault] {
    let (derived, kept) = try table.rows(key)
    guard let should = derived else { return [] }
    let entry = ["decided_entry", "opened_entry", "entry"].lazy.compactMap { name in
      table.columns.firstIndex(of: name).flatMap { should[$0] }.flatMap { Int($0) }
    }.first
    let name = table.named(key)
    guard let was = kept else {
      return [
        DerivedFault(
          table: table.name, row: name, entry: entry,
          difference: Deviation(Wording(zh: "缺这一行", en: "the row is missing")))
      ]
    }
    let found = table.columns.indices.filter { was[$0] != should[$0] }.map { index in
      DerivedFault(
        table: table.name, row: name, entry: entry,
        difference: Deviation(table.columns[index], was[index], should[index]))
    }
    // What differs in its type alone shows the same.
    return found.isEmpty
      ? [
        DerivedFault(
          table: table.name, row: name, entry: entry,
          difference: Deviation(Wording(zh: "数据类型不对", en: "a value has the wrong type")))
      ] : found
  }
}

extension ComparedTable {
  /// A row by its key: `number=17`.
  fileprivate func named(_ values: [String]) -> String {
    zip(key, values).map { "\($0)=\($1)" }.joined(separator: " ")
  }
}

import Units

/// A cell that says another thing than we would write there.
package struct CellDifference<File: TableFile>: Sendable {
  package let role: File.Role
  /// What stands there, an amount as we write it; `nil` where the cell is empty.
  package let found: String?
  package let expected: String?
}

extension FileRow {
  /// The cells that say another thing than `cells`, in the order of `roles`.
  ///
  /// - Parameters:
  ///   - cells: a row as its kind writes it, with a cell for each column.
  ///   - amount: the column that holds an amount of money: a spreadsheet may write 300.00 as 300.
  func differences(
    from cells: [String?], in roles: [File.Role], amount: File.Role
  ) -> [CellDifference<File>] {
    roles.compactMap { role in
      let text = word(role)
      let found = role == amount ? text.flatMap { Dress.amount($0)?.value }?.description ?? text : text
      let expected = cells[role.rawValue]
      return found == expected ? nil : CellDifference(role: role, found: found, expected: expected)
    }
  }
}

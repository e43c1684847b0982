package import Journal

/// What a step is recorded with. A step makes its checks and says what is to be recorded; what becomes of that is the pen's
/// affair, and no step asks which pen it has.
package protocol Pen {
  /// Takes an entry that a step records.
  ///
  /// - Returns: the number that it has in the journal.
  func enter(_ entry: Entry, _ state: inout BookState) throws(CasebookError) -> Int

  /// Takes personal data, and gives what the journal may say of it.
  func keep(
    _ data: PersonalData, of household: String, _ state: inout BookState
  ) throws(CasebookError) -> PersonalReference

  /// Whose account the money of a case goes to: a row of personal data; `nil` where nobody has named one.
  func payee(of file: Casefile) throws(CasebookError) -> Int?
}

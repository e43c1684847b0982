/// The work on one block at a time. Of each pair of steps the first is taken in the blocks' order, one worker after
/// another; the second on all cores at once.
///
/// What goes wrong is thrown as its user throws everything else.
package protocol BlockWork<Failure>: AnyObject {
  /// What may go wrong.
  associatedtype Failure: Error

  /// Takes the next block, in turn; `false` where there is none.
  func take() throws(Failure) -> Bool
  /// Reads it: needs nothing from the blocks before.
  func prepare()
  /// Does what depends on the blocks before, in turn.
  func commit() throws(Failure)
  /// Words the result: needs nothing from the blocks before.
  func finish()
  /// Hands the result out, in turn.
  func deliver() throws(Failure)
}

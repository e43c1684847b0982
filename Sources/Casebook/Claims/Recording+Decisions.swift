import Claims
import Journal
import Rules
import Sealing
import Store
import Units

extension Recording {
  /// Writes the rows of a batch's decision: the journal's, and the case that the fold would derive from it.
  ///
  /// - Parameter payload: the entry's, in canonical form.
  func enter(_ claim: BatchClaim, payload: UnsafeRawBufferPointer) throws(CasebookError) {
    do throws(StoreError) {
      let rows: BatchRows
      if let prepared = batchRows { rows = prepared } else { rows = try BatchRows(self) }
      batchRows = rows
      try unsafe rows.enter(claim, payload: payload, of: book)
    } catch { throw .store(error) }
  }

  /// Takes a batch decision into the casebook's state, as the fold would.
  func note(leaf: Digest, of claim: BatchClaim) {
    state.tree.append(leaf: leaf, hasher)
    state.lastRecordedAt = recordedAt
    state.cases = max(state.cases, claim.number)
    state.called += claim.call ?? .zero
    if claim.state != .exhausted { state.committed += claim.payout }
  }
}

extension DecideStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.open(entry, step, opening, claim: claim)
    try fold.decided(entry, step, decision, resume: resume)
  }

  func retake(_ entry: Entry, by recording: Recording, in shadow: Shadow) -> Retaking { .letPass }
}

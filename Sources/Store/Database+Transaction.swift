import CSQLite

extension Database {
  /// Whether a transaction is open.
  package var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// Opens a transaction that may write: it waits for other writers now, not at the first write, where what was read
  /// could have grown old.
  package func begin() throws(StoreError) {
    precondition(!isInTransaction, "transactions do not nest")
    try execute("BEGIN IMMEDIATE")
  }

  /// Opens a transaction that sees the file as it is at its first look, for as long as the connection is open.
  package func beginLooking() throws(StoreError) {
    precondition(!isInTransaction, "transactions do not nest")
    try execute("BEGIN DEFERRED")
  }

  /// Makes the transaction's work lasting: it is on the disk when this returns.
  package func commit() throws(StoreError) {
    try execute("COMMIT")
    tidyLog()
  }

  /// Undoes the transaction's work. Does nothing where an error has undone it already.
  package func rollback() throws(StoreError) {
    if isInTransaction { try execute("ROLLBACK") }
  }

  /// Runs `body` as one transaction: all of it lasts, or nothing.
  ///
  /// - Parameter map: what the caller makes of an error of the store's own, at the beginning or at the commit.
  package func transaction<R, E: Error>(
    _ map: (StoreError) -> E, _ body: () throws(E) -> R
  ) throws(E) -> R {
    do throws(StoreError) { try begin() } catch { throw map(error) }
    let result: R
    do throws(E) {
      result = try body()
    } catch {
      abandon()
      throw error
    }
    do throws(StoreError) {
      try commit()
    } catch {
      abandon()
      throw map(error)
    }
    return result
  }

  /// Runs `body`, which has no errors but the store's, as one transaction.
  package func transaction<R>(_ body: () throws(StoreError) -> R) throws(StoreError) -> R {
    try transaction({ (error: StoreError) -> StoreError in error }, body)
  }

  /// Runs `body`, which only reads, on the file as it is at its first look: what other processes commit meanwhile is not
  /// seen, so that two looks cannot contradict each other.
  ///
  /// - Throws: what `map` makes of ``StoreError/busy(path:)`` where the file changed under a reading that cannot be kept apart
  ///   from that: what was read is then worth nothing.
  package func snapshot<R, E: Error>(
    _ map: (StoreError) -> E, _ body: () throws(E) -> R
  ) throws(E) -> R {
    precondition(!isInTransaction, "transactions do not nest")
    do throws(StoreError) { try beginLooking() } catch { throw map(error) }
    defer { abandon() }
    let result = try body()
    do throws(StoreError) { try checkStill() } catch { throw map(error) }
    return result
  }

  /// Runs `body` whole or not at all, as a part of a transaction that goes on either way. Parts do not nest.
  ///
  /// - Parameter map: what the caller makes of an error of the store's own.
  package func part<R, E: Error>(_ map: (StoreError) -> E, _ body: () throws(E) -> R) throws(E) -> R {
    do throws(StoreError) { try execute("SAVEPOINT part") } catch { throw map(error) }
    do throws(E) {
      let result = try body()
      do throws(StoreError) { try execute("RELEASE part") } catch { throw map(error) }
      return result
    } catch {
      do throws(StoreError) { try execute("ROLLBACK TO part; RELEASE part") } catch { throw map(error) }
      throw error
    }
  }

  /// Rolls back because of an error that is on its way to the caller. Should even that fail, the transaction has no
  /// commit on the disk, and whoever opens the file next finds it undone: the first error is the one to tell.
  private func abandon() {
    do throws(StoreError) { try rollback() } catch { return }
  }
}

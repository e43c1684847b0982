import Synchronization

/// The work on one block at a time. Of each pair of steps the first is taken in the blocks' order, one worker after
/// another; the second on all cores at once.
package protocol BlockWork: AnyObject {
  /// Takes the next block, in turn; `false` where there is none.
  func take() throws(BatchError) -> Bool
  /// Reads it: needs nothing from the blocks before.
  func prepare()
  /// Does what depends on the blocks before, in turn.
  func commit() throws(BatchError)
  /// Words the result: needs nothing from the blocks before.
  func finish()
  /// Hands the result out, in turn.
  func deliver() throws(BatchError)
}

/// Runs blocks through workers so that the result does not depend on how many workers there are.
package enum OrderedPipeline {
  /// Runs until there is no block left, or a worker fails.
  ///
  /// - Parameter workers: one for each thread.
  package static func run(_ workers: [any BlockWork]) throws(BatchError) {
    let source = Source()
    let commits = Turnstile()
    let deliveries = Turnstile()
    let failure = Failure()
    nonisolated(unsafe) let workers = workers
    let count = unsafe workers.count
    Threads.run(count) { index in
      let worker = unsafe workers[index]
      do throws(BatchError) {
        while let number = try source.take(worker) {
          worker.prepare()
          guard commits.wait(for: number) else { return }
          try worker.commit()
          commits.pass()
          worker.finish()
          guard deliveries.wait(for: number) else { return }
          try worker.deliver()
          deliveries.pass()
        }
      } catch {
        failure.note(error)
        source.close()
        commits.shut()
        deliveries.shut()
      }
    }
    if let error = failure.first { throw error }
  }

  /// Numbers the blocks as they are taken.
  private final class Source: Sendable {
    private let next = Mutex<Int?>(0)

    func take(_ worker: any BlockWork) throws(BatchError) -> Int? {
      nonisolated(unsafe) let worker = worker
      let taken: Result<Int?, BatchError> = next.withLock { next in
        guard let number = next else { return .success(nil) }
        do throws(BatchError) {
          guard try unsafe worker.take() else {
            next = nil
            return .success(nil)
          }
        } catch {
          next = nil
          return .failure(error)
        }
        next = number + 1
        return .success(number)
      }
      return try taken.get()
    }

    func close() { next.withLock { $0 = nil } }
  }

  private final class Failure: Sendable {
    private let error = Mutex<BatchError?>(nil)
    var first: BatchError? { error.withLock { $0 } }
    func note(_ error: BatchError) { self.error.withLock { $0 = $0 ?? error } }
  }
}

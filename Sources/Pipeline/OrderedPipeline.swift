import Synchronization

/// Runs blocks through workers so that the result does not depend on how many workers there are.
package enum OrderedPipeline {
  /// Runs until there is no block left, or a worker fails; throws the first failure.
  ///
  /// - Parameter workers: one for each thread.
  package static func run<Work: BlockWork>(_ workers: [Work]) throws(Work.Failure) {
    let source = Source<Work>()
    let commits = Turnstile()
    let deliveries = Turnstile()
    let trouble = Trouble<Work.Failure>()
    nonisolated(unsafe) let workers = workers
    let count = unsafe workers.count
    Threads.run(count) { index in
      let worker = unsafe workers[index]
      do throws(Work.Failure) {
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
        trouble.note(error)
        source.close()
        commits.shut()
        deliveries.shut()
      }
    }
    if let failure = trouble.first { throw failure }
  }

  /// Numbers the blocks as they are taken.
  private final class Source<Work: BlockWork>: Sendable {
    private let next = Mutex<Int?>(0)

    func take(_ worker: Work) throws(Work.Failure) -> Int? {
      nonisolated(unsafe) let worker = worker
      let taken: Result<Int?, Work.Failure> = next.withLock { next in
        guard let number = next else { return .success(nil) }
        do throws(Work.Failure) {
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

  private final class Trouble<Failure: Error>: Sendable {
    private let failure = Mutex<Failure?>(nil)
    var first: Failure? { failure.withLock { $0 } }
    func note(_ failure: Failure) { self.failure.withLock { $0 = $0 ?? failure } }
  }
}

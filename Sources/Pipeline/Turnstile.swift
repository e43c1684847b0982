import Glibc
import Synchronization

/// Lets workers through one after another, in the order of their blocks' numbers.
@safe
final class Turnstile: @unchecked Sendable {
  private let turn = Atomic<Int>(0)
  private var isBroken = false
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(changed)
    unsafe mutex.deallocate()
    unsafe changed.deallocate()
  }

  /// Waits until it is `number`'s turn; `false` where a worker before it has failed.
  ///
  /// Looks a few thousand times before it lies down: a turn is mostly near, and being woken takes longer.
  func wait(for number: Int) -> Bool {
    for _ in 0..<5_000 where turn.load(ordering: .acquiring) == number { break }
    unsafe pthread_mutex_lock(mutex)
    while turn.load(ordering: .acquiring) != number, !isBroken { unsafe pthread_cond_wait(changed, mutex) }
    let mayPass = !isBroken
    unsafe pthread_mutex_unlock(mutex)
    return mayPass
  }

  /// Lets the next number through.
  func pass() {
    unsafe pthread_mutex_lock(mutex)
    turn.add(1, ordering: .releasing)
    unsafe pthread_cond_broadcast(changed)
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Lets nobody through any more: a worker has failed.
  func shut() {
    unsafe pthread_mutex_lock(mutex)
    isBroken = true
    unsafe pthread_cond_broadcast(changed)
    unsafe pthread_mutex_unlock(mutex)
  }
}

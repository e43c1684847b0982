import Glibc

/// A clock for measuring how long something takes; it never goes back, and says nothing of the date.
package enum MonotonicClock {
  /// Milliseconds since some fixed moment.
  @Sendable package static func milliseconds() -> Int {
    var time = timespec()
    let answer = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    precondition(answer == 0, "every Linux has a monotonic clock")
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

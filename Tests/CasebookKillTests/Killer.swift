import Foundation
import Glibc
import TestKit

/// Kills one run of the program, at a moment drawn from a seed.
///
/// SIGKILL ends a process between two instructions, but what it has handed to the operating system is written all the
/// same: a kill is not a loss of power. For that see PowerLossTests.
final class Killer {
  /// When it strikes.
  enum Moment {
    /// So long after the start, in seconds.
    case after(Double)
    /// So long after the casebook's log was first written to: around the commit.
    case afterWriting(Double)
  }

  /// Where in a command's life a kill landed.
  enum Place: String, CaseIterable {
    /// The process held no lock for writing, and nothing was recorded.
    case before
    /// It was in the middle of its transaction, of which nothing is left.
    case inside
    /// The transaction was recorded, but the process had not come to its end.
    case after
    /// Nothing was recorded, and it was not looked at whether the process was inside.
    case unseen
    /// The process had come to its end already: no kill.
    case tooLate
  }

  private let log: String
  private let moment: Moment
  /// Whether the process is stopped first, to see whether it holds the lock for writing.
  private let looks: Bool
  private var wasInside = false

  init(_ moment: Moment, on casebook: String, looks: Bool) {
    self.moment = moment
    self.looks = looks
    log = casebook + "-wal"
    mark = Killer.mark(of: casebook + "-wal")
  }

  private let mark: [Int]

  /// To be called with the process once it has been started.
  func strike(_ process: pid_t) {
    switch moment {
    case .after(let seconds): usleep(UInt32(seconds * 1_000_000))
    case .afterWriting(let seconds):
      while Killer.mark(of: log) == mark, !Killer.hasEnded(process, WEXITED | WNOHANG) { usleep(100) }
      usleep(UInt32(seconds * 1_000_000))
    }
    if looks {
      guard Killer.stop(process) else { return }
      wasInside = Killer.holdsWriteLock(process)
    }
    kill(process, SIGKILL)
  }

  /// Stops a process between two instructions; false where it has ended.
  static func stop(_ process: pid_t) -> Bool {
    kill(process, SIGSTOP)
    return !hasEnded(process, WEXITED | WSTOPPED)
  }

  /// Where it landed, once it is known how the process ended and whether the journal grew.
  func place(exitCode: Int32, grew: Bool) -> Place {
    if exitCode != 128 + SIGKILL { return .tooLate }
    if grew { return .after }
    if wasInside || Killer.mark(of: log) != mark { return .inside }
    return looks ? .before : .unseen
  }

  /// Waits for the process to end, or to stop where that was asked for; leaves it to be waited for by others.
  private static func hasEnded(_ process: pid_t, _ options: Int32) -> Bool {
    var what = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(process), &what, options | WNOWAIT) != 0, errno == EINTR {}
    return [Int32(CLD_EXITED), Int32(CLD_KILLED), Int32(CLD_DUMPED)].contains(unsafe what.si_code)
  }

  /// SQLite's lock for writing is byte 120 of the file `-shm`.
  private static func holdsWriteLock(_ process: pid_t) -> Bool {
    let locks: String
    do { locks = try String(contentsOfFile: "/proc/locks", encoding: .utf8) } catch { return false }
    return locks.split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      return words.contains("WRITE") && words.contains("\(process)") && words.suffix(2) == ["120", "120"]
    }
  }

  private static func mark(of path: String) -> [Int] {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return [] }
    return [Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }
}

import Glibc
import Synchronization

/// Whether the user asked us to stop. Reading and writing look at it between blocks, so that what was begun is taken
/// away in order: no output file changes.
package enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Whether somebody asked.
  package static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Listens to the signals that ask a program to stop; asked a second time, it stops at once.
  package static func listen() {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { _ in
        Interruption.requested.store(true, ordering: .relaxed)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      _ = unsafe sigaction(signal, &action, nil)
    }
  }
}

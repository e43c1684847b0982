import Casebook
package import Journal

extension Instant {
  /// An instant as a test writes it down: `Instant.of("2018-06-01T01:00:00Z")`. What is none is a mistake of the test.
  package static func of(_ text: String) -> Instant {
    guard let instant = Instant(text) else { preconditionFailure("\(text) is no instant") }
    return instant
  }
}

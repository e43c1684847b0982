import Sealing
package import Units

/// One entry of the journal: what happened, when, and who says so.
package struct Entry: Hashable, Sendable {
  /// From 1, without gaps.
  package let number: Int
  /// When it was recorded: UTC, `2018-03-05T09:30:00Z`. Never before the entry before it.
  package let recordedAt: String
  /// When it happened.
  package let happenedOn: Day
  /// The name of the actor whose key signed it.
  package let actor: String
  /// The role in which the actor acted.
  package let role: String
  /// What kind of entry it is.
  package let kind: EntryKind
  /// What it says.
  package let payload: Payload
  /// The program that wrote it, with its version; nothing hangs on it.
  package let engine: String
  /// The digest of the scheme in force.
  package let scheme: String

  /// An entry as a row of the journal says it.
  package init(
    number: Int, recordedAt: String, happenedOn: Day, actor: String, role: String, kind: EntryKind,
    payload: Payload, engine: String, scheme: String
  ) {
    self.number = number
    self.recordedAt = recordedAt
    self.happenedOn = happenedOn
    self.actor = actor
    self.role = role
    self.kind = kind
    self.payload = payload
    self.engine = engine
    self.scheme = scheme
  }

  /// The bytes whose digest is the entry's leaf in the tree: the nine fields, one a line, the payload last and without a
  /// line feed after it. No field but the payload can hold a line feed, and the canonical payload escapes it.
  package var leafBytes: [UInt8] { leafBytes(payload.canonical) }

  /// ``leafBytes``, where the canonical payload is at hand.
  package func leafBytes(_ canonical: [UInt8]) -> [UInt8] {
    var bytes = Array(
      "\(Entry.mark)\n\(number)\n\(recordedAt)\n\(happenedOn)\n\(actor)\n\(role)\n\(kind.rawValue)\n\(engine)\n\(scheme)\n"
        .utf8)
    bytes += canonical
    return bytes
  }

  /// The first line of every entry's bytes; a new form of entry gets a new one.
  package static let mark = "fangpin-entry-1"
}

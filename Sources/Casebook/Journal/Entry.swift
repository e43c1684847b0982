package import Sealing
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
  func leafBytes(_ canonical: [UInt8]) -> [UInt8] {
    var bytes = Array(
      "\(Entry.mark)\n\(number)\n\(recordedAt)\n\(happenedOn)\n\(actor)\n\(role)\n\(kind.rawValue)\n\(engine)\n\(scheme)\n"
        .utf8)
    bytes += canonical
    return bytes
  }

  /// The first line of every entry's bytes; a new form of entry gets a new one.
  package static let mark = "fangpin-entry-1"
}

/// What kinds of entry there are. The raw value is the word in the journal; it never changes.
package enum EntryKind: String, CaseIterable, Sendable {
  case create, scheme, clock
  case proposeEnrolment = "propose-enrolment"
  case enrol
  case proposeRevocation = "propose-revocation"
  case revoke
  case contribute
  case household, member, asset, bill
  case fileImported = "file-imported"
  case declare, screen, verify, visit, appraise, disclose, object, resolve, confirm, approve, decide
  case settle, reconcile, pend, release, withdraw, reverse, supplement
  case takeUp = "take-up"
  case account
  case send, receive, forget
}

/// The state of the journal after so many entries, signed once for each transaction.
package struct Head: Hashable, Sendable {
  /// How many entries it covers.
  package let size: Int
  /// The root of the tree over them.
  package let root: Digest
  /// When it was recorded.
  package let recordedAt: String
  /// Who signed it.
  package let actor: String
  /// The fingerprint of the key that signed it.
  package let key: Digest
  /// The signature over ``message(book:algorithm:)``.
  package let signature: [UInt8]

  package init(
    size: Int, root: Digest, recordedAt: String, actor: String, key: Digest, signature: [UInt8]
  ) {
    self.size = size
    self.root = root
    self.recordedAt = recordedAt
    self.actor = actor
    self.key = key
    self.signature = signature
  }

  /// The bytes that are signed: one field a line.
  package static func message(
    book: String, algorithm: DigestAlgorithm, size: Int, root: Digest, recordedAt: String, actor: String
  ) -> [UInt8] {
    Array(
      "fangpin-head-1\n\(book)\n\(algorithm.rawValue)\n\(size)\n\(root.hex)\n\(recordedAt)\n\(actor)\n".utf8)
  }
}

package import Units

/// What the entries of one kind say.
///
/// Each kind has one statement, in a file of its own: its one reader, its one writer, and its words. What an entry says stands
/// nowhere else under a key: whoever writes or reads an entry does so through its statement.
package protocol JournalStatement: Hashable, Sendable {
  /// The kind of the entries that say it.
  static var kind: EntryKind { get }

  /// Reads what an entry says.
  init(_ payload: PayloadReader) throws(MissingMember)

  /// Says it.
  func write(to payload: inout Payload)

  /// What people wrote in their own words: it stays in the journal for good, and on slips.
  var ownWords: [String] { get }
}

extension JournalStatement {
  /// What an entry says, in the one way it is written.
  package var payload: Payload {
    var payload = Payload()
    write(to: &payload)
    return payload
  }
}

/// What an entry says that is a step of a case.
package protocol CaseStatement: JournalStatement {
  /// The rule of the step.
  static var rule: StepRule { get }

  /// The case, and where the step leaves it.
  var step: CaseStep { get }

  /// What the step changes.
  var change: StepChange { get }

  /// The step in a sentence without full stop.
  func sentence(_ names: StepNames) -> Wording
}

/// What the words of a scheme mean to people.
package struct StepNames {
  let peril: (String) -> Wording
  let cause: (String) -> Wording

  package init(peril: @escaping (String) -> Wording, cause: @escaping (String) -> Wording) {
    self.peril = peril
    self.cause = cause
  }
}

package import Journal
import Sealing
import Store
package import Units

/// The columns of the journal.
enum EntryColumn: String, TableColumn {
  static let table = "journal"

  case number
  case recordedAt = "recorded_at"
  case happenedOn = "happened_on"
  case actor, role, kind, payload, engine, scheme

  static let insertion = Change<Self>.insert()

  /// In the order in which an entry's leaf has them.
  static let leafOrder: [EntryColumn] = [
    .number, .recordedAt, .happenedOn, .actor, .role, .kind, .engine, .scheme, .payload,
  ]

  fileprivate static let byNumber = Question<Self>("FROM journal WHERE \(number.given)")
  fileprivate static let from = Question<Self>(
    "FROM journal WHERE number >= \(number.parameter) ORDER BY number")
  static let upTo = Question<Self>(
    "FROM journal WHERE number <= \(number.parameter) ORDER BY number")
  fileprivate static let clocks = Question<Self>(
    [.number], "FROM journal WHERE kind = 'clock' ORDER BY number")
  fileprivate static let firstContribution = Question<Self>(
    [.happenedOn], "FROM journal WHERE kind = 'contribute' ORDER BY number LIMIT 1")
  /// Of the first entry, and of the last.
  fileprivate static let firstLine = Question<Self>(
    [.payload, .scheme], "FROM journal ORDER BY number LIMIT 1")
  fileprivate static let lastLine = Question<Self>(
    [.payload, .scheme], "FROM journal ORDER BY number DESC LIMIT 1")
  fileprivate static let words = Question<Self>(
    [.happenedOn, .actor, .scheme], "FROM journal WHERE \(number.given)")
  /// The entries of a case by one actor, but for a batch's decision.
  fileprivate static let byActor = Question<Self>(
    [.kind, .number],
    """
    FROM journal WHERE \(actor.given) AND number IN
      (SELECT entry FROM case_entry WHERE casefile = \(CaseColumn.number.parameter)
        UNION SELECT \(CaseColumn.openedEntry.parameter)) AND kind <> 'decide' ORDER BY number
    """)
  fileprivate static let ofCase = Question<Self>(
    [.kind, .actor, .number],
    """
    FROM case_entry e JOIN journal j ON j.number = e.entry WHERE e.casefile = \(CaseColumn.number.parameter)
    ORDER BY e.entry
    """)

  fileprivate static func ofKinds(_ kinds: [EntryKind]) -> Question<Self> {
    let words = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return Question("FROM journal WHERE \(number.within) AND kind IN (\(words)) ORDER BY number")
  }
}

private enum LastNumberColumn: String, SQLColumn {
  case last = "max(number)"
  case day = "max(happened_on)"

  static let number = Question<Self>([.last], "FROM journal")
  static let latestDay = Question<Self>([.day], "FROM journal")
}

/// Who recorded an entry, and when.
private enum SigningColumn: String, SQLColumn {
  case recordedAt = "recorded_at"
  case actor
  case seal = "instr(payload, '\"seal\":')"

  static let question = Question<Self>("FROM journal WHERE \(EntryColumn.number.given)")
}

extension Casebook {
  /// Writes an entry down.
  ///
  /// - Parameter canonical: its payload's bytes.
  func enter(_ entry: Entry, _ canonical: [UInt8]) throws(CasebookError) {
    try run(EntryColumn.insertion) { bind in
      bind(.number, entry.number)
      bind(.recordedAt, entry.recordedAt)
      bind(.happenedOn, entry.happenedOn)
      bind(.actor, entry.actor)
      bind(.role, entry.role)
      bind(.kind, entry.kind.rawValue)
      bind(.payload, String(decoding: canonical, as: UTF8.self))
      bind(.engine, entry.engine)
      bind(.scheme, entry.scheme)
    }
  }

  /// The entries from one number on, handed out one after another.
  package func entries(
    from first: Int = 1, _ body: (Entry) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    try each(EntryColumn.from) {
      $0(EntryColumn.number, first)
    } body: { (row) throws(CasebookError) in
      guard let entry = Entry(row) else { throw .damaged(entry: row.int(.number)) }
      try body(entry)
    }
  }

  /// The entries of some kinds within a stretch of the journal, handed out one after another.
  package func entries(
    in numbers: ClosedRange<Int>, of kinds: [EntryKind], _ body: (Entry) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    try each(EntryColumn.ofKinds(kinds)) {
      $0(EntryColumn.number, within: numbers)
    } body: { (row) throws(CasebookError) in
      guard let entry = Entry(row) else { throw .damaged(entry: row.int(.number)) }
      try body(entry)
    }
  }

  /// The entry with a number.
  package func entry(_ number: Int) throws(CasebookError) -> Entry? {
    let found = try first(EntryColumn.byNumber) {
      $0(EntryColumn.number, number)
    } read: {
      Entry($0)
    }
    guard let found else { return nil }
    guard let entry = found else { throw .damaged(entry: number) }
    return entry
  }

  /// The number of the last entry; `nil` in an empty journal.
  package func lastEntryNumber() throws(CasebookError) -> Int? {
    try first(LastNumberColumn.number) { $0.optionalInt(.last) } ?? nil
  }

  /// The latest day of which anything is recorded; `nil` in an empty journal.
  func lastDay() throws(CasebookError) -> Day? {
    try first(LastNumberColumn.latestDay) { $0.day(.day) } ?? nil
  }

  /// The numbers of the entries that note the machine's clock.
  func clockEntries() throws(CasebookError) -> [Int] {
    try rows(EntryColumn.clocks) { $0.int(.number) }
  }

  /// The day on which the first money came in.
  func firstContribution() throws(CasebookError) -> Day? {
    try first(EntryColumn.firstContribution) { $0.day(.happenedOn) } ?? nil
  }

  /// Who signed an entry; `nil` where there is none.
  package func actor(ofEntry number: Int) throws(CasebookError) -> String? {
    try first(EntryColumn.words) {
      $0(EntryColumn.number, number)
    } read: {
      $0.text(.actor)
    }
  }

  /// The day on which what an entry says happened.
  package func day(ofEntry number: Int) throws(CasebookError) -> Day? {
    try first(EntryColumn.words) {
      $0(EntryColumn.number, number)
    } read: {
      $0.day(.happenedOn)
    } ?? nil
  }

  /// The digest of the scheme that was in force at an entry; `nil` where there is none.
  package func scheme(ofEntry number: Int) throws(CasebookError) -> String? {
    try first(EntryColumn.words) {
      $0(EntryColumn.number, number)
    } read: {
      $0.text(.scheme)
    }
  }

  /// Who signed an entry and when it was recorded, as it is written, and whether it came in a sealed file.
  package func signing(
    ofEntry number: Int
  ) throws(CasebookError) -> (recordedAt: String, actor: String, isSealed: Bool)? {
    try first(SigningColumn.question) {
      $0(EntryColumn.number, number)
    } read: {
      ($0.text(.recordedAt), $0.text(.actor), $0.flag(.seal))
    }
  }

  /// The steps of a case that one actor took, by their kind and entry; a batch's decision is not among them.
  package func steps(
    of number: Int, opened entry: Int, by actor: String
  ) throws(CasebookError) -> [(kind: String, entry: Int)] {
    try rows(EntryColumn.byActor) { bind in
      bind(EntryColumn.actor, actor)
      bind(CaseColumn.number, number)
      bind(CaseColumn.openedEntry, entry)
    } read: {
      ($0.text(.kind), $0.int(.number))
    }
  }

  /// The steps of a case that followed its opening.
  package func steps(
    of number: Int
  ) throws(CasebookError) -> [(kind: String, actor: String, entry: Int)] {
    try rows(EntryColumn.ofCase) {
      $0(CaseColumn.number, number)
    } read: {
      ($0.text(.kind), $0.text(.actor), $0.int(.number))
    }
  }

  /// Hands out the bytes whose digest is the leaf of each of the first entries, up to the first number that is missing. They
  /// are made from the rows as they stand: nothing of them is read as anything.
  func eachLeaf(first count: Int, _ body: ([UInt8]) -> Void) throws(CasebookError) {
    try reading { () throws(StoreError) in
      let rows = try database.cursor(EntryColumn.upTo) { $0(EntryColumn.number, count) }
      var bytes: [UInt8] = []
      var number = 0
      while try rows.next() {
        number += 1
        guard rows.row.int(.number) == number else { break }
        bytes.removeAll(keepingCapacity: true)
        bytes += Entry.mark.utf8
        for column in EntryColumn.leafOrder {
          bytes.append(UInt8(ascii: "\n"))
          rows.row.append(column, to: &bytes)
        }
        body(bytes)
      }
    }
  }
}

extension Statements {
  /// The payload of the first entry, and the digest of the scheme that it names; `nil` in an empty journal.
  func firstLine() throws(StoreError) -> (payload: String, scheme: String)? {
    try first(EntryColumn.firstLine) { ($0.text(.payload), $0.text(.scheme)) }
  }

  /// The digest of the scheme that the last entry names; `nil` in an empty journal.
  func lastScheme() throws(StoreError) -> String? {
    try first(EntryColumn.lastLine) { $0.text(.scheme) }
  }
}

extension Entry {
  /// Reads a row of the journal; `nil` where it is none.
  init?(_ row: SQLRow<EntryColumn>) {
    guard let day = row.day(.happenedOn), let kind = EntryKind(rawValue: row.text(.kind)),
      let payload = Payload(canonical: Array(row.text(.payload).utf8))
    else { return nil }
    self.init(
      number: row.int(.number), recordedAt: row.text(.recordedAt), happenedOn: day, actor: row.text(.actor),
      role: row.text(.role), kind: kind, payload: payload, engine: row.text(.engine),
      scheme: row.text(.scheme))
  }
}

package import Units

extension Entry {
  /// The key of the digest of the sealed file that speaks in the entry, beside what its statement says.
  static let sealKey: Payload.Key = "seal"

  /// What the entry says, by the statement of its kind.
  package func statement<Statement: JournalStatement>(
    as statement: Statement.Type = Statement.self
  ) throws(MissingMember) -> Statement {
    precondition(kind == Statement.kind, "an entry is read by the statement of its own kind")
    return try Statement(PayloadReader(payload))
  }

  /// What the entry says, where it is a step of a case; `nil` where it is none.
  package func stepStatement() throws(MissingMember) -> (any CaseStatement)? {
    try kind.step?.init(PayloadReader(payload))
  }

  /// The same, of an entry that nobody has vouched for: `nil` where it is of another kind or makes no sense.
  package func statement<Statement: JournalStatement>(_ statement: Statement.Type) -> Statement? {
    guard kind == Statement.kind else { return nil }
    do throws(MissingMember) { return try self.statement(as: statement) } catch { return nil }
  }

  /// The digest of the sealed file by which its actor speaks; `nil` where the actor signed for it in person.
  package var seal: String? { payload[Entry.sealKey]?.text }

  // What many kinds of entry say, without the rest being read: for whoever looks at entries that nobody has vouched for.

  /// The case that it is about.
  package var caseNumber: Int? { payload["case"]?.number }
  /// The household that it is about.
  package var household: String? { payload["household"]?.text }
  /// The words for where the case stood, and where it stands then.
  package var fromWord: String? { payload["from"]?.text }
  package var toWord: String? { payload["to"]?.text }
  /// Where the case stands then.
  package var to: CaseState? { toWord.flatMap(CaseState.init) }
  /// What somebody noted.
  package var note: String? { payload["note"]?.text }
  /// What it says of personal data.
  package func personal() throws(MissingMember) -> PersonalReference? {
    try PayloadReader(payload).personal()
  }
  /// The household that it is about, where one has to be named.
  package func needHousehold() throws(MissingMember) -> String {
    try PayloadReader(payload).text("household")
  }
}

extension Entry {
  /// The enrolment of a key, where it brings one into the journal.
  package var enrolment: Enrolment? {
    statement(CreateStatement.self)?.enrolment ?? statement(EnrolStatement.self)?.enrolment
  }

  /// Whether it brings a key into the journal.
  package var isEnrolment: Bool { kind == .create || kind == .enrol }

  /// What befell, where it opens a case.
  package var opening: CaseOpening? {
    statement(DeclareStatement.self)?.opening ?? statement(ScreenStatement.self)?.opening
      ?? statement(DecideStatement.self)?.opening
  }

  /// What was decided, where it decides a case.
  package var recordedDecision: RecordedDecision? {
    statement(ApproveStatement.self)?.decision ?? statement(DecideStatement.self)?.decision
  }

  /// The entries that a decision names as what was known of the household.
  package var knownEntries: [Int] {
    Set(decided.flatMap { $0.known["entries"]?.texts ?? [] }.compactMap { Int($0) }).sorted()
  }

  /// What a decision says was known and the entries that it names do not state so: the names.
  ///
  /// Each fact as it held for the event (``FactRule``).
  ///
  /// - Parameter opened: the day of the case's event; a bill has its own. Without one the latest of them says what was known.
  package func knownOtherwise(than sources: [Entry], of opened: Day?) -> [String] {
    let inOrder = sources.sorted { ($0.happenedOn, $0.number) < ($1.happenedOn, $1.number) }
    return decided.flatMap { known, event in
      let named = Set(known["entries"]?.texts ?? [])
      let own = inOrder.filter { named.contains("\($0.number)") }
      return known.members.filter { member in
        guard member.key != "entries" else { return false }
        let stating = own.filter { $0.states(member.key) != nil }
        guard let event = event ?? opened else { return stating.last?.states(member.key) != member.value }
        return !FactRule(name: member.key).holds(event, of: stating, known: \.happenedOn, year: \.incomeYear)
        {
          $0.states(member.key) == member.value
        }
      }.map(\.key)
    }
  }

  /// What a decision says was known, and of which day where it is a bill's.
  private var decided: [(known: Payload, event: Day?)] {
    let whole = payload["known"]?.record.map { [(known: $0, event: Day?.none)] } ?? []
    return whole
      + payload.members.filter { $0.key.hasPrefix(DecidedBill.prefix) }.compactMap { member in
        guard let bill = member.value.record, let known = bill["known"]?.record else { return nil }
        return (known, bill["incurred_on"]?.day)
      }
  }

  /// The year of the income that it states of a household.
  private var incomeYear: Int { payload["income_year"]?.number ?? happenedOn.year - 1 }

  /// What it states of a household under a name that a decision uses.
  private func states(_ key: String) -> Payload.Value? {
    payload["asset"]?.text == key ? payload["count"] : payload[Payload.Key(key)]
  }

  /// What people wrote in their own words.
  package var ownWords: [String] {
    do throws(MissingMember) { return try kind.statement.init(PayloadReader(payload)).ownWords } catch {
      return []
    }
  }
}

extension Payload {
  /// The payload as an entry has it in whose place a sealed file speaks.
  package func sealed(_ digest: String) -> Payload {
    var payload = self
    payload.set(Entry.sealKey, digest)
    return payload
  }

  /// The members in which this differs from what it should say. A sealed file's digest is no part of the step itself.
  ///
  /// - Returns: their keys, in order, with what stands there and what should.
  package func differences(from should: Payload) -> [(key: String, says: Value?, should: Value?)] {
    let keys = Set((members + should.members).map(\.key)).subtracting([Entry.sealKey.text]).sorted()
    return keys.map { (key: $0, says: self[Key($0)], should: should[Key($0)]) }.filter {
      $0.says != $0.should
    }
  }
}

import Claims
import Journal
import Rules
import Sealing
import Units

extension Fold {
  /// Somebody is enrolled, or proposed to be.
  mutating func enter(_ entry: Entry, _ who: Enrolment, _ state: Actor.EnrolmentState) throws(CasebookError) {
    let key: PublicKey
    do { key = try PublicKey(pem: who.publicKey) } catch { throw .key(error) }
    try run(ActorColumn.insertion) { bind in
      bind(.name, who.name)
      bind(.office, who.office)
      bind(.role, who.role.rawValue)
      bind(.person, who.person)
      bind(.key, key.fingerprint.hex)
      bind(.publicKey, who.publicKey)
      bind(.state, state.rawValue)
      bind(.proposedBy, state == .proposed ? entry.actor : nil)
      bind(.entry, entry.number)
    }
    changedActors = true
    try run(ActorHouseholdColumn.deletion) { $0(.actor, who.name) }
    for household in who.households {
      try run(ActorHouseholdColumn.insertion) { bind in
        bind(.actor, who.name)
        bind(.household, household)
      }
    }
  }

  /// Somebody is revoked, or proposed to be.
  mutating func setEnrolment(of name: String, to state: Actor.EnrolmentState, proposedBy: String?)
    throws(CasebookError)
  {
    changedActors = true
    try run(ActorColumn.setState) { bind in
      bind(.state, state.rawValue)
      bind(.proposedBy, proposedBy)
      bind(.name, name)
    }
  }

  /// A department's count of one kind of asset becomes known of a household.
  func answered(_ entry: Entry, of household: String, _ word: String, _ count: Int?) throws(CasebookError) {
    try facts(entry, HouseholdStatement(answer: count, word, of: household))
  }

  /// Something becomes known of a household: what the entry states, from its day on.
  func facts(_ entry: Entry, _ statement: HouseholdStatement) throws(CasebookError) {
    try run(FactColumn.insertion) { bind in
      bind(.household, statement.household)
      bind(.knownOn, entry.happenedOn)
      bind(.entry, entry.number)
      bind(.group, statement.group)
      bind(.members, statement.members)
      bind(.income, statement.income)
      bind(.incomeYear, statement.incomeYear)
      for (index, column) in FactColumn.assets.enumerated() { bind(column, statement.assets[index]) }
      bind(.township, statement.township)
      bind(.village, statement.village)
    }
  }

  /// A person is a member of a household, from the entry's day on.
  func member(_ entry: Entry, _ statement: MemberStatement) throws(CasebookError) {
    try isMember(entry, statement)
    try run(MembershipColumn.insertion) { bind in
      bind(.person, statement.person)
      bind(.knownOn, entry.happenedOn)
      bind(.entry, entry.number)
      bind(.household, statement.household)
    }
  }

  /// What is known last of a person.
  private func isMember(_ entry: Entry, _ statement: MemberStatement) throws(CasebookError) {
    try run(MemberColumn.insertion) { bind in
      bind(.person, statement.person)
      bind(.household, statement.household)
      bind(.relation, statement.relation)
      bind(.personal, statement.personal?.number)
      bind(.entry, entry.number)
    }
  }

  /// An import is taken back.
  func undone(_ entry: Entry, file: Int, rows: Range<Int>) throws(CasebookError) {
    try run(UndoneImportColumn.insertion) { bind in
      bind(.entry, entry.number)
      bind(.file, file)
      bind(.firstRow, rows.lowerBound)
    }
  }

  /// What some entries made known of households is known no longer.
  func forgetFacts(of rows: Range<Int>) throws(CasebookError) {
    try run(FactColumn.forgetting) { $0(.entry, within: rows.lowerBound...(rows.upperBound - 1)) }
  }

  /// What some entries say of persons is known no longer: they are again what the last entry says that was not taken back.
  ///
  /// - Parameters:
  ///   - rows: the entries; none of theirs was revised since.
  ///   - limit: the entry that takes them back.
  func restoreMembers(of rows: Range<Int>, before limit: Int) throws(CasebookError) {
    var persons: Set<String> = []
    try book.entries(in: rows.lowerBound...(rows.upperBound - 1), of: [.member]) {
      (entry) throws(CasebookError) in
      persons.insert(try entry.read(MemberStatement.self).person)
    }
    try run(MemberColumn.forgetting) { $0(.entry, within: rows.lowerBound...(rows.upperBound - 1)) }
    try run(MembershipColumn.forgetting) { $0(.entry, within: rows.lowerBound...(rows.upperBound - 1)) }
    guard rows.lowerBound > 1 else { return }
    let undone = try book.undoneRows(before: limit)
    try book.entries(in: 1...(rows.lowerBound - 1), of: [.member]) { (entry) throws(CasebookError) in
      let statement = try entry.read(MemberStatement.self)
      guard persons.contains(statement.person), !undone.contains(where: { $0.rows.contains(entry.number) })
      else {
        return
      }
      try isMember(entry, statement)
    }
  }

  /// A cost was taken over from another casebook.
  func carry(_ entry: Entry, _ statement: CarryStatement) throws(CasebookError) {
    try run(CarriedColumn.insertion) { bind in
      bind(.entry, entry.number)
      bind(.after, statement.after)
      bind(.casefile, statement.casefile)
      bind(.claimID, statement.claimID)
      bind(.household, statement.household)
      bind(.person, statement.person)
      bind(.peril, statement.peril)
      bind(.incurredOn, statement.incurredOn)
      bind(.amount, statement.amount)
      bind(.payout, statement.payout)
      bind(.total, statement.total)
      bind(.invoice, statement.invoice)
      bind(.core, statement.invoice.flatMap { Likeness.core(ofNumber: $0) })
    }
  }

  /// A department reports a bill or a loss.
  func bill(_ entry: Entry, _ statement: BillStatement) throws(CasebookError) {
    try run(BillColumn.insertion) { bind in
      bind(.peril, statement.peril)
      bind(.record, statement.record)
      bind(.household, statement.household)
      bind(.person, statement.person)
      bind(.happenedOn, statement.incurredOn)
      bind(.amount, statement.amount)
      bind(.entry, entry.number)
      bind(.core, Likeness.core(ofNumber: statement.record))
    }
  }

  /// A file has been taken in whole.
  func fileImported(_ entry: Entry, _ statement: FileImportedStatement) throws(CasebookError) {
    try run(ImportedFileColumn.insertion) { bind in
      bind(.digest, statement.digest)
      bind(.kind, statement.file)
      bind(.entry, entry.number)
    }
  }

  /// A file has gone to another office, or has come from one.
  func officeFile(_ entry: Entry, _ digest: String, _ office: String) throws(CasebookError) {
    try run(OfficeFileColumn.insertion) { bind in
      bind(.digest, digest)
      bind(.way, entry.kind.rawValue)
      bind(.office, office)
      bind(.entry, entry.number)
    }
  }

  /// Keeps what the journal says of personal data: which row, whose, and its salted digest.
  mutating func personal(_ entry: Entry) throws(CasebookError) {
    guard let reference = try entry.keptPersonal() else { return }
    let household: String
    do throws(MissingMember) { household = try entry.needHousehold() } catch { throw entry.damaged(error) }
    state.personal = max(state.personal, reference.number)
    try run(RecordedColumn.insertion) { bind in
      bind(.number, reference.number)
      bind(.household, household)
      bind(.digest, reference.digest)
      bind(.entry, entry.number)
    }
  }

  /// The personal data of a household are forgotten: what the journal says of them can no longer be checked.
  func forget(_ entry: Entry, _ statement: ForgetStatement) throws(CasebookError) {
    for number in statement.numbers {
      try run(RecordedColumn.forgetting) { bind in
        bind(.forgotten, entry.number)
        bind(.number, number)
      }
    }
  }
}

extension HouseholdStatement {
  /// What a department's answer for one kind of asset says of a household.
  init(answer count: Int?, _ word: String, of household: String) {
    self.init(
      household: household, assets: Scheme.Asset.allCases.map { $0.word == word ? count : nil })
  }
}

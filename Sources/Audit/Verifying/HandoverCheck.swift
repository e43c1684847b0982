import Casebook
import Journal
import Units

/// Holds what a casebook took over against the casebook that it was taken over from.
enum HandoverCheck {
  /// What of it is otherwise than the journal of the other has it; empty where nothing is.
  ///
  /// - Parameters:
  ///   - path: the casebook that goes on.
  ///   - handover: what the other hands over.
  static func faults(in path: String, against handover: Handover) throws(CasebookError) -> [AuditFault] {
    let (book, _) = try Casebook.openToRetake(path)
    var expected = handover.contributions.map { Expected($0.statement, on: $0.day) }
    expected += handover.facts.map { Expected($0.statement, on: $0.day) }
    expected += try members(of: handover, in: book)
    expected += handover.costs.map { Expected($0, on: nil) }
    expected += handover.closings.map { Expected($0.statement, on: $0.day) }
    expected.append(Expected(handover.statement, on: nil))
    var faults: [AuditFault] = []
    for (index, should) in expected.enumerated() {
      let number = index + 2
      guard let entry = try book.entry(number) else {
        faults.append(missing(number, should))
        break
      }
      guard entry.kind == should.kind else {
        faults.append(missing(number, should))
        break
      }
      faults += try differences(entry, should, book)
    }
    return faults
  }

  /// The members that were taken over. By the rules of before they were taken over as they stood then, one entry a person.
  private static func members(
    of handover: Handover, in book: Casebook
  ) throws(CasebookError) -> [Expected] {
    let all = handover.members
    if let number = try book.procedure().number, number >= 3 {
      return all.map { Expected($0.member, on: $0.day) }
    }
    return all.indices
      .filter { $0 == all.count - 1 || all[$0 + 1].member.person != all[$0].member.person }
      .map { Expected(all[$0].member, on: nil) }
  }

  private static func missing(_ number: Int, _ should: Expected) -> AuditFault {
    AuditFault(
      .results, entry: number,
      Wording(
        zh: "与前一本案卷簿对不上：这里应是结转的“\(should.kind.rawValue)”",
        en:
          "it does not follow the casebook before: a '\(should.kind.rawValue)' that was taken over should stand here"
      ))
  }

  private static func differences(
    _ entry: Entry, _ should: Expected, _ book: Casebook
  ) throws(CasebookError) -> [AuditFault] {
    var faults = Deviation.between(try payload(of: entry), and: should.payload).map {
      AuditFault(.results, entry: entry.number, before($0.what), should: $0.should)
    }
    if let day = should.day, day != entry.happenedOn {
      let deviation = Deviation("happened_on", entry.happenedOn.description, day.description)
      faults.append(
        AuditFault(.results, entry: entry.number, before(deviation.what), should: deviation.should))
    }
    if let personal = should.personal {
      let kept = try entry.read(MemberStatement.self).personal.flatMap { (kept) throws(CasebookError) in
        try book.personalData(kept.number)
      }
      // What was forgotten since, in either, can no longer be held against the other.
      if let kept, personal != PersonalData(), kept != personal {
        faults.append(
          AuditFault(
            .results, entry: entry.number,
            Wording(
              zh: "个人信息与前一本案卷簿的不同", en: "the personal data are not those of the casebook before")))
      }
    }
    return faults
  }

  /// What an entry says, without the digest of personal data, which is salted.
  private static func payload(of entry: Entry) throws(CasebookError) -> Payload {
    guard entry.kind == .member else { return entry.payload }
    let said = try entry.read(MemberStatement.self)
    return MemberStatement(
      person: said.person, household: said.household, relation: said.relation, personal: nil,
      revises: said.revises
    ).payload
  }

  private static func before(_ what: Wording) -> Wording {
    Wording(
      zh: "结转与前一本案卷簿不符：\(what.zh)", en: "taken over otherwise than the casebook before has it: \(what.en)")
  }

  /// What an entry should say, and of which day, where that is told.
  private struct Expected {
    let kind: EntryKind
    let payload: Payload
    let day: Day?
    var personal: PersonalData?

    init<Statement: JournalStatement>(_ statement: Statement, on day: Day?) {
      (kind, payload, self.day) = (Statement.kind, statement.payload, day)
    }

    init(_ member: ListedMember, on day: Day?) {
      self.init(
        MemberStatement(
          person: member.person, household: member.household, relation: member.relation, personal: nil,
          revises: nil), on: day)
      personal = member.personal
    }
  }
}

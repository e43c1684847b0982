package import Journal
import Units

/// The columns of the members of households.
enum MemberColumn: String, TableColumn {
  static let table = "member"

  case person, household, relation, personal, entry

  static let insertion = Change<Self>.insert(or: "REPLACE")
  /// What some entries say of persons is known no longer.
  static let forgetting = Change<Self>("DELETE FROM member WHERE \(entry.within)")

  fileprivate static let count = Question<CountColumn>("FROM member")
  fileprivate static let ids = Question<Self>([.person], "FROM member ORDER BY person")
  fileprivate static let householdOf = Question<Self>([.household], "FROM member WHERE \(person.given)")
  fileprivate static let inHousehold = Question<CountColumn>("FROM member WHERE \(household.given)")
  fileprivate static let membership = Question<CountColumn>(
    "FROM member WHERE \(person.given) AND \(household.given)")
  /// The member a case befell, or else the head of the household.
  fileprivate static let concerned = Question<Self>(
    [.personal],
    """
    FROM member WHERE \(household.given) AND personal IS NOT NULL
      AND (person IS \(person.parameter) OR relation IN ('户主', '本人', 'head', 'self'))
    ORDER BY person IS \(person.parameter) DESC, person LIMIT 1
    """)
}

/// Personal data with an account, of a member of a household.
private enum PayeeColumn: String, SQLColumn {
  case number = "p.number"

  static let question = Question<Self>(
    """
    FROM member m JOIN personal p ON p.number = m.personal
    WHERE m.household = \(MemberColumn.household.parameter) AND p.bank_account IS NOT NULL
    ORDER BY m.person IS \(MemberColumn.person.parameter) DESC,
      m.relation IN ('户主', '本人', 'head', 'self') DESC, m.person LIMIT 1
    """)
}

/// A member with what is known of the person.
private enum KnownMemberColumn: String, SQLColumn {
  case person = "m.person"
  case entry = "m.entry"
  case household = "m.household"
  case relation = "m.relation"
  case name = "p.name"
  case residentID = "p.resident_id"
  case telephone = "p.telephone"
  case bankAccount = "p.bank_account"

  static let all = Question<Self>("FROM member m LEFT JOIN personal p ON p.number = m.personal")
  static let byPerson = Question<Self>(
    "FROM member m LEFT JOIN personal p ON p.number = m.personal ORDER BY m.person")
  static let one = Question<Self>(
    """
    FROM member m LEFT JOIN personal p ON p.number = m.personal
    WHERE m.person = \(MemberColumn.person.parameter)
    """)

  static let fields: [(RegisterField, KnownMemberColumn)] = [
    (.household, .household), (.relation, .relation), (.name, .name), (.residentID, .residentID),
    (.telephone, .telephone), (.bankAccount, .bankAccount),
  ]
}

/// A person who is listed as a member of a household, with what is kept of the person.
package struct ListedMember: Hashable, Sendable {
  package let person: String
  package let household: String
  package let relation: String?
  /// Nothing where it was forgotten, or never known.
  package let personal: PersonalData
}

/// Members whose personal data have one resident ID.
private enum NamesakeColumn: String, SQLColumn {
  case residentID = "id"
  case person, household, entry

  static let question = Question<Self>(
    allCases,
    before: """
      WITH listed AS (SELECT upper(p.resident_id) AS id, m.person, m.household, m.entry
        FROM member m JOIN personal p ON p.number = m.personal WHERE p.resident_id IS NOT NULL)

      """,
    "FROM listed WHERE id IN (SELECT id FROM listed GROUP BY id HAVING count(*) > 1) ORDER BY id, person")
}

extension Casebook {
  /// The ids of all persons who are members of households.
  func personIDs() throws(CasebookError) -> [String] {
    try rows(MemberColumn.ids) { $0.text(.person) }
  }

  /// How many persons are listed as members of households.
  func memberCount() throws(CasebookError) -> Int { try count(MemberColumn.count) }

  /// All who are listed as members of households, by person.
  func listedMembers() throws(CasebookError) -> [ListedMember] {
    try rows(KnownMemberColumn.byPerson) { row in
      ListedMember(
        person: row.text(.person), household: row.text(.household), relation: row.optionalText(.relation),
        personal: PersonalData(
          name: row.optionalText(.name), residentID: row.optionalText(.residentID),
          bankAccount: row.optionalText(.bankAccount), telephone: row.optionalText(.telephone)))
    }
  }

  /// The household that a person is listed in.
  func household(of person: String) throws(CasebookError) -> String? {
    try first(MemberColumn.householdOf) {
      $0(MemberColumn.person, person)
    } read: {
      $0.text(.household)
    }
  }

  /// Whether anybody is listed as a member of a household.
  func hasMembers(_ household: String) throws(CasebookError) -> Bool {
    try count(MemberColumn.inHousehold) { $0(MemberColumn.household, household) } > 0
  }

  /// Whether a person is listed as a member of a household.
  func isMember(_ person: String, of household: String) throws(CasebookError) -> Bool {
    try count(MemberColumn.membership) { bind in
      bind(MemberColumn.person, person)
      bind(MemberColumn.household, household)
    } > 0
  }

  /// The row of personal data of the member a case befell, or else of the head of the household.
  func concerned(_ household: String, _ person: String?) throws(CasebookError) -> Int? {
    try first(MemberColumn.concerned) { bind in
      bind(MemberColumn.household, household)
      bind(MemberColumn.person, person)
    } read: {
      $0.int(.personal)
    }
  }

  /// The row of personal data with an account: of the member a case befell, of the head of the household, or of its first
  /// member who has one.
  func accountHolder(_ household: String, _ person: String?) throws(CasebookError) -> Int? {
    try first(PayeeColumn.question) { bind in
      bind(MemberColumn.household, household)
      bind(MemberColumn.person, person)
    } read: {
      $0.int(.number)
    }
  }

  /// Hands out what is known of those of `ids` that are members of households: the personal data is read back, for
  /// the journal does not have it.
  ///
  /// - Parameter entries: how many entries there are, which bounds the register's size.
  func eachMember(
    _ ids: Set<String>, entries: Int, _ body: (String, [RegisterField: KnownFact]) -> Void
  ) throws(CasebookError) {
    func hand(_ row: SQLRow<KnownMemberColumn>, _ person: String) {
      let entry = row.int(.entry)
      var known: [RegisterField: KnownFact] = [:]
      for (field, column) in KnownMemberColumn.fields {
        if let text = row.optionalText(column) {
          known[field] = KnownFact(value: .text(text), on: nil, entry: entry)
        }
      }
      body(person, known)
    }
    if ids.count > entries / 10 {
      try each(KnownMemberColumn.all) { row in
        let person = row.text(.person)
        if ids.contains(person) { hand(row, person) }
      }
    } else {
      for id in ids {
        _ = try rows(KnownMemberColumn.one) {
          $0(MemberColumn.person, id)
        } read: {
          hand($0, id)
        }
      }
    }
  }

  /// The members whose personal data have a resident ID that another's have too, in capitals: by resident ID and person.
  package func membersWithOneResidentID() throws(CasebookError) -> [(
    residentID: String, person: String, household: String, entry: Int
  )] {
    try rows(NamesakeColumn.question) {
      ($0.text(.residentID), $0.text(.person), $0.text(.household), $0.int(.entry))
    }
  }
}

package import Journal
import Store
import Units

/// The columns of personal data.
enum PersonalColumn: String, TableColumn {
  static let table = "personal"

  case number, household, name
  case residentID = "resident_id"
  case bankAccount = "bank_account"
  case telephone, proxy, salt

  fileprivate static let insertion = Change<Self>.insert()
  fileprivate static let deletion = Change<Self>.delete(where: .household)
  fileprivate static let byNumber = Question<Self>("FROM personal WHERE \(number.given)")
  fileprivate static let numbers = Question<Self>(
    [.number], "FROM personal WHERE \(household.given) ORDER BY number")
}

/// The columns of what the journal says of personal data: which row, whose, its salted digest, and the entry that forgets it.
enum RecordedColumn: String, TableColumn {
  static let table = "recorded_personal"

  case number, household, digest, entry, forgotten

  static let insertion = Change<Self>.insert(or: "REPLACE", fixed: [.forgotten: "NULL"])
  static let forgetting = Change<Self>.update([.forgotten], where: .number)

  fileprivate static let ofHousehold = Question<CountColumn>(
    "FROM recorded_personal WHERE \(household.given)")
  fileprivate static let forgottenHouseholds = Question<Self>(
    [.household], isDistinct: true, "FROM recorded_personal WHERE forgotten IS NOT NULL")
  fileprivate static let households = Question<Self>(
    [.household], isDistinct: true, "FROM recorded_personal")
}

/// How much was forgotten.
private enum ForgottenColumn: String, SQLColumn {
  case households = "count(DISTINCT household)"
  case rows = "count(*)"

  static let question = Question<Self>("FROM recorded_personal WHERE forgotten IS NOT NULL")
}

/// An account, without the spaces and hyphens in which it was written, and whose it is.
private enum AccountColumn: String, SQLColumn {
  case number, household
  case residentID = "resident_id"
  case account = "replace(replace(bank_account, ' ', ''), '-', '')"

  static let all = Question<Self>("FROM personal WHERE bank_account IS NOT NULL")
  static let ofHousehold = Question<Self>(
    "FROM personal WHERE \(PersonalColumn.household.given) AND bank_account IS NOT NULL")
  static let shared = Question<SharedColumn>(
    SharedColumn.allCases,
    before: """
      WITH named AS (SELECT number, household, resident_id, \(account) AS account
        FROM personal WHERE bank_account IS NOT NULL)

      """,
    """
    FROM named WHERE account IN (SELECT account FROM named GROUP BY account HAVING count(DISTINCT household) > 1)
    ORDER BY account, number
    """)
}

/// An account that several households name.
private enum SharedColumn: String, SQLColumn {
  case number, household
  case residentID = "resident_id"
  case account
}

/// A resident ID that stands, not as a proxy's, in the data of several households, and the first entry for each.
private enum DeclarantColumn: String, SQLColumn {
  case residentID = "id"
  case household
  case entry = "min(entry)"

  static let question = Question<Self>(
    allCases,
    before: """
      WITH stated AS (SELECT upper(p.resident_id) AS id, p.household, r.entry FROM personal p
        JOIN recorded_personal r ON r.number = p.number WHERE p.resident_id IS NOT NULL AND p.proxy IS NULL)

      """,
    """
    FROM stated WHERE id IN (SELECT id FROM stated GROUP BY id HAVING count(DISTINCT household) > 1)
    GROUP BY id, household ORDER BY id, household
    """)
}

/// An account as a row of personal data names it.
package struct NamedAccount: Hashable, Sendable {
  /// The row's number.
  package let number: Int
  package let household: String
  package let residentID: String?
  /// Without spaces and hyphens.
  package let account: String
}

extension PersonalData {
  fileprivate init(_ row: SQLRow<PersonalColumn>) {
    self.init(
      name: row.optionalText(.name), residentID: row.optionalText(.residentID),
      bankAccount: row.optionalText(.bankAccount), telephone: row.optionalText(.telephone),
      proxy: row.optionalText(.proxy))
  }
}

extension Casebook {
  /// Writes personal data down.
  func keep(
    _ data: PersonalData, number: Int, of household: String, salt: [UInt8]
  ) throws(CasebookError) {
    try run(PersonalColumn.insertion) { bind in
      bind(.number, number)
      bind(.household, household)
      bind(.name, data.name)
      bind(.residentID, data.residentID)
      bind(.bankAccount, data.bankAccount)
      bind(.telephone, data.telephone)
      bind(.proxy, data.proxy)
      bind(.salt, salt)
    }
  }

  /// Deletes the personal data of a household.
  func deletePersonalData(of household: String) throws(CasebookError) {
    try run(PersonalColumn.deletion) { $0(.household, household) }
  }

  /// The personal data in a row, or `nil` where it was forgotten.
  package func personalData(_ number: Int) throws(CasebookError) -> PersonalData? {
    try first(PersonalColumn.byNumber) {
      $0(PersonalColumn.number, number)
    } read: {
      PersonalData($0)
    }
  }

  /// The rows of a household's personal data.
  func personalNumbers(of household: String) throws(CasebookError) -> [Int] {
    try rows(PersonalColumn.numbers) {
      $0(PersonalColumn.household, household)
    } read: {
      $0.int(.number)
    }
  }

  /// Whether personal data of a household were ever recorded.
  func hasRecordedPersonal(of household: String) throws(CasebookError) -> Bool {
    try count(RecordedColumn.ofHousehold) { $0(RecordedColumn.household, household) } > 0
  }

  /// Of how many households personal data were forgotten, and how many rows.
  package func forgottenCount() throws(CasebookError) -> (households: Int, rows: Int) {
    try first(ForgottenColumn.question) { ($0.int(.households), $0.int(.rows)) } ?? (0, 0)
  }

  /// The accounts that a household names, without spaces and hyphens.
  package func accounts(namedBy household: String) throws(CasebookError) -> [String] {
    try rows(AccountColumn.ofHousehold) {
      $0(PersonalColumn.household, household)
    } read: {
      $0.text(.account)
    }
  }

  /// Hands out all accounts that are named.
  package func eachAccount(_ body: (NamedAccount) -> Void) throws(CasebookError) {
    try each(AccountColumn.all) { row in
      body(
        NamedAccount(
          number: row.int(.number), household: row.text(.household),
          residentID: row.optionalText(.residentID),
          account: row.text(.account)))
    }
  }

  /// The accounts that several households name, by account and row.
  package func sharedAccounts() throws(CasebookError) -> [NamedAccount] {
    try rows(AccountColumn.shared) { row in
      NamedAccount(
        number: row.int(.number), household: row.text(.household), residentID: row.optionalText(.residentID),
        account: row.text(.account))
    }
  }

  /// The resident IDs, in capitals, that stand for themselves in the data of several households, with the first entry for
  /// each: by resident ID and household.
  package func declarantsOfSeveralHouseholds() throws(CasebookError) -> [(
    residentID: String, household: String, entry: Int
  )] {
    try rows(DeclarantColumn.question) { ($0.text(.residentID), $0.text(.household), $0.int(.entry)) }
  }
}

extension Statements {
  /// The households whose personal data may not be there: those of which something was forgotten.
  ///
  /// - Parameter inAll: whether it is all of which there ever were any.
  func silentHouseholds(inAll: Bool) throws(StoreError) -> [String] {
    try rows(inAll ? RecordedColumn.households : RecordedColumn.forgottenHouseholds) { $0.text(.household) }
  }
}

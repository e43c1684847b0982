import Journal
package import Units

/// The columns of the departments' bills.
enum BillColumn: String, TableColumn {
  static let table = "bill"

  case peril, record, household, person
  case happenedOn = "happened_on"
  case amount, casefile, entry, core

  /// A bill with the number of one before it takes its place, and is in no case then.
  static let insertion = Change<Self>.insert(
    fixed: [.casefile: "NULL"],
    then: """
      ON CONFLICT(peril, record) DO UPDATE SET
      \([Self.household, .person, .happenedOn, .amount, .entry].map(\.given).joined(separator: ", ")),
      casefile = NULL
      """)
  static let takenIntoCase = Change<Self>.update([.casefile], where: .peril, .record)
  static let takenOutOfCase = Change<Self>(
    "UPDATE bill SET casefile = NULL WHERE \(casefile.given)")
  /// The bills of a peril within some days, by household, day and number.
  static let ofDays = Question<Self>(
    "FROM bill WHERE \(peril.given) AND \(happenedOn.within) ORDER BY household, happened_on, record")

  fileprivate static let ofHousehold = Question<Self>(
    """
    FROM bill WHERE \(peril.given) AND \(household.given) AND \(happenedOn.within)
    ORDER BY happened_on, record
    """)
  fileprivate static let byRecord = Question<Self>(
    [.entry, .casefile], "FROM bill WHERE \(peril.given) AND \(record.given)")
  fileprivate static let inCasesOn = Question<Self>(
    "FROM bill WHERE \(household.given) AND \(happenedOn.given) AND casefile IS NOT NULL ORDER BY casefile, record"
  )
  fileprivate static let free = Question<Self>(
    "FROM bill WHERE \(peril.given) AND \(record.given) AND \(household.given) AND casefile IS NULL")
  fileprivate static let oneNumber = Question<Self>(
    """
    FROM bill WHERE record IN (SELECT record FROM bill GROUP BY record HAVING count(*) > 1)
    ORDER BY record, peril
    """)
  fileprivate static let oneCost = Question<Self>(
    """
    FROM bill WHERE amount > 0 AND (household, peril, happened_on, amount) IN
      (SELECT household, peril, happened_on, amount FROM bill GROUP BY 1, 2, 3, 4 HAVING count(*) > 1)
    ORDER BY household, peril, happened_on, amount, record
    """)
  fileprivate static let numbers = Question<Self>(
    [.record], "FROM bill WHERE \(peril.given) ORDER BY record")
  fileprivate static let ofCase = Question<Self>(
    "FROM bill WHERE \(casefile.given) ORDER BY happened_on, record")
  fileprivate static let inCases = Question<Self>("FROM bill WHERE casefile IS NOT NULL")
  fileprivate static let inNoCase = Question<Self>(
    """
    FROM bill WHERE casefile IS NULL AND amount > 0 AND \(happenedOn.within)
    ORDER BY household, happened_on, record
    """)
}

/// A bill as its row has it.
package struct RecordedBill: Hashable, Sendable {
  package let peril: String
  package let record: String
  package let household: String
  package let person: String?
  /// As it is written.
  package let day: String
  package let amount: Yuan
  /// The case that it is in.
  package let casefile: Int?
  package let entry: Int

  init(_ row: SQLRow<BillColumn>) {
    peril = row.text(.peril)
    record = row.text(.record)
    household = row.text(.household)
    person = row.optionalText(.person)
    day = row.text(.happenedOn)
    amount = row.money(.amount)
    casefile = row.optionalInt(.casefile)
    entry = row.int(.entry)
  }
}

extension Casebook {
  /// The entry of a bill, and the case that it is in; `nil` where nothing is known under its number.
  func bill(_ record: String, of peril: String) throws(CasebookError) -> (entry: Int, casefile: Int?)? {
    try first(BillColumn.byRecord) { bind in
      bind(BillColumn.peril, peril)
      bind(BillColumn.record, record)
    } read: {
      ($0.int(.entry), $0.optionalInt(.casefile))
    }
  }

  /// The numbers of all bills of a peril, ascending.
  func billNumbers(of peril: String) throws(CasebookError) -> [String] {
    try rows(BillColumn.numbers) {
      $0(BillColumn.peril, peril)
    } read: {
      $0.text(.record)
    }
  }

  /// The bills that a case has taken in and that were not corrected since: in the order of their days, then numbers.
  func bills(in casefile: Int) throws(CasebookError) -> [RecordedBill] {
    try rows(BillColumn.ofCase) {
      $0(BillColumn.casefile, casefile)
    } read: {
      RecordedBill($0)
    }
  }

  /// The bills of a household's day that are in cases, by case and number.
  func billsInCases(_ household: String, on day: Day) throws(CasebookError) -> [RecordedBill] {
    try rows(BillColumn.inCasesOn) { bind in
      bind(BillColumn.household, household)
      bind(BillColumn.happenedOn, day)
    } read: {
      RecordedBill($0)
    }
  }

  /// A household's bill that is in no case; `nil` where there is none.
  func freeBill(
    _ record: String, of peril: String, _ household: String
  ) throws(CasebookError) -> RecordedBill? {
    try first(BillColumn.free) { bind in
      bind(BillColumn.peril, peril)
      bind(BillColumn.record, record)
      bind(BillColumn.household, household)
    } read: {
      RecordedBill($0)
    }
  }

  /// The bills of a peril within some days, by household, day and number; those before the end where no first day is known.
  ///
  /// - Parameter household: whose; all households' where not said.
  func bills(
    of peril: String, household: String?, from first: Day?, to last: Day
  ) throws(CasebookError) -> [RecordedBill] {
    try rows(household == nil ? BillColumn.ofDays : BillColumn.ofHousehold) { bind in
      bind(BillColumn.peril, peril)
      if let household { bind(BillColumn.household, household) }
      bind(BillColumn.happenedOn, within: (first?.description ?? "")...last.description)
    } read: {
      RecordedBill($0)
    }
  }

  /// The bills within some days that left something to the household and are in no case, by household, day and number.
  func billsInNoCase(of days: ClosedRange<Day>) throws(CasebookError) -> [RecordedBill] {
    try rows(BillColumn.inNoCase) {
      $0(BillColumn.happenedOn, within: days)
    } read: {
      RecordedBill($0)
    }
  }

  /// The bills whose number stands under several perils, by number and peril.
  package func billsWithOneNumber() throws(CasebookError) -> [RecordedBill] {
    try rows(BillColumn.oneNumber) { RecordedBill($0) }
  }

  /// The bills of one household, peril, day and amount that have several numbers, by these and by number.
  package func billsOfOneCost() throws(CasebookError) -> [RecordedBill] {
    try rows(BillColumn.oneCost) { RecordedBill($0) }
  }

  /// Hands out the bills that are in cases.
  package func eachBillInCase(_ body: (RecordedBill) -> Void) throws(CasebookError) {
    try each(BillColumn.inCases) { body(RecordedBill($0)) }
  }
}

import Journal
package import Units

/// The columns of payments.
enum PaymentColumn: String, TableColumn {
  static let table = "payment"

  case number, casefile, household, amount, settlement, state, personal

  static let insertion = Change<Self>.insert(fixed: [.state: "'\(PaymentState.sent.rawValue)'"])
  static let answer = Change<Self>.update([.state], where: .number)

  fileprivate static let notReturned = Question<Self>(
    "FROM payment WHERE state <> '\(PaymentState.returned.rawValue)' AND personal IS NOT NULL")
}

/// What of a case's payments the bank has answered so.
private enum PaidColumn: String, SQLColumn {
  case sum = "sum(amount)"

  static let question = Question<Self>(
    "FROM payment WHERE \(PaymentColumn.casefile.given) AND \(PaymentColumn.state.given)")
}

/// A payment with the account that it goes to.
private enum PayeeColumn: String, SQLColumn {
  case number = "p.number"
  case casefile = "p.casefile"
  case household = "p.household"
  case amount = "p.amount"
  case settlement = "p.settlement"
  case state = "p.state"
  case name = "d.name"
  case residentID = "d.resident_id"
  case bankAccount = "d.bank_account"
  case telephone = "d.telephone"
  case payee = "d.number"

  static let byNumber = Question<Self>(
    """
    FROM payment p LEFT JOIN personal d ON d.number = p.personal
    WHERE p.number = \(PaymentColumn.number.parameter) ORDER BY p.number
    """)
  static let ofSettlement = Question<Self>(
    """
    FROM payment p LEFT JOIN personal d ON d.number = p.personal
    WHERE p.settlement = \(PaymentColumn.settlement.parameter) ORDER BY p.number
    """)
}

/// A payment that was not returned, and the row of personal data with the account that it went to.
package struct StandingPayment: Hashable, Sendable {
  package let personal: Int
  package let casefile: Int
  package let household: String
  package let amount: Yuan
}

extension Payment {
  /// `nil` where what is known of it is none of the states.
  fileprivate init?(_ row: SQLRow<PayeeColumn>) {
    guard let state = PaymentState(rawValue: row.text(.state)) else { return nil }
    let payee = PersonalData(
      name: row.optionalText(.name), residentID: row.optionalText(.residentID),
      bankAccount: row.optionalText(.bankAccount), telephone: row.optionalText(.telephone))
    self.init(
      number: row.int(.number), casefile: row.int(.casefile), household: row.text(.household),
      amount: row.money(.amount), settlement: row.int(.settlement), state: state,
      payee: row.isNull(.payee) ? nil : payee)
  }
}

extension Casebook {
  /// A payment by its number.
  package func payment(_ number: Int) throws(CasebookError) -> Payment? {
    let found = try first(PayeeColumn.byNumber) {
      $0(PaymentColumn.number, number)
    } read: {
      Payment($0)
    }
    return try found.map(Casebook.whole)
  }

  /// The payments of a settlement, in the order of their numbers.
  package func payments(settlement: Int) throws(CasebookError) -> [Payment] {
    let found = try rows(PayeeColumn.ofSettlement) {
      $0(PaymentColumn.settlement, settlement)
    } read: {
      Payment($0)
    }
    return try found.map(Casebook.whole)
  }

  private static func whole(_ payment: Payment?) throws(CasebookError) -> Payment {
    guard let payment else { throw .damaged(row: PaymentColumn.table) }
    return payment
  }

  /// What of a case's payout is in an account, and has not come back since.
  package func paid(_ casefile: Int) throws(CasebookError) -> Yuan {
    try payments(of: casefile, .paid) - (try reversal(of: casefile)?.repaid ?? .zero)
  }

  /// What of it is on its way to the account.
  func sent(_ casefile: Int) throws(CasebookError) -> Yuan { try payments(of: casefile, .sent) }

  private func payments(of casefile: Int, _ state: PaymentState) throws(CasebookError) -> Yuan {
    try first(PaidColumn.question) { bind in
      bind(PaymentColumn.casefile, casefile)
      bind(PaymentColumn.state, state.rawValue)
    } read: {
      $0.money(.sum)
    } ?? .zero
  }

  /// Hands out the payments that were not returned, but for those that name no account.
  package func eachStandingPayment(_ body: (StandingPayment) -> Void) throws(CasebookError) {
    try each(PaymentColumn.notReturned) { row in
      body(
        StandingPayment(
          personal: row.int(.personal), casefile: row.int(.casefile), household: row.text(.household),
          amount: row.money(.amount)))
    }
  }
}

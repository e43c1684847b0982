package import Journal
package import Units

/// A payment to a household's account, as the payout file has it.
package struct Payment: Hashable, Sendable {
  package let number: Int
  package let casefile: Int
  package let household: String
  package let amount: Yuan
  package let settlement: Int
  package let state: PaymentState
  /// Whose account, and which; `nil` where it was forgotten.
  package let payee: PersonalData?
}

/// What is known of a payment.
package enum PaymentState: String, Sendable {
  /// The bank has not answered.
  case sent
  /// It is in the account.
  case paid
  /// It has come back.
  case returned

  package var name: Wording {
    switch self {
    case .sent: Wording(zh: "已送银行", en: "sent to the bank")
    case .paid: Wording(zh: "已到账", en: "in the account")
    case .returned: Wording(zh: "已退回", en: "returned")
    }
  }
}

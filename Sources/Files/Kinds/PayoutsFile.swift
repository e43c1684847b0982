package import Units

/// Payments for the bank.
package enum PayoutsFile: TableFile {
  package static let kind = FileKind.payouts
  package static let name = Wording(zh: "付款清单", en: "payments for the bank")

  package enum Role: Int, FileRole {
    case settlement, payment, casefile, household, amount, name, residentID, bankAccount

    /// Whether what stands there belongs to a person: it may be named, never shown.
    package var isPersonal: Bool {
      switch self {
      case .name, .residentID, .bankAccount: true
      case .settlement, .payment, .casefile, .household, .amount: false
      }
    }
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .settlement: Field("settlement", "批次", "付款批次的编号", "the number of the settlement")
    case .payment: .payment
    case .casefile: .casefile
    case .household: .household
    case .amount: Field.amount.meaning("应付金额；元", "what is to be paid; in yuan")
    case .name: .personName
    case .residentID: .residentID
    case .bankAccount: .bankAccount
    }
  }
}

extension Field {
  static let payment = Field(
    "payment", "付款号", "付款号；银行回单照此写", "the number of the payment; the bank answers by it")
}

import Tables
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
    case .settlement: Field("settlement", "批次", "付款批次的编号", "the number of the settlement").holding(.id)
    case .payment: .payment
    case .casefile: .casefile
    case .household: .household
    case .amount: Field.amount.meaning("应付金额；元", "what is to be paid; in yuan")
    case .name: .personName
    case .residentID: .residentID
    case .bankAccount: .bankAccount
    }
  }

  /// Whose account a payment goes to.
  package struct Payee: Sendable {
    package let name: String?
    package let residentID: String?
    package let bankAccount: String?

    package init(name: String?, residentID: String?, bankAccount: String?) {
      self.name = name
      self.residentID = residentID
      self.bankAccount = bankAccount
    }
  }

  /// A payment of a settlement.
  package struct Payment: Sendable {
    package let settlement: Int
    package let payment: Int
    package let casefile: Int
    package let household: String
    /// More than nothing.
    package let amount: Yuan
    /// `nil` where it was forgotten.
    package let payee: Payee?

    package init(
      settlement: Int, payment: Int, casefile: Int, household: String, amount: Yuan, payee: Payee?
    ) {
      self.settlement = settlement
      self.payment = payment
      self.casefile = casefile
      self.household = household
      self.amount = amount
      self.payee = payee
    }

    /// The row as it is written.
    package var cells: [String?] {
      PayoutsFile.cells { role in
        switch role {
        case .settlement: "\(settlement)"
        case .payment: "\(payment)"
        case .casefile: "\(casefile)"
        case .household: household
        case .amount: amount.description
        case .name: payee?.name
        case .residentID: payee?.residentID
        case .bankAccount: payee?.bankAccount
        }
      }
    }
  }
}

extension FileRow<PayoutsFile> {
  /// The settlement and the payment that it is about; `nil` where it does not say.
  package var payment: (settlement: Int, number: Int)? {
    guard let settlement = word(.settlement).flatMap({ Int($0) }),
      let number = word(.payment).flatMap({ Int($0) })
    else { return nil }
    return (settlement, number)
  }

  /// Where it says another thing than the row that we would write; what of a payee was forgotten is let pass.
  package func differences(from row: PayoutsFile.Payment) -> [CellDifference<PayoutsFile>] {
    let roles = PayoutsFile.Role.allCases.filter { role in
      role != .settlement && role != .payment && (row.payee != nil || !role.isPersonal)
    }
    return differences(from: row.cells, in: roles, amount: .amount)
  }
}

extension Field {
  static let payment = Field(
    "payment", "付款号", "付款号；银行回单照此写", "the number of the payment; the bank quotes it in its answer"
  ).holding(.id)
}

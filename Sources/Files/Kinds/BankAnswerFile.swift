import Tables
package import Units

/// The bank's answer to a list of payments.
package enum BankAnswerFile: TableFile {
  package static let kind = FileKind.bankAnswer
  package static let name = Wording(zh: "银行回单", en: "the bank's answer")

  package enum Role: Int, FileRole {
    case payment, amount, result, happenedOn, reason
  }

  package static func field(_ role: Role) -> Field {
    switch role {
    case .payment: .payment
    case .amount:
      Field.amount.meaning("付款金额，须与付款清单相同", "the amount of the payment, as in the payment list")
    case .result: Field("result", "结果", "paid 已到账、returned 退回", "paid or returned").holding(.word)
    case .happenedOn:
      Field(
        "happened_on", "日期", "到账或退回的日期；空着即记录的日期",
        "the date it arrived or was returned; empty means the date of recording"
      ).holding(.day).optional
    case .reason: Field("reason", "原因", "退回的原因", "why it was returned").optional
    }
  }

  /// What became of a payment. The raw value is its word in our files and in the casebook.
  package enum PaymentResult: String, CaseIterable, Sendable {
    /// It is in its account.
    case paid
    /// It came back.
    case returned

    /// The words for it in a bank's file.
    var words: [String] {
      switch self {
      case .paid: [rawValue, "已付", "已到账"]
      case .returned: [rawValue, "退回"]
      }
    }
  }

  /// What the bank says of a payment.
  package struct Answer: Sendable {
    /// The number of the payment, as in the list of payments.
    package let payment: Int
    package let amount: Yuan
    package let result: PaymentResult
    /// When it arrived or came back; `nil` is the day on which it is recorded.
    package let happenedOn: Day?
    /// Why it came back.
    package let reason: String?

    package init(payment: Int, amount: Yuan, result: PaymentResult, happenedOn: Day?, reason: String?) {
      self.payment = payment
      self.amount = amount
      self.result = result
      self.happenedOn = happenedOn
      self.reason = reason
    }

    /// The row as it is written.
    package var cells: [String?] {
      BankAnswerFile.cells { role in
        switch role {
        case .payment: "\(payment)"
        case .amount: amount.description
        case .result: result.rawValue
        case .happenedOn: happenedOn?.description
        case .reason: reason
        }
      }
    }
  }
}

extension FileRow<BankAnswerFile> {
  /// Reads the bank's answer and holds it against the payment that it names.
  ///
  /// - Parameter sent: the amount of a payment by its number; `nil` where there is no such payment.
  package func answer<Trouble: Error>(
    sent: (Int) throws(Trouble) -> Yuan?
  ) throws(Trouble) -> Result<BankAnswerFile.Answer, Reject> {
    for role in [BankAnswerFile.Role.payment, .amount, .result] where self[role] == nil {
      return .failure(fault(role, .missing))
    }
    guard let payment = word(.payment).flatMap({ Int($0) }), let due = try sent(payment) else {
      return .failure(
        fault(.payment, "no-such-payment", Wording(zh: "没有这笔付款", en: "there is no such payment")))
    }
    guard let amount = amount(.amount) else {
      return .failure(fault(.amount, .badAmount))
    }
    guard amount == due else {
      return .failure(
        fault(
          .amount, "amount-differs",
          Wording(
            zh: "付款 \(payment) 的金额是 \(due.grouped) 元",
            en: "the amount of payment \(payment) is \(due.grouped)")))
    }
    guard
      let result = BankAnswerFile.PaymentResult.allCases.first(where: { result in
        result.words.contains { $0 == word(.result) }
      })
    else {
      return .failure(
        fault(
          .result, .unknownWord, Wording(zh: "结果应为“已到账”或“退回”", en: "the result must be 'paid' or 'returned'"))
      )
    }
    let day = day(.happenedOn)
    if self[.happenedOn] != nil, day == nil { return .failure(fault(.happenedOn, .badDate)) }
    return .success(
      BankAnswerFile.Answer(
        payment: payment, amount: amount, result: result, happenedOn: day, reason: self[.reason]))
  }
}

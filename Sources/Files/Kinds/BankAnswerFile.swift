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
      Field.amount.meaning("付款金额，须与付款清单相同", "the amount of the payment, as in the list of payments")
    case .result: Field("result", "结果", "paid 已到账、returned 退回", "paid or returned")
    case .happenedOn:
      Field(
        "happened_on", "日期", "到账或退回的日期；空着即记录的日期",
        "the day it arrived or came back; empty is the day it is recorded"
      ).optional
    case .reason: Field("reason", "原因", "退回的原因", "why it came back").optional
    }
  }

  /// Whether a payment arrived, by the words for what became of it.
  package static let results = ["paid": true, "已付": true, "已到账": true, "returned": false, "退回": false]
}

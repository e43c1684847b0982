package import Units

/// What the bank's file came to.
package struct BankAnswers: Sendable {
  /// Payments that are in their accounts, and their sum.
  package fileprivate(set) var paid = 0
  package fileprivate(set) var paidSum = Yuan.zero
  /// Payments that came back.
  package fileprivate(set) var returned = 0
  /// Rows that say what is recorded already.
  package fileprivate(set) var known = 0
  /// Rows that cannot be read or are refused, in the order of their lines.
  package fileprivate(set) var faults: [Sheet.Fault] = []
}

extension Recording {
  /// Takes in the bank's answers, row by row; a row that cannot be right is set aside, and the others go on.
  package func reconcile(_ sheet: Sheet) throws(CasebookError) -> BankAnswers {
    precondition(sheet.table == .bankAnswer, "only the bank answers for payments")
    try checkRole(Move.reconcile.roles, Move.reconcile.name)
    var answers = BankAnswers()
    answers.faults = sheet.faults
    for row in sheet.rows {
      switch try bankAnswer(row, in: sheet) {
      case .failure(let fault): answers.faults.append(fault.value)
      case .success(let answer): try take(answer, row, sheet, into: &answers)
      }
    }
    answers.faults.sort { $0.line < $1.line }
    return answers
  }

  private func take(
    _ answer: BankAnswer, _ row: Sheet.Row, _ sheet: Sheet, into answers: inout BankAnswers
  ) throws(CasebookError) {
    if answer.isKnown {
      answers.known += 1
      return
    }
    do throws(CasebookError) {
      try reconcile(answer.payment, paid: answer.paid, reason: answer.reason, on: answer.day)
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      answers.faults.append(sheet.fault(row, refusal.code.rawValue, refusal.what))
      return
    }
    if answer.paid {
      answers.paid += 1
      answers.paidSum += answer.amount
    } else {
      answers.returned += 1
    }
  }

  /// Reads a row and holds it against the payment it names.
  private func bankAnswer(
    _ row: Sheet.Row, in sheet: Sheet
  ) throws(CasebookError) -> Result<BankAnswer, RowFault> {
    func fault(_ role: Int, _ problem: String, _ what: Wording) -> Result<BankAnswer, RowFault> {
      .failure(RowFault(value: sheet.fault(row, role, problem, what)))
    }
    for role in 0..<3 where row[role] == nil {
      return fault(role, "missing", Wording(zh: "必填的单元格是空的", en: "a cell that must be filled is empty"))
    }
    guard let number = row[0].flatMap({ Int($0) }), let payment = try book.payment(number) else {
      return fault(0, "no-such-payment", Wording(zh: "没有这笔付款", en: "there is no such payment"))
    }
    guard let amount = row[1].flatMap({ Yuan($0) }) else {
      return fault(
        1, "bad-amount",
        Wording(zh: "不是金额：应为数字，至多两位小数", en: "not an amount: digits with at most two decimals"))
    }
    guard amount == payment.amount else {
      return fault(
        1, "amount-differs",
        Wording(
          zh: "付款 \(number) 的金额是 \(payment.amount.grouped) 元",
          en: "the amount of payment \(number) is \(payment.amount.grouped)"))
    }
    guard let paid = row[2].flatMap({ BankAnswer.results[$0] }) else {
      return fault(
        2, "unknown-word", Wording(zh: "结果应为“已到账”或“退回”", en: "the result is 'paid' or 'returned'"))
    }
    let day = row[3].flatMap { Day($0) }
    if row[3] != nil, day == nil {
      return fault(
        3, "bad-date", Wording(zh: "不是日历上的日期，或写法不对", en: "not a day of the calendar, or not written as one"))
    }
    return .success(
      BankAnswer(
        payment: number, amount: amount, paid: paid, day: day, reason: row[4],
        isKnown: payment.state == (paid ? "paid" : "returned")))
  }
}

/// What a row of the bank's file says.
private struct BankAnswer {
  let payment: Int
  let amount: Yuan
  let paid: Bool
  let day: Day?
  let reason: String?
  /// Whether it is recorded already.
  let isKnown: Bool

  /// The words for what became of a payment.
  static let results = ["paid": true, "已付": true, "已到账": true, "returned": false, "退回": false]
}

private struct RowFault: Error {
  let value: Sheet.Fault
}

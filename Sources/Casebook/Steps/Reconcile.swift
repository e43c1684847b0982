import Journal
package import Units

extension Recording {
  /// The bank's answer to a payment: it is in the account, or it has come back.
  ///
  /// - Parameter day: when it was, where not the day of the recording.
  /// - Returns: what came of the cases behind one whose decision was taken back, where its money has come back.
  @discardableResult
  package func reconcile(
    _ payment: Int, paid: Bool, reason: String?, on day: Day? = nil
  ) throws(CasebookError) -> Followed {
    let sent = try found(payment: payment)
    guard sent.state == .sent else { throw .refused(.answered(sent)) }
    let file = try begin(.reconcile, sent.casefile)
    if let day { try check(day, of: file) }
    let isReversed = file.state == .reversed
    let to: CaseState = try isReversed ? .reversed : paid ? state(ofPaid: file, sent.amount) : .returned
    try append(
      ReconcileStatement(
        step(.reconcile, file, to: to), payment: payment, amount: sent.amount, isPaid: paid,
        reason: paid ? isReversed ? nil : file.reason : reason ?? "returned"), on: day)
    // What a decision sent that was taken back since is the fund's again.
    return isReversed && !paid ? try cameBack(file.number, on: day) : Followed()
  }

  /// The bank's answer to a payment was recorded wrongly: it is the other one.
  ///
  /// - Parameter why: how that was found, in words.
  /// - Returns: what came of the cases behind one whose decision was taken back: what is out of the fund for it is otherwise.
  @discardableResult
  package func correctAnswer(
    _ payment: Int, paid: Bool, reason: String?, because why: String
  ) throws(CasebookError) -> Followed {
    let sent = try found(payment: payment)
    guard sent.state != .sent else { throw .refused(.notAnswered(payment)) }
    guard sent.state != (paid ? .paid : .returned) else { throw .refused(.isSaid(sent)) }
    let file = try begin(.reconcile, sent.casefile)
    guard try book.sent(file.number) == .zero else { throw .refused(.othersAreSent(file)) }
    let isReversed = file.state == .reversed
    if paid, !isReversed, try book.outstanding(file) < sent.amount { throw .refused(.isNotDue(sent)) }
    if paid, isReversed, state.left < sent.amount { throw .refused(.isNotInFund(sent, left: state.left)) }
    if !paid, try book.paid(file.number) < sent.amount { throw .refused(.isBackAlready(sent)) }
    let to: CaseState = try isReversed ? .reversed : paid ? state(ofPaid: file, sent.amount) : .returned
    try append(
      ReconcileStatement(
        step(.reconcile, file, to: to), payment: payment, amount: sent.amount, isPaid: paid,
        reason: paid ? isReversed ? nil : book.decisionReason(of: file) : reason ?? "returned", corrects: why)
    )
    guard isReversed else { return Followed() }
    return paid ? try follow(behind: file.number) : try cameBack(file.number)
  }

  private func found(payment: Int) throws(CasebookError) -> Payment {
    guard let found = try book.payment(payment) else {
      throw .refused(
        Refusal(.noSuchCase, Wording(zh: "没有第 \(payment) 号付款", en: "there is no payment \(payment)")))
    }
    return found
  }

  /// Where a case stands once a payment is in its account: more may be promised by now, or wait.
  private func state(ofPaid file: Casefile, _ amount: Yuan) throws(CasebookError) -> CaseState {
    if try book.outstanding(file) > amount { return .approved }
    return try book.waiting(file.number) > .zero ? .exhausted : .paid
  }

  /// A day that a file gives for a step must lie between the case's last step and the day of the recording.
  private func check(_ day: Day, of file: Casefile) throws(CasebookError) {
    guard day < file.since || day > on else { return }
    throw .refused(
      Refusal(
        day > on ? .inTheFuture : .beforeLastStep,
        Wording(
          zh: "\(day) 不在案件 \(file.number) 的上一步（\(file.since)）与 \(on) 之间",
          en: "\(day) is not between the last step of case \(file.number) (\(file.since)) and \(on)")))
  }
}

extension ReconcileStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    if step.to == .reversed { try fold.stay(entry, step) } else { try fold.move(entry, step, reason: reason) }
    try fold.answerPayment(self)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    if let corrects {
      try recording.correctAnswer(payment, paid: isPaid, reason: reason, because: corrects)
    } else {
      try recording.reconcile(payment, paid: isPaid, reason: reason)
    }
    return .compared
  }
}

extension Refusal {
  fileprivate static func answered(_ payment: Payment) -> Refusal {
    let other = payment.state == .paid ? "--returned" : "--paid"
    let command = "case reconcile --payment \(payment.number) \(other) --correct"
    return Refusal(
      .alreadyDone,
      Wording(
        zh: "第 \(payment.number) 号付款已经对过账：\(payment.state.name.zh)",
        en: "payment \(payment.number) has already been reconciled: \(payment.state.name.en)"),
      fix: Wording(zh: "若记错，更正：\(command) 理由", en: "where that is wrong, correct it: \(command) TEXT"))
  }

  fileprivate static func notAnswered(_ payment: Int) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "第 \(payment) 号付款还没有对过账，没有可更正的",
        en: "payment \(payment) was not reconciled yet: there is nothing to correct"),
      fix: Wording(zh: "不加 --correct", en: "leave --correct out"))
  }

  fileprivate static func isSaid(_ payment: Payment) -> Refusal {
    Refusal(
      .alreadyDone,
      Wording(
        zh: "第 \(payment.number) 号付款记的就是：\(payment.state.name.zh)",
        en: "that is what is recorded of payment \(payment.number): \(payment.state.name.en)"))
  }

  fileprivate static func othersAreSent(_ file: Casefile) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "案件 \(file.number) 另有付款已送银行、尚未对账", en: "another payment of case \(file.number) is on its way"),
      fix: Wording(
        zh: "先登记银行对那一笔的回单（可请银行止付）",
        en: "record the bank's answer to that one first (the bank may be able to stop it)"))
  }

  fileprivate static func isNotDue(_ payment: Payment) -> Refusal {
    let number = payment.casefile
    return Refusal(
      .differs,
      Wording(
        zh: "案件 \(number) 现在没有 \(payment.amount.grouped) 元待付：这笔若已到账，就付重或付多了",
        en:
          "case \(number) is not owed \(payment.amount.grouped) any more: if that was paid, it was paid twice or too much"
      ),
      fix: Wording(
        zh: "先冲正，再更正：case reverse \(number) --reason 理由 --money claimed",
        en: "reverse the case, then correct the answer: case reverse \(number) --reason TEXT --money claimed")
    )
  }

  fileprivate static func isNotInFund(_ payment: Payment, left: Yuan) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "退回的 \(payment.amount.grouped) 元已另作他用，资金只余 \(left.grouped) 元",
        en:
          "the \(payment.amount.grouped) that was held to be back is promised to others: \(left.grouped) is left"
      ),
      fix: Wording(
        zh: "先记县里的拨款：casebook contribute", en: "record the county's contribution first: casebook contribute"))
  }

  fileprivate static func isBackAlready(_ payment: Payment) -> Refusal {
    let number = payment.casefile
    return Refusal(
      .differs,
      Wording(
        zh: "案件 \(number) 的款项已有退还，在外的不足 \(payment.amount.grouped) 元",
        en: "some of case \(number) was paid back: less than \(payment.amount.grouped) of it is out"))
  }
}

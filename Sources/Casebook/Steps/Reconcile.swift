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
    guard let sent = try book.payment(payment) else {
      throw .refused(
        Refusal(.noSuchCase, Wording(zh: "没有第 \(payment) 号付款", en: "there is no payment \(payment)")))
    }
    guard sent.state == "sent" else {
      throw .refused(
        Refusal(
          .alreadyDone,
          Wording(zh: "第 \(payment) 号付款已经对过账", en: "payment \(payment) has already been reconciled")))
    }
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
    try recording.reconcile(payment, paid: isPaid, reason: reason)
    return .compared
  }
}

import Rules
import Store
package import Units

/// A payment to a household's account, as the payout file has it.
package struct Payment: Hashable, Sendable {
  package let number: Int
  package let casefile: Int
  package let household: String
  package let amount: Yuan
  package let settlement: Int
  /// `sent`, `paid` or `returned`.
  package let state: String
  /// Whose account, and which; `nil` where it was forgotten.
  package let payee: PersonalData?
}

/// A case that could not be settled now, and why.
package struct Unsettled: Hashable, Sendable {
  package let casefile: Int
  package let refusal: Refusal
}

extension Recording {
  /// Sends to the bank whatever is approved and not yet sent: of the named cases, or of all.
  ///
  /// Each case is checked again: the account must be known, the household's total within what its approvers may approve,
  /// and the actor may settle it. What fails stays approved and is told.
  ///
  /// - Returns: the settlement's number, or `nil` where there was nothing to settle.
  package func settle(_ numbers: [Int]) throws(CasebookError) -> (settlement: Int?, left: [Unsettled]) {
    try checkRole(Move.settle.roles, Move.settle.name)
    let all = numbers.isEmpty
    let cases = all ? try book.casefiles("WHERE state = 'approved' ORDER BY number").map(\.number) : numbers
    let settlement = state.settlements + 1
    var left: [Unsettled] = []
    var count = 0
    for number in cases {
      do throws(CasebookError) {
        try settle(number, in: settlement)
        count += 1
      } catch {
        guard all, case .refused(let refusal) = error else { throw error }
        left.append(Unsettled(casefile: number, refusal: refusal))
      }
    }
    return (count > 0 ? settlement : nil, left)
  }

  func settle(_ number: Int, in settlement: Int) throws(CasebookError) {
    let file = try begin(.settle, number)
    let amount = try outstanding(file)
    var payee = witness?.payee
    if payee == nil { payee = try book.payee(of: file) }
    guard let payee else {
      throw .refused(
        Refusal(
          .notGiven,
          Wording(zh: "案件 \(number) 没有收款账号", en: "case \(number) has no account to pay to"),
          mend: Wording(zh: "先登记账号：case account \(number)", en: "give one first: case account \(number)")))
    }
    try checkTotal(file)
    try append(
      .settle,
      saying(.settle, file, to: .settled).with("payment", state.payments + 1).with("settlement", settlement)
        .with("amount", amount).with("reason", file.reason).with("payee", payee))
  }

  /// What of a case's payout is not in an account.
  func outstanding(_ file: Casefile) throws(CasebookError) -> Yuan {
    let paid = try book.scalar("SELECT sum(amount) FROM payment WHERE casefile = ? AND state = 'paid'") {
      $0.bind(1, file.number)
    }
    return file.payout - Yuan(fen: paid)
  }

  /// The household's total of the year must still be within what one of its approvers may approve.
  private func checkTotal(_ file: Casefile) throws(CasebookError) {
    guard let year = file.policyYear else { throw .damaged(row: "casefile") }
    let roles = try book.reading { () throws(StoreError) in
      let query = try statements[
        "SELECT DISTINCT approved_as FROM casefile WHERE household = ? AND policy_year = ? AND counted = 1"]
      query.bind(1, file.household)
      query.bind(2, year.began)
      return try query.rows { $0.optionalText(0).flatMap(Role.init) }
    }
    let limits = roles.compactMap { $0.flatMap { limit(of: $0) } }
    guard let most = limits.max(by: { ($0?.fen ?? .max) < ($1?.fen ?? .max) }), let most else { return }
    let total = try promised(file.household, year)
    guard total > most else { return }
    throw .refused(
      Refusal(
        .overLimit,
        Wording(
          zh: "该户本年度合计 \(total.grouped) 元，超过已审批各级的限额 \(most.grouped) 元",
          en:
            "the household's total of the year, \(total.grouped), is over the \(most.grouped) that those who approved may approve"
        )
      ))
  }

  /// The bank's answer to a payment: it is in the account, or it has come back.
  ///
  /// - Parameter day: when it was, where not the day of the recording.
  package func reconcile(_ payment: Int, paid: Bool, reason: String?, on day: Day? = nil)
    throws(CasebookError)
  {
    guard let sent = try book.payment(payment) else {
      throw .refused(
        Refusal(.noSuchCase, Wording(zh: "没有第 \(payment) 号付款", en: "there is no payment \(payment)")))
    }
    guard sent.state == "sent" else {
      throw .refused(
        Refusal(
          .alreadyDone,
          Wording(zh: "第 \(payment) 号付款已经对过账", en: "payment \(payment) has been reconciled already")))
    }
    let file = try begin(.reconcile, sent.casefile)
    if let day { try check(day, of: file) }
    let rest = try outstanding(file) - sent.amount
    let to: CaseState = !paid ? .returned : rest > .zero ? .approved : .paid
    try append(
      .reconcile,
      saying(.reconcile, file, to: to).with("payment", payment).with("amount", sent.amount).with("paid", paid)
        .with("reason", paid ? file.reason : reason ?? "returned"), on: day)
  }

  /// A day that a file gives for a step must lie between the case's last step and the day of the recording.
  private func check(_ day: Day, of file: Casefile) throws(CasebookError) {
    guard day < file.since || day > on else { return }
    throw .refused(
      Refusal(
        day > on ? .inTheFuture : .beforeLastStep,
        Wording(
          zh: "\(day) 不在案件 \(file.number) 的上一步（\(file.since)）与 \(on) 之间",
          en: "\(day) does not lie between the last step of case \(file.number), \(file.since), and \(on)")))
  }

  /// The household names the account its money goes to.
  package func setAccount(_ number: Int, _ data: PersonalData) throws(CasebookError) {
    let file = try found(number)
    try checkRole([.village, .township, .county], Wording(zh: "登记账号", en: "account"))
    try checkKinship(file.household)
    try checkNotApprover(file)
    guard file.state.isOpen, file.state != .settled else { throw .refused(.illegalAccount(file)) }
    let personal = try keep(data, of: file.household)
    try append(
      .account, Payload().with("case", number).with("household", file.household).with("personal", personal))
  }
}

extension Refusal {
  fileprivate static func illegalAccount(_ file: Casefile) -> Refusal {
    Refusal(
      .illegalMove,
      Wording(
        zh: "案件 \(file.number)「\(file.state.name.zh)」，不能改账号",
        en: "case \(file.number) is '\(file.state.name.en)': its account cannot be changed now"))
  }
}

extension Casebook {
  /// A payment by its number.
  package func payment(_ number: Int) throws(CasebookError) -> Payment? {
    try payments("p.number = ?", number).first
  }

  /// The payments of a settlement, in the order of their numbers.
  package func payments(settlement: Int) throws(CasebookError) -> [Payment] {
    try payments("p.settlement = ?", settlement)
  }

  private func payments(_ condition: String, _ value: Int) throws(CasebookError) -> [Payment] {
    try reading { () throws(StoreError) in
      let query = try statements[
        """
        SELECT p.number, p.casefile, p.household, p.amount, p.settlement, p.state, d.name, d.resident_id, d.bank_account,
          d.telephone, d.number FROM payment p LEFT JOIN personal d ON d.number = p.personal WHERE \(condition) ORDER BY p.number
        """]
      query.bind(1, value)
      return try query.rows { row in
        let payee = PersonalData(
          name: row.optionalText(6), residentID: row.optionalText(7), bankAccount: row.optionalText(8),
          telephone: row.optionalText(9))
        return Payment(
          number: row.int(0), casefile: row.int(1), household: row.text(2), amount: Yuan(fen: row.int64(3)),
          settlement: row.int(4), state: row.text(5), payee: row.isNull(10) ? nil : payee)
      }
    }
  }
}

import Claims
package import Journal
import Rules
import Units

extension Recording {
  /// Opens a case from a household's declaration, which includes its consent to have its assets checked.
  ///
  /// - Returns: the case's number.
  package func declare(_ declaration: Declaration) throws(CasebookError) -> Int {
    try checkRole(DeclareStatement.rule)
    try checkKinship(declaration.household)
    try checkRegistered(declaration.household)
    try check(peril: declaration.peril, cause: declaration.cause, person: declaration.person)
    try checkMembership(of: declaration.person, in: declaration.household, on: declaration.incurredOn)
    try check(event: declaration.incurredOn)
    try checkOpenYear(declaration.incurredOn)
    try check(cost: declaration.cost)
    let opening = CaseOpening(
      person: declaration.person, peril: declaration.peril, cause: declaration.cause,
      incurredOn: declaration.incurredOn, amount: declaration.selfPaid, compensated: declaration.compensated)
    let another = try otherCost(
      CostMark(declaration.household, CaseClaim(claim: nil, opening, cost: declaration.cost)),
      because: declaration.another)
    let number = state.cases + 1
    let personal = try keep(declaration.declarant, of: declaration.household)
    try append(
      DeclareStatement(
        self.opening(number, of: declaration.household), opening, declaration.cost,
        byProxy: declaration.declarant.proxy != nil, personal: personal, another: another))
    return number
  }

  /// What is declared has happened by the day of the declaration.
  func check(event: Day) throws(CasebookError) {
    guard event > on else { return }
    throw .refused(
      Refusal(
        .inTheFuture,
        Wording(
          zh: "发生日期 \(event) 晚于申报日期 \(on)", en: "the event (\(event)) is later than the declaration (\(on))"))
    )
  }

  /// Nothing new begins for an event in a policy year that is closed.
  ///
  /// - Parameter day: the day that stood there before, where there was one: within a year it may be put right.
  func checkOpenYear(_ event: Day, insteadOf day: Day? = nil) throws(CasebookError) {
    let years = try book.closedYears().filter { year in day.map { !year.days.contains($0) } ?? true }
    if let year = years.closed(on: event) { throw .refused(.yearClosed(year, event)) }
  }

  /// No part of a cost is below zero, and something is left to the household.
  func check(cost: DeclaredCost) throws(CasebookError) {
    guard cost.all.allSatisfy({ $0 >= .zero && $0 <= Yuan.incomeRange.upperBound }) else {
      throw .refused(
        Refusal(
          .notGiven,
          Wording(
            zh: "费用和报销金额不能为负，也不能超过 \(Yuan.incomeRange.upperBound.grouped)",
            en: "costs and reimbursements must be between 0.00 and \(Yuan.incomeRange.upperBound.grouped)")))
    }
    try check(left: cost.selfPaid)
    if let invoice = cost.invoice { try check(invoice: invoice) }
  }

  /// A number of an invoice is no resident ID, and has more than zeros. Other digits than those are no personal data: an
  /// electronic invoice has twenty.
  private func check(invoice: String) throws(CasebookError) {
    try Refusal.check(words: [invoice])
    guard Likeness.core(ofNumber: invoice) != nil else {
      throw .refused(
        Refusal(
          .notGiven,
          Wording(
            zh: "发票号只有 0、空格或横线；没有发票号就不写",
            en: "the invoice's number has nothing but zeros, blanks and dashes; leave it out if there is none"
          )))
    }
  }

  /// What is left to the household is a claim's amount.
  func check(left amount: Yuan) throws(CasebookError) {
    guard amount <= .zero || amount > .claimLimit else { return }
    throw .refused(
      Refusal(
        .notGiven,
        Wording(
          zh: "自付金额 \(amount.grouped) 元不在 0.01 至 100,000,000.00 之间",
          en: "the cost left to the household, \(amount.grouped), is not between 0.01 and 100,000,000.00")))
  }

  /// That a cost is another one than the one of the same day and total, or of the same number, that is held already; `nil` where
  /// none is.
  ///
  /// - Parameters:
  ///   - own: the case that holds it itself, where it has one.
  ///   - reason: why it is another one, where somebody says so.
  func otherCost(
    _ cost: CostMark, but own: Int? = nil, because reason: String?
  ) throws(CasebookError) -> OtherCost? {
    let holders = try book.holders(of: cost)
    guard let first = holders.others(than: own).first else { return nil }
    guard let reason else {
      throw .refused(
        holders.byDay.contains(first) ? .sameCost(cost, first) : .sameNumber(cost.number ?? "", first))
    }
    try Refusal.check(words: [reason])
    return OtherCost(reason: reason, than: first)
  }

  /// Whether this actor may take declarations at all, and from this household, if one is named: asked before anybody has
  /// answered a question in vain. Records nothing.
  package func checkMayDeclare(for household: String?) throws(CasebookError) {
    try checkRole(DeclareStatement.rule)
    guard let household else { return }
    try checkKinship(household)
    try checkRegistered(household)
  }

  /// A case begins on its long way.
  func opening(_ number: Int, of household: String) -> CaseStep {
    CaseStep(number, of: household, from: nil, to: .opened, signing: .intake)
  }

  /// The household must be on the register by that day.
  func checkRegistered(_ household: String) throws(CasebookError) {
    guard try book.facts(of: household, on: on) == nil else { return }
    throw .refused(
      Refusal(
        .unknownHousehold,
        Wording(
          zh: "\(on) 的名册上没有户 \(household)", en: "household \(household) is not on the register of \(on)"),
        fix: Wording(
          zh: "先导入名册：casebook import households", en: "import the register first: casebook import households")
      ))
  }

  /// A person who is listed as a member belongs to that household and no other; what befell somebody who has moved since, to the
  /// one of that day.
  func checkMembership(of person: String?, in household: String, on event: Day) throws(CasebookError) {
    guard let person else { return }
    guard let listed = try book.household(of: person, on: event, knownBy: on), listed != household else {
      return
    }
    throw .refused(
      Refusal(
        .differs,
        Wording(
          zh: "人员 \(person) 在 \(event) 登记为另一户的成员，不是户 \(household)",
          en: "person \(person) is listed as a member of another household than \(household) on \(event)")))
  }

  /// The words must be the scheme's, and a person named where the scheme sums by person.
  func check(peril: String, cause: String?, person: String?) throws(CasebookError) {
    let scheme = book.scheme
    guard scheme.perils.contains(where: { $0.id == peril }) else {
      throw .refused(.unknownWord(peril, scheme.perils.map(\.id)))
    }
    if let cause, !scheme.causes.contains(where: { $0.id == cause }) {
      throw .refused(.unknownWord(cause, scheme.causes.map(\.id)))
    }
    if let person { try Refusal.check(words: [person]) }
    guard !scheme.needsPersons || person != nil else {
      throw .refused(
        Refusal(
          .notGiven,
          Wording(zh: "本方案按人累计，必须写明人员编号", en: "the scheme sums by person: the person must be named")))
    }
  }
}

extension DeclareStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.open(entry, step, opening, invoice: cost.invoice, personal: personal?.number)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    var declaration = Declaration(
      household: step.household, person: opening.person, peril: opening.peril, cause: opening.cause,
      incurredOn: opening.incurredOn, invoice: cost.invoice, total: cost.total,
      basicInsurance: cost.basicInsurance,
      criticalIllnessInsurance: cost.criticalIllnessInsurance, medicalAssistance: cost.medicalAssistance,
      other: cost.other, compensated: opening.compensated,
      declarant: PersonalData(proxy: byProxy ? "" : nil))
    declaration.another = another?.reason
    _ = try recording.declare(declaration)
    return .compared
  }
}

extension Refusal {
  fileprivate static func sameCost(_ cost: CostMark, _ holder: CostHolder) -> Refusal {
    let (household, day, sum) = (cost.household, cost.day, (cost.total ?? cost.left).grouped)
    let isTotal = cost.total != nil
    return Refusal(
      .alreadyDone,
      Wording(
        zh:
          "户 \(household) \(day) \(isTotal ? "总费用" : "自付") \(sum) 元的费用已在\(holder.name.zh)，不论险别、人员，一笔费用只立一案",
        en:
          "a cost of household \(household) of \(day), \(sum) \(isTotal ? "in total" : "left to it"), is in "
          + "\(holder.name.en) already; one cost has one case, whatever the peril and whoever it befell"
      ),
      fix: Wording(
        zh: "确是另一笔费用，请加 --another 理由", en: "if it is another cost, add --another REASON"))
  }

  fileprivate static func sameNumber(_ number: String, _ holder: CostHolder) -> Refusal {
    Refusal(
      .alreadyDone,
      Wording(
        zh: "发票号 \(number) 的费用已在\(holder.name.zh)，不论哪一户、哪天、多少钱，一张发票只立一案",
        en:
          "the cost of invoice \(number) is in \(holder.name.en) already; one invoice has one case, whatever the "
          + "household, the day and the sum"
      ),
      fix: Wording(
        zh: "请核对发票号；确是另一笔费用，请加 --another 理由",
        en: "check the number; if it is another cost, add --another REASON"))
  }

  static func unknownWord(_ word: String, _ known: [String]) -> Refusal {
    Refusal(
      .notGiven, Wording(zh: "方案里没有“\(word)”", en: "the scheme has no '\(word)'"),
      fix: Wording(
        zh: "可用：\(known.joined(separator: "、"))", en: "it has: \(known.joined(separator: ", "))"))
  }
}

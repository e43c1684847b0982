import Journal
import Rules
import Units

extension Shadow {
  /// What is wrong with an entry that its own step cannot tell; `nil` for those that it can.
  func special(_ entry: Entry, _ recording: Recording) throws(CasebookError) -> [Deviation]? {
    switch entry.kind {
    case .scheme: return try scheme(try entry.read(), recording)
    case .supplement: return try supplement(entry, try entry.read(), recording)
    case .takeUp: return try takeUp(entry, try entry.read(), recording)
    case .screen: return try screen(try entry.read(), recording)
    case .settle:
      let number = try entry.read(SettleStatement.self).settlement
      return number == settlementNumber
        ? nil : [Deviation("settlement", "\(number)", "\(settlementNumber)")]
    case .withdraw:
      let said = try entry.read(WithdrawStatement.self)
      guard let byCase = said.byCase else { return nil }
      return try presentedAgain(entry, said, byCase, recording)
    case .create, .clock, .proposeEnrolment, .enrol, .proposeRevocation, .revoke, .contribute, .household,
      .member, .asset, .bill, .fileImported, .declare, .verify, .visit, .appraise, .disclose, .object,
      .resolve, .confirm, .approve, .decide, .reconcile, .pend, .release, .reverse, .account, .send,
      .receive, .forget:
      return nil
    }
  }

  /// Another scheme is in force: what it pays more is worked out for the supplements that follow.
  private func scheme(_ said: SchemeStatement, _ recording: Recording) throws(CasebookError) -> [Deviation] {
    try recording.checkRole([.county], Wording(zh: "采用方案", en: "adopt a scheme"))
    let other = try Casebook.readScheme(said.digest, book.statements)
    guard let since = said.since else { return [] }
    lastSince = since
    try readjudicate(under: other, since: since)
    return other.id == said.id ? [] : [Deviation("id", said.id, other.id)]
  }

  private func readjudicate(under scheme: Scheme, since day: Day) throws(CasebookError) {
    for supplement in try book.readjudicate(under: scheme, since: day).supplements {
      supplements[supplement.difference.casefile.number] = supplement
    }
  }

  private func supplement(
    _ entry: Entry, _ said: SupplementStatement, _ recording: Recording
  ) throws(CasebookError) -> [Deviation] {
    try recording.checkRole(SupplementStatement.rule)
    let number = said.step.number
    // Without a new scheme in the same recording: a second look finds what had to wait for money the first time.
    // From which day on is said once, by the entry that brought the scheme.
    if supplements[number] == nil, let since = lastSince ?? Day("0001-01-01") {
      try readjudicate(under: book.scheme, since: since)
    }
    guard let owed = supplements.removeValue(forKey: number),
      let should = book.supplement(owed.difference, owed.amount, left: state.left)
    else {
      return [
        Deviation(
          Wording(
            zh: "按所用方案，案件 \(number) 没有可补付的", en: "under the scheme, case \(number) is owed nothing more"))
      ]
    }
    return Deviation.between(entry.payload, and: should.payload)
  }

  /// A case that waited for the fund is promised its money: the money must be there.
  private func takeUp(
    _ entry: Entry, _ said: TakeUpStatement, _ recording: Recording
  ) throws(CasebookError) -> [Deviation] {
    let file = try recording.found(said.step.number)
    guard file.state == .exhausted else {
      return [Deviation("from", file.state.rawValue, CaseState.exhausted.rawValue)]
    }
    let amount = try recording.outstanding(file)
    var found = Deviation.between(entry.payload, and: recording.takingUp(file, amount).payload)
    if amount > state.left {
      found.append(
        Deviation(
          Wording(
            zh: "资金只剩 \(state.left.grouped) 元，不够 \(amount.grouped) 元",
            en: "the fund has \(state.left.grouped) left, not \(amount.grouped)")))
    }
    return found
  }

  /// A case found by screening: its bills are there, in no other case, and come to its amount.
  private func screen(_ said: ScreenStatement, _ recording: Recording) throws(CasebookError) -> [Deviation] {
    let (number, peril) = (said.step.number, said.opening.peril)
    var found: [Deviation] = []
    if number != state.cases + 1 { found.append(Deviation("case", "\(number)", "\(state.cases + 1)")) }
    try recording.checkKinship(said.step.household)
    var sum = Yuan.zero
    for record in said.bills {
      guard let bill = try book.freeBill(record, of: peril, said.step.household) else {
        found.append(
          Deviation(
            Wording(
              zh: "单据 \(record) 不在台账里，或已计入别的案件",
              en: "bill \(record) is not in the journal, or in another case already")))
        continue
      }
      sum += bill
    }
    let amount = said.opening.amount
    if sum != amount { found.append(Deviation("amount", amount.description, sum.description)) }
    return found
  }

  /// A pended case whose claim was presented again in a batch.
  private func presentedAgain(
    _ entry: Entry, _ said: WithdrawStatement, _ byCase: Int, _ recording: Recording
  ) throws(CasebookError) -> [Deviation] {
    let file = try recording.found(said.step.number)
    guard file.state == .pended else {
      return [Deviation("from", file.state.rawValue, CaseState.pended.rawValue)]
    }
    return Deviation.between(entry.payload, and: recording.replacing(file, by: byCase).payload)
  }
}

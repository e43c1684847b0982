import Journal
import Rules
import Units

/// Steps that an audit does not take again but works out, because they came of more than the entry tells.
extension Shadow {
  /// Another scheme is in force: what it pays more is worked out for the supplements that follow.
  func scheme(_ said: SchemeStatement, _ recording: Recording) throws(CasebookError) -> [Deviation] {
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

  func supplement(
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
  func takeUp(
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
  func screen(_ said: ScreenStatement, _ recording: Recording) throws(CasebookError) -> [Deviation] {
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
  func presentedAgain(
    _ entry: Entry, _ said: WithdrawStatement, _ byCase: Int, _ recording: Recording
  ) throws(CasebookError) -> [Deviation] {
    let file = try recording.found(said.step.number)
    guard file.state == .pended else {
      return [Deviation("from", file.state.rawValue, CaseState.pended.rawValue)]
    }
    return Deviation.between(entry.payload, and: recording.replacing(file, by: byCase).payload)
  }
}

import Rules
import Store
import Units

extension Shadow {
  /// What is wrong with an entry that its own step cannot tell; `nil` for those that it can.
  func special(_ entry: Entry, _ recording: Recording) throws(CasebookError) -> [Deviation]? {
    let says = Saying(entry)
    switch entry.kind {
    case .scheme: return try scheme(says, recording)
    case .supplement: return try supplement(says, recording)
    case .takeUp: return try takeUp(says, recording)
    case .screen: return try screen(says, recording)
    case .settle:
      let number = try says.number("settlement")
      return number == settlementNumber
        ? nil : [Deviation("settlement", "\(number)", "\(settlementNumber)")]
    case .withdraw where entry.payload["by_case"] != nil: return try presentedAgain(says, recording)
    default: return nil
    }
  }

  /// Another scheme is in force: what it pays more is worked out for the supplements that follow.
  private func scheme(_ says: Saying, _ recording: Recording) throws(CasebookError) -> [Deviation] {
    try recording.checkRole([.county], Wording(zh: "采用方案", en: "adopt a scheme"))
    let other = try Casebook.readScheme(try says.text("digest"), book.statements)
    guard let since = says.payload.day("since") else { return [] }
    lastSince = since
    try readjudicate(under: other, since: since)
    return other.id == says.payload.text("id") ? [] : [Deviation("id", says.payload.text("id"), other.id)]
  }

  private func readjudicate(under scheme: Scheme, since day: Day) throws(CasebookError) {
    for supplement in try book.readjudicate(under: scheme, since: day).supplements {
      supplements[supplement.difference.casefile.number] = supplement
    }
  }

  private func supplement(_ says: Saying, _ recording: Recording) throws(CasebookError) -> [Deviation] {
    try recording.checkRole([.county], Wording(zh: "补付", en: "supplement"))
    let number = try says.number("case")
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
    return Deviation.between(says.payload, and: should)
  }

  /// A case that waited for the fund is promised its money: the money must be there.
  private func takeUp(_ says: Saying, _ recording: Recording) throws(CasebookError) -> [Deviation] {
    let file = try recording.found(try says.number("case"))
    guard file.state == .exhausted else {
      return [Deviation("from", file.state.rawValue, CaseState.exhausted.rawValue)]
    }
    let amount = try recording.outstanding(file)
    var found = Deviation.between(says.payload, and: recording.said(takingUp: file, amount))
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
  private func screen(_ says: Saying, _ recording: Recording) throws(CasebookError) -> [Deviation] {
    let (number, peril) = (try says.number("case"), try says.text("peril"))
    var found: [Deviation] = []
    if number != state.cases + 1 { found.append(Deviation("case", "\(number)", "\(state.cases + 1)")) }
    try recording.checkKinship(try says.text("household"))
    var sum = Yuan.zero
    for record in says.payload.texts("bills") {
      let bill = try book.reading { () throws(StoreError) in
        let query = try book.statements[
          "SELECT amount FROM bill WHERE peril = ? AND record = ? AND household = ? AND casefile IS NULL"]
        query.bind(1, peril)
        query.bind(2, record)
        query.bind(3, says.payload.text("household"))
        return try query.first { Yuan(fen: $0.int64(0)) }
      }
      guard let bill else {
        found.append(
          Deviation(
            Wording(
              zh: "单据 \(record) 不在台账里，或已计入别的案件",
              en: "bill \(record) is not in the journal, or in another case already")))
        continue
      }
      sum += bill
    }
    let amount = try says.yuan("amount")
    if sum != amount { found.append(Deviation("amount", amount.description, sum.description)) }
    return found
  }

  /// A pended case whose claim was presented again in a batch.
  private func presentedAgain(_ says: Saying, _ recording: Recording) throws(CasebookError) -> [Deviation] {
    let file = try recording.found(try says.number("case"))
    guard file.state == .pended else {
      return [Deviation("from", file.state.rawValue, CaseState.pended.rawValue)]
    }
    return Deviation.between(
      says.payload, and: recording.said(replacing: file, by: try says.number("by_case")))
  }
}

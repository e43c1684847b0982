import Journal
import Units

extension Recording {
  /// Goes on where another casebook ended: records what it hands over, and last from what it is. Only where a casebook begins.
  func takeOver(_ handover: Handover) throws(CasebookError) {
    for (day, contribution) in handover.contributions { try append(contribution, on: day) }
    for (day, fact) in handover.facts { try append(fact, on: day) }
    for (day, member) in handover.members {
      var kept: PersonalReference?
      if member.personal != PersonalData() { kept = try keep(member.personal, of: member.household) }
      try append(
        MemberStatement(
          person: member.person, household: member.household, relation: member.relation, personal: kept,
          revises: nil), on: day)
    }
    for cost in handover.costs { try append(cost) }
    for (day, closing) in handover.closings { try append(closing, on: day) }
    try append(handover.statement)
  }
}

extension CarryStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.carry(entry, self) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole([.county], Wording(zh: "结转", en: "take over a casebook"))
    var found = audit.isFounding ? [] : [Deviation.notFounding]
    if amount < .zero || payout < .zero {
      found.append(Deviation(Wording(zh: "金额是负数", en: "a sum is below zero")))
    }
    return .found(found)
  }
}

extension TakeOverStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    fold.state.paid += paid
    fold.state.owed += owed ?? .zero
  }

  /// It sums up what stands before it.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole([.county], Wording(zh: "结转", en: "take over a casebook"))
    let (book, state) = (recording.book, recording.state)
    let carried = try book.carriedSum()
    let should = TakeOverStatement(
      book: self.book, procedure: procedure, entries: entries, root: root, contributed: state.contributed,
      paid: carried.payout,
      owed: carried.payout > state.contributed ? carried.payout - state.contributed : nil,
      facts: try book.factCount(), members: try book.memberCount(), costs: carried.costs, openCases: openCases
    )
    var found = Deviation.between(entry.payload, and: should.payload)
    if !audit.isFounding || state.paid > .zero { found.append(.notFounding) }
    if try book.carriedAfter().contains(where: { $0 != root }) {
      found.append(
        Deviation(
          Wording(
            zh: "前面结转的费用出自另一个存证码", en: "costs before it were taken over as of another head")))
    }
    return .found(found)
  }
}

extension Deviation {
  fileprivate static let notFounding = Deviation(
    Wording(zh: "只有建立案卷簿时才能结转", en: "only where a casebook begins is anything taken over"))
}

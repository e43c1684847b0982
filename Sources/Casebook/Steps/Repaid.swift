package import Journal
package import Units

extension Recording {
  /// Money that a case was paid has come back after its decision was taken back: it is the fund's again, for those who wait
  /// for it, and no longer in the case's accounts.
  ///
  /// - Returns: what is still out, and what came of the cases behind it: they may get more, since less is paid before them.
  @discardableResult
  package func repaid(
    _ number: Int, _ amount: Yuan, note: String?
  ) throws(CasebookError) -> (out: Yuan, behind: Followed) {
    let file = try begin(.repaid, number)
    let out = try book.paid(number)
    guard amount > .zero, amount <= out else { throw .refused(.notOut(number, amount, out)) }
    try append(RepaidStatement(step(.repaid, file, to: .reversed), amount: amount, note: note))
    return (out - amount, try cameBack(number))
  }
}

extension Recording {
  /// Money of a reversed case has come back: less is paid in its accounts, which is proposed for those who get more by it, and
  /// what waits for the fund is taken up.
  func cameBack(_ number: Int, on day: Day? = nil) throws(CasebookError) -> Followed {
    let file = try found(number)
    let behind = try book.redecisions(behind: file, out: file.outOfFund)
    let proposed = try propose(behind, behind: number, on: day)
    return Followed(proposed: proposed, taken: try takeUp(on: day))
  }
}

extension RepaidStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.stay(entry, step)
    try fold.repaid(amount, of: step.number)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.repaid(step.number, amount, note: note)
    return .compared
  }
}

extension Refusal {
  /// More has come back than is out, or nothing.
  fileprivate static func notOut(_ number: Int, _ amount: Yuan, _ out: Yuan) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "案件 \(number) 在外的款项只有 \(out.grouped) 元，不能记退款 \(amount.grouped) 元",
        en: "of case \(number) \(out.grouped) is out: \(amount.grouped) cannot have come back"))
  }
}

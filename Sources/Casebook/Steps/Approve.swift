import Claims
package import Journal
import Rules
package import Units

extension Recording {
  /// The county, or whoever the scheme lets approve so much, approves the case: the adjudicator decides it.
  ///
  /// Whom the scheme lets approve nothing decides nothing: a denial is a decision too.
  ///
  /// - Returns: what was decided.
  @discardableResult
  package func approve(_ number: Int) throws(CasebookError) -> Judgement {
    let file = try begin(.approve, number)
    try checkMayApprove()
    let judgement = try book.judge(file, on: on)
    if judgement.reason.outcome == .approved {
      for (days, payout) in judgement.payouts(of: file, under: book.scheme) {
        try checkLimit(file.household, in: days, adding: payout)
      }
    }
    let fate = try fate(of: judgement)
    try append(
      ApproveStatement(
        step(.approve, file, to: fate.state), decision: judgement.recorded(calling: fate.call),
        amount: judgement.amount ?? file.amount, resume: fate.state == .pended ? .confirmed : nil))
    return judgement
  }

  /// What becomes of a decided case, and what the county is called on to add to the fund for it.
  func fate(of judgement: Judgement) throws(CasebookError) -> (state: CaseState, call: Yuan?) {
    switch judgement.reason.outcome {
    case .denied: return (.denied, nil)
    case .pended: return (.pended, nil)
    case .approved:
      let fate = try fate(ofPaying: judgement.payout)
      return (fate.isPromised ? .approved : .exhausted, fate.call)
    }
  }

  /// How much a role may approve for one household and policy year: `.some(nil)` is without limit, `nil` is nothing.
  func limit(of role: Role) -> Yuan?? {
    guard let limit = book.scheme.administration.approvalLimits.first(where: { $0.role == role.rawValue })
    else {
      return nil
    }
    guard case .known(let upTo, _) = limit.upTo else { return nil }
    return .some(upTo)
  }

  /// Only who may approve without limit does what is done to many cases at once.
  package func checkUnlimited(_ refused: Wording) throws(CasebookError) {
    guard case .some(nil) = limit(of: actor.role) else { throw .refused(Refusal(.overLimit, refused)) }
  }

  /// Only whom the scheme lets approve something decides anything.
  func checkMayApprove() throws(CasebookError) {
    guard limit(of: actor.role) != nil else { throw .refused(mayNotApprove) }
  }

  /// What a household is promised in a policy year stays within what the role may approve.
  func checkLimit(
    _ household: String, in days: ClosedRange<Day>, adding payout: Yuan
  ) throws(CasebookError) {
    guard case .some(.some(let limit)) = limit(of: actor.role) else { return }
    let total = try book.promised(household, in: days) + payout
    guard total > limit else { return }
    throw .refused(
      Refusal(
        .overLimit,
        Wording(
          zh: "该户本年度合计 \(total.grouped) 元，超过\(actor.role.name.zh)的审批限额 \(limit.grouped) 元",
          en: "the household's total for the year, \(total.grouped), is over the limit of \(limit.grouped) "
            + "that the \(actor.role.name.en) may approve"),
        fix: Wording(zh: "请由更高一级审批", en: "a higher level must approve it")))
  }

  private var mayNotApprove: Refusal {
    let roles = book.scheme.administration.approvalLimits.map(\.name)
    return Refusal(
      .wrongRole,
      Wording(
        zh: "方案没有给\(actor.role.name.zh)审批权限；可审批的是：\(roles.map(\.zh).joined(separator: "、"))",
        en:
          "the scheme gives the \(actor.role.name.en) no power to approve; those who may: "
          + "\(roles.map(\.en).joined(separator: ", "))"
      ))
  }
}

extension ApproveStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, resume: resume, reason: decision.reasonCode)
    try fold.decided(entry, step, decision, resume: resume)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.approve(step.number)
    return .compared
  }
}

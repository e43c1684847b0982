package import Journal
import Rules
import Units

extension Recording {
  /// Puts right what was declared of a case, or answers what nobody had said.
  ///
  /// - Parameters:
  ///   - becomes: what is claimed with it then; a cost of another amount, day or number is held against other cases as a declared one.
  ///   - reason: why, in words.
  ///   - another: why it is another cost than the one of the same day and total that a case holds.
  package func amend(
    _ number: Int, to becomes: CaseClaim, reason: String, another: String? = nil
  ) throws(CasebookError) {
    let file = try begin(.amend, number)
    guard file.way != .screen else { throw .refused(.billsAreRevised(file)) }
    let was = try book.claim(of: file)
    guard becomes != was else { throw .refused(.nothingAmended(number)) }
    let other = try check(becomes, after: was, of: file, another)
    // What the wall has shown and the township confirmed was another cost: both come again.
    let isSeen = file.resume == .disclosed || file.resume == .confirmed
    let goesBack = isSeen && becomes.isOther(than: was)
    try append(
      AmendStatement(
        step(.amend, file, to: file.state), was: was, becomes: becomes,
        resume: goesBack ? .appraised : file.resume, until: goesBack ? nil : file.until, reason: reason,
        another: other))
  }

  /// What a case is amended to is held to what holds for a declaration, or for a claim of a batch.
  ///
  /// - Returns: that it is another cost than one of the same day and total, where a case holds one.
  private func check(
    _ becomes: CaseClaim, after was: CaseClaim, of file: Casefile, _ another: String?
  ) throws(CasebookError) -> OtherCost? {
    let opening = becomes.opening
    try check(peril: opening.peril, cause: opening.cause, person: opening.person)
    try checkMembership(of: opening.person, in: file.household, on: opening.incurredOn)
    try check(event: opening.incurredOn)
    try checkOpenYear(opening.incurredOn, insteadOf: was.opening.incurredOn)
    let isWhole = becomes.cost.map { $0.selfPaid == opening.amount } ?? true
    guard opening.peril == file.peril, isWhole, (becomes.cost == nil) == (was.cost == nil),
      (becomes.claim == nil) == (was.claim == nil)
    else { throw .refused(.otherCase(file)) }
    if becomes.claim != was.claim, let claim = becomes.claim { try checkFree(claim, file) }
    if let cost = becomes.cost { try check(cost: cost) } else { try check(left: opening.amount) }
    let mark = CostMark(file.household, becomes)
    guard mark != CostMark(file.household, was) else { return nil }
    return try otherCost(mark, but: file.number, because: another)
  }

  /// A claim's id is nobody else's: no counted or pended case has it, here or before, and it is none of the casebook's own.
  private func checkFree(_ claim: String, _ file: Casefile) throws(CasebookError) {
    try Refusal.check(words: [claim])
    guard let holder = try book.holder(ofClaim: claim, but: file.number) else { return }
    throw .refused(
      Refusal(
        .alreadyDone,
        Wording(
          zh: "申请编号 \(claim) 是\(holder.zh)，不能用",
          en: "the claim id \(claim) belongs to \(holder.en) and cannot be used")))
  }
}

extension Casebook {
  /// Whose a claim's id is already; `nil` where nobody has it.
  fileprivate func holder(ofClaim claim: String, but own: Int) throws(CasebookError) -> Wording? {
    if Casefile.isOwnClaimID(claim) { return Wording(zh: "案卷簿自己的编号", en: "the casebook itself") }
    var file = try counted(claim: claim, except: own)
    if file == nil { file = try pended(claim: claim, except: own) }
    if let file { return CostHolder.casefile(file.number).name }
    return try carried(claim: claim).map { CostHolder.before($0.casefile).name }
  }
}

extension AmendStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.amend(entry, self) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.amend(step.number, to: becomes, reason: reason, another: another?.reason)
    return .compared
  }
}

extension Refusal {
  /// A screened case is as its bills are.
  fileprivate static func billsAreRevised(_ file: Casefile) -> Refusal {
    Refusal(
      .illegalMove,
      Wording(
        zh: "案件 \(file.number) 由筛查立案，内容出自部门的单据",
        en: "case \(file.number) was found by screening: it says what the department's bills say"),
      fix: Wording(
        zh: "请部门重报单据，再导入更正：case screen --revise",
        en: "have the department hand the bills in as they are now: case screen --revise"))
  }

  fileprivate static func nothingAmended(_ number: Int) -> Refusal {
    Refusal(
      .notGiven, Wording(zh: "案件 \(number) 本来就是这样写的", en: "case \(number) says so already"))
  }

  /// Another peril, or another kind of case, is a case of its own.
  fileprivate static func otherCase(_ file: Casefile) -> Refusal {
    Refusal(
      .differs,
      Wording(
        zh: "案件 \(file.number) 的险别、来源或各项金额对不上，不能这样更正",
        en: "case \(file.number) cannot become one of another peril or origin, or of sums that do not add up"),
      fix: Wording(
        zh: "撤回此案，另行申报：case withdraw \(file.number)",
        en: "withdraw it and declare anew: case withdraw \(file.number)"))
  }
}

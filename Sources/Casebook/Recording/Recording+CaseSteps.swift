package import Journal
package import Units

extension Recording {
  /// Finds the case of a step and holds the step against the rules of procedure, in this order: the case is there, the step
  /// is legal from its state, the role may take it, it is not the actor's own household, the actor has not signed
  /// another level of the case, and it does not lie before the case's last step.
  func begin(_ step: StepKind, _ number: Int) throws(CasebookError) -> Casefile {
    let file = try found(number)
    guard step.rule.from.contains(file.state) else { throw .refused(.illegal(step, file)) }
    try checkRole(step.rule)
    try checkKinship(file.household)
    if let level = step.rule.signs { try checkLevel(level, file) }
    guard on >= file.since else {
      throw .refused(
        Refusal(
          .beforeLastStep,
          Wording(
            zh: "案件 \(number) 的上一步是 \(file.since)，不能记在 \(on)",
            en: "the last step of case \(number) was on \(file.since); nothing can come before it on \(on)")))
    }
    return file
  }

  /// A step of a case, as its entry says it.
  func step(_ step: StepKind, _ file: Casefile, to state: CaseState) -> CaseStep {
    CaseStep(file.number, of: file.household, from: file.state, to: state, signing: step.rule.signs)
  }

  /// The case with a number; whoever names one that is not there is refused.
  package func found(_ number: Int) throws(CasebookError) -> Casefile {
    guard let file = try book.casefile(number) else {
      throw .refused(
        Refusal(.noSuchCase, Wording(zh: "没有案件 \(number)", en: "there is no case \(number)")))
    }
    return file
  }

  /// Only the roles that its rule names may take a step.
  func checkRole(_ rule: StepRule) throws(CasebookError) { try checkRole(rule.by, rule.name) }

  /// Only these roles may do what `what` names.
  package func checkRole(_ roles: [Role], _ what: Wording) throws(CasebookError) {
    guard !roles.contains(actor.role) else { return }
    let may = Wording(
      zh: roles.map(\.name.zh).joined(separator: "、"), en: roles.map(\.name.en).joined(separator: ", "))
    throw .refused(
      Refusal(
        .wrongRole,
        Wording(
          zh: "“\(what.zh)”须由\(may.zh)办理，\(actor.name) 属于\(actor.role.name.zh)",
          en: "'\(what.en)' is reserved for: \(may.en); \(actor.name) acts for the \(actor.role.name.en)")))
  }

  /// Nobody acts on the own household's case, or a relative's.
  func checkKinship(_ household: String) throws(CasebookError) {
    guard try book.isRelated(actor, to: household) else { return }
    throw .refused(
      Refusal(
        .ownHousehold,
        Wording(
          zh: "\(actor.name) 与户 \(household) 有亲属关系，须回避",
          en:
            "\(actor.name) belongs to household \(household) or is related to it, and may not act on its cases"
        )))
  }

  /// Whoever approved a case does not name the account its money goes to.
  func checkNotApprover(_ file: Casefile) throws(CasebookError) {
    var hasApproved = try book.hasApproved(file.number, actor.name)
    if try hasDecidedInBatch(file) { hasApproved = true }
    guard hasApproved else { return }
    throw .refused(
      Refusal(
        .sameActor,
        Wording(
          zh: "\(actor.name) 审批过案件 \(file.number)，不能再定它的收款账号",
          en: "\(actor.name) approved case \(file.number) and may not set the account it is paid to"),
        fix: Wording(zh: "请由另一人办理", en: "somebody else must do it")))
  }

  /// Who decided a batch has signed the county's level of each of its cases by the decision's own entry.
  private func hasDecidedInBatch(_ file: Casefile) throws(CasebookError) -> Bool {
    guard file.way == .decide else { return false }
    return try book.entry(file.openedEntry)?.actor == actor.name
  }

  /// Nobody signs two levels of one case.
  private func checkLevel(_ level: Level, _ file: Casefile) throws(CasebookError) {
    let number = file.number
    if level != .county, try hasDecidedInBatch(file) {
      throw .refused(.signed(actor.name, number, .county, level))
    }
    let other = try book.levelSigned(number, by: actor.name, except: level)
    guard let other = other.flatMap(Level.init) else { return }
    throw .refused(.signed(actor.name, number, other, level))
  }
}

extension Refusal {
  /// An actor has signed another level of a case.
  fileprivate static func signed(_ name: String, _ number: Int, _ other: Level, _ level: Level) -> Refusal {
    Refusal(
      .sameActor,
      Wording(
        zh: "\(name) 已在案件 \(number) 的“\(other.name.zh)”一级签过，不能再签“\(level.name.zh)”",
        en:
          "\(name) signed the level '\(other.name.en)' of case \(number) and may not sign '\(level.name.en)' too"
      ))
  }

  /// It is no step that can be taken from where the case stands: names those that can.
  static func illegal(_ step: StepKind, _ file: Casefile) -> Refusal {
    let legal = StepKind.steps(from: file.state)
    let names = Wording(
      zh: legal.map { "\($0.rawValue)（\($0.name.zh)）" }.joined(separator: "、"),
      en: legal.map(\.rawValue).joined(separator: ", "))
    return Refusal(
      .illegalMove,
      Wording(
        zh: "案件 \(file.number)“\(file.state.name.zh)”，不能“\(step.name.zh)”",
        en: "case \(file.number) is '\(file.state.name.en)': \(step.rawValue) is not possible"),
      fix: legal.isEmpty
        ? Wording(zh: "此案已结，没有可办的步骤", en: "the case is closed: no step is left")
        : Wording(zh: "现在可办：\(names.zh)", en: "steps possible now: \(names.en)"))
  }
}

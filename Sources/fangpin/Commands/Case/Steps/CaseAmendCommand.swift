import Casebook
import Files
import Journal
import Rules
import Units

/// `fangpin case amend`: what was declared is put right, or what nobody had said is answered.
enum CaseAmendCommand {
  static let fields: [DeclarationField] = [
    .person, .cause, .day, .invoice, .total, .basicInsurance, .criticalIllnessInsurance, .medicalAssistance,
    .other,
    .compensated,
  ]
  static let answers = fields.map { field in
    Option<String?>.optional(
      field.rawValue, field.valueName, field.summary, defaultNote: Wording(zh: "照旧", en: "as it was"),
      offers: .nothing)
  }
  static let amount = Option<String?>.optional(
    "amount", "YUAN",
    Wording(zh: "自付金额（元）；只用于批量理算的案件", en: "what is left to the household; only of a claim of a batch"),
    defaultNote: Wording(zh: "照旧", en: "as it was"), offers: .nothing)
  static let claim = Option<String?>.optional(
    "claim", "ID",
    Wording(zh: "申请编号；只用于批量理算的案件", en: "the claim's id; only of a claim of a batch"),
    defaultNote: Wording(zh: "照旧", en: "as it was"), offers: .nothing)
  static let another = Option<String?>.optional(
    "another", "REASON",
    Wording(
      zh: "更正后与别的案件同日同额或同一发票号时，为什么是另一笔费用（不写姓名）",
      en:
        "why it is another cost than one of the same day and total, or of the same invoice, that has a case (no names)"
    ),
    offers: .nothing)
  static let reason = CaseDesk.reason(
    Wording(zh: "为什么更正（不要写姓名等个人信息）", en: "why (no names: it stays in the journal)"))

  static let spec = CommandSpec(
    "amend",
    summary: Wording(
      zh: "更正申报的内容，或补记未说明的答复", en: "put right what was declared, or answer what nobody had said"),
    discussion: [
      Wording(
        zh:
          "只用于尚未审批的案件；公示中或已确认的，先 case pend。公示过的费用改了金额、日期、原因、人员或答复，恢复后重新公示、确认。筛查的案件由 case screen --revise 更正单据。",
        en:
          "Only before the case is decided; one under notice or confirmed is pended first (case pend). Where amount, day, "
          + "cause, person or an answer changes after public notice, notice and confirmation come again. The bills of a "
          + "screened case are corrected by case screen --revise."),
      Wording(
        zh: "更正的人等于受理的人，不能再核查、确认或审批此案。",
        en: "Whoever amends a case has signed its intake, and may not verify, confirm or approve it."),
    ],
    operands: [CaseDesk.number],
    options: CasebookOptions.recording + answers + [amount, claim, another, reason],
    exits: Exit.usual + [Exit(.answerIsNo, CaseDesk.refused)],
    examples: [
      Example(
        "fangpin case amend 17 --compensated no --reason court-document --casebook wei.casebook --key village.pem",
        Wording(zh: "案件 17 没有得到他人赔偿", en: "nobody has compensated the household of case 17")),
      Example(
        "fangpin case amend 17 --total 38000 --basic-insurance 12000 --reason misread --casebook wei.casebook",
        Wording(zh: "案件 17 的费用写错了", en: "the cost of case 17 was written down wrongly")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var amendment = Amendment()
    let checked = CaseDesk.look(arguments, context) { (file, book) throws(CasebookError) in
      let questions = DeclarationQuestions(scheme: book.scheme, on: Instant.now.dayInChina)
      switch Amendment.read(arguments, questions, as: try book.claim(of: file)) {
      case .success(let read):
        amendment = read
        return .done
      case .failure(let fault): return context.refuse(fault.what)
      }
    }
    guard checked == .done else { return checked }
    return CaseDesk.step(arguments, context) { (recording, number) throws(CasebookError) in
      let file = try recording.found(number)
      try recording.amend(
        number, to: amendment.applied(to: try recording.book.claim(of: file)), reason: arguments[reason],
        another: arguments[another])
    } after: { (_, file, book) throws(CasebookError) in
      guard file.state == .pended else { return .done }
      for line in try PendedText(file, in: book, on: file.since).lines { context.say(line) }
      return .done
    }
  }
}

/// What the options of an amendment say, each in its plain form.
private struct Amendment {
  /// Why it cannot be read.
  struct Fault: Error { let what: Wording }

  private var given: [DeclarationField: String] = [:]
  private var amount: Yuan?
  private var claim: String?

  /// Holds the options against what is claimed now.
  static func read(
    _ arguments: ParsedArguments, _ questions: DeclarationQuestions, as now: CaseClaim
  ) -> Result<Amendment, Fault> {
    var amendment = Amendment()
    var draft = now.draft
    func check(_ field: DeclarationField, _ option: Option<String?>) -> Result<String?, Fault> {
      guard let text = arguments[option] else { return .success(nil) }
      switch questions.check(field, text, draft) {
      case .answer(let answer): return .success(answer)
      case .fault(_, let what):
        let name = option.spec.dashed
        return .failure(Fault(what: Wording(zh: "\(name)：\(what.zh)", en: "\(name): \(what.en)")))
      }
    }
    for (field, option) in zip(CaseAmendCommand.fields, CaseAmendCommand.answers) {
      switch check(field, option) {
      case .failure(let fault): return .failure(fault)
      case .success(let answer?): (amendment.given[field], draft[field]) = (answer, answer)
      case .success(nil): break
      }
    }
    switch check(.total, CaseAmendCommand.amount) {
    case .failure(let fault): return .failure(fault)
    case .success(let answer): amendment.amount = answer.flatMap { Yuan($0) }
    }
    switch check(.person, CaseAmendCommand.claim) {
    case .failure(let fault): return .failure(fault)
    case .success(let answer): amendment.claim = answer
    }
    return amendment.fault(as: now).map { .failure(Fault(what: $0)) } ?? .success(amendment)
  }

  /// What does not fit how the case came in, or that nothing was given.
  private func fault(as now: CaseClaim) -> Wording? {
    if given.isEmpty, amount == nil, claim == nil {
      return Wording(zh: "请写明更正什么，如 --compensated no", en: "say what is amended, such as --compensated no")
    }
    let parts: [DeclarationField] = [.total] + DeclarationField.reimbursements
    if now.cost == nil, parts.contains(where: { given[$0] != nil }) {
      return Wording(
        zh: "这件不是申报的案件，没有分项：用 --amount", en: "the case was not declared and has no parts: use --amount")
    }
    if now.cost == nil, given[.invoice] != nil {
      return Wording(
        zh: "只有申报的案件才写发票号", en: "only a case that was declared names its invoice")
    }
    if now.cost != nil, amount != nil {
      return Wording(
        zh: "申报的案件由总费用和各项报销算出自付：用 --total 等",
        en: "what is left of a declared cost is computed from its total and parts: use --total and the others"
      )
    }
    if now.claim == nil, claim != nil {
      return Wording(zh: "这件的编号是案卷簿自己给的，不能改", en: "the casebook gave this case its id: it stays")
    }
    return nil
  }

  /// What is claimed then.
  func applied(to now: CaseClaim) -> CaseClaim {
    let was = now.opening
    func text(_ field: DeclarationField, _ before: String?) -> String? {
      given[field].map { $0.isEmpty ? nil : $0 } ?? before
    }
    func sum(_ field: DeclarationField, _ before: Yuan) -> Yuan {
      given[field].flatMap { Yuan($0) } ?? before
    }
    let cost = now.cost.map { cost in
      DeclaredCost(
        invoice: text(.invoice, cost.invoice), total: sum(.total, cost.total),
        basicInsurance: sum(.basicInsurance, cost.basicInsurance),
        criticalIllnessInsurance: sum(.criticalIllnessInsurance, cost.criticalIllnessInsurance),
        medicalAssistance: sum(.medicalAssistance, cost.medicalAssistance), other: sum(.other, cost.other))
    }
    var compensated = was.compensated
    if let word = given[.compensated] { compensated = word == "yes" ? true : word == "no" ? false : nil }
    return CaseClaim(
      claim: claim ?? now.claim,
      CaseOpening(
        person: text(.person, was.person), peril: was.peril, cause: text(.cause, was.cause),
        incurredOn: given[.day].flatMap { Day($0) } ?? was.incurredOn,
        amount: amount ?? cost?.selfPaid ?? was.amount, compensated: compensated), cost: cost)
  }
}

extension CaseClaim {
  /// What the answers to an amendment's questions are held against.
  fileprivate var draft: DeclarationDraft {
    var draft = DeclarationDraft()
    draft[.peril] = opening.peril
    guard let cost else { return draft }
    draft[.invoice] = cost.invoice
    draft[.total] = cost.total.description
    draft[.basicInsurance] = cost.basicInsurance.description
    draft[.criticalIllnessInsurance] = cost.criticalIllnessInsurance.description
    draft[.medicalAssistance] = cost.medicalAssistance.description
    draft[.other] = cost.other.description
    return draft
  }
}

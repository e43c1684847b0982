import Rules
import Sealing
import Units

extension Recording {
  /// Takes the step of an entry again, from what the entry says was put in: the witness hears what comes out.
  ///
  /// What cannot be taken again from the entry alone is let pass: what files brought, and what the machine's clock read. A
  /// batch's decisions, what waited for the fund and what a corrected scheme pays more are taken again elsewhere.
  ///
  /// - Returns: whether the step records something that the witness is to hear.
  /// - Throws: the refusal, where the rules of procedure do not allow the step.
  func retake(_ entry: Entry) throws(CasebookError) -> Bool {
    let says = Saying(entry)
    switch entry.kind {
    case .proposeEnrolment, .enrol: _ = try enrol(try applicant(says))
    case .proposeRevocation, .revoke: _ = try revoke(try says.text("name"))
    case .contribute: try contribute(try says.yuan("amount"), note: says.payload.text("note"))
    case .declare: _ = try declare(try declaration(says))
    case .account: try setAccount(try says.number("case"), PersonalData())
    case .verify, .visit, .appraise, .disclose, .object, .resolve, .confirm, .pend, .release, .withdraw:
      try retakeStep(says)
    case .approve: try approve(try says.number("case"))
    case .settle: try settle(try says.number("case"), in: try says.number("settlement"))
    case .reconcile:
      let isPaid = try says.need(says.payload.bool("paid"), "paid")
      try reconcile(try says.number("payment"), paid: isPaid, reason: says.payload.text("reason"))
    case .reverse: try reverse(try says.number("case"), reason: try says.text("reason"))
    case .household, .member:
      try checkRole([.county], Wording(zh: "导入名册", en: "import"))
      return false
    case .asset:
      try checkRole([.county, .department], Wording(zh: "导入答复", en: "import"))
      return false
    case .forget:
      try checkRole([.county], Wording(zh: "删除个人信息", en: "forget"))
      return false
    case .create, .scheme, .clock, .bill, .fileImported, .screen, .decide, .supplement, .takeUp, .send,
      .receive:
      return false
    }
    return true
  }

  private func retakeStep(_ says: Saying) throws(CasebookError) {
    let (number, payload) = (try says.number("case"), says.payload)
    let note = payload.text("note")
    switch says.entry.kind {
    case .verify:
      let word = try says.text("asset")
      let asset = try says.need(Scheme.Asset.allCases.first { $0.word == word }, "asset")
      try verify(number, asset, count: payload.number("count"), note: note)
    case .visit: try visit(number, finding: note)
    case .appraise:
      try appraise(number, supports: try says.need(payload.bool("supports"), "supports"), comment: note)
    case .disclose: try disclose(number)
    case .object: try object(number, by: payload["personal"].map { _ in PersonalData() }, text: note)
    case .resolve:
      try resolve(number, upheld: try says.need(payload.bool("upheld"), "upheld"), text: note)
    case .confirm: try confirm(number)
    case .pend: try pend(number, reason: try says.text("reason"))
    case .release:
      try release(number, account: payload["personal"].map { _ in PersonalData() }, note: note)
    default: try withdraw(number, reason: try says.text("reason"))
    }
  }

  private func applicant(_ says: Saying) throws(CasebookError) -> Applicant {
    let key: PublicKey
    do { key = try PublicKey(pem: try says.text("public_key")) } catch let error as KeyError {
      throw .key(error)
    } catch let error as CasebookError { throw error } catch { throw .damaged(entry: says.entry.number) }
    return Applicant(
      name: try says.text("name"), office: try says.text("office"),
      role: try says.need(Role(rawValue: try says.text("role")), "role"), person: says.payload.text("person"),
      households: says.payload.texts("households"), publicKey: key)
  }

  private func declaration(_ says: Saying) throws(CasebookError) -> Declaration {
    let payload = says.payload
    func part(_ key: String) throws(CasebookError) -> Yuan { try says.yuan(key) }
    return Declaration(
      household: try says.text("household"), person: payload.text("person"), peril: try says.text("peril"),
      cause: payload.text("cause"), incurredOn: try says.need(payload.day("incurred_on"), "incurred_on"),
      total: try part("total"), basicInsurance: try part("basic_insurance"),
      criticalIllnessInsurance: try part("critical_illness_insurance"),
      medicalAssistance: try part("medical_assistance"), other: try part("other"),
      compensated: payload.bool("compensated"),
      declarant: PersonalData(proxy: payload.bool("by_proxy") == true ? "" : nil))
  }
}

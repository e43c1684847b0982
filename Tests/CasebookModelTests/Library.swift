import BookKit
import Casebook
import Claims
import Files
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import Store
import Units

/// The casebook under test: it is given the same attempts as the model.
final class Library {
  private(set) var book: Casebook
  private let keys: [PrivateKey]
  private(set) var path: String
  /// The schemes that the county may adopt; it begins under the first.
  private let schemes: [SchemeFile]

  init(path: String, counties: [County], keys: [PrivateKey], founder: PlainActor, fund: Int, clock: Int)
    throws
  {
    self.path = path
    self.keys = keys
    schemes = try counties.map { try SchemeFile(bytes: $0.bytes) }
    book = try Casebook.create(
      path,
      Founding(
        under: schemes[0], fund: Yuan(fen: Int64(fund)), actor: founder.name,
        office: "office"), key: keys[founder.key], on: nil,
      clock: Instant(seconds: Int64(clock)))
  }

  /// Founds another casebook, and goes on in it.
  func goOn(
    in next: String, _ founding: Founding, key: Int, on day: Day?, clock: Instant
  ) throws(CasebookError) {
    book = try Casebook.create(next, founding, key: keys[key], on: day, clock: clock)
    path = next
  }

  /// Closes the casebook and opens it again.
  func reopen() throws { book = try Casebook.open(path) }

  /// Takes an attempt; only a refusal is an answer, every other error is thrown on.
  func take(_ attempt: Attempt) throws -> Answer {
    do throws(CasebookError) {
      if case .succeed(let founder) = attempt.operation { return .done(try succeed(founder, attempt)) }
      let text = try book.act(
        keys[attempt.key], on: attempt.day.flatMap { Day(serial: $0) },
        clock: Instant(seconds: Int64(attempt.clock))
      ) { (recording) throws(CasebookError) in try perform(attempt.operation, recording) }
      return .done(text)
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      return .refused(refusal.code.rawValue)
    }
  }

  private func perform(_ operation: Operation, _ recording: Recording) throws(CasebookError) -> String {
    switch operation {
    case .enrol(let actor): return text(try recording.enrol(applicant(actor)))
    case .revoke(let name): return text(try recording.revoke(name))
    case .contribute(let amount):
      return "took up \(try recording.contribute(Yuan(fen: Int64(amount)), note: nil))"
    case .household(let fact): try recording.append(said(fact))
    case .asset(let household, let asset, let count):
      try recording.append(
        AssetStatement(
          household: household, asset: Scheme.Asset.allCases[asset].word, count: count, revises: nil))
    case .list(let asset, let rows, let isRevising):
      return try list(ImportKind.answers[asset], rows, isRevising, recording)
    case .member(let person, let household):
      try recording.append(
        MemberStatement(person: person, household: household, relation: nil, personal: nil, revises: nil))
    case .screen(let rows, let isRevising): return try screen(rows, isRevising, recording)
    case .declare(let asked): return "case \(try recording.declare(declaration(asked)))"
    case .amend(let number, let asked): try amend(number, asked, recording)
    case .approve(let number):
      let judgement = try recording.approve(number)
      return "\(judgement.reason.code) \(judgement.payout.fen)"
    case .settle(let numbers):
      let (settlement, left) = try recording.settle(numbers)
      return "settlement \(settlement ?? 0) left \(left.map { "\($0.casefile) \($0.refusal.code.rawValue)" })"
    case .repaid(let number, let amount):
      let (out, behind) = try recording.repaid(number, Yuan(fen: Int64(amount)), note: nil)
      return "out \(out.fen) \(back(behind))"
    case .reconcile(let payment, let isPaid):
      let state = try state(ofPayment: payment, recording)
      let behind = try recording.reconcile(payment, paid: isPaid, reason: "closed account")
      return state == .reversed && !isPaid ? back(behind) : ""
    case .correct(let payment, let isPaid):
      let state = try state(ofPayment: payment, recording)
      let behind = try recording.correctAnswer(
        payment, paid: isPaid, reason: "closed account", because: "the wrong list")
      return state != .reversed ? "" : isPaid ? told(behind) : back(behind)
    case .reverse(let number, let money):
      let done = try recording.reverse(
        number, reason: "false papers", money: money.flatMap(ReversedMoney.init))
      return told(done)
    case .redecide(let number):
      let done = try recording.redecide(number)
      switch done.outcome {
      case .proposed(let proposed): return "proposed \(told([proposed]))"
      case .decided(let statement):
        let now = statement.again
        return "\(now.was.fen) to \(now.becomes.fen) \(now.reason) \(told(done.behind))"
      }
    case .second(let number):
      let done = try recording.second(number)
      let more = done.supplement
      return
        "\(more.again.was.fen) to \(more.again.becomes.fen) \(more.again.reason) waits \(more.isWaiting) "
        + told(done.behind)
    case .closeYear(let year, let ending):
      let done = try recording.closeYear(
        try days(of: year, recording),
        ending.map { $0 == .carry ? .carried : .ended(reason: "the year is over") })
      return "ended \(done.ended) carried \(done.carried)"
    case .reopenYear(let year): try recording.reopenYear(year, reason: "a bill came late")
    case .forget(let household): return "forgot \(try recording.forget(household, reason: "term is over"))"
    case .adopt(let scheme, let since):
      let (file, day) = (schemes[scheme], Day(serial: since) ?? recording.on)
      let done = try recording.readjudicate(under: file.scheme, bytes: file.bytes, since: day)
      return "promised \(done.promised.fen) waiting \(done.waiting.fen)"
    default: try step(operation, recording)
    }
    return ""
  }

  private func days(of year: Int, _ recording: Recording) throws(CasebookError) -> ClosedRange<Day> {
    guard let days = PolicyYear(began: year).days(recording.book.scheme.policyYearStart) else {
      preconditionFailure("the walk stays in 2017–2022")
    }
    return days
  }

  private func state(ofPayment number: Int, _ recording: Recording) throws(CasebookError) -> CaseState? {
    guard let payment = try recording.book.payment(number) else { return nil }
    return try recording.found(payment.casefile).state
  }

  private func back(_ behind: Followed) -> String {
    "proposed \(told(behind.proposed)) took up \(behind.taken)"
  }

  private func told(_ behind: Followed) -> String {
    "later \(told(behind.later)) again \(told(behind.again)) proposed \(told(behind.proposed)) took up \(behind.taken)"
  }

  private func told(_ proposed: [Proposed]) -> [String] {
    proposed.map { one in
      let (step, again) = (one.statement.step, one.statement.again)
      return "\(one.entry) for \(step.number): \(again.was.fen) to \(again.becomes.fen)"
    }
  }

  private func told(_ later: [LaterSum]) -> [String] {
    later.map { "\($0.casefile)/\($0.place): \($0.was.fen) to \($0.becomes.fen)" }
  }

  private func told(_ again: [RedecideStatement]) -> [String] {
    again.map { "\($0.step.number): \($0.again.was.fen) to \($0.again.becomes.fen)" }
  }

  private func step(_ operation: Operation, _ recording: Recording) throws(CasebookError) {
    switch operation {
    case .verify(let number, let asset, let count):
      try recording.verify(number, Scheme.Asset.allCases[asset], count: count)
    case .byLists(let number): try recording.verifyByLists(number)
    case .visit(let number): try recording.visit(number, finding: nil)
    case .appraise(let number, let supports):
      try recording.appraise(number, supports: supports, comment: nil)
    case .disclose(let number): try recording.disclose(number)
    case .object(let number): try recording.object(number, text: nil)
    case .resolve(let number, let isUpheld): try recording.resolve(number, upheld: isUpheld, text: nil)
    case .confirm(let number): try recording.confirm(number)
    case .account(let number, let hasAccount): try recording.setAccount(number, personal(hasAccount))
    case .pend(let number): try recording.pend(number, reason: "papers")
    case .release(let number, let hasAccount):
      try recording.release(number, account: hasAccount.map(personal))
    case .withdraw(let number): try recording.withdraw(number, reason: "changed mind")
    default: preconditionFailure("the others were taken before")
    }
  }

  private func amend(
    _ number: Int, _ asked: PlainAmendment, _ recording: Recording
  ) throws(CasebookError) {
    let now = try recording.book.claim(of: try recording.found(number))
    var (own, cost) = (now.opening, now.cost)
    if let was = cost {
      cost = DeclaredCost(
        invoice: asked.invoice ?? was.invoice, total: asked.total.map { Yuan(fen: Int64($0)) } ?? was.total,
        basicInsurance: was.basicInsurance,
        criticalIllnessInsurance: was.criticalIllnessInsurance, medicalAssistance: was.medicalAssistance,
        other: was.other)
    }
    own = CaseOpening(
      person: asked.person ?? own.person, peril: own.peril, cause: asked.cause ?? own.cause,
      incurredOn: asked.incurred.flatMap { Day(serial: $0) } ?? own.incurredOn,
      amount: cost?.selfPaid ?? own.amount, compensated: asked.compensated ?? own.compensated)
    try recording.amend(
      number, to: CaseClaim(claim: now.claim, own, cost: cost), reason: "misread",
      another: asked.isAnother ? "a second stay" : nil)
  }

  /// Hands the rows in as the health insurance office would: in a file.
  private func screen(
    _ rows: [PlainBill], _ isRevising: Bool, _ recording: Recording
  ) throws(CasebookError) -> String {
    let header =
      "record_id,household_id,person_id,incurred_on,total,basic_insurance,critical_illness_insurance,"
      + "medical_assistance,other"
    let lines = rows.map { row in
      let day = Day(serial: row.incurred)?.description ?? ""
      let sums = [row.total, row.returned].map { Yuan(fen: Int64($0)).description }
      return "\(row.record),\(row.household),\(row.person ?? ""),\(day),\(sums[0]),\(sums[1]),0,0,0"
    }
    let file = write([header] + lines, "bills.csv")
    var answers = ScreeningAnswers()
    answers.isRevising = isRevising
    let screening = try recording.screen(
      try Sheet.read(file, .medical), .medical, near: nil, answers: answers
    ) { _ in }
    return "new \(screening.new) revised \(screening.revised) rejected \(screening.faults.count) "
      + "opened \(screening.opened.count)"
  }

  private func text(_ step: EnrolmentStep) -> String {
    switch step {
    case .proposed: "proposed"
    case .done: "done"
    case .already: "already"
    }
  }

  private func applicant(_ actor: PlainActor) -> Applicant {
    guard let role = Role(rawValue: actor.role) else {
      preconditionFailure("the walk uses the roles there are")
    }
    return Applicant(
      actor.name, role, office: "office", person: actor.person, households: actor.households,
      key: keys[actor.key])
  }

  private func said(_ fact: PlainFact) -> HouseholdStatement {
    HouseholdStatement(
      household: fact.household, group: fact.group, members: fact.members,
      income: fact.income.map { Yuan(fen: Int64($0)) }, incomeYear: fact.incomeYear, assets: fact.assets,
      revises: fact.isRevision ? 1 : nil)
  }

  private func declaration(_ asked: PlainDeclaration) -> Declaration {
    guard let incurred = Day(serial: asked.incurred) else {
      preconditionFailure("the walk stays in 2017–2022")
    }
    var declaration = Declaration(
      household: asked.household, person: asked.person, peril: asked.peril, cause: asked.cause,
      incurredOn: incurred, invoice: asked.invoice, total: Yuan(fen: Int64(asked.total)),
      basicInsurance: Yuan(fen: Int64(asked.reimbursed)), compensated: asked.compensated,
      declarant: personal(asked.hasAccount))
    if asked.isAnother { declaration.another = "a second stay" }
    return declaration
  }

  private func personal(_ hasAccount: Bool) -> PersonalData {
    PersonalData(name: "某", bankAccount: hasAccount ? "6222020402038300000" : nil)
  }
}

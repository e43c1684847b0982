import Audit
import BookKit
import Casebook
import Claims
import Journal
import Rules
import TestKit
import Testing
import Units

@Suite("What was declared is put right")
struct AmendingTests {
  /// Gives `body` an office with a household, and holds that an audit finds nothing then.
  private func withHousehold(_ body: (CountyOffice) throws -> Void) throws {
    try withOffice { office in
      try office.staff()
      try office.act("Li", on: "2018-01-04") { (desk) throws(CasebookError) in
        _ = try desk.append(
          HouseholdStatement(
            household: "H1", group: "out-of-poverty", members: 4, income: Yuan.of("8000"), assets: [1, 0, 0]))
      }
      try body(office)
      let audit = try Verifier.verify(office.path, threads: 1)
      #expect(audit.isClean, "\(audit.faults.map { "\($0.entry ?? 0): \($0.what.en)" }) \(audit.open)")
      #expect(try office.book.rebuild().corrected.isEmpty)
    }
  }

  private func declare(
    _ office: CountyOffice, total: String = "25000", cause: String? = "traffic-accident",
    compensated: Bool? = nil,
    another: String? = nil
  ) throws -> Int {
    var declaration = Declaration(
      household: "H1", peril: "illness", cause: cause, incurredOn: Day.of("2018-03-01"),
      total: Yuan.of(total),
      compensated: compensated, declarant: CountyOffice.person)
    declaration.another = another
    return try office.act("Sun", on: "2018-03-05") { [declaration] (desk) throws(CasebookError) in
      try desk.declare(declaration)
    }
  }

  private func confirm(_ number: Int, _ office: CountyOffice) throws {
    try office.act("Zheng", on: "2018-03-06") { (desk) throws(CasebookError) in
      try desk.verify(number, Scheme.Asset.allCases.map { AssetAnswer($0, count: 0) }, note: nil)
    }
    try office.act("Feng", on: "2018-03-07") { (desk) throws(CasebookError) in
      try desk.visit(number, finding: nil)
    }
    try office.act("Qian", on: "2018-03-08") { (desk) throws(CasebookError) in
      try desk.appraise(number, supports: true, comment: nil)
      try desk.disclose(number)
    }
    try office.act("Wu", on: "2018-03-16") { (desk) throws(CasebookError) in try desk.confirm(number) }
  }

  /// Amends a case in some of what is claimed with it.
  private func amend(
    _ number: Int, _ office: CountyOffice, as actor: String = "Sun", total: String? = nil,
    person: String? = nil,
    cause: String? = nil, day: String? = nil, compensated: Bool? = nil, claim: String? = nil,
    another: String? = nil, on: String = "2018-03-20"
  ) throws {
    let now = try office.book.claim(of: try #require(try office.book.casefile(number)))
    let cost = now.cost.map { cost in
      DeclaredCost(
        total: total.map { Yuan.of($0) } ?? cost.total, basicInsurance: .zero,
        criticalIllnessInsurance: .zero,
        medicalAssistance: .zero, other: .zero)
    }
    let opening = CaseOpening(
      person: person ?? now.opening.person, peril: now.opening.peril, cause: cause ?? now.opening.cause,
      incurredOn: day.map { Day.of($0) } ?? now.opening.incurredOn,
      amount: cost?.selfPaid ?? now.opening.amount,
      compensated: compensated ?? now.opening.compensated)
    try office.act(actor, on: on) { (desk) throws(CasebookError) in
      try desk.amend(
        number, to: CaseClaim(claim: claim ?? now.claim, opening, cost: cost), reason: "misread",
        another: another)
    }
  }

  private func approve(_ number: Int, _ office: CountyOffice, as actor: String = "Chen", on day: String)
    throws -> String
  {
    try office.act(actor, on: day) { (desk) throws(CasebookError) in _ = try desk.approve(number) }
    let file = try #require(try office.book.casefile(number))
    return "\(file.state) \(file.reason ?? "-") \(file.payout)"
  }

  private func release(_ number: Int, _ office: CountyOffice, on day: String = "2018-03-21") throws
    -> CaseState?
  {
    try office.act("Chen", on: day) { (desk) throws(CasebookError) in try desk.release(number) }
    return try office.book.casefile(number)?.state
  }

  @Test("an answer that nobody had given is recorded, and the case is decided without another notice")
  func answered() throws {
    try withHousehold { office in
      let number = try declare(office)
      try confirm(number, office)
      #expect(try approve(number, office, on: "2018-03-17") == "pended compensation-unknown 0.00")
      #expect(
        try office.book.lacking(try #require(try office.book.casefile(number)), on: .of("2018-03-17")) == [
          .compensationUnknown
        ])
      try amend(number, office, compensated: false)
      let file = try #require(try office.book.casefile(number))
      #expect(file.state == .pended && file.resume == .confirmed && file.reason == "compensation-unknown")
      #expect(try office.book.lacking(file, on: .of("2018-03-20")).isEmpty)
      // The decision that was made is still told as it was made.
      #expect(try office.book.derivation(of: file)?.claim.compensated == nil)
      #expect(try release(number, office) == .confirmed)
      #expect(try approve(number, office, on: "2018-03-22") == "approved covered 12000.00")
      #expect(
        try refusalMet { try amend(number, office, compensated: true, on: "2018-03-23") }.code == .illegalMove
      )
    }
  }

  /// What another cost, or another answer, makes of a case whose notice has hung.
  enum Change: String, CaseIterable, Sendable { case total, person, cause, day, compensated }

  @Test(
    "another cost than the wall has shown is shown again, and confirmed again", arguments: Change.allCases)
  func shownAgain(change: Change) throws {
    try withHousehold { office in
      let number = try declare(office, compensated: true)
      try confirm(number, office)
      try office.act("Wu", on: "2018-03-17") { (desk) throws(CasebookError) in
        try desk.pend(number, reason: "court paper")
      }
      switch change {
      case .total: try amend(number, office, total: "26000")
      case .person: try amend(number, office, person: "P1")
      case .cause: try amend(number, office, cause: "inpatient")
      case .day: try amend(number, office, day: "2018-02-28")
      case .compensated: try amend(number, office, compensated: false)
      }
      #expect(try release(number, office) == .appraised)
      #expect(try refusalMet { _ = try approve(number, office, on: "2018-03-22") }.code == .illegalMove)
      try office.act("Qian", on: "2018-03-22") { (desk) throws(CasebookError) in try desk.disclose(number) }
      #expect(
        try refusalMet {
          try office.act("Wu", on: "2018-03-23") { (desk) throws(CasebookError) in try desk.confirm(number) }
        }.code == .noticeRunning)
      try office.act("Wu", on: "2018-03-29") { (desk) throws(CasebookError) in try desk.confirm(number) }
      #expect(
        try approve(number, office, on: "2018-03-30").hasPrefix(
          change == .compensated || change == .cause ? "approved" : "denied"))
    }
  }

  @Test("whoever confirmed or approved a case does not amend it, and whoever amends it does not approve it")
  func levels() throws {
    try withHousehold { office in
      let number = try declare(office)
      try confirm(number, office)
      _ = try approve(number, office, on: "2018-03-17")
      for actor in ["Chen", "Wu", "Qian"] {
        #expect(
          try refusalMet { try amend(number, office, as: actor, compensated: false) }.code == .sameActor)
      }
      for actor in ["Feng", "Zheng"] {
        #expect(
          try refusalMet { try amend(number, office, as: actor, compensated: false) }.code == .wrongRole)
      }
      try amend(number, office, as: "Li", compensated: false)
      #expect(try release(number, office) == .confirmed)
      #expect(
        try refusalMet { _ = try approve(number, office, as: "Li", on: "2018-03-22") }.code == .sameActor)
    }
  }

  @Test("an amended cost is held against the costs that other cases hold, and its own is free again")
  func sameCost() throws {
    try withHousehold { office in
      _ = try declare(office)
      let other = try declare(office, total: "9000")
      #expect(try refusalMet { try amend(other, office, total: "25000") }.code == .alreadyDone)
      try amend(other, office, total: "9500")
      #expect(try declare(office, total: "9000") == 3)
      #expect(try refusalMet { _ = try declare(office, total: "9500") }.code == .alreadyDone)
      try amend(other, office, total: "25000", another: "a second stay")
      #expect(
        try office.book.twins(of: try #require(try office.book.casefile(other))).byDay == [.casefile(1)])
      let entry = try #require(try office.book.allEntries(.amend).last)
      let words = entry.words(under: office.book.scheme)
      #expect(
        words.en.contains("from '9,500.00' to '25,000.00'") && words.en.contains("another cost than case 1"))
      #expect(words.zh.contains("总费用由“9,500.00”改为“25,000.00”"))
    }
  }

  @Test("what cannot be declared cannot be amended to, and nothing is amended to what it is")
  func refused() throws {
    try withHousehold { office in
      try office.act("Li", on: "2018-01-04") { (desk) throws(CasebookError) in
        _ = try desk.append(
          MemberStatement(person: "P9", household: "H2", relation: nil, personal: nil, revises: nil))
      }
      let number = try declare(office)
      #expect(try refusalMet { try amend(number, office) }.code == .notGiven)
      #expect(try refusalMet { try amend(number, office, total: "0") }.code == .notGiven)
      #expect(try refusalMet { try amend(number, office, day: "2018-03-21") }.code == .inTheFuture)
      #expect(try refusalMet { try amend(number, office, cause: "evil-eye") }.code == .notGiven)
      #expect(try refusalMet { try amend(number, office, person: "P9") }.code == .differs)
      #expect(try refusalMet { try amend(number, office, person: "11010519491231002X") }.code == .residentID)
      #expect(try refusalMet { try amend(number, office, claim: "C1") }.code == .differs)
      #expect(try office.book.casefile(number)?.amount == Yuan.of("25000"))
    }
  }

  @Test(
    "an amendment that says what was claimed otherwise, or lets its case go on too early, is named by an audit"
  )
  func forged() throws {
    try withOffice { office in
      try office.staff()
      try office.register("H1")
      let number = try declare(office)
      try confirm(number, office)
      try office.act("Wu", on: "2018-03-17") { (desk) throws(CasebookError) in
        try desk.pend(number, reason: "court paper")
      }
      let was = try office.book.claim(of: try #require(try office.book.casefile(number)))
      func with(_ amount: String) -> CaseClaim {
        let own = was.opening
        return CaseClaim(
          claim: nil,
          CaseOpening(
            person: own.person, peril: own.peril, cause: own.cause, incurredOn: own.incurredOn,
            amount: Yuan.of(amount), compensated: own.compensated),
          cost: DeclaredCost(
            total: Yuan.of(amount), basicInsurance: .zero, criticalIllnessInsurance: .zero,
            medicalAssistance: .zero,
            other: .zero))
      }
      let step = CaseStep(number, of: "H1", from: .pended, to: .pended, signing: .intake)
      let forgeries = [
        AmendStatement(
          step, was: was, becomes: with("60000"), resume: .confirmed, until: nil, reason: "x", another: nil),
        AmendStatement(
          step, was: with("1"), becomes: with("61000"), resume: .appraised, until: nil, reason: "x",
          another: nil),
      ]
      for (forgery, key) in zip(forgeries, ["resume", "was"]) {
        let entry = try office.act("Sun", on: "2018-03-20") { (desk) throws(CasebookError) in
          try desk.append(forgery)
        }
        let faults = try Verifier.verify(office.path, threads: 1).faults.filter { $0.entry == entry }
        #expect(faults.contains { $0.what.en.contains("\(key) is ") }, "\(key): \(faults.map(\.what.en))")
      }
    }
  }
}

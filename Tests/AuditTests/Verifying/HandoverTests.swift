import Audit
import BookKit
import Foundation
import Journal
import OfficeKit
import SchemeKit
import Store
import TestKit
import Testing
import Units

@testable import Casebook

@Suite("A casebook that goes on from another")
struct HandoverTests {
  /// One case paid, one denied that counts, one that is approved and not paid, and one just declared.
  private func withPast(_ body: (CountyOffice) throws -> Void) throws {
    try withOffice { office in
      try office.bring(try office.declare("H1", 20_000), to: .paid)
      try office.bring(try office.declare("H2", 4_000), to: .denied)
      try office.bring(try office.declare("H3", 30_000), to: .approved)
      _ = try office.declare("H4", 9_000)
      try body(office)
    }
  }

  private func next(_ office: CountyOffice) -> String { office.file("next.casebook").path }

  /// Makes the casebook that goes on, through the program.
  private func create(_ office: CountyOffice, _ words: String..., in language: Language = .en) throws
    -> FangpinProcess.Outcome
  {
    try office.fangpin(
      [
        "casebook", "create", next(office), "--after", office.path, "--rural-population", "608140", "--key",
        office.key(.county), "--actor", "county", "--office", "county",
      ] + words, in: language)
  }

  private func verify(_ office: CountyOffice, against path: String) throws -> Verification {
    try Verifier.verify(next(office), before: try Handover.read(path), threads: 1)
  }

  private func decide(_ claims: [String], in path: String, _ office: CountyOffice) throws -> [String] {
    let first = try Casebook.open(path).currentState().cases + 1
    try office.write(
      lines: ["claim_id,household_id,peril,incurred_on,amount,cause,compensated"] + claims, "claims.csv")
    let run = try office.fangpin([
      "casebook", "adjudicate", office.path(of: "claims.csv"), "--casebook", path, "--key",
      office.key(.county), "--on", "2018-04-05",
    ])
    #expect(run.exitCode == 0, "\(run.talk)")
    let book = try Casebook.open(path)
    return try (first..<first + claims.count).map {
      let file = try #require(try book.casefile($0))
      return "\(file.household) \(file.reason ?? "") \(file.payout) \(file.accumulator ?? .zero)"
    }
  }

  @Test("pays what the one before would have paid, and what it took over is held against that one")
  func goesOn() throws {
    try withPast { office in
      let made = try create(office, "--on", "2018-04-04")
      #expect(made.exitCode == 3)
      #expect(made.text.contains("H3") && made.text.contains("H4") && !made.text.contains("H2"))
      let found = try verify(office, against: office.path)
      #expect(found.isClean, "\(found.faults.map(\.what.en))")
      let (old, new) = (try Casebook.open(office.path), try Casebook.open(next(office)))
      let (before, after) = (try old.currentState(), try new.currentState())
      #expect(before.paid > .zero && after.paid == before.paid && after.contributed == before.contributed)
      #expect(before.committed > .zero && after.committed == .zero)
      #expect(
        try old.facts(of: "H1", on: .last)?.income?.value == new.facts(of: "H1", on: .last)?.income?.value)
      #expect(
        try old.facts(of: "H1", on: .last)?.assets[0]?.on == new.facts(of: "H1", on: .last)?.assets[0]?.on)
      let claims = [
        "K1,H1,illness,2018-04-01,10000,inpatient,no", "K2,H2,illness,2018-04-01,3000,inpatient,no",
        "K3,H1,illness,2018-04-02,70000,inpatient,no",
      ]
      let decided = try decide(claims, in: next(office), office)
      #expect(try decide(claims, in: office.path, office) == decided)
      #expect(decided.allSatisfy { !$0.contains(" 0.00 ") })
      #expect(try verify(office, against: office.path).count(.results) > 0, "the one before has gone on")
      #expect(try Verifier.verify(next(office), threads: 1).isClean)
      #expect(try Casebook.open(next(office)).rebuild().corrected == [])
    }
  }

  @Test("has the years closed that were closed before, and none that is open again")
  func closedYears() throws {
    try withPast { office in
      try office.record(.county, on: "2018-04-02") { (r) throws(CasebookError) in
        for year in [2016, 2017] {
          try r.closeYear(Day.of("\(year)-01-01")...Day.of("\(year)-12-31"), nil)
        }
        try r.reopenYear(2016, reason: "late")
      }
      let made = try create(office, "--on", "2018-04-04")
      #expect(made.exitCode == 3 && made.talk.contains("closed in the casebook before"), "\(made.talk)")
      #expect(made.talk.contains("--reopen REASON"))
      let new = try Casebook.open(next(office))
      #expect(try new.closedYears().map { "\($0.days.lowerBound) \($0.isClosed)" } == ["2017-01-01 true"])
      let found = try verify(office, against: office.path)
      #expect(found.isClean, "\(found.faults.map(\.what.en))")
      #expect(try new.rebuild().corrected == [])
      try office.record(.county, in: new, on: "2018-04-05") { (r) throws(CasebookError) in
        try r.reopenYear(2017, reason: "an open case of before")
      }
      #expect(try verify(office, against: office.path).isClean)
    }
  }

  @Test("names what was proposed and not seconded for cases that are paid", arguments: [Language.zh, .en])
  func proposed(language: Language) throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      _ = try office.record(.deputy, on: "2018-03-23") { (r) throws(CasebookError) in
        try r.reverse(1, reason: "not his bill", money: .claimed)
      }
      try office.decide("H2", 21_000)
      try office.pay(2, on: "2018-04-02")
      _ = try office.record(.cashier, on: "2018-04-03") { (r) throws(CasebookError) in
        try r.repaid(1, .of("7800"), note: nil)
      }
      let made = try create(office, "--on", "2018-04-04", in: language)
      #expect(made.exitCode == 3 && made.talk.contains("2 (+7,800.00)"), "\(made.talk)")
      #expect(made.talk.contains("casebook second"))
      #expect(try verify(office, against: office.path).isClean)
      // The rest comes with the next: (22,000 − 5,000) × 60 %, of which 1,800 is paid.
      let next = ["C9,H2,illness,2018-03-30,1000,inpatient,no"]
      #expect(try decide(next, in: self.next(office), office) == ["H2 covered 8400.00 22000.00"])
    }
  }

  @Test("pays no cost again that was counted before: neither declared, nor under its claim id")
  func notAgain() throws {
    try withPast { office in
      let claim = "K1,H2,illness,2018-02-01,500,inpatient,no"
      #expect(try decide([claim], in: office.path, office) == ["H2 below-warning-line 0.00 4500.00"])
      #expect(try create(office, "--on", "2018-04-09").exitCode == 3)
      let other = ["K1,H2,illness,2018-02-01,501,inpatient,no"]
      #expect(try decide([claim], in: next(office), office) == ["H2 duplicate-claim 0.00 0.00"])
      #expect(try decide(other, in: next(office), office) == ["H2 claim-id-conflict 0.00 0.00"])
      for (language, words) in [(Language.en, "case 1 of the casebook before"), (.zh, "前一本案卷簿的案件 1")] {
        let again = try office.fangpin(
          [
            "declare", "--casebook", next(office), "--key", office.key(.county), "--household", "H1",
            "--name",
            "某", "--resident-id", "11010519491231002X", "--peril", "illness", "--day", "2018-03-05",
            "--total",
            "20000", "--basic-insurance", "0", "--critical-illness-insurance", "0", "--medical-assistance",
            "0",
            "--other", "0", "--consent", "--bank-account", "6222020000000000000", "--telephone",
            "13800138000",
          ], in: language)
        #expect(again.exitCode == 4 && again.talk.contains(words), "\(again.talk)")
      }
    }
  }

  @Test(
    "takes nothing over while money is on its way, from a casebook that does not verify, or of a day before")
  func refused() throws {
    try withPast { office in
      try office.bring(3, to: .settled)
      let underway = try create(office)
      #expect(underway.exitCode == 4 && underway.talk.contains("on the way to the bank"), "\(underway.talk)")
      try office.bring(3, to: .paid)
      let early = try create(office, "--on", "2018-02-01")
      #expect(early.exitCode == 4 && early.talk.contains("another cannot begin on"), "\(early.talk)")
      try Database(path: office.path, .readWrite).execute("UPDATE casefile SET payout = 1 WHERE number = 1")
      let tampered = try create(office)
      #expect(tampered.exitCode == 4 && tampered.talk.contains("does not verify"), "\(tampered.talk)")
      #expect(!FileManager.default.fileExists(atPath: next(office)))
    }
  }

  @Test("takes nothing over while money is on its way of a case that was taken back, and then what arrived")
  func takenBack() throws {
    try withPast { office in
      try office.bring(3, to: .settled)
      let old = try Casebook.open(office.path)
      try office.record(.deputy, in: old, on: "2018-03-21") { (r) throws(CasebookError) in
        _ = try r.reverse(3, reason: "insured", money: .undecided)
      }
      let underway = try create(office)
      #expect(underway.exitCode == 4 && underway.talk.contains("of case 3"), "\(underway.talk)")
      let payment = try #require(try old.casefile(3)?.payment)
      try office.record(.cashier, in: old, on: "2018-03-22") { (r) throws(CasebookError) in
        try r.reconcile(payment, paid: true, reason: nil)
      }
      #expect(try create(office).exitCode == 3)
      #expect(try Casebook.open(next(office)).currentState().paid == old.currentState().paid)
      #expect(try verify(office, against: office.path).isClean)
    }
  }

  @Test(
    "knows who was a member where on which day, and is found out where it says otherwise",
    arguments: [false, true])
  func moved(isForged: Bool) throws {
    try withPast { office in
      let old = try Casebook.open(office.path)
      for (household, day) in [("H1", "2018-02-01"), ("H2", "2018-03-01"), ("H3", "2018-03-15")] {
        try office.record(.county, in: old, on: day) { (r) throws(CasebookError) in
          try r.append(
            MemberStatement(person: "P1", household: household, relation: nil, personal: nil, revises: nil))
        }
      }
      var handover = try Handover.read(office.path)
      #expect(
        handover.members.map { "\($0.day) \($0.member.household)" }.joined(separator: ", ")
          == "2018-02-01 H1, 2018-03-01 H2, 2018-03-15 H3")
      if isForged { handover.members[1].day = Day.of("2018-03-02") }
      var founding = try Founding(under: .builtIn().onDeficit("call-county"), fund: nil, actor: "county")
      founding.handover = handover
      let new = try office.found(founding, at: next(office))
      let whole = try verify(office, against: office.path)
      #expect(whole.isClean != isForged, "\(whole.faults.map(\.what.en))")
      let told = try new.allEntries(.member).map(\.happenedOn.description)
      #expect(told == ["2018-02-01", isForged ? "2018-03-02" : "2018-03-01", "2018-03-15"])
    }
  }

  @Test(
    "is found out where it took over otherwise than it should",
    arguments: ["payout", "left out", "register", "year", "later"])
  func forged(how: String) throws {
    try withPast { office in
      if how == "year" {
        try office.record(.county, on: "2018-04-02") { (r) throws(CasebookError) in
          try r.closeYear(Day.of("2017-01-01")...Day.of("2017-12-31"), nil)
        }
      }
      var handover = try Handover.read(office.path)
      switch how {
      case "year": handover.closings = []
      case "payout":
        let cost = handover.costs[0]
        handover.costs[0] = CarryStatement(
          after: cost.after, casefile: cost.casefile, claimID: cost.claimID, household: cost.household,
          person: cost.person, peril: cost.peril, incurredOn: cost.incurredOn, amount: cost.amount,
          payout: .zero,
          total: cost.total, invoice: cost.invoice)
      case "left out": handover.costs.removeFirst()
      case "register":
        handover.facts[0].statement = HouseholdStatement(household: "H1", group: "low-income", members: 9)
      default: break
      }
      var founding = try Founding(
        under: .builtIn().onDeficit("call-county"), fund: nil, actor: "county")
      founding.handover = handover
      _ = try office.found(founding, at: next(office))
      if how == "later" {
        _ = try office.record(.county, in: try Casebook.open(next(office)), on: "2018-12-20") {
          [cost = handover.costs[0]] (r) throws(CasebookError) in try r.append(cost)
        }
      }
      let whole = try verify(office, against: office.path)
      #expect(!whole.isClean)
      // What the register said before, and which years were closed, only the casebook before can tell.
      #expect(try Verifier.verify(next(office), threads: 1).isClean == ["register", "year"].contains(how))
    }
  }
}

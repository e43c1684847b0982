import Audit
import BookKit
import Casebook
import Foundation
import Journal
import OfficeKit
import Rules
import SchemeKit
import Sealing
import TestKit
import Testing
import Units

/// A policy year is closed: what is open of it is listed, goes on or is ended, and nothing new begins for its events.
@Suite("A policy year that is closed")
struct ClosedYearTests {
  static let days = Day.of("2017-01-01")...Day.of("2017-12-31")

  private func results(_ office: CountyOffice) throws -> [String] {
    try Verifier.verify(office.path, threads: 1).faults.filter { $0.verdict == .results }.map(\.what.en)
  }

  @discardableResult
  private func close(
    _ ending: YearEnding?, as desk: CountyOffice.Desk = .county, in office: CountyOffice,
    on day: String = "2018-03-25"
  ) throws -> CloseYearStatement {
    try office.record(desk, on: day) { (r) throws(CasebookError) in
      try r.closeYear(ClosedYearTests.days, ending)
    }
  }

  /// Cases 1 opened, 2 approved, 3 confirmed and waiting, 4 paid, all of 2017, and 5 opened, of 2018.
  private func withOpenCases(_ body: (CountyOffice) throws -> Void) throws {
    try CountyOffice.short(1_000_000) { office in
      _ = try office.declare("H2", 30_000, befell: "2017-12-05")
      try office.bring(try office.declare("H3", 30_000, befell: "2017-12-05"), to: .approved)
      try office.bring(try office.declare("H4", 30_000, befell: "2017-12-05"), to: .confirmed)
      try office.bring(try office.declare("H5", 30_000, befell: "2017-12-05"), to: .paid)
      _ = try office.declare("H6", 30_000, befell: "2018-01-01")
      try body(office)
    }
  }

  @Test("is refused while cases are open and nobody says what becomes of them, and carries them if so told")
  func carried() throws {
    try withOpenCases { office in
      let refused = try refusalMet { try close(nil, in: office) }
      #expect(refused.code == .openCases && refused.what.en.contains("3 cases"), "\(refused)")
      let fix = try #require(refused.fix)
      #expect(fix.en.contains("--carry") && fix.zh.contains("--end"))
      #expect(try Casebook.open(office.path).closedYears().isEmpty)
      #expect(try refusalMet { try close(.carried, as: .township, in: office) }.code == .wrongRole)
      #expect(try refusalMet { try close(.carried, in: office, on: "2017-12-31") }.code == .inTheFuture)
      #expect(try refusalMet { try close(.carried, in: office, on: "2018-03-10") }.code == .beforeLastStep)
      let done = try close(.carried, in: office)
      #expect(done.carried == [1, 2, 3] && done.ended.isEmpty && done.reason == nil)
      #expect(try refusalMet { try close(.carried, in: office) }.code == .alreadyDone)
      // What was carried goes on to the end.
      try office.record(.department, on: "2018-03-26") { (r) throws(CasebookError) in
        try r.verify(1, Scheme.Asset.allCases.map { AssetAnswer($0, count: 0) }, note: nil)
      }
      try office.record(.county, on: "2018-03-26") { (r) throws(CasebookError) in _ = try r.approve(3) }
      try office.pay(2)
      try office.record(.deputy, on: "2018-04-21") { (r) throws(CasebookError) in
        _ = try r.reverse(4, reason: "insured", money: .recalled)
      }
      #expect(try office.casefile(3).payout == Yuan.of("15000"))
    }
  }

  @Test("ends what is not decided, and never what is to be paid")
  func ended() throws {
    try withOpenCases { office in
      let done = try close(.ended(reason: "papers never came"), in: office)
      #expect(done.carried == [2] && done.ended == [1, 3])
      let states = try (1...5).map { try office.casefile($0).state }
      #expect(states == [.withdrawn, .approved, .withdrawn, .paid, .opened])
      #expect(try office.casefile(1).reason == "papers never came")
      #expect(try office.fund()[0] > 0)
      try office.pay(2)
    }
  }

  @Test("is ended for no household of the actor's own or a relative's")
  func kin() throws {
    try withOffice { office in
      let key = try PrivateKey.generate(.ed25519)
      for desk in [CountyOffice.Desk.county, .deputy] {
        try office.record(desk, on: "2018-01-03") { (r) throws(CasebookError) in
          _ = try r.enrol(Applicant("cousin", .county, households: ["H2"], key: key))
        }
      }
      func related(_ ending: YearEnding) throws {
        try Casebook.open(office.path).act(key, on: Day("2018-03-25"), clock: CountyOffice.clock) {
          (r) throws(CasebookError) in
          _ = try r.closeYear(ClosedYearTests.days, ending)
        }
      }
      _ = try office.declare("H2", 30_000, befell: "2017-12-05")
      #expect(
        try refusalMet { try related(.ended(reason: "late")) }.code == .ownHousehold)
      #expect(try office.casefile(1).state == .opened)
      #expect(try Casebook.open(office.path).closedYears().isEmpty)
      try related(.carried)
      #expect(try results(office).isEmpty)
    }
  }

  @Test("takes no new event of the year, whether declared or amended into it, until it is open again")
  func nothingNew() throws {
    try withOpenCases { office in
      try close(.carried, in: office)
      let late = try refusalMet {
        _ = try office.declare("H7", 9_000, befell: "2017-12-05", on: "2018-03-26")
      }
      #expect(late.code == .yearClosed && late.fix?.en.contains("--reopen") ?? false, "\(late)")
      func amend(_ number: Int, to day: String) throws {
        try office.record(.clerk, on: "2018-03-26") { (r) throws(CasebookError) in
          let claim = try r.book.claim(of: try r.found(number))
          let own = claim.opening
          let other = CaseOpening(
            person: own.person, peril: own.peril, cause: own.cause, incurredOn: .of(day), amount: own.amount,
            compensated: own.compensated)
          try r.amend(number, to: CaseClaim(claim: nil, other, cost: claim.cost), reason: "misread")
        }
      }
      #expect(try refusalMet { try amend(5, to: "2017-12-31") }.code == .yearClosed)
      // What is of the year may be put right within it, and out of it.
      try amend(1, to: "2017-12-06")
      try amend(1, to: "2018-01-02")
      #expect(try refusalMet { try amend(1, to: "2017-12-06") }.code == .yearClosed)
      #expect(
        try refusalMet {
          _ = try office.record(.cashier, on: "2018-03-27") { (r) throws(CasebookError) in
            try r.reopenYear(2017, reason: "late")
          }
        }.code == .wrongRole)
      func reopen(_ year: Int, on day: String) throws {
        try office.record(.deputy, on: day) { (r) throws(CasebookError) in
          try r.reopenYear(year, reason: "a bill came late")
        }
      }
      #expect(try refusalMet { try reopen(2017, on: "2018-03-24") }.code == .beforeLastStep)
      #expect(try refusalMet { try reopen(2016, on: "2018-03-27") }.code == .alreadyDone)
      try reopen(2017, on: "2018-03-27")
      #expect(try refusalMet { try reopen(2017, on: "2018-03-27") }.code == .alreadyDone)
      _ = try office.declare("H7", 9_000, befell: "2017-12-05", on: "2018-03-28")
      #expect(try refusalMet { try close(.carried, in: office, on: "2018-03-26") }.code == .beforeLastStep)
      #expect(try close(.carried, in: office, on: "2018-03-29").carried == [2, 3, 6])
      let years = try Casebook.open(office.path).closedYears()
      #expect(years.map(\.isClosed) == [false, true], "what was opened again in between stays in sight")
    }
  }

  @Test(
    "by the program, in both languages: the list, the two answers, what is typed wrong, and who closed it")
  func commands() throws {
    try withOpenCases { office in
      func run(_ words: String..., in language: Language = .en) throws -> FangpinProcess.Outcome {
        try office.fangpin(
          ["casebook", "close-year"] + words
            + ["--casebook", office.path, "--key", office.key(.county), "--on", "2018-03-25"], in: language)
      }
      for (language, word) in [(Language.zh, "已立案，待核查"), (.en, "opened, to be verified")] {
        let refused = try run("2017", in: language)
        #expect(refused.exitCode == 4 && refused.talk.contains("--carry"), "\(refused)")
        #expect(refused.text.contains(word) && refused.text.contains("H4"), "\(refused)")
        #expect(!refused.text.contains("H6"))
      }
      #expect(try [run("17"), run("2017", "--carry", "--end", "late")].allSatisfy { $0.exitCode == 2 })
      #expect(try run("2018", "--carry").talk.contains("not over"))
      #expect(try run("2017", "--end", " ").exitCode == 2)
      let done = try run("2017", "--end", "late")
      #expect(done.exitCode == 3 && done.talk.contains("2 cases withdrawn; 1 case goes on"), "\(done)")
      let status = try office.fangpin(["casebook", "status", "--casebook", office.path])
      #expect(try run("2017", "--reopen", "more").exitCode == 0)
      let none = try run("2017", "--end", "late")
      #expect(none.exitCode == 3 && none.talk.contains("1 case goes on (what is to be paid"), "\(none)")
      let who = "2017 (2017-01-01 to 2017-12-31)  on 2018-03-25 by county"
      #expect(status.text.contains(who), "\(status.text)")
      let again = try run("2017", "--reopen", "a-bill-came-late", in: .zh)
      #expect(again.exitCode == 0 && again.talk.contains("已重开"), "\(again)")
      let told = try office.fangpin(["casebook", "status", "--casebook", office.path], in: .zh)
      #expect(told.text.contains("重开（第") && told.text.contains("a-bill-came-late"), "\(told.text)")
    }
  }

  @Test("a batch leaves out the claims of the year, and names them")
  func batch() throws {
    try CountyOffice.short(1_000_000) { office in
      try close(nil, in: office)
      try office.write(
        lines: [
          "claim_id,household_id,peril,incurred_on,amount", "C1,H2,illness,2017-12-31,30000",
          "C2,H2,illness,2018-01-01,30000",
        ], "claims.csv")
      let rejects = office.file("rejects.csv").path
      let run = try office.fangpin([
        "casebook", "adjudicate", office.path(of: "claims.csv"), "--casebook", office.path, "--key",
        office.key(.county), "--on", "2018-03-26", "--rejects", rejects,
      ])
      #expect(run.exitCode == 3, "\(run.talk)")
      let text = String(decoding: try Data(contentsOf: URL(filePath: rejects)), as: UTF8.self)
      #expect(text.contains("2,4,incurred_on,2017-12-31,year-closed"), "\(text)")
      #expect(try Casebook.open(office.path).cases().map(\.incurredOn) == [Day.of("2018-01-01")])
    }
  }
}

extension CountyOffice {
  /// Declares an event of a day, by default in March 2018.
  func declare(
    _ household: String, _ amount: Int64, befell event: String,
    on day: String = "2018-03-05"
  ) throws -> Int {
    let declaration = Declaration(
      household: household, peril: "illness", cause: "inpatient", incurredOn: .of(event),
      total: Yuan(fen: amount * 100), compensated: false,
      declarant: PersonalData(name: "李小四", bankAccount: "6222020000000000000"))
    return try record(.clerk, on: day) { (r) throws(CasebookError) in try r.declare(declaration) }
  }
}

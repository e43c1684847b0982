import Audit
import BookKit
import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

/// More is paid for a case, decided again, when a second officer has come to the same.
@Suite("What is proposed and seconded")
struct SecondedTests {
  private func results(_ office: CountyOffice) throws -> [String] {
    try Verifier.verify(office.path, threads: 1).faults.filter { $0.verdict == .results }.map(\.what.en)
  }

  private func learn(_ group: String, of household: String, on day: String, in office: CountyOffice) throws {
    try Data("household_id,group,members,annual_income\n\(household),\(group),,\n".utf8).write(
      to: office.file("register.csv"))
    let said = try office.fangpin([
      "casebook", "import", "households", office.file("register.csv").path, "--revise", "--casebook",
      office.path, "--key", office.key(.county), "--on", day,
    ])
    #expect(said.exitCode == 0, "\(said.talk)")
  }

  /// A case that was decided on another group than the household's: 1,500 instead of 12,000.
  private func withRevised(_ body: (CountyOffice) throws -> Void) throws {
    try CountyOffice.short(1_000_000) { office in
      try decideRevised(in: office)
      try body(office)
    }
  }

  private func decideRevised(in office: CountyOffice) throws {
    try learn("low-income", of: "H2", on: "2018-01-20", in: office)
    try office.decide("H2", 25_000)
    #expect(try office.casefile(1).payout == Yuan.of("1500"))
    try learn("out-of-poverty", of: "H2", on: "2018-02-20", in: office)
  }

  private func propose(_ number: Int, in office: CountyOffice, on day: String = "2018-04-02") throws -> Int {
    let done = try office.record(.deputy, on: day) { (r) throws(CasebookError) in try r.redecide(number) }
    guard case .proposed(let proposed) = done.outcome else {
      Issue.record("case \(number) was not proposed")
      return 0
    }
    return proposed.entry
  }

  @discardableResult
  private func second(
    _ entry: Int, as desk: CountyOffice.Desk = .county, in office: CountyOffice, on day: String = "2018-04-03"
  ) throws -> Seconded {
    try office.record(desk, on: day) { (r) throws(CasebookError) in try r.second(entry) }
  }

  @Test("nothing moves until another of the county has seconded it; then it is promised and paid")
  func revised() throws {
    try withRevised { office in
      let entry = try propose(1, in: office)
      #expect(try office.casefile(1).payout == Yuan.of("1500"))
      #expect(try office.fund() == [1_500, 998_500, 0, 0])
      #expect(try refusalMet { _ = try propose(1, in: office) }.code == .alreadyDone)
      #expect(
        try refusalMet {
          _ = try office.record(.cashier, on: "2018-04-20") { (r) throws(CasebookError) in
            try r.settle([1])
          }
        }.code == .differs)
      #expect(try refusalMet { try second(entry, as: .deputy, in: office) }.code == .needsSecondActor)
      #expect(try refusalMet { try second(entry, as: .cashier, in: office) }.code == .wrongRole)
      #expect(try refusalMet { try second(entry, in: office, on: "2018-04-01") }.code == .beforeLastStep)
      #expect(try refusalMet { try second(entry - 1, in: office) }.code == .notGiven)
      let done = try second(entry, in: office)
      #expect(done.supplement.amount == Yuan.of("10500") && done.supplement.proposal == entry)
      #expect(try office.casefile(1).payout == Yuan.of("12000"))
      #expect(try Casebook.open(office.path).proposals().isEmpty)
      #expect(try refusalMet { try second(entry, in: office) }.code == .alreadyDone)
      try office.pay(1, on: "2018-04-10")
      #expect(try office.fund() == [0, 988_000, 0, 0])
      #expect(try results(office).isEmpty)
    }
  }

  @Test("a denied case that would be paid is named by the import, decided again and seconded")
  func denied() throws {
    try CountyOffice.short(1_000_000) { office in
      try learn("low-income", of: "H2", on: "2018-01-20", in: office)
      try office.decide("H2", 16_000)
      #expect(try office.states(1) == [.denied])
      try Data("household_id,group,members,annual_income\nH2,out-of-poverty,,\n".utf8)
        .write(to: office.file("register.csv"))
      let said = try office.fangpin(
        [
          "casebook", "import", "households", office.file("register.csv").path, "--revise", "--casebook",
          office.path, "--key", office.key(.county), "--on", "2018-02-20",
        ], in: .zh)
      #expect(said.talk.contains("原来不予赔付、按现在所知应赔的案件：1；"), "\(said.talk)")
      #expect(try office.run("inbox", as: .county).text.contains("redecide: revised by entry"))
      #expect(try office.run("show", "1").text.contains("the county decides it again: case redecide 1"))
      #expect(try office.run("inbox", as: .cashier).talk.contains("nothing is waiting"))
      let proposal = try propose(1, in: office)
      #expect(try office.run("inbox", as: .county).text.contains("casebook second \(proposal)"))
      #expect(try office.run("inbox", as: .deputy).talk.contains("nothing is waiting"))
      try second(proposal, in: office)
      #expect(!(try office.run("inbox", as: .county).text.contains("second")))
      #expect(try office.states(1) == [.approved])
      #expect(try office.casefile(1).payout == Yuan.of("6600"))
      try office.pay(1, on: "2018-04-10")
      #expect(try results(office).isEmpty)
    }
  }

  @Test("is refused where the case comes to something else by now, and proposed anew")
  func otherwise() throws {
    try withRevised { office in
      let entry = try propose(1, in: office)
      try learn("low-income", of: "H2", on: "2018-02-25", in: office)
      let refusal = try refusalMet { try second(entry, in: office) }
      #expect(refusal.code == .differs && refusal.what.en.contains("1,500.00 → 12,000.00"), "\(refusal)")
      let again = try office.record(.deputy, on: "2018-04-03") { (r) throws(CasebookError) in
        try r.redecide(1)
      }
      guard case .decided(let statement) = again.outcome else {
        Issue.record("the case gets no more")
        return
      }
      #expect(statement.again.becomes == Yuan.of("1500"))
      #expect(try Casebook.open(office.path).proposals().isEmpty)
      #expect(try results(office).isEmpty)
    }
  }

  @Test("a case behind a reversal that would get more is proposed, and listed in both languages")
  func behind() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 40_000, peril: "disaster")
      try office.decide("H2", 40_000, peril: "disaster")
      let (first, other) = (try office.casefile(1).payout, try office.casefile(2).payout)
      #expect(other > .zero && other < first)
      let said = try office.run(
        "reverse", "1", "--reason", "not his house", as: .deputy, on: "2018-04-02", in: .zh)
      #expect(said.exitCode == 0 && said.talk.contains("案件 2 提议赔付由"), "\(said.talk)")
      let proposal = try #require(try Casebook.open(office.path).proposal(of: 2))
      #expect(proposal.statement.behind == 1 && proposal.statement.again.becomes == first)
      for (language, word) in [(Language.zh, "附议：casebook second"), (.en, "to second one: casebook second")] {
        let list = try office.fangpin(["casebook", "proposals", "--casebook", office.path], in: language)
        #expect(list.text.contains(word) && list.text.contains((first - other).grouped), "\(list.text)")
      }
      let inbox = try office.run("inbox", "--role", "county")
      #expect((inbox.talk + inbox.text).contains("1 proposal to be seconded"), "\(inbox)")
      let done = try office.fangpin([
        "casebook", "second", "\(proposal.entry.number)", "--casebook", office.path, "--key",
        office.key(.county),
        "--on", "2018-04-03",
      ])
      #expect(done.exitCode == 0 && done.talk.contains("seconded: case 2"), "\(done.talk)")
      #expect(try office.casefile(2).payout == first)
      #expect(try results(office).isEmpty)
    }
  }

  @Test("money of a reversed case that comes back gives more to those behind it")
  func cameBack() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      _ = try office.record(.deputy, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.reverse(1, reason: "not his bill", money: .claimed)
      }
      try office.decide("H2", 21_000)
      // (21,000 − 5,000) × 60% = 9,600, of which 7,800 is paid.
      #expect(try office.casefile(2).payout == Yuan.of("1800"))
      let said = try office.run("repaid", "1", "7000", as: .cashier, on: "2018-04-05", in: .zh)
      #expect(said.talk.contains("案件 2 提议赔付由 1,800.00 元增至 8,800.00 元"), "\(said.talk)")
      let first = try #require(try Casebook.open(office.path).proposal(of: 2)).entry.number
      _ = try office.record(.cashier, on: "2018-04-06") { (r) throws(CasebookError) in
        try r.repaid(1, .of("800"), note: nil)
      }
      let entry = try #require(try Casebook.open(office.path).proposal(of: 2)).entry.number
      #expect(try refusalMet { try second(first, in: office, on: "2018-04-07") }.code == .alreadyDone)
      try second(entry, in: office, on: "2018-04-07")
      #expect(try office.casefile(2).payout == Yuan.of("9600"))
      #expect(try results(office).isEmpty)
    }
  }

  @Test("is refused where a later case has brought it already")
  func brought() throws {
    try CountyOffice.short(1_000_000) { office in
      for _ in 1...2 { try office.decide("H2", 40_000, peril: "disaster") }
      _ = try office.record(.deputy, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.reverse(1, reason: "not his house")
      }
      let entry = try #require(try Casebook.open(office.path).proposal(of: 2)).entry.number
      let third = try office.declare("H2", 1_000, peril: "disaster")
      try office.bring(third, to: .approved)
      #expect(try office.casefile(third).payout > Yuan.of("1000"))
      try office.pay(third, on: "2018-05-22")
      let refusal = try refusalMet { try second(entry, in: office, on: "2018-05-23") }
      #expect(refusal.code == .alreadyDone && refusal.what.en.contains("case 3"), "\(refusal)")
    }
  }

  @Test(
    "what was forged is named: more without a second, a second of one's own, one that pays nothing, none proposed"
  )
  func forged() throws {
    func more(_ office: CountyOffice, _ entry: Int) throws -> SupplementStatement {
      let proposal = try #require(try Casebook.open(office.path).proposal(of: 1)).statement
      return SupplementStatement(
        CaseStep(1, of: "H2", from: .approved, to: .approved, signing: nil), amount: .of("10500"),
        waitsBeside: false, call: nil, proposal: entry, known: proposal.known, again: proposal.again)
    }
    func seconded(_ entry: Int) -> SecondStatement {
      SecondStatement(CaseStep(1, of: "H2", from: nil, to: nil, signing: nil), proposal: entry)
    }
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 100_000_000)) { office in
      try decideRevised(in: office)
      let entry = try propose(1, in: office)
      let statement = try more(office, entry)
      _ = try office.record(.deputy, on: "2018-04-03") { (r) throws(CasebookError) in try r.append(statement)
      }
      #expect(try results(office).contains { $0.contains("nobody has seconded") })
    }
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 100_000_000)) { office in
      try decideRevised(in: office)
      let entry = try propose(1, in: office)
      let statement = try more(office, entry)
      _ = try office.record(.deputy, on: "2018-04-03") { (r) throws(CasebookError) in
        try r.append(seconded(entry))
        try r.append(statement)
      }
      #expect(try results(office).contains { $0.contains("another officer has to second it") })
    }
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 100_000_000)) { office in
      try decideRevised(in: office)
      let entry = try propose(1, in: office)
      _ = try office.record(.county, on: "2018-04-03") { (r) throws(CasebookError) in
        try r.append(seconded(entry))
      }
      #expect(try results(office).contains { $0.contains("was not paid more at once") })
    }
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 100_000_000)) { office in
      for _ in 1...2 { try office.decide("H2", 40_000, peril: "disaster") }
      let first = try office.casefile(1)
      _ = try office.record(.deputy, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.append(
          ReverseStatement(
            CaseStep(1, of: "H2", from: .approved, to: .reversed, signing: ReverseStatement.rule.signs),
            reason: "not his house",
            decided: first.decidedEntry, money: .notSent, out: .zero, sent: .zero, released: first.payout,
            amount: first.amount, later: []))
      }
      #expect(try results(office).contains { $0.contains("it was not proposed to pay case 2 more") })
    }
    try withOffice(under: CountyOffice.scheme(), fund: Yuan(fen: 100_000_000)) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      _ = try office.record(.deputy, on: "2018-04-02") { (r) throws(CasebookError) in
        try r.reverse(1, reason: "not his bill", money: .claimed)
      }
      try office.decide("H2", 21_000)
      _ = try office.record(.cashier, on: "2018-04-05") { (r) throws(CasebookError) in
        try r.append(
          RepaidStatement(
            CaseStep(1, of: "H2", from: .reversed, to: .reversed, signing: nil), amount: .of("7800"),
            note: nil))
      }
      #expect(try results(office).contains { $0.contains("it was not proposed to pay case 2 more") })
    }
  }
}

import Audit
import BookKit
import Casebook
import Journal
import OfficeKit
import TestKit
import Testing
import Units

/// A bank's answer that was recorded wrongly is put right by an entry of its own.
@Suite("An answer of the bank that is corrected")
struct CorrectedAnswerTests {
  private func faults(_ office: CountyOffice) throws -> [String] {
    try Verifier.verify(office.path, threads: 1).faults.filter { $0.verdict == .results }.map(\.what.en)
  }

  private func settle(_ number: Int, on day: String, in office: CountyOffice) throws {
    _ = try office.record(.cashier, on: day) { (r) throws(CasebookError) in try r.settle([number]) }
  }

  private func answer(_ payment: Int, paid: Bool, on day: String, in office: CountyOffice) throws {
    try office.record(.cashier, on: day) { (r) throws(CasebookError) in
      _ = try r.reconcile(payment, paid: paid, reason: nil)
    }
  }

  private func refusedAnswer(_ payment: Int, in office: CountyOffice) throws -> Refusal {
    try refusalMet { try answer(payment, paid: true, on: "2018-03-23", in: office) }
  }

  @discardableResult
  private func correct(
    _ payment: Int, paid: Bool, on day: String = "2018-04-10", as desk: CountyOffice.Desk = .cashier,
    in office: CountyOffice
  ) throws -> Followed {
    try office.record(desk, on: day) { (r) throws(CasebookError) in
      try r.correctAnswer(payment, paid: paid, reason: nil, because: "the bank sent the wrong list")
    }
  }

  private func reverse(
    _ number: Int, _ money: ReversedMoney?, on day: String = "2018-04-05", in office: CountyOffice
  ) throws {
    _ = try office.record(.deputy, on: day) { (r) throws(CasebookError) in
      try r.reverse(number, reason: "insured", money: money)
    }
  }

  @Test("it is in the account after all, and nothing more is paid")
  func paid() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try settle(1, on: "2018-03-20", in: office)
      #expect(try refusalMet { try correct(1, paid: true, in: office) }.code == .notGiven)
      try answer(1, paid: false, on: "2018-03-22", in: office)
      #expect(try office.fund() == [7_800, 992_200, 0, 0])
      let again = try refusedAnswer(1, in: office)
      #expect(again.code == .alreadyDone && again.fix?.en.contains("--payment 1 --paid --correct") ?? false)
      #expect(try refusalMet { try correct(1, paid: false, in: office) }.code == .alreadyDone)
      #expect(try refusalMet { try correct(1, paid: true, as: .county, in: office) }.code == .wrongRole)
      #expect(try refusalMet { try correct(2, paid: true, in: office) }.code == .noSuchCase)
      #expect(
        try refusalMet { try correct(1, paid: true, on: "2018-03-21", in: office) }.code == .beforeLastStep)
      try correct(1, paid: true, in: office)
      #expect(try office.states(1) == [.paid])
      #expect(try office.fund() == [0, 992_200, 0, 0])
      #expect(try Casebook.open(office.path).fund(on: .of("2018-04-10")).paid == Yuan.of("7800"))
      #expect(try Casebook.open(office.path).fund(on: .of("2018-04-09")).committed == Yuan.of("7800"))
      #expect(try faults(office).isEmpty)
      #expect(try office.casefile(1).reason == "covered")
      let shown = try office.run("show", "1", in: .zh).text
      #expect(shown.contains("更正对账：付款 1 已到账：7,800.00 元；the bank sent the wrong list"), "\(shown)")
    }
  }

  @Test("it is not in the account after all, and is paid again")
  func returned() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      try correct(1, paid: false, in: office)
      #expect(try office.states(1) == [.returned])
      #expect(try office.fund() == [7_800, 992_200, 0, 0])
      try office.record(.county, on: "2018-04-11") { (r) throws(CasebookError) in try r.release(1) }
      try settle(1, on: "2018-04-12", in: office)
      #expect(try refusalMet { try correct(1, paid: true, on: "2018-04-12", in: office) }.code == .notGiven)
      try answer(2, paid: true, on: "2018-04-13", in: office)
      #expect(try office.states(1) == [.paid])
      #expect(try office.fund() == [0, 992_200, 0, 0])
      #expect(try faults(office).isEmpty)
    }
  }

  @Test("both came: the case is reversed, and all that is out is owed back")
  func twice() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try settle(1, on: "2018-03-20", in: office)
      try answer(1, paid: false, on: "2018-03-22", in: office)
      try office.record(.county, on: "2018-03-23") { (r) throws(CasebookError) in try r.release(1) }
      try office.pay(1, on: "2018-03-24")
      let refusal = try refusalMet { try correct(1, paid: true, in: office) }
      #expect(refusal.code == .differs && refusal.fix?.en.contains("case reverse 1") ?? false, "\(refusal)")
      try reverse(1, .claimed, on: "2018-04-09", in: office)
      try correct(1, paid: true, in: office)
      let fund = try Casebook.open(office.path).fund(on: .of("2018-04-10"))
      #expect(fund.receivable == Yuan.of("15600") && fund.paid == Yuan.of("15600"))
      #expect(try office.casefile(1).payout == Yuan.of("15600"))
      #expect(try faults(office).isEmpty)
    }
  }

  @Test(
    "of a reversed case that was held not to be paid: those behind it get less, and its money has a place")
  func reversed() throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try settle(1, on: "2018-03-20", in: office)
      try answer(1, paid: false, on: "2018-03-22", in: office)
      try reverse(1, nil, in: office)
      try office.decide("H2", 21_000)
      #expect(try office.casefile(2).payout == Yuan.of("9600"))
      let behind = try correct(1, paid: true, in: office)
      #expect(behind.again.map(\.step.number) == [2])
      #expect(try office.casefile(2).payout == Yuan.of("1800"))
      let book = try Casebook.open(office.path)
      #expect(try book.reversal(of: 1)?.money == .undecided)
      #expect(
        try refusalMet { try reverse(1, .undecided, on: "2018-04-11", in: office) }.code == .alreadyDone)
      #expect(try refusalMet { try reverse(1, nil, on: "2018-04-11", in: office) }.code == .notGiven)
      #expect(try book.fund(on: .of("2018-04-11")).receivable == .zero)
      try reverse(1, .claimed, on: "2018-04-11", in: office)
      #expect(try book.fund(on: .of("2018-04-11")).receivable == Yuan.of("7800"))
      try reverse(1, .kept, on: "2018-04-12", in: office)
      #expect(try book.fund(on: .of("2018-04-12")).receivable == .zero)
      #expect(try book.fund(on: .of("2018-04-11")).receivable == Yuan.of("7800"))
      // Back again: what was taken from the other is proposed.
      let back = try correct(1, paid: false, on: "2018-04-13", in: office)
      #expect(back.proposed.map(\.statement.again.becomes) == [Yuan.of("9600")])
      #expect(try faults(office).isEmpty)
    }
  }

  @Test("of a reversed case whose money others were promised: the county contributes first")
  func short() throws {
    try CountyOffice.short(7_800) { office in
      try office.decide("H2", 18_000)
      try settle(1, on: "2018-03-20", in: office)
      try answer(1, paid: false, on: "2018-03-22", in: office)
      try office.decide("H3", 18_000)
      try reverse(1, nil, in: office)
      #expect(try office.states(2) == [.approved])
      let refusal = try refusalMet { try correct(1, paid: true, in: office) }
      #expect(refusal.code == .notGiven && refusal.what.en.contains("0.00 is left"), "\(refusal)")
      _ = try office.record(.county, on: "2018-04-06") { (r) throws(CasebookError) in
        try r.contribute(.of("7800"), note: nil)
      }
      try correct(1, paid: true, in: office)
      #expect(try faults(office).isEmpty)
    }
  }

  @Test("needs a reason, and a payment by its number", arguments: [Language.zh, .en])
  func command(language: Language) throws {
    try CountyOffice.short(1_000_000) { office in
      try office.decide("H2", 18_000)
      try office.pay(1, on: "2018-03-22")
      let words = ["reconcile", "--payment", "1", "--returned"]
      #expect(try office.run(words, as: .cashier, on: "2018-04-10", in: language).exitCode == 4)
      let blank = try office.run(words + ["--correct", " "], as: .cashier, on: "2018-04-10", in: language)
      #expect(blank.exitCode == 2, "\(blank.talk)")
      let file = try office.run(
        ["reconcile", "bank.csv", "--correct", "x"], as: .cashier, on: "2018-04-10", in: language)
      #expect(file.exitCode == 2)
      let done = try office.run(
        words + ["--correct", "wrong list"], as: .cashier, on: "2018-04-10", in: language)
      #expect(done.exitCode == 0, "\(done.talk)")
      #expect(done.talk.contains(language == .zh ? "release" : "next: release"), "\(done.talk)")
    }
  }
}

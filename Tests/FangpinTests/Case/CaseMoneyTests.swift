import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

@Suite("The money of a case")
struct CaseMoneyTests {
  @Test(
    "a returned payment is paid again, to another account, and no file of the past changes",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func returned(language: Language) throws {
    try withOffice { office in
      let number = try office.declare("H2", 25_000)
      try office.bring(number, to: .approved)
      let (first, again, second) = (office.file("1.csv"), office.file("again.csv"), office.file("2.csv"))
      #expect(
        try office.run("settle", "1", "--out", first.path, as: .cashier, on: "2018-03-20", in: language)
          .exitCode
          == 0)
      let back = try office.run(
        "reconcile", "--payment", "1", "--returned", "--reason", "account-closed", as: .cashier,
        on: "2018-03-22",
        in: language)
      #expect(back.exitCode == 0 && back.talk.contains("release"), "\(back.talk)")
      let early = try office.run(
        "settle", "1", "--out", second.path, as: .cashier, on: "2018-03-22", in: language)
      #expect(early.exitCode == 4)
      let alone = try office.run(
        "release", "1", "--bank-account", "6228480000000000018", "--name", "张三", as: .county,
        on: "2018-03-23", in: language)
      #expect(alone.exitCode == 4, "who approved names no account: \(alone.talk)")
      let released = try office.run(
        "release", "1", "--bank-account", "6228480000000000018", "--name", "张三", as: .deputy,
        on: "2018-03-23", in: language)
      #expect(released.exitCode == 0 && released.talk.contains("settle"), "\(released.talk)")
      #expect(
        try office.run("settle", "--out", second.path, as: .cashier, on: "2018-03-24", in: language).exitCode
          == 0
      )
      #expect(
        try String(contentsOf: second, encoding: .utf8).hasSuffix(
          "\n2,2,1,H2,12000.00,张三,,6228480000000000018\n"))
      #expect(try office.run("settle", "--again", "1", "--out", again.path, in: language).exitCode == 0)
      #expect(try Data(contentsOf: again) == Data(contentsOf: first))
      let book = office.file("again.xlsx")
      #expect(try office.run("settle", "--again", "1", "--out", book.path, in: language).exitCode == 0)
      #expect(try Data(contentsOf: book).starts(with: [0x50, 0x4B, 3, 4]))
      let paid = try office.run(
        "reconcile", "--payment", "2", "--paid", as: .cashier, on: "2018-03-26", in: language)
      #expect(paid.exitCode == 0)
      #expect(try office.casefile(1).state == .paid)
      let state = try Casebook.open(office.path).currentState()
      #expect(state.paid == Yuan(fen: 1_200_000) && state.committed == .zero)
      #expect(try office.corrected().isEmpty)
    }
  }

  @Test(
    "rows of the bank that do not fit are set aside, and the others are recorded",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func rejects(language: Language) throws {
    try withOffice { office in
      for household in 2...6 {
        try office.bring(try office.declare("H\(household)", 25_000), to: .approved)
      }
      let out = office.file("out.csv")
      #expect(
        try office.run("settle", "--out", out.path, as: .cashier, on: "2018-03-20", in: language).exitCode
          == 0)
      let bank = office.file("bank.csv")
      try Data(
        """
        payment,amount,result,happened_on,reason
        1,12000.00,已付,2018-03-22,
        2,11999.99,paid,2018-03-22,
        3,12000.00,退回,2018-03-21,closed
        4,12000.00,perhaps,2018-03-22,
        5,12000.00,paid,2018-03-19,
        9,12000.00,paid,2018-03-22,
        5,12000.00,paid,2018-02-30,
        ,12000.00,paid,,
        1,12000.00,returned,2018-03-22,
        1,12000.00,paid,2018-03-22,

        """.utf8
      ).write(to: bank)
      let run = try office.run("reconcile", bank.path, as: .cashier, on: "2018-03-23", in: language)
      #expect(run.exitCode == 3, "\(run.talk)")
      let rejects = try String(contentsOf: office.file("bank.csv.rejects.csv"), encoding: .utf8)
        .split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
      #expect(rejects.first == ["file", "line", "column", "field", "value", "problem", "problem_text"])
      #expect(
        rejects.dropFirst().map { "\($0[1]) \($0[3]) \($0[5])" } == [
          "3 amount amount-differs", "5 result unknown-word", "6  before-last-step",
          "7 payment no-such-payment",
          "8 happened_on bad-date", "9 payment missing", "10  already-done",
        ])
      #expect(try office.casefile(1).state == .paid && office.casefile(1).since == Day("2018-03-22"))
      #expect(try office.casefile(3).state == .returned)
      #expect(try [2, 4, 5].allSatisfy { try office.casefile($0).state == .settled })
      #expect(
        try office.run("reconcile", bank.path, as: .county, on: "2018-03-23", in: language).exitCode == 4)
      #expect(try office.corrected().isEmpty)
    }
  }

  @Test(
    "the list of payments, or of rejects, never replaces the casebook or the key",
    arguments: ["wei.casebook", "cashier.pem"])
  func clash(name: String) throws {
    try withOffice { office in
      try office.bring(try office.declare("H2", 25_000), to: .approved)
      let before = try Data(contentsOf: office.file(name))
      let out = office.file(name).path
      #expect(try office.run("settle", "--out", out, as: .cashier, on: "2018-03-20").exitCode == 2)
      #expect(try office.run("settle", "--again", "1", "--out", out, as: .cashier).exitCode == 2)
      let bank = office.file("bank.csv")
      try Data("payment,amount,result\n1,1,paid\n".utf8).write(to: bank)
      let run = try office.run("reconcile", bank.path, "--rejects", out, as: .cashier, on: "2018-03-21")
      #expect(run.exitCode == 2, "\(run.talk)")
      #expect(try Data(contentsOf: office.file(name)) == before)
      #expect(try office.casefile(1).state == .approved)
    }
  }

  @Test(
    "a fund that does not reach calls on the county, or lets the case wait",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func deficit(language: Language) throws {
    let zh = language == .zh
    for (rule, sentence) in [
      ("call-county", zh ? "请县财政补足 2,000.00 元" : "the county is asked to make up 2,000.00"),
      ("pend", zh ? "资金已用完" : "the fund is exhausted"),
    ] {
      try withOffice(fund: Yuan(fen: 1_000_000), onDeficit: rule) { office in
        let number = try office.declare("H2", 25_000)
        try office.bring(number, to: .confirmed)
        let approval = try office.run("approve", "1", as: .county, on: "2018-03-19", in: language)
        #expect(approval.exitCode == 0 && approval.talk.contains(sentence), "\(approval.talk)")
        let inbox = try office.run("inbox", in: language)
        #expect(
          inbox.text.contains(rule == "pend" ? (zh ? "拨款" : "a contribution") : "settle"), "\(inbox.text)")
        #expect(try office.corrected().isEmpty)
      }
    }
  }

  @Test(
    "an account is named, checked and shown masked; without one nothing is paid", arguments: Language.allCases
  )
  func account(language: Language) throws {
    try withOffice { office in
      let number = try office.record(.clerk, on: "2018-03-05") { (r) throws(CasebookError) in
        guard let day = Day("2018-03-05") else { return 0 }
        return try r.declare(
          Declaration(
            household: "H2", peril: "illness", incurredOn: day, total: Yuan(fen: 2_500_000),
            declarant: PersonalData()))
      }
      try office.bring(number, to: .approved)
      let out = office.file("out.csv").path
      let left = try office.run("settle", "--out", out, as: .cashier, on: "2018-03-20", in: language)
      #expect(
        left.exitCode == 4 && left.talk.contains(language == .zh ? "没有收款账号" : "no bank account to pay into"))
      let named = try office.run(
        "account", "1", "--name", "李小四", "--bank-account", "6228 4800 0000 0000 018", "--resident-id",
        "11010519491231002x", "--telephone", "138-0013-8000", as: .village, on: "2018-03-20", in: language)
      #expect(named.exitCode == 0 && named.talk.contains("****0018"), "\(named.talk)")
      #expect(
        try office.run("settle", "--out", out, as: .cashier, on: "2018-03-20", in: language).exitCode == 0)
      #expect(
        try String(contentsOfFile: out, encoding: .utf8).contains(
          ",李小四,11010519491231002X,6228480000000000018\n"))
      let later = try office.run(
        "account", "1", "--name", "李", "--bank-account", "6228480000000000018", as: .village,
        on: "2018-03-21", in: language)
      #expect(later.exitCode == 4)
      #expect(try office.corrected().isEmpty)
    }
  }

  @Test(
    "a file that cannot be written is known before anything is recorded",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func unwritable(language: Language) throws {
    try withOffice { office in
      try office.bring(try office.declare("H2", 25_000), to: .approved)
      let run = try office.run(
        "settle", "--out", office.file("no/such/folder.csv").path, as: .cashier, on: "2018-03-20",
        in: language)
      #expect(run.exitCode == 1)
      #expect(try office.casefile(1).state == .approved)
    }
  }

  @Test(
    "a file that breaks off after the recording is written anew",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func brokenOff(language: Language) throws {
    try withOffice { office in
      try office.bring(try office.declare("H2", 25_000), to: .approved)
      let run = try office.run("settle", "--out", "/dev/full", as: .cashier, on: "2018-03-20", in: language)
      #expect(run.exitCode == 1 && run.talk.contains("case settle --again 1"), "\(run.talk)")
      let file = try office.casefile(1)
      #expect(file.state == .settled && file.reason == "covered")
      let out = office.file("out.csv")
      #expect(try office.run("settle", "--again", "1", "--out", out.path, in: language).exitCode == 0)
      #expect(try String(contentsOf: out, encoding: .utf8).contains("\n1,1,1,H2,12000.00,"))
      let mode = try FileManager.default.attributesOfItem(atPath: out.path)[.posixPermissions]
      #expect(mode as? Int == 0o600, "it names people and accounts")
    }
  }
}

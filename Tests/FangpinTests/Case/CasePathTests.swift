import Casebook
import Foundation
import Journal
import OfficeKit
import Rules
import Sealing
import TestKit
import Testing
import Units

@Suite("A case on its way, step by step on the command line")
struct CasePathTests {
  private func expect(
    _ run: FangpinProcess.Outcome, _ code: Int32, _ says: String, _ place: SourceLocation = #_sourceLocation
  ) {
    #expect(run.exitCode == code, "\(run.talk)", sourceLocation: place)
    #expect(run.talk.contains(says), "\(run.talk)", sourceLocation: place)
  }

  @Test("goes from declaration to the account", arguments: TestSize.spread(Language.allCases, fast: 1))
  func path(language: Language) throws {
    try withOffice { office in
      let zh = language == .zh
      #expect(try office.declare("H2", 25_000) == 1)
      expect(
        try office.run(
          "verify", "1", "--dwellings", "1", "--no-answer", "vehicles", as: .department, on: "2018-03-06",
          in: language),
        0, zh ? "还没有答复：经营主体" : "still without an answer: business entities")
      expect(
        try office.run(
          "verify", "1", "--businesses", "0", "--vehicles", "0", as: .department, on: "2018-03-06",
          in: language),
        0,
        zh ? "已核查，待入户；下一步：visit" : "verified, to be visited; next: visit")
      expect(
        try office.run("visit", "1", "--note", "roof", as: .insurer, on: "2018-03-07", in: language), 0,
        "appraise")
      expect(
        try office.run("appraise", "1", "--supports", "yes", as: .village, on: "2018-03-08", in: language), 0,
        "disclose")
      expect(
        try office.run("disclose", "1", as: .village, on: "2018-03-09", in: language), 0,
        zh ? "公示至 2018-03-16 期满" : "the notice stays up until 2018-03-16")
      expect(
        try office.run("confirm", "1", as: .township, on: "2018-03-15", in: language), 4,
        zh ? "2018-03-16 起可以确认" : "it can be confirmed from 2018-03-16 on")
      expect(try office.run("confirm", "1", as: .township, on: "2018-03-16", in: language), 0, "approve")
      // 25,000 − 5,000 = 20,000, in the band of 60 %.
      let approval = try office.run("approve", "1", as: .county, on: "2018-03-19", in: language)
      expect(approval, 0, zh ? "赔付：予以赔付（covered）" : "approved: covered\n")
      expect(approval, 0, zh ? "本次赔付 12,000.00 元" : "to be paid now 12,000.00")
      try settleAndReconcile(office, language)
      #expect(try office.corrected().isEmpty)
    }
  }

  private func settleAndReconcile(_ office: CountyOffice, _ language: Language) throws {
    let zh = language == .zh
    let (out, again) = (office.file("payouts.csv"), office.file("again.csv"))
    expect(
      try office.run("settle", "--out", out.path, as: .cashier, on: "2018-03-20", in: language), 0,
      "12,000.00")
    let file = try String(contentsOf: out, encoding: .utf8)
    #expect(
      file == """
        settlement,payment,case,household_id,amount,name,resident_id,bank_account
        1,1,1,H2,12000.00,李小四,11010519491231002X,6222020000000000000

        """)
    let nothing = office.file("nothing.csv")
    expect(
      try office.run("settle", "--out", nothing.path, as: .cashier, on: "2018-03-20", in: language), 0,
      zh ? "没有待赔付的案件" : "there is nothing to settle")
    #expect(!FileManager.default.fileExists(atPath: nothing.path))
    #expect(try office.run("settle", "--again", "1", "--out", again.path, in: language).exitCode == 0)
    #expect(try String(contentsOf: again, encoding: .utf8) == file)
    #expect(try office.run("settle", "--again", "2", "--out", again.path, in: language).exitCode == 4)
    let answer = office.file("bank.csv")
    try Data((zh ? "付款号,金额,结果\n1,12000,已付\n" : "payment,amount,result\n1,12000.00,paid\n").utf8).write(
      to: answer)
    expect(
      try office.run("reconcile", answer.path, as: .cashier, on: "2018-03-22", in: language), 0,
      zh ? "到账 1 笔，共 12,000.00 元" : "paid: 1, 12,000.00 in total")
    expect(
      try office.run("reconcile", answer.path, as: .cashier, on: "2018-03-22", in: language), 0,
      zh ? "此前已记 1 笔" : "already recorded: 1")
    #expect(try office.casefile(1).state == .paid)
  }

  @Test("is shown whole, with names masked", arguments: TestSize.spread(Language.allCases, fast: 1))
  func shown(language: Language) throws {
    try withOffice { office in
      let number = try office.declare("H2", 25_000)
      try office.bring(number, to: .paid)
      let shown = try office.run("show", "\(number)", in: language)
      #expect(shown.exitCode == 0 && shown.talk.isEmpty)
      for kind in [
        "declare", "verify", "visit", "appraise", "disclose", "confirm", "approve", "settle", "reconcile",
      ] {
        #expect(shown.text.contains("  \(kind)"), "\(kind): \(shown.text)")
      }
      for secret in ["李小四", "小四", "6222020000000000000", "19491231", "13800138000"] {
        #expect(!shown.text.contains(secret))
      }
      #expect(shown.text.contains("李*四") && shown.text.contains("****0000"))
      let book = try Casebook.open(office.path)
      let head = try #require(try book.lastHead())
      #expect(shown.text.contains("\(head.size)-\(head.root.hex.prefix(16))"))
      #expect(shown.text.contains(language == .zh ? "（\(Role.insurer.name.zh)）" : "(insurer)"))
      #expect(try office.run("show", "99", in: language).exitCode == 4)
    }
  }

  @Test(
    "is explained from the journal, with what the account had counted before",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func explained(language: Language) throws {
    try withOffice { office in
      let first = try office.declare("H2", 25_000)
      let second = try office.declare("H2", 15_000)
      let undecided = try office.run("explain", "1", in: language)
      #expect(undecided.exitCode == 4 && undecided.text.isEmpty)
      try office.bring(first, to: .approved)
      try office.bring(second, to: .approved)
      let text = try office.run("explain", "\(second)", in: language)
      #expect(text.exitCode == 0)
      // 40,000 − 5,000 = 35,000, in the band of 50 %: 17,500 less the 12,000 paid before.
      #expect(text.text.contains("5,500.00") && text.text.contains("case-1"), "\(text.text)")
      for number in [first, second] {
        let json = try office.run("explain", "\(number)", "--format", "json", in: language)
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
        #expect(object["claim_id"] as? String == "case-\(number)")
        #expect(object["reason"] as? String == "covered")
        #expect(object["payout"] as? String == (number == first ? "12000.00" : "5500.00"))
      }
      // What was counted then stays in the explanation when the first case is reversed.
      expect(
        try office.run("reverse", "1", "--reason", "insured", as: .deputy, on: "2018-03-25", in: language), 0,
        language == .zh
          ? "案件 2 提议赔付由 5,500.00 元增至 6,000.00 元"
          : "case 2 is proposed to be paid 6,000.00, which was 5,500.00")
      #expect(try office.run("explain", "2", in: language).text == text.text)
      expect(
        try office.run("explain", "1", in: language), 0,
        language == .zh ? "此后已冲正：insured" : "since reversed: insured")
      #expect(try office.corrected().isEmpty)
    }
  }

  @Test("an explanation says why nothing is paid", arguments: TestSize.spread(Language.allCases, fast: 1))
  func denied(language: Language) throws {
    try withOffice { office in
      let low = try office.declare("H3", 4_000)
      try office.bring(low, to: .confirmed)
      expect(
        try office.run("approve", "1", as: .county, on: "2018-03-19", in: language), 0, "below-warning-line")
      let stranger = try office.declare("H4", 25_000)
      _ = try office.record(.department, on: "2018-03-06") { (r) throws(CasebookError) in
        try r.verify(stranger, [.init(.dwellings, count: 9), .init(.businesses, count: nil)], note: nil)
        try r.verify(stranger, .vehicles, count: nil)
      }
      try office.bring(stranger, to: .confirmed)
      let approval = try office.run("approve", "2", as: .county, on: "2018-03-19", in: language)
      #expect(approval.exitCode == 0 && approval.talk.contains("disqualifying-asset"))
      let json = try office.run("explain", "2", "--format", "json", in: language)
      #expect(json.text.contains("\"reason\": \"disqualifying-asset\""))
      #expect(json.text.contains("\"verification-incomplete\""))
    }
  }

  @Test(
    "a case without answers pends at its approval and goes on once they have come",
    arguments: TestSize.spread(Language.allCases, fast: 1))
  func pendedByApproval(language: Language) throws {
    try withOffice { office in
      let number = try office.declare("H3", 25_000)
      expect(
        try office.run(
          "verify", "1", "--no-answer", "dwellings", "--no-answer", "businesses", "--no-answer", "vehicles",
          as: .department, on: "2018-03-06", in: language), 0, "visit")
      try office.bring(number, to: .confirmed)
      let approval = try office.run("approve", "1", as: .county, on: "2018-03-19", in: language)
      expect(approval, 0, "verification-incomplete")
      expect(approval, 0, "case release")
      #expect(try office.casefile(1).state == .pended)
      expect(try office.run("release", "1", as: .county, on: "2018-03-20", in: language), 0, "approve")
    }
  }
}

import Casebook
import Foundation
import Journal
import Sealing
import Store
import TestKit
import Testing
import Units

/// `fangpin declare` as a program, without a terminal and at one.
@Suite("fangpin declare")
struct DeclareCommandTests {
  static let options = [
    "--household", "H0001", "--name", "王小明", "--resident-id", "11010519491231002x", "--peril", "因病",
    "--day", "2018/3/5", "--total", "38,000", "--basic-insurance", "12000", "--critical-illness-insurance",
    "0",
    "--medical-assistance", "0", "--other", "0", "--bank-account", "6222020000000000000", "--consent",
  ]

  @Test("records by options and prints a receipt that names nobody", arguments: ["zh", "en"])
  func byOptions(_ language: String) throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      let outcome = try office.declare(DeclareCommandTests.options, language: language)
      #expect(outcome.exitCode == 0, "\(outcome.talk)")
      let receipt = outcome.text
      for text in ["H0001", "王*明", "110105********002X", "26,000.00", "2018-03-05"] {
        #expect(receipt.contains(text), "\(receipt)")
      }
      for secret in ["王小明", "19491231", "6222020000"] { #expect(!receipt.contains(secret)) }
      let head = try #require(try Casebook.open(office.casebook, .readOnly).lastHead())
      #expect(receipt.contains("\(head.size)-\(head.root.hex.prefix(16))"))
      #expect(try office.cases().map(\.amount) == [Yuan(fen: 2_600_000)])
    }
  }

  @Test("names all that is missing at once and never asks without a terminal")
  func missing() throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      let outcome = try office.declare(["--household", "H0001", "--peril", "illness"], input: "H0001\nx\n")
      #expect(outcome.exitCode == 2)
      for option in [
        "name", "resident-id", "day", "total", "basic-insurance", "critical-illness-insurance",
        "medical-assistance", "other", "bank-account", "consent",
      ] { #expect(outcome.talk.contains("'--\(option)'"), "\(outcome.talk)") }
      for option in ["household", "peril", "telephone", "cause", "proxy"] {
        #expect(!outcome.talk.contains("'--\(option)'"), "\(outcome.talk)")
      }
      #expect(try office.cases().isEmpty)
    }
  }

  @Test(
    "records nothing where the casebook does not allow it",
    arguments: [("H0009", "not on the register"), ("H0003", "related")])
  func refused(_ household: String, _ why: String) throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      let words = DeclareCommandTests.options.map { $0 == "H0001" ? household : $0 }
      let outcome = try office.declare(words)
      #expect(outcome.exitCode == 4 && outcome.talk.contains(why), "\(outcome.talk)")
      #expect(try office.cases().isEmpty)
    }
  }

  @Test("is not for the insurer")
  func wrongRole() throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      let outcome = try FangpinProcess().run(
        ["declare", "--lang", "en", "--casebook", office.casebook, "--key", office.insurerKey])
      #expect(outcome.exitCode == 4 && outcome.talk.contains("insurer"), "\(outcome.talk)")
    }
  }

  @Test("refuses the same declaration a second time, unless it is meant")
  func twice() throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      #expect(try office.declare(DeclareCommandTests.options).exitCode == 0)
      let second = try office.declare(DeclareCommandTests.options)
      #expect(second.exitCode == 4 && second.talk.contains("--another"), "\(second.talk)")
      #expect(try office.declare(DeclareCommandTests.options + ["--another", "a second stay"]).exitCode == 0)
      #expect(try office.cases().count == 2)
    }
  }

  private static let header =
    "household_id,peril,incurred_on,total,basic_insurance,critical_illness_insurance,medical_assistance,other,"
    + "name,resident_id,bank_account,consent\n"

  @Test("records a file's good rows as one transaction and sets the others aside")
  func file() throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      let rest = "王小明,11010519491231002X,6222020000000000000"
      let rows = [
        "H0001,illness,2018-03-05,38000,12000,0,0,0,\(rest),yes",
        "H0002,因学,2018年3月6日,9000,0,0,0,0,\(rest),是",
        "H0001,illness,2018-03-05,38000,12000,0,0,0,\(rest),yes",
        "H0002,illness,2018-03-05,38000,,0,0,0,\(rest),yes",
        "H0002,illness,2018-03-05,38000,0,0,0,0,\(rest),no",
        "H0009,illness,2018-03-05,38000,0,0,0,0,\(rest),yes",
        "H0002,flood,2018-03-05,38000,0,0,0,0,\(rest),yes",
      ]
      let path = folder.appendingPathComponent("village.csv").path
      try Data((DeclareCommandTests.header + rows.joined(separator: "\n") + "\n").utf8).write(
        to: URL(filePath: path))
      let before = try #require(try Casebook.open(office.casebook, .readOnly).lastHead()).size
      let outcome = try office.declare(["--from", path])
      #expect(outcome.exitCode == 3, "\(outcome.talk)")
      #expect(try office.cases().map(\.household) == ["H0001", "H0002"])
      #expect(try Casebook.open(office.casebook, .readOnly).lastHead()?.size == before + 2)
      let rejects = try String(contentsOfFile: path + ".rejects.csv", encoding: .utf8)
        .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      #expect(rejects[0].joined(separator: ",") == "file,line,column,field,value,problem,problem_text")
      #expect(
        rejects.dropFirst().map { "\($0[1]) \($0[2]) \($0[3]) \($0[4]) \($0[5])" } == [
          "4    already-done", "5 5 basic_insurance  missing", "6 12 consent no no-consent",
          "7    unknown-household", "8 2 peril flood unknown-word",
        ])
      #expect(rejects[1].joined(separator: ",").contains("--another"), "a row names the option that answers")
      let receipts = outcome.text
      #expect(receipts.contains("H0001") && receipts.contains("H0002") && outcome.talk.contains("--another"))
    }
  }

  @Test("whole at a terminal, in each language", arguments: ["zh", "en"])
  func atTerminal(_ language: String) throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      let lines = [
        "H0009", "H0001", "", "王小明", "110105194912310021", "11010519491231002X", "", "2", "<", "1", "3",
        "2018年3月5日",
        "ZY 0042", "", "38000", "12000", "0", "0", "0", "2", "6222020000000000001", "6222 0200 0000 0000 000",
        "", "1",
      ]
      let run = try PseudoTerminal(
        ["declare", "--lang", language, "--casebook", office.casebook, "--key", office.key], typing: lines,
        in: folder)
      #expect(run.exitCode == 0, "\(run.screen)")
      #expect(run.output.contains("26,000.00"))
      let file = try #require(try office.cases().first)
      #expect(file.cause == "traffic-accident" && file.compensated == false)
      #expect(try Casebook.open(office.casebook, .readOnly).claim(of: file).cost?.invoice == "ZY 0042")
      let name = try #require(try Casebook.open(office.casebook, .readOnly).personalData(1)).name
      #expect(name == "王小明")
    }
  }

  @Test("a refusal of consent, q and Ctrl-D leave nothing behind", arguments: ["2", "q", "\u{4}"])
  func leaving(_ last: String) throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      let before = try Casebook.open(office.casebook, .readOnly).lastHead()
      let run = try PseudoTerminal(
        ["declare", "--lang", "en", "--casebook", office.casebook, "--key", office.key]
          + DeclareCommandTests.options.dropLast(), typing: ["", "", "", "", "", last], in: folder)
      #expect(run.exitCode == 4 && run.output.isEmpty, "\(run.screen)")
      #expect(run.screen.contains("nothing was recorded"), "\(run.screen)")
      #expect(try Casebook.open(office.casebook, .readOnly).lastHead() == before)
    }
  }

  @Test(
    "at a terminal the same cost is asked about: a reason records it, Enter does not",
    arguments: [true, false])
  func askedAbout(_ isAnother: Bool) throws {
    try withScratchFolder { folder in
      let office = try VillageOffice(in: folder)
      #expect(try office.declare(DeclareCommandTests.options).exitCode == 0)
      let run = try PseudoTerminal(
        ["declare", "--lang", "en", "--casebook", office.casebook, "--key", office.key]
          + DeclareCommandTests.options, typing: [isAnother ? "a second stay" : ""], in: folder)
      #expect(run.screen.contains("case 1") && run.screen.contains("press Enter"), "\(run.screen)")
      #expect(run.exitCode == (isAnother ? 0 : 4), "\(run.screen)")
      #expect(try office.cases().count == (isAnother ? 2 : 1))
    }
  }
}

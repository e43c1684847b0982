import BookKit
import Casebook
import Foundation
import Journal
import Rules
import SchemeKit
import Sealing
import TestKit
import Testing
import Units

/// A casebook and its key as files, for commands that are run as a person runs them.
private struct CommandDesk: WorkingFolder {
  let folder: URL

  init(_ folder: URL) throws {
    self.folder = folder
    let key = try PrivateKey.generate(.ed25519)
    try key.pem.write(
      to: folder.appendingPathComponent("county.pem"), atomically: true, encoding: .utf8)
    _ = try Casebook.create(
      path(of: "book"), Founding(under: .builtIn(), fund: nil, actor: "Li"), key: key, on: .of("2018-01-01"),
      clock: Instant(seconds: 1_530_000_000))
  }

  func write(_ name: String, _ lines: String...) throws { try write(lines: lines, name) }

  func run(_ words: String..., language: String = "en") throws -> FangpinProcess.Outcome {
    try FangpinProcess().run(
      words + [
        "--casebook", path(of: "book"), "--key", path(of: "county.pem"), "--on", "2018-06-01", "--lang",
        language,
      ])
  }
}

@Suite("casebook import and case screen")
struct ImportCommandTests {
  private func atDesk(_ body: (CommandDesk) throws -> Void) throws {
    try withScratchFolder { folder in try body(try CommandDesk(folder)) }
  }

  private static let header = "household_id,group,members,annual_income"

  @Test("a register is taken in once, refused where it differs, and revised where asked")
  func register() throws {
    try atDesk { desk in
      try desk.write("h.csv", Self.header, "H1,low-income,3,12000", "H2,ordinary,2,9000")
      let first = try desk.run("casebook", "import", "households", desk.path(of: "h.csv"))
      #expect(first.exitCode == 0 && first.talk.contains("2 rows, 2 new"), "\(first.talk)")
      let again = try desk.run("casebook", "import", "households", desk.path(of: "h.csv"))
      #expect(again.exitCode == 0 && again.talk.contains("identical, nothing to do"), "\(again.talk)")
      try desk.write("h.csv", Self.header, "H1,low-income,4,12000")
      let other = try desk.run("casebook", "import", "households", desk.path(of: "h.csv"), language: "zh")
      #expect(other.exitCode == 4 && other.talk.contains("H1  members：原为“3”，现为“4”"), "\(other.talk)")
      let revised = try desk.run("casebook", "import", "households", desk.path(of: "h.csv"), "--revise")
      #expect(revised.exitCode == 0 && revised.talk.contains("1 revised"), "\(revised.talk)")
    }
  }

  @Test("bad rows go to the rejects in the reader's language, and the list goes once the file is corrected")
  func rejects() throws {
    try atDesk { desk in
      try desk.write("h.csv", Self.header, "H1,low-income,3,12000", "H2,rich,2,9000")
      let mixed = try desk.run("casebook", "import", "households", desk.path(of: "h.csv"), language: "zh")
      #expect(mixed.exitCode == 3, "\(mixed.talk)")
      #expect(
        try desk.text("h.csv.rejects.csv")
          == "file,line,column,field,value,problem,problem_text\n"
          + "\(desk.path(of: "h.csv")),3,2,group,rich,unknown-word,方案里没有这个词\n")
      try desk.write("h.csv", Self.header, "H1,low-income,3,12000", "H2,ordinary,2,9000")
      let corrected = try desk.run("casebook", "import", "households", desk.path(of: "h.csv"))
      #expect(
        corrected.exitCode == 0 && corrected.talk.contains("1 new, 0 revised, 1 identical"),
        "\(corrected.talk)")
      #expect(!FileManager.default.fileExists(atPath: desk.path(of: "h.csv.rejects.csv")))
    }
  }

  @Test("a list of bills opens cases and prints them, with who is near")
  func screen() throws {
    try atDesk { desk in
      try desk.write("h.csv", Self.header, "H1,out-of-poverty,3,12000", "H2,out-of-poverty,2,9000")
      _ = try desk.run("casebook", "import", "households", desk.path(of: "h.csv"))
      try desk.write(
        "bills.csv", "单据号,户编号,发生日期,总费用,基本医保报销,大病保险报销,医疗救助,其他补偿", "B1,H1,2018-03-05,9000,1000,0,0,0",
        "B2,H2,2018-03-05,4500,0,0,0,0", "B3,H2,2018-03-05,4500,,0,0,0")
      let first = try desk.run("case", "screen", "medical", desk.path(of: "bills.csv"), "--near", "80%")
      let printed = first.text
      #expect(first.exitCode == 3, "\(first.talk)")
      #expect(printed.contains("1  H1"), "\(printed)")
      #expect(printed.contains("8,000.00  5,000.00  8,000.00"), "\(printed)")
      #expect(printed.contains("near the line:") && printed.contains("H2"), "\(printed)")
      #expect(try desk.text("bills.csv.rejects.csv").contains(",4,5,basic_insurance,,missing,"))
      let again = try desk.run("case", "screen", "medical", desk.path(of: "bills.csv"))
      #expect(again.text.contains("bills already known     2"))
    }
  }

  @Test("claims that are not decided are listed, and the list stays where the file is known")
  func claims() throws {
    try atDesk { desk in
      try desk.write(
        "claims.csv", "claim_id,household_id,peril,incurred_on,amount", "C1,H1,illness,2018-03-01,30000",
        "C2,H1,illness,2018-03-01,many")
      let list =
        "file,line,column,field,value,problem,problem_text\n"
        + "\(desk.path(of: "claims.csv")),3,5,amount,many,bad-amount,"
      let first = try desk.run("casebook", "adjudicate", desk.path(of: "claims.csv"))
      #expect(first.exitCode == 3 && first.talk.contains("1 row rejected"), "\(first.talk)")
      #expect(try desk.text("claims.csv.rejects.csv").hasPrefix(list))
      let again = try desk.run("casebook", "adjudicate", desk.path(of: "claims.csv"))
      #expect(again.exitCode == 0 && again.talk.contains("nothing to do"), "\(again.talk)")
      #expect(try desk.text("claims.csv.rejects.csv").hasPrefix(list))
      try desk.write(
        "bad.csv", "claim_id,household_id,peril,incurred_on,amount", "C3,H1,illness,2018-03-01,0")
      let bad = try desk.run(
        "casebook", "adjudicate", desk.path(of: "bad.csv"), "--rejects", desk.path(of: "list.csv"),
        language: "zh")
      #expect(bad.exitCode == 3 && bad.talk.contains("没有可以理算的申请"), "\(bad.talk)")
      #expect(try desk.text("list.csv").contains("bad.csv,2,5,amount,0,"))
    }
  }

  @Test(
    "claims are read from a file only, and their rejects replace nothing",
    arguments: [["-"], ["/dev/null"], ["h.csv", "--rejects", "book"], ["h.csv", "--rejects", "h.csv"]])
  func claimsFromNowhere(words: [String]) throws {
    try atDesk { desk in
      try desk.write("h.csv", Self.header)
      let named = words.map { ["h.csv", "book"].contains($0) ? desk.path(of: $0) : $0 }
      let run =
        try named.count == 1
        ? desk.run("casebook", "adjudicate", named[0])
        : desk.run("casebook", "adjudicate", named[0], named[1], named[2])
      #expect(run.exitCode == 2, "\(run.talk)")
    }
  }

  @Test("a difference in a name is told without the name")
  func maskedName() throws {
    try atDesk { desk in
      try desk.write("h.csv", Self.header, "H1,low-income,3,12000")
      _ = try desk.run("casebook", "import", "households", desk.path(of: "h.csv"))
      try desk.write("m.csv", "person_id,household_id,name", "P1,H1,张三")
      #expect(try desk.run("casebook", "import", "members", desk.path(of: "m.csv")).exitCode == 0)
      try desk.write("m.csv", "person_id,household_id,name", "P1,H1,李四")
      let run = try desk.run("casebook", "import", "members", desk.path(of: "m.csv"))
      #expect(run.exitCode == 4 && run.talk.contains("P1  name: was '张*', is '李*'"), "\(run.talk)")
      try desk.write("m.csv", "person_id,household_id,name")
      #expect(try desk.run("casebook", "import", "members", desk.path(of: "m.csv")).talk.contains("no rows"))
    }
  }

  @Test(
    "a share that is none is a fault of the command line",
    arguments: ["80", "0%", "101%", "80.12345%", "-5%", "%"])
  func badShare(share: String) throws {
    try atDesk { desk in
      try desk.write("bills.csv", "record_id")
      let run = try desk.run("case", "screen", "medical", desk.path(of: "bills.csv"), "--near=\(share)")
      #expect(run.exitCode == 2, "\(run.talk)")
    }
  }

  @Test(
    "the list of rejects never replaces what is read or recorded in",
    arguments: ["h.csv", "book", "county.pem"])
  func clash(name: String) throws {
    try atDesk { desk in
      try desk.write("h.csv", Self.header, "H1,rich,3,12000")
      let before = try Data(contentsOf: desk.folder.appendingPathComponent(name))
      let run = try desk.run(
        "casebook", "import", "households", desk.path(of: "h.csv"), "--rejects", desk.path(of: name))
      #expect(run.exitCode == 2, "\(run.talk)")
      #expect(try Data(contentsOf: desk.folder.appendingPathComponent(name)) == before)
    }
  }
}

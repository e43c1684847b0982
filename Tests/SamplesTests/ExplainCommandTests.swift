import Foundation
import TestKit
import Testing
import Units

@Suite("explain")
struct ExplainCommandTests {
  private let header = "claim_id,household_id,peril,incurred_on,amount,cause,compensated\n"
  private let register = "household_id,group,members,annual_income,dwellings,businesses,vehicles\n"
  private let inputs = ["--claims", "claims.csv", "--households", "households.csv"]

  /// Runs `explain` in a folder with these claims and two households.
  private func explain(
    _ id: String, _ rows: String, households: String? = nil, _ language: Language = .en,
    more: [String] = []
  ) throws -> CommandRun {
    var outcome: CommandRun?
    try withScratchFolder { scratch in
      try write(rows, households, in: scratch)
      outcome = try CommandRun(["explain", id] + inputs + more, in: scratch, language)
    }
    return try #require(outcome)
  }

  private func write(_ rows: String, _ households: String?, in scratch: URL) throws {
    let usual = "H1,out-of-poverty,4,9000.00,1,0,0\nH2,low-income,3,8000.00,1,0,0\n"
    try Data((header + rows).utf8).write(to: scratch.appending(path: "claims.csv"))
    try Data((register + (households ?? usual)).utf8).write(to: scratch.appending(path: "households.csv"))
  }

  /// Every decision of the sample county must be explained as it was decided.
  @Test(
    "tells the outcome, reason and payout that adjudicate decided",
    arguments: TestSize.spread(CountySample.schemes, fast: 1))
  func agrees(scheme: String) throws {
    try CountySample.withInputs { scratch in
      let january = CountySample.january(scheme)
      #expect(try CommandRun(january, in: scratch, .en).exitCode == 0)
      let rows = try String(contentsOf: scratch.appending(path: "january.csv"), encoding: .utf8)
        .split(separator: "\n").dropFirst().map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
      let reasons = Set(rows.map { $0[2] })
      #expect(reasons.count > 12)
      for reason in reasons.sorted() {
        let row = try #require(rows.first { $0[2] == reason })
        let same = rows.filter { $0[0] == row[0] }
        let words = [
          "explain", row[0], "--format", "json", "--rules", scheme, "--claims", "claims-2018-01.csv",
        ]
        let run = try CommandRun(words + ["--households", "households.csv"], in: scratch, .en)
        #expect(run.exitCode == 0 && run.talk.isEmpty)
        let told = try objects(run.text)
        #expect(told.map { $0["reason"] as? String } == same.map { $0[2] })
        #expect(told.map { $0["outcome"] as? String } == same.map { $0[1] })
        #expect(told.map { $0["payout"] as? String } == same.map { $0[3] })
      }
    }
  }

  /// The objects of a text that has one after another.
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n}\n").map { part in
      let object = try JSONSerialization.jsonObject(with: Data((part + "\n}").utf8))
      return try #require(object as? [String: Any])
    }
  }

  @Test("explains each claim of an id that stands more than once", arguments: Language.allCases)
  func several(language: Language) throws {
    let rows =
      "C1,H1,illness,2018-03-05,18000.00,,\nC1,H1,illness,2018-03-05,18000.00,,\n"
      + "C1,H2,illness,2018-03-05,18000.00,,\n"
    let run = try explain("C1", rows, language)
    #expect(run.exitCode == 0)
    let heads = run.text.split(separator: "\n").filter { $0.hasPrefix("──") }
    #expect(heads.count == 3)
    for (head, line) in zip(heads, 2...4) { #expect(head.contains("claims.csv:\(line)")) }
    for reason in ["covered", "duplicate-claim", "claim-id-conflict"] { #expect(run.text.contains(reason)) }
  }

  @Test("tells of the claims of the account that came before, and of no others")
  func history() throws {
    let rows =
      "C1,H1,illness,2018-03-05,4000.00,,\nC2,H2,illness,2018-03-05,4000.00,,\n"
      + "C3,H1,education,2018-03-05,9000.00,,\n"
      + "C4,H1,illness,2017-11-05,4000.00,,\nC5,H1,illness,2018-03-06,4000.00,,\n"
      + "C6,H1,illness,2018-03-07,1.00,,\n"
    let run = try explain("C5", rows)
    #expect(run.text.contains("C1") && run.text.contains("8,000.00"))
    for other in ["C2", "C3", "C4", "C6"] { #expect(!run.text.contains(other)) }
  }

  @Test("carries on what earlier runs counted, and says where")
  func earlier() throws {
    try withScratchFolder { scratch in
      try write("C1,H1,illness,2018-01-05,4000.00,,\n", nil, in: scratch)
      let january = ["adjudicate"] + inputs + ["--detail", "--out", "january.csv", "--quiet"]
      #expect(try CommandRun(january, in: scratch, .en).exitCode == 0)
      try write("C2,H1,illness,2018-02-05,6000.00,,\nC1,H1,illness,2018-01-05,4000.00,,\n", nil, in: scratch)
      let more = inputs + ["--earlier", "january.csv"]
      let second = try CommandRun(["explain", "C2"] + more, in: scratch, .en)
      #expect(second.exitCode == 0)
      #expect(second.text.contains("counted in earlier runs") && second.text.contains("10,000.00"))
      let again = try CommandRun(["explain", "C1"] + more, in: scratch, .en)
      #expect(again.exitCode == 0 && again.text.contains("counted in an earlier run"))
      #expect(again.talk.contains("january.csv:2: an earlier run counted a claim C1 and paid 0.00 yuan"))
      try write("C2,H1,illness,2018-02-05,6000.00,,\n", nil, in: scratch)
      let gone = try CommandRun(["explain", "C1"] + more, in: scratch, .zh)
      #expect(gone.exitCode == 4 && gone.output.isEmpty)
      #expect(gone.talk.contains("没有编号为 C1 的申请") && gone.talk.contains("january.csv:2"))
    }
  }

  @Test("reads claims from a pipe")
  func pipe() throws {
    try withScratchFolder { scratch in
      try write("C1,H1,illness,2018-03-05,18000.00,,\n", nil, in: scratch)
      let fangpin = try FangpinProcess().executable.path
      let line = "cat claims.csv | '\(fangpin)' explain C1 --claims - --households households.csv --lang en"
      let run = try FangpinProcess(executable: URL(filePath: "/usr/bin/env")).run(
        ["-C", scratch.path, "/bin/bash", "-c", line])
      #expect(run.exitCode == 0, "\(run.talk)")
      #expect(run.text.contains("7,800.00"))
    }
  }

  @Test("shows what the register says, where its rows differ or cannot be read")
  func unclear() throws {
    let claim = "C1,H1,illness,2018-03-05,18000.00,,\n"
    let twice = "H1,out-of-poverty,4,9000.00,1,0,0\nH1,out-of-poverty,5,9000.00,1,0,0\n"
    let differing = try explain("C1", claim, households: twice)
    #expect(differing.exitCode == 0 && differing.text.contains("household-unclear"))
    let broken = try explain("C1", claim, households: "H1,out-of-poverty,four,9000.00,1,0,0\n")
    #expect(broken.exitCode == 3 && broken.text.contains("household-unclear"))
    #expect(broken.talk.contains("households.csv:2: this row cannot be read: members 'four': not a count"))
    let absent = try explain("C1", claim, households: "H9,out-of-poverty,4,9000.00,1,0,0\n")
    #expect(absent.exitCode == 0 && absent.text.contains("unknown-household"))
  }

  @Test("says that a claim's row cannot be read", arguments: Language.allCases)
  func unreadable(language: Language) throws {
    let run = try explain("C1", "C1,H1,illness,2018-02-30,18000.00,,\n", language)
    #expect(run.exitCode == 4 && run.output.isEmpty)
    #expect(run.talk.contains("claims.csv:2") && run.talk.contains("2018-02-30"))
    let beside = try explain(
      "C1", "C1,H1,illness,2018-02-30,18000.00,,\nC1,H1,illness,2018-02-28,18000.00,,\n", language)
    #expect(beside.exitCode == 3 && beside.text.contains("7,800.00"))
    #expect(beside.talk.contains("claims.csv:2"))
  }

  /// A household's persons may have accounts apart and one cap together, which another run may have paid out.
  @Test("tells persons apart, and what they share")
  func persons() throws {
    try withScratchFolder { scratch in
      let rules = Repository.file("Rules/wei-county-2017.json")
      let text = try String(contentsOf: rules, encoding: .utf8)
        .replacing("\"of\": \"household\"", with: "\"of\": \"person\"")
      try Data(text.utf8).write(to: scratch.appending(path: "persons.json"))
      try write("", nil, in: scratch)
      func claims(_ rows: [String]) throws {
        let head = "claim_id,household_id,peril,incurred_on,amount,person_id\n"
        try Data((head + rows.map { $0 + "\n" }.joined()).utf8).write(
          to: scratch.appending(path: "claims.csv"))
      }
      let a = ["C1,H1,disaster,2018-03-05,20000.00,A", "C2,H1,disaster,2018-03-06,40000.00,A"]
      let b = "C3,H1,disaster,2018-03-07,50000.00,B"
      let rulesOption = ["--rules", "persons.json"]
      try claims(a + [b])
      let second = try CommandRun(["explain", "C2"] + inputs + rulesOption, in: scratch, .en)
      #expect(second.exitCode == 0 && second.text.contains("covered-to-cap") && second.text.contains("C1"))
      let third = try CommandRun(["explain", "C3"] + inputs + rulesOption, in: scratch, .en)
      #expect(third.exitCode == 0 && third.text.contains("cap-exhausted") && !third.text.contains("C1"))
      #expect(third.text.contains("30,000.00 = 30,000.00, the cap"))
      try claims(a)
      let march = ["adjudicate"] + inputs + rulesOption + ["--detail", "--out", "march.csv", "--quiet"]
      #expect(try CommandRun(march, in: scratch, .en).exitCode == 0)
      try claims([b])
      let later = inputs + rulesOption + ["--earlier", "march.csv"]
      let carried = try CommandRun(["explain", "C3"] + later, in: scratch, .en)
      #expect(carried.exitCode == 0 && carried.text.contains("cap-exhausted"))
      #expect(carried.text.contains("30,000.00 = 30,000.00, the cap"))
    }
  }
}

import Audit
import Casebook
import Foundation
import Journal
import OfficeKit
import TestKit
import Testing
import Units

@Suite("audit diff")
struct DiffCommandTests {
  private func write(_ text: String, _ office: CountyOffice, _ name: String) throws -> String {
    try text.write(to: office.file(name), atomically: true, encoding: .utf8)
    return office.file(name).path
  }

  private func diff(_ office: CountyOffice, _ words: String..., language: Language = .en) throws
    -> FangpinProcess.Outcome
  {
    try office.fangpin(["audit", "diff"] + words, in: language)
  }

  private func copy(_ office: CountyOffice, _ name: String) throws -> String {
    let path = office.file(name).path
    for end in ["", "-wal"] where FileManager.default.fileExists(atPath: office.path + end) {
      try FileManager.default.copyItem(atPath: office.path + end, toPath: path + end)
    }
    return path
  }

  @Test("a casebook and a file: same, different, and on one side only, in yuan", arguments: Language.allCases)
  func file(language: Language) throws {
    try withOffice { office in
      for (index, state) in [CaseState.paid, .settled, .returned, .opened].enumerated() {
        try office.bring(office.declare("H\(index + 2)", 20_000), to: state)
      }
      let payout = try office.casefile(1).payout
      let rows = (1...3).map { "case-\($0),approved,covered,\(payout)" }
      let header = "claim_id,outcome,reason,payout\n"
      let same = try write(
        header + (rows + ["case-4,,,0"]).joined(separator: "\n") + "\n", office, "same.csv")
      let equal = try diff(office, office.path, same, language: language)
      #expect(equal.exitCode == 0, "\(equal.text)")
      let other = try write(
        header
          + "case-1,approved,covered,\(payout)\ncase-2,denied,above-protection-line,0\nnew,approved,covered,7.50\n",
        office, "other.csv")
      let out = office.file("out.csv")
      let run = try diff(office, office.path, other, "--out", out.path, language: language)
      #expect(
        run.exitCode == 4 && run.text.contains("-" + (payout + payout - Yuan(fen: 750)).grouped),
        "\(run.text)")
      #expect(
        try String(contentsOf: out, encoding: .utf8) == """
          claim_id,household_id,outcome_a,reason_a,payout_a,outcome_b,reason_b,payout_b,difference
          case-2,H3,approved,covered,\(payout),denied,above-protection-line,0.00,-\(payout)
          new,,,,,approved,covered,7.50,7.50
          case-3,H4,approved,covered,\(payout),,,,-\(payout)
          case-4,H5,undecided,,0.00,,,,0.00

          """)
      let payouts = try write(
        "claim_id,payout\n" + (1...3).map { "case-\($0),\(payout)\n" }.joined(), office, "p.csv")
      #expect(try diff(office, payouts, office.path, language: language).exitCode == 0)
      #expect(try diff(office, office.path, payouts, language: language).exitCode == 0)
    }
  }

  @Test("rows that cannot be read are listed under a name of their own")
  func rejects() throws {
    try withOffice { office in
      let bad = try write(
        "claim_id,outcome,payout\nA,approved,1\nB,perhaps,1\nC,approved,x\n,denied,0\nD,denied\n", office,
        "b.csv")
      let good = try write("claim_id,outcome,payout\nA,approved,1.00\n", office, "g.csv")
      _ = try write("kept", office, "b.csv.rejects.csv")
      let run = try diff(office, good, bad)
      #expect(run.exitCode == 3 && run.talk.contains("4 rows"), "\(run.talk)")
      let list = try String(contentsOf: office.file("b.csv.diff.rejects.csv"), encoding: .utf8)
      for row in [
        ",3,2,outcome,perhaps,unknown-word,", ",4,3,payout,x,bad-amount,", ",5,1,claim_id,,missing,", ",6,",
      ] {
        #expect(list.contains(row), "\(list)")
      }
      #expect(try String(contentsOf: office.file("b.csv.rejects.csv"), encoding: .utf8) == "kept")
    }
  }

  @Test("one casebook is how the other began, until they part", arguments: Language.allCases)
  func beginning(language: Language) throws {
    try withOffice { office in
      let number = try office.declare("H2", 20_000)
      try office.bring(number, to: .confirmed)
      let early = try copy(office, "early.casebook")
      let same = try diff(office, early, office.path, language: language)
      #expect(
        same.exitCode == 0 && same.talk.contains(language == .en ? "entry by entry" : "完全相同"), "\(same.talk)")
      try office.bring(number, to: .approved)
      let began = try diff(office, early, office.path, language: language)
      #expect(
        began.exitCode == 4 && began.talk.contains(language == .en ? "is exactly how B began" : "B 的开头"),
        "\(began.talk)")
      let turned = try diff(office, office.path, early, language: language)
      #expect(turned.talk.contains(language == .en ? "is exactly how A began" : "A 的开头"), "\(turned.talk)")
      let key = try String(contentsOfFile: office.key(.clerk), encoding: .utf8)
      #expect(!key.isEmpty)
      let parted = try office.fangpin([
        "case", "withdraw", "\(number)", "--reason", "twice", "--casebook", early, "--key",
        office.key(.village),
        "--on", "2018-03-20",
      ])
      #expect(parted.exitCode == 0, "\(parted.talk)")
      let apart = try diff(office, early, office.path, language: language)
      #expect(apart.exitCode == 4 && apart.talk.contains("audit verify"), "\(apart.talk)")
    }
  }

  @Test("casebooks of different origin match declared cases by what they are about")
  func strangers() throws {
    try withOffice { a in
      try withOffice { b in
        _ = try b.declare("H9", 40_000)
        for (index, office) in [a, b].enumerated() {
          try office.bring(office.declare("H2", 20_000), to: .approved)
          try office.bring(office.declare("H3", Int64(20_000 + index)), to: .approved)
        }
        let run = try diff(a, a.path, b.path)
        #expect(run.exitCode == 4 && run.talk.contains("created separately"), "\(run.talk)")
        let lines = run.text.split(separator: "\n").prefix(4).map { $0.split(separator: " ").last }
        #expect(lines == ["1", "0", "1", "2"], "\(run.text)")
      }
    }
  }

  @Test("what is no list of decisions is refused", arguments: ["", "a,b\n1,2\n", "claim_id\nA\n"])
  func nonsense(text: String) throws {
    try withOffice { office in
      let path = try write(text, office, "n.csv")
      let run = try diff(office, path, office.path)
      #expect(run.exitCode == 1 && run.talk.contains("payout") || run.talk.contains("header"), "\(run.talk)")
      #expect(try diff(office, path + ".none", office.path).exitCode == 1)
      #expect(try diff(office, "-", "-").exitCode == 2)
      #expect(try diff(office, path, office.path, "--out", path).exitCode == 2)
    }
  }
}

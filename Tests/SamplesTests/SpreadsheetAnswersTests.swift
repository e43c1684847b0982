import Foundation
import TestKit
import Testing
import Units

/// What `adjudicate` writes for people who work in a spreadsheet.
@Suite("fangpin adjudicate for spreadsheets")
struct SpreadsheetAnswersTests {
  private static let january = [
    "adjudicate", "--claims", "claims-2018-01.csv", "--households", "households.csv", "--quiet",
  ]
  private static let archive = Data([0x50, 0x4B, 3, 4])

  private func run(_ more: [String], in folder: URL, _ language: Language = .en) throws -> CommandRun {
    try CommandRun(Self.january + more, in: folder, language)
  }

  @Test("goes by the option or by each file's name, and rejects go beside the decisions")
  func names() throws {
    try CountySample.withInputs { folder in
      func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }
      let claims = try String(contentsOf: folder.appending(path: "claims-2018-01.csv"), encoding: .utf8)
      try (claims + "X1,H00000001,illness,2018-01-05,x\n").write(
        to: folder.appending(path: "claims-2018-01.csv"), atomically: true, encoding: .utf8)
      let mixed = try run(["--out", "d.XLSX", "--payouts", "p.csv"], in: folder)
      #expect(mixed.exitCode == 3)
      #expect(try bytes("d.XLSX").starts(with: Self.archive))
      #expect(try bytes("p.csv").starts(with: Data("household_id,".utf8)))
      #expect(try bytes("d.XLSX.rejects.xlsx").starts(with: Self.archive))
      let piped = try run(["--format", "xlsx"], in: folder)
      #expect(piped.exitCode == 3)
      #expect(piped.output == (try bytes("d.XLSX")))
      #expect(piped.talk.hasPrefix("file,line,column,"), "rejects on standard error are for people")
    }
  }

  @Test("writes CSV that keeps ids, and reads it and its workbooks again", arguments: Language.allCases)
  func forExcel(language: Language) throws {
    try CountySample.withInputs { folder in
      let plain = try run(["--detail", "--out", "plain.csv"], in: folder)
      let dressed = try run(
        ["--detail", "--out", "dressed.csv", "--for-excel", "--labels", language.rawValue], in: folder)
      #expect(plain.exitCode == 0 && dressed.exitCode == 0)
      let text = String(decoding: try Data(contentsOf: folder.appending(path: "dressed.csv")), as: UTF8.self)
      #expect(text.hasPrefix(language == .zh ? "\u{FEFF}申请编号,决定," : "\u{FEFF}claim_id,outcome,"))
      #expect(
        text.contains("\n\"=\"\"C201801-000002\"\"\",denied,below-warning-line,0.00,\"=\"\"H00000001\"\"\","))
      func february(_ earlier: String) throws -> CommandRun {
        try CommandRun(
          [
            "adjudicate", "--claims", "claims-2018-02.csv", "--households", "households.csv", "--quiet",
            "--earlier", earlier,
          ], in: folder, language)
      }
      #expect(
        try run(["--detail", "--out", "book.xlsx", "--labels", language.rawValue], in: folder).exitCode == 0)
      let plainly = try february("plain.csv")
      #expect(plainly.exitCode == 0)
      for record in ["dressed.csv", "book.xlsx"] { #expect(try february(record).output == plainly.output) }
    }
  }

  @Test("is no workbook at a terminal")
  func terminal() throws {
    try CountySample.withInputs { folder in
      let fangpin = try FangpinProcess()
      let line = ([fangpin.executable.path] + Self.january + ["--format", "xlsx", "--lang", "en"])
        .joined(separator: " ")
      let outcome = try FangpinProcess(executable: URL(filePath: "/usr/bin/env")).run([
        "-C", folder.path, "python3", "-c",
        "import pty, sys; s = pty.spawn(['/bin/sh', '-c', sys.argv[1]]); sys.exit(s >> 8)", line,
      ])
      #expect(outcome.exitCode == 2)
      #expect(outcome.text.contains("a workbook is nothing for a terminal"))
    }
  }
}

import Foundation
import TestKit
import Testing
import Units

@Suite("fangpin adjudicate --preview", .enabled(if: !Golden.isRenewing))
struct PreviewTests {
  private static let january = [
    "adjudicate", "--claims", "claims-2018-01.csv", "--households", "households.csv",
  ]

  @Test("gives the summary of the run, and writes nothing", arguments: Language.allCases)
  func summary(language: Language) throws {
    try CountySample.withInputs { folder in
      let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let preview = try CommandRun(Self.january + ["--preview"], in: folder, language)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
      #expect(preview.exitCode == 0 && preview.output.isEmpty)
      let run = try CommandRun(Self.january + ["--out", "d.csv"], in: folder, language)
      func table(_ talk: String) -> [Substring] {
        talk.split(separator: "\n").prefix { !$0.contains("households.csv") }
      }
      #expect(table(preview.talk) == table(run.talk) && table(run.talk).count > 15)
      let words = ["then run without --preview", "然后去掉 --preview 正式理算"]
      #expect(words.contains { preview.talk.contains($0) })
      #expect(!run.talk.contains("--preview"))
    }
  }

  @Test("shows the first ten rejected rows, and says what to do", arguments: Language.allCases)
  func rejects(language: Language) throws {
    try CountySample.withInputs { folder in
      let file = folder.appending(path: "claims-2018-01.csv")
      let rows = (1...12).map { "X\($0),H00000001,illness,2018-01-05,x\u{1B}[31m\($0)\n" }
      let claims = try String(contentsOf: file, encoding: .utf8) + rows.joined()
      try claims.write(to: file, atomically: true, encoding: .utf8)
      let run = try CommandRun(Self.january + ["--preview"], in: folder, language)
      #expect(run.exitCode == 3 && run.output.isEmpty && !run.talk.contains("\u{1B}"))
      #expect(
        run.talk.contains("claims-2018-01.csv:226  amount") && !run.talk.contains("claims-2018-01.csv:227"))
      let words = ["12 rows rejected and not decided", "剔除的 12 行没有理算"]
      #expect(words.contains { run.talk.contains($0) })
    }
  }

  @Test("where nothing is to be looked at, says that it can be run")
  func clear() throws {
    try withScratchFolder { folder in
      try Data("申请编号,户编号,险别,发生日期,金额\nC1,H1,因病,2018-03-05,25000\n".utf8).write(
        to: folder.appending(path: "c.csv"))
      try Data("户编号,人群,人口,年收入,住房数,经营主体数,车辆数\nH1,out-of-poverty,4,12000,1,0,0\n".utf8).write(
        to: folder.appending(path: "h.csv"))
      let words = ["adjudicate", "--claims", "c.csv", "--households", "h.csv"]
      let preview = try CommandRun(words + ["--preview", "--format", "xlsx"], in: folder, .en)
      #expect(preview.exitCode == 0 && preview.output.isEmpty)
      #expect(preview.talk.contains("nothing to look at: run without --preview"))
      let run = try CommandRun(words + ["--out", "d.csv", "--payouts", "p.csv", "--detail"], in: folder, .en)
      #expect(run.talk.contains("pay as p.csv says") && run.talk.contains("with --earlier"))
    }
  }

  @Test("goes with no file that would be written", arguments: ["--out", "--payouts", "--rejects"])
  func clash(option: String) throws {
    try CountySample.withInputs { folder in
      let run = try CommandRun(Self.january + ["--preview", option, "f.csv"], in: folder, .en)
      #expect(run.exitCode == 2 && run.talk.contains("it does not go with \(option)"))
      #expect(try CommandRun(Self.january + ["--preview", "--quiet"], in: folder, .en).exitCode == 2)
    }
  }
}

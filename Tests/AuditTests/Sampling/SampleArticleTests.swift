import Audit
import Casebook
import Foundation
import Journal
import Sealing
import TestKit
import Testing
import Units

/// The article is the contract for whoever draws again: its example is held here, and so is a program written from it.
@Suite("The article on samples")
struct SampleArticleTests {
  private func article() throws -> String { try Repository.article("AuditSamples") }

  private func plan(_ method: DrawPlan.Method, size: Int) throws -> DrawPlan {
    DrawPlan(
      head: try County.head(), seedHead: HeadCode("1301 90a1b2c3d4e5f60718293a4b5c6d7e8f"),
      words: "03 11 17 22 29 31 + 08", method: method, classes: 1, size: size)
  }

  private func population() throws -> [DecidedCase] {
    let rows = try article().matches(of: #/\| (\d) \| (..) \| ([0-9.]+) \| `/#)
    return rows.compactMap { row in
      guard let number = Int(row.1), let payout = Yuan(row.3) else { return nil }
      return DecidedCase(
        number: number, claimID: "C\(number)", household: "H\(number)", township: String(row.2),
        decidedOn: County.day,
        state: .paid, payout: payout)
    }.sorted { $0.number < $1.number }
  }

  @Test("its example comes out")
  func example() throws {
    let population = try population()
    #expect(population.count == 8)
    let text = try article()
    let seed = try plan(.amount, size: 3).seed
    #expect(text.contains("\n\(seed.digest.hex)\n"))
    #expect(seed.start(below: 564_450) == 318_953)
    for (method, size, line) in [
      (DrawPlan.Method.stratum, 5, "**2, 4, 5, 6, 8**"), (.amount, 3, "**1, 3, 4**"),
    ] {
      let drawn = try Draw(plan(method, size: size), from: population).cases
      #expect("**" + drawn.map { "\($0.decided.number)" }.joined(separator: ", ") + "**" == line)
      #expect(text.contains(line))
    }
  }

  @Test("its digests are those of sha256sum")
  func shell() throws {
    let commands = try article().matches(of: #/\n\$ ((?:printf|echo) [^\n]+)\n([0-9a-f]{64})(?=\n)/#)
    #expect(commands.count == 2)
    for command in commands {
      let run = try FangpinProcess(executable: URL(filePath: "/bin/sh")).run(["-c", String(command.1)])
      #expect(run.text.hasPrefix(command.2), "\(command.1)")
    }
  }

  @Test(
    "a program written from it draws the same cases", arguments: DrawTests.plans,
    TestSize.seeds(fast: 1, ordinary: 3, long: 3))
  func redraw(_ how: (DrawPlan.Method, DrawPlan.Allocation, Int), seed: UInt64) throws {
    let county = try County(300, wrong: 0, seed: seed)
    let draw = try Draw(DrawTests.plan(how.0, how.1, how.2, words: "字 \(seed)"), from: county.cases)
    #expect(draw.cases.count > 20)
    try withScratchFolder { folder in
      let (sample, list) = (folder.appending(path: "s.csv").path, folder.appending(path: "p.csv").path)
      try DrawFile.write(draw, book: "b", to: sample)
      try DrawFile.write(county.cases, to: list)
      let script = Repository.file("Tests/AuditTests/Sampling/redraw.py").path
      let run = try FangpinProcess(executable: URL(filePath: "/usr/bin/env")).run(
        ["python3", script, DrawFile.record(of: sample), list])
      let drawn = run.text.split(separator: "\n").map(String.init)
      #expect(drawn == draw.cases.map { "\($0.decided.number)" }, "\(run.talk)")
    }
  }
}

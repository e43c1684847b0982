import Files
import Foundation
import TestKit
import Testing
import Units

/// A record that went through an office comes back under Chinese headings: those that `fangpin columns` names, or those that
/// `--earlier` knew before.
@Suite("The headings of an earlier record", .enabled(if: !Golden.isRenewing))
struct EarlierHeadingsTests {
  /// The record of January with its headings in Chinese, `others` in the place of the first names.
  private static func chinese(_ record: String, _ others: [DetailFile.Role: String]) -> String {
    let roles = Dictionary(
      uniqueKeysWithValues: DetailFile.Role.allCases.map { (DetailFile.field($0).name, $0) })
    let lines = record.split(separator: "\n", maxSplits: 1)
    let names = lines[0].split(separator: ",").map { name in
      roles[String(name)].map { others[$0] ?? DetailFile.field($0).chinese } ?? String(name)
    }
    return names.joined(separator: ",") + "\n" + lines[1]
  }

  @Test(
    "may be those of `fangpin columns`, and those of before",
    arguments: [[:], [DetailFile.Role.payout: "赔付额", .paidBefore: "此前已赔"]])
  func headings(others: [DetailFile.Role: String]) throws {
    let scheme = CountySample.schemes[0]
    try CountySample.withInputs { scratch in
      #expect(try CommandRun(CountySample.january(scheme), in: scratch, .en).exitCode == 0)
      let path = scratch.appending(path: "january.csv")
      let record = try String(contentsOf: path, encoding: .utf8)
      let told = try CommandRun(["columns", "decisions-detail"], in: scratch, .zh).text
      func runs() throws -> [CommandRun] {
        try [CountySample.february(scheme), CountySample.explanation(scheme)].map {
          try CommandRun($0, in: scratch, .en)
        }
      }
      let before = try runs()
      let february = try Data(contentsOf: scratch.appending(path: "february.csv"))
      let header = Self.chinese(record, others)
      #expect(header.contains(others[.payout] ?? "赔付金额") && !header.hasPrefix("claim_id"))
      for name in others.values + ["赔付金额", "已赔"] { #expect(told.contains(name)) }
      try Data(header.utf8).write(to: path)
      for (before, after) in zip(before, try runs()) {
        #expect(before.exitCode == 0 && after.exitCode == 0, "\(after.talk)")
        #expect(after.output == before.output)
      }
      #expect(try Data(contentsOf: scratch.appending(path: "february.csv")) == february)
    }
  }
}

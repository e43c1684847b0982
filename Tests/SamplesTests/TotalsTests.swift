import Foundation
import TestKit
import Testing
import Units

/// Lists with rows of totals, and what becomes of them.
@Suite("Rows of totals", .enabled(if: !Golden.isRenewing))
struct TotalsTests {
  struct List: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [String]
    /// How many rows of totals are left out, and the lines of those that differ.
    let totals: Int
    var differing: [Int] = []
    var rejects = 0
  }

  private static let one = "C1,H1,因病,2018-03-05,18000.00"
  private static let two = "C2,H2,因病,2018-03-06,11000.00"

  static let all = [
    List(testDescription: "below", rows: [one, two, "合计,,,,29000.00"], totals: 1),
    List(testDescription: "above", rows: ["合计,,,,29000.00", one, two], totals: 1),
    List(
      testDescription: "above, and wrong", rows: ["合计,,,,28000.00", one, two], totals: 1, differing: [2]),
    List(
      testDescription: "by village and in all",
      rows: [one, "小计,,,,18000", two, ",小 计：,,,11000", "总计,,,,\"29,000.00\""], totals: 3),
    List(
      testDescription: "by township under one word",
      rows: [one, "合计,,,,18000", two, "合计,,,,11000", "共计,,,,2.9万元"], totals: 3),
    List(testDescription: "without a sum", rows: [one, "合计,2件,,,"], totals: 1),
    List(testDescription: "no amount", rows: [one, "合计,,,,约18000"], totals: 1, differing: [3]),
    List(testDescription: "torn apart", rows: [one, "合计,,,,18,000.00"], totals: 1, differing: [3]),
    List(
      testDescription: "a rejected row is missing in it", rows: [one, "C2,H2,因病,,11000", "合计,,,,29000"],
      totals: 1, differing: [4], rejects: 1),
    List(
      testDescription: "the word in the fourth cell", rows: [one, ",H1,因病,2018-03-05,合计"], totals: 0,
      rejects: 1),
    List(testDescription: "with an id", rows: [one, "C2,合计,因病,2018-03-06,11000"], totals: 0),
  ]

  @Test("are left out and held against the rows, in the order of the file", arguments: all, [1, 4])
  func lists(_ list: List, threads: Int) throws {
    try withScratchFolder { folder in
      let text = "申请编号,户编号,险别,发生日期,金额\n" + list.rows.map { $0 + "\n" }.joined()
      try Data(text.utf8).write(to: folder.appending(path: "claims.csv"))
      let register = Repository.samples.appending(path: "Faults/Rows/households.csv").path
      let run = try CommandRun(
        [
          "adjudicate", "--claims", "claims.csv", "--households", register, "--out", "out.csv", "--threads",
          "\(threads)",
        ], in: folder, .en)
      #expect(run.exitCode == (list.differing.isEmpty && list.rejects == 0 ? 0 : 3))
      let rows = list.totals == 1 ? "1 row of totals" : "\(list.totals) rows of totals"
      #expect(run.talk.contains(" of totals") == (list.totals > 0))
      #expect(list.totals == 0 || run.talk.contains(rows))
      let said = run.talk.matches(of: /line ([0-9]+), (?:合计|小计|总计|共计): amount/).compactMap { Int($0.1) }
      #expect(said == list.differing)
      #expect(list.rejects == 0 || run.talk.contains("\(list.rejects) row rejected"))
    }
  }
}

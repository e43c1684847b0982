import BookKit
import Casebook
import Foundation
import Journal
import TestKit
import Testing
import Units
import WorkbookKit

@Suite("Workbooks between offices")
struct WorkbookFileTests {
  /// A file without quotes as the one sheet of a workbook, all of it texts.
  private static func book(_ text: String) -> [UInt8] {
    let rows = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { cell -> OfficeWorkbook.Cell in
        cell.isEmpty ? .empty : .text(String(cell))
      }
    }
    var hidden = OfficeWorkbook.Sheet("旧", rows)
    hidden.isHidden = true
    return OfficeWorkbook([OfficeWorkbook.Sheet("交接单", rows), hidden]).bytes
  }

  @Test("a docket is filled in as a workbook, sealed and received; its rejects name the sheet and its row")
  func docket() throws {
    try withCounty { county in
      _ = try county.send(to: "县医保局", on: "2018-03-02")
      let counts = ["dwellings": "1", "businesses": "0", "vehicles": "0"]
      try county.fill([1: counts, 2: counts, 3: counts.merging(["happened_on": "2018-02-28"]) { $1 }])
      try county.write(Self.book(try county.text("f.csv")), "f.xlsx")
      let sealed = try county.run(
        [
          "seal", county.file("f.xlsx"), "--reply-to", county.file("f.csv.seal.json"), "--as", "Wang", "--on",
          "2018-03-05",
        ], as: "Wang")
      #expect(sealed.exitCode == 0 && sealed.talk.contains("'交接单' read; hidden and not read: '旧'"))
      let received = try county.receive("f.xlsx", on: "2018-03-06")
      #expect(received.exitCode == 3 && received.talk.contains("2 recorded"))
      #expect(try county.text("f.xlsx.rejects.csv").contains("f.xlsx#交接单,4,"))
      #expect(try county.state(1) == .verified)
    }
  }

  @Test(
    "what is no table is told in one sentence with its cure, whatever reads it",
    arguments: [
      ["casebook", "import", "households", "F"], ["casebook", "import", "members", "F"],
      ["case", "screen", "medical", "F"], ["case", "reconcile", "F"], ["declare", "--from", "F"],
      ["casebook", "adjudicate", "F"], ["casebook", "enrol", "F", "--keys", "keys"],
      ["casebook", "keys", "--from", "F", "--dir", "k"], ["audit", "diff", "F", "F"],
      ["audit", "verify", "--payouts", "F"],
      ["audit", "extrapolate", "F", "--draw", "F"],
      ["adjudicate", "--claims", "F", "--households", "F", "--out", "/dev/null"],
      ["explain", "C1", "--claims", "F", "--households", "F"],
    ])
  func foreign(words: [String]) throws {
    try withCounty { county in
      try county.write("%PDF-1.7\n", "list.pdf")
      try county.write(Self.book("a,b\n1,2"), "list.xlsx")
      func run(_ name: String, _ more: [String] = []) throws -> FangpinProcess.Outcome {
        try county.run(words.map { $0 == "F" ? county.file(name) : $0 } + more, as: needsKey ? "Li" : nil)
      }
      let needsKey =
        ["import", "screen", "reconcile", "--from", "enrol"].contains { words.contains($0) }
        ? words[1] != "keys" : words[0] == "casebook" && words[1] == "adjudicate"
      let foreign = try run("list.pdf")
      #expect(foreign.exitCode == 1, "\(foreign.talk)")
      #expect(foreign.talk.contains("list.pdf: this is a PDF and no table: ask whoever made it"))
      #expect(!foreign.talk.contains("[missing-column]"))
      let lacking = try run("list.xlsx")
      #expect(lacking.exitCode == 1 && lacking.talk.contains("list.xlsx#交接单:1:1: error"), "\(lacking.talk)")
      let unknown = try run("list.xlsx", ["--sheet", "新"])
      #expect([1, 2].contains(unknown.exitCode) && !unknown.talk.isEmpty)
    }
  }
}

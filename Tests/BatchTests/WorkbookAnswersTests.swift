import Batch
import Files
import Foundation
import SchemeKit
import Tables
import TestKit
import Testing
import Units

@Suite("Answers in workbooks")
struct WorkbookAnswersTests {
  /// The rows of a workbook, as its sheet's text has them.
  private static func rows(_ path: String) throws -> [[String]] {
    let book = try WorkbookFile(try InputFile(path: path, keepsPast: true))
    #expect(book.sheets.count == 1)
    let text = try book.text(of: try #require(book.sheets.first))
    let size = 1 << 16
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { unsafe room.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let got = try unsafe text.read(into: room, count: size)
      if got == 0 { break }
      unsafe bytes += UnsafeBufferPointer(start: room, count: got)
    }
    return rows(of: String(decoding: bytes, as: UTF8.self))
  }

  /// The rows of a text without quotes. A sheet leaves out the last zeros of amounts and the empty cells at a row's end: so
  /// amounts are brought to one form, and rows end with their last cell that is not empty.
  private static func rows(of text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
        Yuan(cell)?.description ?? String(cell)
      }
      return Array(cells.reversed().drop { $0.isEmpty }.reversed())
    }
  }

  @Test(
    "say what CSV says, at any number of threads in the same bytes",
    arguments: [false, true], [nil, Language.zh, .en])
  func same(detail: Bool, labels: Language?) throws {
    var random = Seeded(seed: 5)
    let scheme = RandomScheme.make(&random, scale: 5000).scheme
    let county = RandomCounty(seed: 5, claims: 200, order: .ascending, scale: 5000)
    try withTables(
      claims: SheetText.claims(county.claims, scheme, .csv) + "bad,H1,illness,2018-01-05,x\n",
      households: SheetText.households(county.households, scheme, .csv)
    ) { files in
      let text = try BatchRun(scheme, files) {
        $0.detail = detail
        $0.labels = labels
      }
      func books(_ threads: Int, _ format: OutputFormat, _ ending: String) throws -> [Data] {
        let run = try Adjudication.run(
          {
            var request = AdjudicationRequest(
              scheme: scheme, claims: files.path("claims"), households: files.path("households"))
            request.output = files.path("decisions" + ending)
            request.payouts = files.path("payouts" + ending)
            request.rejects = .file(files.path("rejects" + ending))
            (request.detail, request.labels, request.format) = (detail, labels, format)
            (request.threads, request.blockSize) = (threads, 999)
            return request
          }())
        #expect(run == text.summary)
        return try ["decisions", "payouts", "rejects"].map {
          try Data(contentsOf: URL(filePath: files.path($0 + ending)))
        }
      }
      let one = try books(1, .csv, ".xlsx")
      #expect(try books(3, .csv, ".xlsx") == one && books(2, .xlsx, ".book") == one)
      let decisions = try Self.rows(files.path("decisions.xlsx"))
      #expect(decisions == Self.rows(of: text.decisions))
      #expect(decisions.first?.first == (labels == .zh ? "申请编号" : "claim_id"))
      #expect(try Self.rows(files.path("rejects.xlsx")).count == 2)
      // The totals stand below: whoever reads the list leaves them out, as they have no id.
      var payouts = try Self.rows(files.path("payouts.xlsx"))
      let totals = text.summary.payouts
      if let totals, totals.households > 0 {
        #expect(
          payouts.popLast() == [
            labels == .en ? "Total" : "合计", Yuan("\(totals.claims)")?.description ?? "",
            Yuan(fen: totals.payout).description,
          ])
      }
      #expect(payouts.dropFirst() == Self.rows(of: text.payouts).dropFirst())
    }
  }
}

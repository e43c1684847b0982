import Files
import Foundation
import Tables
import TestKit
import Testing
import Units

/// What offices open in a spreadsheet says the same as plain CSV.
@Suite("Files for spreadsheets")
struct SpreadsheetFilesTests {
  @Test("a docket is read as it was sent, whatever it was written as", arguments: ["f.csv", "f.xlsx"])
  func docket(name: String) throws {
    func sent(_ words: [String], _ name: String) throws -> [[String?]] {
      var rows: [[String?]] = []
      try withCounty { county in
        let send = ["casebook", "send", "--to", "县医保局", "--out", county.file(name), "--on", "2018-03-02"]
        #expect(try county.run(send + words, as: "Li").exitCode == 0)
        #expect(try county.seal(name, as: "Wang", on: "2018-03-05").exitCode == 0)
        let sheet = try Sheet(county.file(name), .docket)
        #expect(sheet.faults.isEmpty)
        rows = sheet.rows(of: DocketFile.self).map { row in
          DocketFile.cells { role in role == .amount ? (try? row.amount())?.description : row[role] }
        }
      }
      return rows
    }
    let plain = try sent([], "plain.csv")
    #expect(plain.count == 3)
    #expect(try sent(name == "f.csv" ? ["--for-excel"] : [], name) == plain)
  }

  @Test("a list of payments has their sum below it in a workbook, where no id stands")
  func payments() throws {
    try withScratchFolder { folder in
      func bytes(_ name: String, _ style: TableStyle = TableStyle()) throws -> Data {
        let file = folder.appending(path: name)
        let payee = PayoutsFile.Payee(name: "=张", residentID: nil, bankAccount: "0228480000000000018")
        let list = try TableWriter(path: file.path, PayoutsFile.outline, style)
        for number in 1...2 {
          let payment = PayoutsFile.Payment(
            settlement: 1, payment: number, casefile: number, household: "H\(number)",
            amount: Yuan(fen: 123_450),
            payee: payee)
          try list.add(payment.cells)
        }
        try list.commit([PayoutsFile.Role.amount.rawValue: .money(Yuan(fen: 246_900))])
        return try Data(contentsOf: file)
      }
      let header = "settlement,payment,case,household_id,amount,name,resident_id,bank_account\n"
      let dressed = String(decoding: try bytes("p.csv", TableStyle(isForSpreadsheets: true)), as: UTF8.self)
      func marked(_ text: String) -> String { "\"=\"\"\(text)\"\"\"" }
      let first = ["1", "1", "1", "H1"].map(marked) + ["1234.50", "'=张", "", marked("0228480000000000018")]
      #expect(dressed.hasPrefix("\u{FEFF}" + header + first.joined(separator: ",") + "\n"))
      _ = try bytes("p.xlsx")
      let book = try WorkbookFile(InputFile(path: folder.appending(path: "p.xlsx").path, keepsPast: true))
      let text = try book.text(of: try #require(book.sheets.first))
      let room = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 12)
      defer { unsafe room.deallocate() }
      let count = try unsafe text.read(into: room, count: 1 << 12)
      let read = unsafe String(decoding: UnsafeBufferPointer(start: room, count: count), as: UTF8.self)
      #expect(
        read == header + "1,1,1,H1,1234.5,=张,,0228480000000000018\n1,2,2,H2,1234.5,=张,,0228480000000000018\n"
          + "合计,,,,2469\n")
    }
  }
}

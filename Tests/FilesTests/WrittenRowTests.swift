import Files
import Foundation
import Rules
import SchemeKit
import Tables
import TestKit
import Testing
import Units

/// What the writer of a kind writes, its reader reads.
@Suite("Rows as we write them")
struct WrittenRowTests {
  /// The rows that are read from a file in which `rows` stand.
  private func written<File: TableFile>(_ file: File.Type, _ rows: [[String?]]) throws -> [FileRow<File>] {
    try withScratchFolder { folder in
      let path = folder.appending(path: "f.csv").path
      func read(_ style: TableStyle) throws -> Sheet {
        let draft = try TableWriter(path: path, file.outline, style)
        for row in rows { try draft.add(row) }
        try draft.commit()
        return try Sheet(path, file.kind)
      }
      let sheet = try read(TableStyle())
      for language in [nil, Language.zh, .en] {
        let dressed = try read(TableStyle(isForSpreadsheets: true, headings: language))
        #expect(dressed.faults.isEmpty && dressed.count == rows.count)
        for (row, other) in zip(sheet.rows(of: file), dressed.rows(of: file)) {
          for role in File.Role.allCases { #expect(row[role] == other[role]) }
        }
      }
      #expect(sheet.faults.isEmpty && sheet.count == rows.count)
      return sheet.rows(of: file)
    }
  }

  /// A row with some of its cells changed.
  private func changed<Role: FileRole>(_ cells: [String?], _ changes: [Role: String]) -> [String?] {
    changes.reduce(into: cells) { $0[$1.key.rawValue] = $1.value }
  }

  @Test("a docket's case is read as it was sent, and its answer as it was filled in")
  func docket() throws {
    let row = DocketFile.Task(
      number: 7, claim: "case-7", household: "H7", peril: "illness", incurredOn: try day("2018-02-20"),
      amount: Yuan(fen: 1_000_000), state: "opened", since: try day("2018-03-01"), until: nil, step: .verify)
    let answered = changed(
      row.cells,
      [DocketFile.Role.dwellings: "1", .vehicles: "无答复", .amount: "10000", .happenedOn: "2018/3/4"])
    let other = changed(row.cells, [DocketFile.Role.household: "H8", .note: "seen"])
    let rows = try written(DocketFile.self, [row.cells, answered, other])
    func asked(_ word: String) -> DocketFile.Asked? { DocketFile.Step(rawValue: word).map { .step($0) } }
    #expect(try rows.map { try $0.number() } == [7, 7, 7])
    #expect(try rows.map { try $0.amount() } == [row.amount, row.amount, row.amount])
    #expect(rows.map(\.isAnswered) == [false, true, true])
    #expect(rows.map { $0.difference(from: row)?.role } == [nil, nil, .household])
    #expect(try rows[0].answer(asked) == nil)
    let answer = try #require(try rows[1].answer(asked))
    #expect(answer.number == 7 && answer.step == .verify && answer.on?.description == "2018-03-04")
    guard case .verify(let counts) = answer.content else {
      Issue.record("\(answer.content)")
      return
    }
    #expect(counts.map(\.asset) == [.dwellings, .vehicles] && counts.map(\.count) == [1, nil])
    let fault = #expect(throws: Reject.self) { try rows[2].answer(asked) }
    #expect(fault?.problem == "missing" && fault?.field == "dwellings")
  }

  @Test("the bank's answer is read as it is written")
  func bankAnswer() throws {
    let sent = [
      BankAnswerFile.Answer(
        payment: 1, amount: Yuan(fen: 30_050), result: .paid, happenedOn: try day("2018-04-01"), reason: nil),
      BankAnswerFile.Answer(
        payment: 2, amount: Yuan(fen: 100), result: .returned, happenedOn: nil, reason: "no account"),
    ]
    let rows = try written(BankAnswerFile.self, sent.map(\.cells))
    for (row, answer) in zip(rows, sent) {
      #expect(try row.answer { $0 == answer.payment ? answer.amount : nil }.get().cells == answer.cells)
      let unknown = row.answer { _ in nil }
      #expect(throws: Reject.self) { try unknown.get() }
    }
  }

  @Test("a payment is held against its row: an amount by its value, and nothing of a payee who was forgotten")
  func payouts() throws {
    let payee = PayoutsFile.Payee(name: "张三", residentID: "11010519491231002X", bankAccount: "6222")
    func row(_ payee: PayoutsFile.Payee?) -> PayoutsFile.Payment {
      PayoutsFile.Payment(
        settlement: 1, payment: 2, casefile: 3, household: "H3", amount: Yuan(fen: 30_000), payee: payee)
    }
    let rows = try written(
      PayoutsFile.self,
      [
        row(payee).cells, changed(row(payee).cells, [PayoutsFile.Role.amount: "300"]),
        changed(row(payee).cells, [PayoutsFile.Role.amount: "301", .bankAccount: "1"]),
      ])
    for row in rows { #expect(row.payment.map { [$0.settlement, $0.number] } == [1, 2]) }
    #expect(rows.map { $0.differences(from: row(payee)).map(\.role) } == [[], [], [.amount, .bankAccount]])
    #expect(rows.map { $0.differences(from: row(nil)).map(\.role) } == [[], [], [.amount]])
    #expect(rows[2].differences(from: row(nil)).map(\.found) == ["301.00"])
  }

  @Test("a sample's case is held against the draw, and what the audit found is read")
  func sample() throws {
    let row = SampleFile.SampledCase(
      casefile: 12, claim: "C12", household: "H1", township: nil, stratum: "东/2", payout: Yuan(fen: 100_000),
      chance: 1, outOf: 3)
    let filled = changed(row.cells, [SampleFile.Role.audited: "900", .township: "西", .payout: "1,000"])
    let other = changed(row.cells, [SampleFile.Role.outOf: "4", .payout: "x", .audited: "0"])
    let rows = try written(SampleFile.self, [row.cells, filled, other])
    #expect(try rows.map { try $0.casefile() } == [12, 12, 12])
    #expect(rows.map { $0.difference(from: row)?.role } == [nil, nil, .outOf])
    #expect(throws: Reject.self) { try rows[0].audited() }
    #expect(try rows.dropFirst().map { try $0.audited() } == [Yuan(fen: 90_000), .zero])
  }

  @Test("a declaration is read as it is written", arguments: [true, false, nil])
  func declaration(compensated: Bool?) throws {
    let row = DeclarationsFile.Declaration(
      household: "H1", person: "P1", peril: "illness", cause: compensated == nil ? nil : "traffic-accident",
      incurredOn: try day("2018-03-05"), invoice: compensated == nil ? nil : "No 0042",
      total: Yuan(fen: 3_800_000), basicInsurance: Yuan(fen: 1_200_050),
      criticalIllnessInsurance: .zero, medicalAssistance: .zero, other: .zero, compensated: compensated,
      name: "张三", residentID: "11010519491231002X", bankAccount: "6222020000000000000",
      telephone: "13800138000", proxy: nil)
    let questions = DeclarationQuestions(
      scheme: try SchemeFile.builtIn().scheme, on: try day("2018-05-01"))
    let rows = try written(
      DeclarationsFile.self, [row.cells, changed(row.cells, [DeclarationsFile.Role.consent: "no"])])
    #expect(try rows[0].declaration(questions).cells == row.cells)
    let fault = #expect(throws: Reject.self) { try rows[1].declaration(questions) }
    #expect(fault?.problem == "no-consent")
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}

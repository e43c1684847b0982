import JSONText
import Tables
import TestKit
import Testing

/// Lines of NDJSON are mostly read without a JSON reader. What it says of each of them must be the same.
@Suite("Lines of NDJSON that are read as they stand")
struct FlatObjectsTests {
  private static let columns = [
    Column("claim_id", "申请编号"), Column("amount", "金额"), Column("note", "备注", isRequired: false),
    Column("a_column_with_a_name_of_more_than_32", "长名", isRequired: false),
  ]
  private static let keys = [
    "claim_id", "金额", "note", "备注", "a_column_with_a_name_of_more_than_32", "other", "", "a\\u006dount",
  ]
  private static let values = [
    "\"C1\"", "\" C 1 \"", "\"\"", "\"户\"", "\"a\\\"b\"", "\"\\u6237\"", "\"a\tb\"", "12", "-0.50", "1e5",
    "1E-2", "0", "-",
    "01", "1.", ".5", "1e", "true", "false", "null", "tru", "[]", "{}", "[1,{\"a\":2}]", "", "\"open",
    "\"\(String(repeating: "long ", count: 30))\"",
  ]

  private static func line(_ random: inout Seeded) -> String {
    func blank() -> String { ["", "", "", " ", "\t", "  "].randomElement(using: &random) ?? "" }
    var names = keys.shuffled(using: &random)
    names.removeLast(Int.random(in: 0..<names.count, using: &random))
    if Int.random(in: 0...9, using: &random) == 0 { names.append("amount") }
    let members = names.map { name in
      // Mostly what can be read, so that the whole line can be.
      let most = Int.random(in: 0...30, using: &random) == 0 ? values.count : 12
      return
        "\(blank())\"\(name)\"\(blank()):\(blank())\(values[Int.random(in: 0..<most, using: &random)])\(blank())"
    }
    let closing = ["}", "}", "}", "}", "}", "},", "", "} x", "}}"].randomElement(using: &random) ?? ""
    return blank() + "{" + members.joined(separator: ",") + closing + blank()
      + (Bool.random(using: &random) ? "\r" : "")
  }

  /// What a line is, by the reader of JSON alone.
  private static func seen(_ text: String, _ number: Int) -> SeenRow {
    let line = Array((text + "\n").utf8)
    func column(_ offset: Int) -> Int { String(decoding: line[..<offset], as: UTF8.self).count + 1 }
    func bad(_ shape: RowShape, _ offset: Int) -> SeenRow {
      SeenRow(shape: shape, cells: [], line: number, fault: column(offset), broken: 0)
    }
    switch JSONReader.read(line) {
    case .failure(let fault): return bad(.badJSON, fault.offset)
    case .success(let value):
      var cells = [[UInt8]?](repeating: nil, count: columns.count)
      var (seen, twice): (Set<Int>, Int?) = ([], nil)
      for member in value.members ?? [] {
        guard let role = columns.firstIndex(where: { $0.headings.contains(member.key) }) else { continue }
        guard seen.insert(role).inserted else {
          twice = twice ?? member.value.offset
          continue
        }
        switch member.value.kind {
        case .null: break
        case .bool(let flag): cells[role] = Array((flag ? "yes" : "no").utf8)
        case .string(let text), .number(let text):
          let trimmed = Array(text.utf8).split(separator: 0x20, omittingEmptySubsequences: true)
          if !trimmed.isEmpty {
            let bytes = Array(text.utf8)
            let (first, last) = (bytes.firstIndex { $0 != 0x20 } ?? 0, bytes.lastIndex { $0 != 0x20 } ?? 0)
            cells[role] = Array(bytes[first...last])
          }
        case .array, .object: return bad(.badJSON, member.value.offset)
        }
      }
      if let twice { return bad(.duplicateKey, twice) }
      return SeenRow(shape: .whole, cells: cells, line: number, fault: 0, broken: 0)
    }
  }

  @Test(
    "are what a reader of JSON says they are",
    arguments: TestSize.seeds(fast: 5, ordinary: 50, long: 500))
  func asJSON(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let lines = ["{\"claim_id\":\"C0\",\"amount\":1}"] + (0..<400).map { _ in FlatObjectsTests.line(&random) }
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    for blockSize in [64, 1 << 18] {
      let table = try #require(
        try readTable(text, columns: FlatObjectsTests.columns, blockSize: blockSize).table)
      #expect(table.format == .ndjson)
      let expected = lines.enumerated().map { FlatObjectsTests.seen($0.element, $0.offset + 1) }
      for (row, expected) in zip(table.rows, expected) where row != expected {
        Issue.record("\(lines[expected.line - 1])\n\(row)\n\(expected)")
        return
      }
      #expect(table.rows.count == expected.count)
      #expect(Set(table.rows.map(\.shape)).count > 2, "rows of several shapes come")
    }
  }

  @Test("have empty cells where the line before had others")
  func emptied() throws {
    let text = """
      {"claim_id":"C1","amount":1,"note":"n"}
      {"claim_id":"C2"}
      {"claim_id":"C3","note":"\\u006e"}
      {"amount":4}
      {"claim_id":"C5","amount":5,"note":null}

      """
    let table = try #require(
      try readTable(Array(text.utf8), columns: FlatObjectsTests.columns, blockSize: 1 << 18).table)
    let rows = table.rows.map { $0.cells.map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "-" } }
    #expect(
      rows == [
        ["C1", "1", "n", "-"], ["C2", "-", "-", "-"], ["C3", "-", "n", "-"], ["-", "4", "-", "-"],
        ["C5", "5", "-", "-"],
      ])
  }
}

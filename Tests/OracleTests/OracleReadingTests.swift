import Testing

@Suite("The oracle reads what the contract says")
struct OracleReadingTests {
  @Test(
    "A number is digits, with decimals and commas in their place",
    arguments: [
      ("0", 0), ("1", 100), ("1.5", 150), ("1.05", 105), ("1,234.50", 123_450), ("12,345,678", 1_234_567_800),
      ("1234567.8", 123_456_780), ("000123.40", 12340), ("100000000.00", 10_000_000_000),
    ])
  func money(_ text: String, _ fen: Int) {
    #expect(ReadCells.money(Bytes(of: text)[...], minusAllowed: false) == Rational(fen: fen))
    #expect(ReadCells.money(Bytes(of: "-" + text)[...], minusAllowed: true) == Rational(fen: -fen))
    #expect(ReadCells.money(Bytes(of: "-" + text)[...], minusAllowed: false) == nil)
  }

  @Test("No nonsense is an amount", arguments: Nonsense.amounts)
  func nonsenseAmount(_ text: String) {
    let value = Undress.money(Bytes(of: text), minusAllowed: false)
    #expect(value.map { $0 <= .zero || $0 > Rational(100_000_000) } ?? true)
  }

  @Test("No nonsense is an income", arguments: Nonsense.incomes)
  func nonsenseIncome(_ text: String) {
    #expect(Undress.money(Bytes(of: text), minusAllowed: true) == nil)
  }

  @Test("An income out of range is a number all the same", arguments: Nonsense.incomesOutOfRange)
  func hugeIncome(_ text: String) throws {
    let value = try #require(Undress.money(Bytes(of: text), minusAllowed: true))
    #expect(value < Rational(-100_000_000) || value > Rational(100_000_000_000))
  }

  @Test("No nonsense is a day", arguments: Nonsense.days)
  func nonsenseDay(_ text: String) { #expect(Undress.day(Bytes(of: text)) == nil) }

  @Test("A day on which no event is believed is a day all the same", arguments: Nonsense.daysNotBelieved)
  func notBelieved(_ text: String) throws {
    #expect(try !Undress.isBelieved(#require(Undress.day(Bytes(of: text)))))
  }

  @Test("No nonsense is an id", arguments: Nonsense.ids + Nonsense.households)
  func nonsenseID(_ text: String) throws {
    let id = try #require(Undress.cell(Bytes(of: text), .word))
    #expect(!Undress.isID(id) || Undress.isResidentID(id))
  }

  @Test("No nonsense is a count", arguments: Nonsense.counts)
  func nonsenseCount(_ text: String) { #expect(Undress.count(Bytes(of: text)) == nil) }

  @Test("A day is written in either way", arguments: ["2018-03-05", "2018/3/5", "2018/03/05", "2018/3/05"])
  func day(_ text: String) {
    #expect(ReadCells.day(Bytes(of: text)) == CalendarDay(year: 2018, month: 3, day: 5))
  }

  @Test("The 29th of February comes in leap years only")
  func leap() {
    #expect(ReadCells.day(Bytes(of: "2020-02-29")) != nil)
    #expect(ReadCells.day(Bytes(of: "2000/2/29")) != nil)
    #expect(ReadCells.day(Bytes(of: "2100/2/29")) == nil)
  }

  @Test("Quotes, line breaks within them, blank lines and both line ends keep the lines counted")
  func table() {
    let table = ReadTable(
      Bytes(of: "\u{FEFF}\nid, name \r\n\r\n1,\"a \"\"b\"\",\nc\"\n2,x\"y\n\"3\"z,\",\n4, \n5,\"open\n"))
    #expect(table.header.map(\.text) == ["id", "name"])
    #expect(table.rows.map(\.line) == [4, 6, 7, 8, 9])
    #expect(table.rows.map { $0.fault != nil } == [false, true, true, false, true])
    #expect(table.rows[0].cells.map(\.text) == ["1", "a \"b\",\nc"])
    #expect(table.rows[3].cells.map(\.text) == ["4", ""])
  }

  @Test("Objects of JSON name their cells, alone on a line or in an array", arguments: [false, true])
  func objects(_ inArray: Bool) {
    let objects = [
      #"{"claim_id": "1", "Amount" : 12.50, "note": {"a": [1]}, "corrects": true}"#,
      #"{"申请编号": "\u6237\ud842\udfb7\n", "amount": null, "claim_id": "2"}"#,
      #"{"claim_id": "3", "amount": [1]}"#,
      #"{"claim_id": "4",}"#, #"{"claim_id": 05}"#,
    ]
    let text =
      inArray ? "\u{FEFF}[\n\(objects.joined(separator: ",\n"))]" : "\n" + objects.joined(separator: "\n")
    let rows = ReadTable(Bytes(of: text)).rows
    #expect(rows.map(\.line) == [2, 3, 4, 5, 6])
    #expect(rows.map(\.fault) == [nil, .keyTwice, .nestedValue, .brokenObject, .brokenObject])
    func cells(_ column: Column) -> [String] { rows.map { $0.cells[column.rawValue].text } }
    #expect(cells(.claimID) == ["1", "户𠮷\n", "3", "", ""])
    #expect(cells(.amount) == ["12.50", "", "", "", ""])
    #expect(cells(.corrects) == ["yes", "", "", "", ""])
  }

  @Test("What stands between cells is told from the header, or said before it")
  func separators() {
    for text in ["claim_id;amount\n1;\"2,5\"", "sep=;\nclaim_id;amount\n1;2,5", "claim_id\tamount\r1\t2,5\r"]
    {
      let table = ReadTable(Bytes(of: text))
      #expect(table.rows.map { $0.cells.map(\.text) } == [["1", "2,5"]], "\(text)")
    }
  }

  @Test("What is written in GB18030 is what the C library wrote")
  func gb18030() throws {
    #expect(try GB18030.encode(Bytes(of: "户a\n")) == [0xBB, 0xA7, 0x61, 0x0A])
    #expect(try GB18030.encode(Bytes(of: "𠮷")).count == 4)
    #expect(ReadText.utf8([0xBB, 0xA7, 0x61, 0x0A]).text == "户a\n")
    #expect(ReadText.utf8([0xFE, 0xFF, 0x62, 0x37, 0, 0x61]).text == "户a")
    #expect(ReadText.utf8([0xFF, 0xFE, 0x42, 0xD8, 0xB7, 0xDF]).text == "𠮷")
  }

  @Test("Rejects name their row and every cell at fault")
  func rejects() {
    let read = ReadClaims(
      Bytes(
        of: """
          申请编号,户编号,险别,发生日期,金额,原因,是否已获赔偿
          1,H,因病,2018-01-01,5,,
          ,H,因病,2018-01-01,5,,
          2,,flood,2018-02-30,0,车祸,maybe
          3,H,education,2018/1/1,5,住院
          4,H,education,2018/1/1,5,住院,否,,
          5,H,education,2018/1/1,5,住院,否,,x
          """))
    #expect(read.claims.map(\.id.text) == ["1", "3", "4"])
    #expect(read.rejects.map(\.line) == [3, 4, 7])
    let kinds = read.rejects.map { $0.problems.map(\.kind) }
    #expect(
      kinds == [
        [.claimIDMissing],
        [
          .householdIDMissing, .perilUnknown, .dateMalformed, .amountOutOfRange, .causeUnknown,
          .compensatedUnknown,
        ],
        [.moreCells],
      ])
    let torn = ReadClaims(Bytes(of: "申请编号,户编号,险别,发生日期,金额\n1,H,因病,2018-01-01,5\n2,H,因病"))
    #expect(torn.claims.map(\.id.text) == ["1"])
    #expect(torn.rejects.map { $0.problems.map(\.kind) } == [[.fewerCells]])
  }
}

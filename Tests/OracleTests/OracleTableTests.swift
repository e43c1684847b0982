import Testing

@Suite("The oracle's decision table, by hand")
struct OracleTableTests {
  static let register = """
    household_id,group,members,annual_income,dwellings,businesses,vehicles
    good,out-of-poverty,2,8855.99,1,0,0
    low,非贫低收入户,2,-100,0,0,0
    line,low-income,2,8856.00,1,0,0
    same,low-income,2,"1,000.00",1,0,0
    same,非贫低收入户,02,1000,1,0,0
    twice,low-income,2,1000,1,0,0
    twice,low-income,2,,1,0,0
    nogroup,,2,1000,1,0,0
    oddgroup,rich,2,1000,1,0,0
    nomembers,low-income,,1000,1,0,0
    zero,low-income,0,1000,1,0,0
    badcar,low-income,2,1000,1,0,none
    poor,registered-poor,2,1000,1,0,0
    plain,一般户,2,1000,1,0,0
    flats,low-income,2,,2,,0
    shop,low-income,2,,1,1,
    car,low-income,2,99999999,1,0,1
    rich,low-income,2,99999999,,0,0
    unseen,low-income,2,,1,,0
    noincome,low-income,2,,1,0,0
    007-b,low-income,2,1000,1,0,0
    00 unread,low-income,-1,1000,1,0,0
    """

  /// A claim's cells after its id, and the reason it must get.
  struct Case: Sendable {
    let cells: String
    let row: Int
    let reason: String

    init(_ cells: String, _ row: Int, _ reason: String) {
      (self.cells, self.row, self.reason) = (cells, row, reason)
    }
  }

  static let cases: [Case] = [
    Case("nobody,illness,2018-01-01,9000,,", 3, "unknown-household"),
    Case("7B,illness,2018-01-01,9000,,", 4, "household-unclear"),
    Case("Unread,illness,2018-01-01,9000,,", 4, "household-unclear"),
    Case("07 B C,illness,2018-01-01,9000,,", 3, "unknown-household"),
    Case("twice,illness,2018-01-01,9000,,", 4, "household-unclear"),
    Case("nogroup,illness,2018-01-01,9000,,", 4, "household-unclear"),
    Case("oddgroup,illness,2018-01-01,9000,,", 4, "household-unclear"),
    Case("nomembers,illness,2018-01-01,9000,,", 4, "household-unclear"),
    Case("zero,illness,2018-01-01,9000,,", 4, "household-unclear"),
    Case("badcar,illness,2018-01-01,9000,,", 4, "household-unclear"),
    Case("poor,illness,2018-01-01,9000,,", 5, "group-not-covered"),
    Case("plain,education,2010-01-01,9000,inpatient,", 5, "group-not-covered"),
    Case("good,education,2010-01-01,9000,traffic-accident,yes", 6, "peril-not-covered"),
    Case("good,disaster,2018-01-01,9000,住院,", 6, "peril-not-covered"),
    Case("good,disaster,2017-09-30,9000,traffic-accident,yes", 7, "outside-coverage-period"),
    Case("car,disaster,2017-10-01,9000,traffic-accident,yes", 8, "compensated-elsewhere"),
    Case("flats,illness,2018-01-01,9000,traffic-accident,", 9, "disqualifying-asset"),
    Case("shop,illness,2018-01-01,9000,long-term-treatment,yes", 9, "disqualifying-asset"),
    Case("car,illness,2022-01-01,9000,,", 9, "disqualifying-asset"),
    Case("rich,illness,2018-01-01,9000,traffic-accident,", 10, "above-protection-line"),
    Case("line,illness,2018-01-01,9000,,", 10, "above-protection-line"),
    Case("unseen,illness,2018-01-01,9000,traffic-accident,", 11, "compensation-unknown"),
    Case("unseen,illness,2022-01-01,9000,,", 12, "verification-incomplete"),
    Case("noincome,illness,2022-01-01,9000,,", 13, "income-unknown"),
    Case("good,illness,2022-01-01,9000,,", 14, "protection-line-unknown"),
    Case("line,illness,2019-01-01,9000,traffic-accident,no", 16, "below-warning-line"),
    Case("good,illness,2018-01-01,5000.00,,", 16, "below-warning-line"),
    Case("good,illness,2018-01-01,5000.01,inpatient,", 21, "covered"),
    Case("low,illness,2018-01-01,20000.01,,", 19, "rounds-to-zero"),
    Case("good,disaster,2018-01-01,60000,,", 20, "covered-to-cap"),
    Case("same,education,2018-01-01,8000.01,,", 21, "covered"),
  ]

  static let header = "claim_id,household_id,peril,incurred_on,amount,cause,compensated\n"

  /// The verdicts over claims written as lines under the usual header.
  static func verdicts(
    _ lines: String, _ rules: PaperRules = PaperRules(reading: .whole), earlier: Ledger = Ledger()
  ) -> OracleRun {
    OracleRun(
      rules, claims: ReadClaims(Bytes(of: header + lines)), register: Register(Bytes(of: register)),
      earlier: earlier)
  }

  @Test("One claim alone gets the first row that applies", arguments: cases)
  func alone(_ hand: Case) throws {
    let run = OracleTableTests.verdicts("1," + hand.cells)
    let verdict = try #require(run.verdicts.first)
    #expect(verdict.row == TableRow(hand.row), "\(run.derivation(0))")
    #expect(verdict.reason == hand.reason)
    #expect((verdict.sums != nil) == (hand.row >= 16))
  }

  @Test("Numbers nobody published leave the claim pending")
  func silent() {
    let rules = PaperRules(reading: .whole, silentOn: [.illness])
    let run = OracleTableTests.verdicts("1,good,illness,2018-01-01,9000,,", rules)
    #expect(run.verdicts.map(\.row) == [15])
  }

  @Test("An id that comes again is compared with its first readable claim, paid or not")
  func repeatedIDs() {
    let run = OracleTableTests.verdicts(
      """
      1,good,illness,2018-02-30,9000,,
      1,good,illness,2018-01-01,"9,000",,
      1,good,因病,2018/1/1,9000.0,住院,no
      1,good,illness,2018-01-02,9000,,
      1,good,illness,2018-01-02,9000,,
      2,nobody,illness,2018-01-01,9000,,
      2,good,illness,2018-01-01,9000,,
      """)
    #expect(run.verdicts.map(\.row) == [21, 1, 2, 2, 3, 2])
    #expect(run.claimRejects.map(\.line) == [2])
  }

  @Test("Sums run by household, peril and year, and nothing is clawed back")
  func sums() {
    let run = OracleTableTests.verdicts(
      """
      1,good,illness,2018-01-01,14999.99,,
      2,good,illness,2018-06-01,0.01,,
      3,good,illness,2018-06-01,0.01,,
      4,good,illness,2019-06-01,5000,,
      5,good,disaster,2018-01-01,47500,,
      6,good,disaster,2018-01-01,1,,
      7,good,illness,2018-12-31,3000,,
      """)
    #expect(run.verdicts.map(\.row) == [21, 18, 18, 16, 20, 17, 21])
    #expect(
      run.verdicts.map(\.payout.yuanText)
        == ["6999.99", "0.00", "0.00", "0.00", "30000.00", "0.00", "800.02"])
    #expect(run.payouts.text == "household_id,claims,payout\ngood,3,37800.01\n")
  }

  @Test("A correction takes the counted claim out of its account, and what was paid stays")
  func corrections() {
    let header = OracleTableTests.header.dropLast() + ",corrects\n"
    let lines = """
      1,good,disaster,2018-01-01,47500,,,
      1,good,disaster,2018-01-01,30000,,,yes
      1,low,disaster,2018-01-01,30000,,,是
      2,good,disaster,2018-01-01,47500,,,no
      2,good,disaster,2018-01-01,0,,,yes
      2,good,disaster,2018-01-01,0.00,,,1
      2,good,disaster,2018-01-01,50000,,,yes
      3,good,disaster,2018-01-01,1,,,yes
      4,nobody,disaster,2018-01-01,1,,,
      4,good,disaster,2018-01-01,0.01,,,yes
      1,good,disaster,2018-01-01,47500,,,
      5,good,disaster,2018-01-01,0,,,no
      """
    let run = OracleRun(
      .whole, claims: ReadClaims(Bytes(of: header + lines)),
      register: Register(Bytes(of: OracleTableTests.register)))
    #expect(run.verdicts.map(\.row) == [20, 17, 21, 17, "2a", "2a", 17, 2, 3, 17, 1])
    #expect(
      run.verdicts.compactMap { $0.sums?.accumulator.yuanText }
        == ["47500.00", "30000.00", "30000.00", "47500.00", "50000.00", "50000.01"])
    #expect(run.claimRejects.map { $0.problems.map(\.kind) } == [[.amountOutOfRange]])
  }

  /// The verdicts over claims that name persons, everything summed by person.
  private static func verdicts(
    ofPersons lines: String, _ sums: PaperRules.Sums, members: String?, earlier: Ledger = Ledger()
  ) -> OracleRun {
    let header = OracleTableTests.header.dropLast() + ",person_id\n"
    return OracleRun(
      PaperRules(reading: .whole, sums: sums),
      claims: ReadClaims(Bytes(of: header + lines), namePersons: true),
      register: Register(Bytes(of: register)),
      members: members.map { ReadMembers(Bytes(of: "person_id,household_id\n" + $0)) }, earlier: earlier)
  }

  @Test("A person's sums go along to another household, where a list says that they have moved")
  func persons() {
    let january = OracleTableTests.verdicts(
      ofPersons: "1,good,illness,2018-01-01,4000,,,A\n2,good,illness,2018-01-01,4000,,,\n",
      .byPerson, members: nil)
    #expect(january.verdicts.map(\.row) == [16, "15a"])
    #expect(january.verdicts.map(\.standing) == [nil, .nameless])
    let february = """
      3,low,illness,2018-02-01,17000,,,A
      4,good,illness,2018-02-02,2000,,,A
      5,low,illness,2019-02-01,17000,,,A
      """
    let lists = [nil, "B,low", "A,good", "A,low\nA,good", "A,low\nA,low"]
    let standings: [[Verdict.Standing?]] = [
      [.unlisted, nil, nil], [.unlisted, nil, nil], [.listedElsewhere, nil, nil],
      [.listedTwice, nil, nil], [.moved, .listedElsewhere, nil],
    ]
    let payouts = [["0.00", "700.00", "0.00"], ["300.00", "0.00", "0.00"]]
    for (list, standings) in zip(lists, standings) {
      let run = OracleTableTests.verdicts(
        ofPersons: february, .byPerson, members: list, earlier: january.ledger)
      #expect(run.verdicts.map(\.standing) == standings)
      #expect(run.verdicts.map(\.payout.yuanText) == payouts[standings[0] == .moved ? 1 : 0])
    }
    // Where it is summed by household, the person's sums wait for where it is not.
    let either = OracleTableTests.verdicts(
      ofPersons: "1,low,illness,2018-01-01,4000,,,A\n2,good,illness,2018-01-01,4000,,,A\n",
      .byEither, members: "A,good")
    #expect(either.verdicts.map(\.payout.yuanText) == ["0.00", "2100.00"])
    #expect(either.verdicts.map(\.standing) == [nil, .moved])
  }

  @Test("The cap stays with the household, unless each has their own")
  func caps() {
    let lines = """
      1,good,disaster,2018-01-01,60000,,,A
      2,low,disaster,2018-01-02,60000,,,A
      3,low,disaster,2018-01-03,60000,,,B
      """
    let shared = OracleTableTests.verdicts(ofPersons: lines, .byPerson, members: "A,low")
    #expect(shared.verdicts.map(\.payout.yuanText) == ["30000.00", "30000.00", "0.00"])
    #expect(shared.verdicts.map(\.row) == [20, 20, 17])
    let own = OracleTableTests.verdicts(ofPersons: lines, .byPersonWithCap, members: "A,low")
    #expect(own.verdicts.map(\.payout.yuanText) == ["30000.00", "0.00", "30000.00"])
    #expect(own.verdicts.map(\.row) == [20, 17, 20])
  }

  @Test("A later run knows what was counted, and nothing else")
  func earlier() {
    let first = OracleTableTests.verdicts(
      """
      1,good,disaster,2018-01-01,47500,,
      2,noincome,disaster,2018-01-01,47500,,
      """)
    let second = OracleTableTests.verdicts(
      """
      1,good,disaster,2018-01-01,47500.00,,
      2,good,disaster,2018-01-01,5,,
      1,good,disaster,2018-01-02,47500.00,,
      """, earlier: first.ledger)
    #expect(first.verdicts.map(\.row) == [20, 13])
    #expect(second.verdicts.map(\.row) == [1, 17, 2])
  }

  @Test("decisions.csv has minimal quotes and two decimals")
  func decisions() {
    let run = OracleTableTests.verdicts(
      "\"a,\"\"b\"\"\",good,illness,2018-01-01,18000,,\n 申 1 ,nobody,illness,2018-01-01,1,,")
    #expect(
      run.decisions.text
        == "claim_id,outcome,reason,payout\n\"a,\"\"b\"\"\",approved,covered,7800.00\n"
        + "申 1,denied,unknown-household,0.00\n")
  }
}

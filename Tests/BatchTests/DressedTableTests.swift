import Batch
import Files
import Rules
import SchemeKit
import TestKit
import Testing
import Units

@Suite("Tables in another dress")
struct DressedTableTests {
  private static let header = "claim_id,household_id,peril,incurred_on,amount"
  private static let register = """
    household_id,group,members,annual_income,dwellings,businesses,vehicles
    H0001,out-of-poverty,4,12000,1,0,0
    H0002,out-of-poverty,3,9000,1,0,0
    金村1,out-of-poverty,4,12000,1,0,0
    \u{E9}tang1,out-of-poverty,4,12000,1,0,0

    """

  /// What a run decides, a line for each claim without its money, and what it rejects: line, field and problem.
  private func outcome(
    _ claims: [String], register: String = register, header: String = header
  ) throws -> (decisions: [String], rejects: [String], summary: AdjudicationSummary) {
    let scheme = try SchemeFile.builtIn().scheme
    var result: (decisions: [String], rejects: [String], summary: AdjudicationSummary)?
    try withTables(claims: ([header] + claims).joined(separator: "\n") + "\n", households: register) {
      files in
      let run = try BatchRun(scheme, files) { $0.lastDay = Day("2018-12-31") }
      let rejects = run.rejects.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[0]):\(cells[1]) \(cells[3]) \(cells.last ?? "")"
      }
      let decisions = run.decisions.split(separator: "\n").dropFirst().map(String.init)
      result = (decisions, rejects, run.summary)
    }
    return try #require(result)
  }

  @Test("an id with marks at its ends is the id without them: the second is the first again")
  func invisible() throws {
    let run = try outcome([
      "C1,H0001\u{200B},illness,2018-03-05,18000", "C2,\u{200B}H0002,illness,2018-03-05,18000",
      "C3,H0002,illness,2018-03-05,18000", "C3\u{200B},H0002,illness,2018-03-05,18000",
      "\u{FEFF}C4\u{2060},H0002\t,illness\t,2018-03-05 ,\"18000\t\"",
      "C\u{200B}5,H0002,illness,2018-03-05,18000",
      "C6,H\u{202E}0002,illness,2018-03-05,18000", "C\u{9B}31m7,H0002,illness,2018-03-05,18000",
    ])
    #expect(
      run.decisions == [
        "C1,approved,covered,7800.00", "C2,approved,covered,7800.00", "C3,approved,covered,7700.00",
        "C3,denied,duplicate-claim,0.00", "C4,approved,covered,9000.00",
      ])
    #expect(
      run.rejects == ["claims:7 claim_id bad-id", "claims:8 household_id bad-id", "claims:9 claim_id bad-id"])
    #expect(run.summary.claimDress[.blanks] == 7)
  }

  @Test("amounts are read with their currency and unit, and no amount as another")
  func amounts() throws {
    let read = [
      "\"¥1,020.00\"", "￥1020", "1020元", "0.102万", "0.102万元", "１０２０", "\"1，020\"", "01020.00", "人民币1020元",
      "1020人民币", "\"=\"\"1020\"\"\"", "'1020",
    ]
    let refused = [
      "\"(1,020.00)\"", "-0", "-1020", "1020.", "1020.000", "1 020", "\"1,020.50-\"", "0.005", "1e4",
      "壹仟零贰拾元",
      "\"1,0200.00\"", "1.2亿", "人民币1020人民币",
    ]
    let rows = (read + refused).enumerated().map { "C\($0.offset),H0001,illness,2018-03-05,\($0.element)" }
    let run = try outcome(rows)
    #expect(run.decisions.count == read.count && run.rejects.count == refused.count)
    #expect(run.rejects.allSatisfy { $0.hasSuffix("amount bad-amount") })
    #expect(run.summary.tally.total.amount == Int64(read.count) * 102_000)
    let missing = try outcome([
      "C1,H0001,illness,2018-03-05,NaN", "C2,H0001,illness,—,5", "na,H0001,illness,2018-03-05,5",
    ])
    #expect(
      missing.rejects == [
        "claims:2 amount missing", "claims:3 incurred_on missing", "claims:4 claim_id missing",
      ])
  }

  @Test("days are read in the forms that mean one day, and none after the day of the run or before 1990")
  func days() throws {
    let read = [
      "2018年3月5日", "2018.3.5", "20180305", "2018/3/5", "2018/03/05", "2018-3-5", "2018-03-05 00:00:00",
      "2018-03-05T00:00:00", "2018－03－05", "2018-3-05", "２０１８-03-05", "2018年03月05日",
    ]
    let refused = ["43164", "05/03/2018", "18-3-5", "2018/2/29", "3月5日", "2018-03-05 10:00", "1989-12-31"]
    let rows = (read + refused + ["2019-01-01"]).enumerated()
      .map { "C\($0.offset),H0001,illness,\($0.element),\(1 << $0.offset)" }
    let run = try outcome(rows)
    #expect(run.decisions.count == read.count)
    #expect(run.rejects.dropLast().allSatisfy { $0.hasSuffix("incurred_on bad-date") })
    #expect(run.rejects.count == refused.count + 1 && run.rejects.last?.hasSuffix("in-the-future") == true)
  }

  @Test("counts of a register may have zeros behind a point, and 无 is none")
  func counts() throws {
    let run = try outcome(
      ["1.0,H0001,illness,2018-03-05,18000.0", "2.0,H0002,illness,2018-03-05,18000"],
      register: """
        household_id,group,members,annual_income,dwellings,businesses,vehicles
        H0001,out-of-poverty,4.0,12000.0,1.0,0.0,无
        H0002,out-of-poverty,3,9000.0,NaN,/,没有

        """)
    #expect(
      run.decisions == ["1.0,approved,covered,7800.00", "2.0,pended,verification-incomplete,0.00"])
    #expect(run.rejects.isEmpty && run.summary.householdDress[.count] == 5)
  }

  @Test("ids that a spreadsheet has rounded, and residents' numbers, are refused")
  func damaged() throws {
    let run = try outcome([
      "2.01803E+17,H0001,illness,2018-03-05,18000", "C2,1.30434E+11,illness,2018-03-05,18000",
      "C3,11010519491231002X,illness,2018-03-05,18000", "C4,H0001,illness,2018-03-05,18000",
    ])
    #expect(
      run.rejects == [
        "claims:2 claim_id id-damaged", "claims:3 household_id id-damaged",
        "claims:4 household_id resident-id",
      ])
    #expect(run.decisions == ["C4,approved,covered,7800.00"])
  }

  @Test("composed and compatible characters are the same; another alphabet and another hyphen are not")
  func lookalikes() throws {
    let run = try outcome([
      "C3,\u{F90A}村1,illness,2018-03-05,18000", "C4,\u{41D}0001,illness,2018-03-05,18000",
      "C5,e\u{301}tang1,illness,2018-03-05,18000",
    ])
    #expect(
      run.decisions == [
        "C3,approved,covered,7800.00", "C4,denied,unknown-household,0.00", "C5,approved,covered,7800.00",
      ])
  }

  @Test("words and answers too: nothing is guessed of what no list has")
  func words() throws {
    let header = Self.header + ",cause,compensated"
    let run = try outcome(
      [
        "C1,H0001,ｉｌｌｎｅｓｓ,2018-03-05,100,traffic-accident,√", "C2,H0001,'因病,2018-03-05,101,—,NA",
        "C3,H0001,Illness,2018-03-05,102,,", "C4,H0001,illness,2018-03-05,103,,Yes",
      ], header: header)
    #expect(
      run.decisions == ["C1,denied,compensated-elsewhere,0.00", "C2,denied,below-warning-line,0.00"])
    #expect(run.rejects == ["claims:4 peril unknown-word", "claims:5 compensated unknown-word"])
  }
}

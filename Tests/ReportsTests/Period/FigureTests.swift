import Casebook
import Journal
import OfficeKit
import Reports
import Rules
import TestKit
import Testing
import Units

@Suite("The figures of a walked casebook")
struct FigureTests {
  static let codes =
    ["2017", "2018", "2017H2", "2018H1", "2018H2", "2017Q4", "2018Q1", "2018Q2", "2018Q3", "2018Q4"]
    + ["2017-12"] + (1...12).map { "2018-\($0 < 10 ? "0" : "")\($0)" }
  /// Rows of which nothing is said where nothing is known; all others are then zero.
  static let mayBeUnknown = [
    "fund.used", "fund.forecast_", "steps.median_days", "steps.ninetieth_days",
    "attention.payments_overdue_longest",
    "attention.longest_wait",
  ]

  /// What each walk must have done for the comparison to mean something.
  static let wanted = [
    "declare", "household", "contribute", "batch", "verify", "object", "approve", "settle", "reconcile",
    "release",
    "withdraw", "reverse",
  ]

  @Test(
    "are what a slow reckoning from the dump gives, for every period",
    arguments: TestSize.seeds(fast: 1, ordinary: 3, long: 30))
  func oracle(seed: UInt64) throws {
    #expect(FigureTests.codes.count == 23)
    try WalkedBook.make(seed: seed) { walked in
      // Of a long run's many walks some never come to a settlement; those of an ordinary one come to everything.
      for kind in FigureTests.wanted where seed <= 3 {
        #expect(walked.done[kind, default: 0] > 0, "the walk has never done \(kind): \(walked.done)")
      }
      let schemes = try walked.book.recordedSchemes()
      let today = try #require(Day("2018-12-28"))
      var compared = 0
      for code in TestSize.spread(FigureTests.codes, fast: 8) {
        let period = try #require(Period(code))
        let report = try PeriodReport.of(walked.book, period, today: today, threads: 2)
        let now = Oracle(
          walked.entries, from: period.first, to: report.about.asOf, schemes: schemes, or: report.about.scheme
        )
        let before = Oracle(
          walked.entries, from: period.before.first, to: period.before.last, schemes: schemes,
          or: report.about.scheme)
        let known = Set(report.figures.all.map(\.row))
        #expect(Set(now.rows.keys).subtracting(known).isEmpty, "\(code): the report leaves rows out")
        for figure in report.figures.all {
          let row = figure.row
          let isOptional = FigureTests.mayBeUnknown.contains { row.hasPrefix($0) }
          func expected(_ oracle: Oracle, _ isRecorded: Bool) -> Int64? {
            guard isRecorded else { return nil }
            return oracle.rows[row].map { Int64($0) } ?? (isOptional ? nil : 0)
          }
          #expect(
            figure.value == expected(now, !report.about.isBeforeCasebook), "\(code) \(row), seed \(seed)")
          compared += 1
          guard !row.hasPrefix("course.") else { continue }
          let isComparable = !row.hasPrefix("staircase.") || now.scheme.benefits == before.scheme.benefits
          #expect(
            figure.before == expected(before, report.about.hasBefore && isComparable),
            "\(code) \(row), before, seed \(seed)")
        }
      }
      #expect(compared > TestSize.volume(fast: 1000, ordinary: 3000, long: 3000))
    }
  }

  @Test("add up: cases, the fund, parts and wholes, months and quarters", arguments: [4] as [UInt64])
  func identities(seed: UInt64) throws {
    try WalkedBook.make(seed: seed) { walked in
      let today = try #require(Day("2018-12-28"))
      func report(_ code: String) throws -> PeriodReport {
        try PeriodReport.of(walked.book, try #require(Period(code)), today: today, threads: 2)
      }
      var compared = 0
      for code in ["2018-05", "2018Q2", "2018H1", "2018"] {
        let figures = try report(code).figures
        func value(_ measure: Measure) -> Int64 { figures[measure].value ?? -1 }
        #expect(value(.declared) == value(.open) + value(.paidCases) + value(.denied) + value(.withdrawn))
        #expect(
          value(.declaredAmount)
            == value(.openAmount) + value(.paidAmount) + value(.deniedAmount) + value(.withdrawnAmount))
        #expect(
          value(.contributed) + value(.owed) == value(.paid) + value(.promised) + value(.left))
        if figures[.paid].before != nil {
          #expect(figures[.paid].change == value(.paidIn) - value(.takenBack))
          #expect(figures[.promised].change == value(.promisedIn) - value(.released) - value(.paidIn))
          compared += 1
        }
        #expect(value(.registered) == value(.covered) + value(.notProtected) + value(.groupUnknown))
        let parts: [(Measure, [Measure])] = [
          (.promisedIn, [.promisedByPeril, .promisedByGroup, .promisedByTownship]),
          (.paidIn, [.paidByPeril, .paidByGroup, .paidByTownship]),
          (.householdsPaid, [.householdsPaidByTownship]),
          (.opened, [.openedByWay, .openedByPeril]),
          (.openedAmount, [.openedAmountByWay, .openedAmountByPeril]),
          (.decided, [.byOutcome, .byReason]), (.claimed, [.claimedByOutcome, .claimedByReason]),
          (.awarded, [.awardedByOutcome, .awardedByReason]), (.declared, [.byState]),
          (.declaredAmount, [.amountByState]), (.covered, [.householdsByGroup, .householdsByTownship]),
          (.people, [.peopleByGroup, .peopleByTownship]),
          (.membersUnknown, [.unknownByGroup, .unknownByTownship]),
        ]
        for (whole, measures) in parts {
          for measure in measures {
            let sum = figures.keys(of: measure).reduce(0) { $0 + (figures[measure, $1].value ?? 0) }
            #expect(sum == value(whole), "\(code): \(measure.row)")
          }
        }
      }
      #expect(compared >= 2)
      let months = try ["2018-04", "2018-05", "2018-06"].map { try report($0).figures }
      let quarter = try report("2018Q2").figures
      let flows: Set<Section> = [.payouts, .intake, .objections, .corrections, .decisions]
      let distinct: [Measure] = [.householdsPromised, .householdsPaid, .householdsPaidByTownship]
      var added = 0
      for figure in quarter.all
      where flows.contains(figure.measure.section) && !distinct.contains(figure.measure) {
        let sum = months.reduce(0) { $0 + ($1[figure.measure, figure.key].value ?? 0) }
        #expect(figure.value == sum, "\(figure.row)")
        added += 1
      }
      #expect(added > 60)
      // The day's own commands say the same.
      let year = try report("2018")
      let fund = try walked.book.fund(on: today)
      #expect(year.figures[.left].value == fund.left.fen)
      #expect(year.figures[.forecastLeft].value == fund.forecast?.leftAtEnd.fen)
      #expect(year.figures[.forecastPromised].value == fund.forecast?.decidedByEnd.fen)
      #expect(year.figures[.waitingAmount].value == fund.waiting.fen)
      let totals = try walked.book.caseTotals()
      for state in CaseState.allCases {
        #expect(year.figures[.byState, state.rawValue].value == Int64(totals.byState[state]?.cases ?? 0))
      }
      let overdue = try walked.book.inbox().filter { $0.isOverdue(on: today) }
      #expect(year.figures[.overdue].value == Int64(overdue.count))
    }
  }

  @Test("of a period are the 'before' of the next", .from(.ordinary), arguments: [5] as [UInt64])
  func before(seed: UInt64) throws {
    try WalkedBook.make(seed: seed) { walked in
      let today = try #require(Day("2018-12-28"))
      let period = try #require(Period("2018-07"))
      let next = try PeriodReport.of(walked.book, period, today: today, threads: 2).figures
      let own = try PeriodReport.of(walked.book, period.before, today: today, threads: 2).figures
      var compared = 0
      for figure in own.all where figure.measure.section != .course {
        guard next.keys(of: figure.measure).contains(figure.key),
          next[figure.measure, figure.key].before != nil
        else {
          continue
        }
        #expect(next[figure.measure, figure.key].before == figure.value, "\(figure.row)")
        compared += 1
      }
      #expect(compared > 200)
    }
  }
}

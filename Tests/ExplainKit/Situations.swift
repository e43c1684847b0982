import Claims
import Rules
import TestKit
import Units

/// At least one situation for each row of the decision table, and the readings, years and subjects there are.
extension Situation {
  package static let all: [Situation] = rows + money

  static let rows: [Situation] = [
    .init(name: "duplicate", bills: [.init("18000", id: "C-1"), .init("18000", id: "C-1")]),
    .init(
      name: "duplicate-unclear", household: household(income: nil),
      bills: [.init("9", id: "C-1"), .init("9", id: "C-1")]),
    .init(
      name: "id-conflict", bills: [.init("18000", id: "C-1"), .init("20000", id: "C-1", day: "2018-03-06")]),
    .init(name: "withdrawn", bills: [.init("18000", id: "C-1"), .init("0", id: "C-1", corrects: true)]),
    .init(name: "unknown-household", household: nil),
    .init(name: "unclear-entry", household: household(isClear: false)),
    .init(name: "unclear-group", household: household(group: nil, members: nil)),
    .init(name: "group-not-covered", household: household(group: 2, income: nil)),
    .init(name: "peril-not-covered", bills: [.init("500", peril: 2)]),
    .init(name: "cause-elsewhere", bills: [.init("20000", peril: 1, cause: 0)]),
    .init(name: "before-first-day", bills: [.init("18000", day: "2017-09-30")]),
    .init(name: "after-last-day", county: County(until: .of("2018-01-31"))),
    .init(name: "compensated", bills: [.init("18000", cause: 1, compensated: true)]),
    .init(name: "asset", household: household(assets: [2, 0, nil])),
    .init(name: "income-above", household: household(income: "18000")),
    .init(name: "income-equal", household: household(income: "17712")),
    .init(name: "compensation-unknown", bills: [.init("18000", cause: 1)]),
    .init(name: "assets-missing", household: household(income: nil, assets: [nil, 0, nil])),
    .init(name: "income-unknown", household: household(income: nil)),
    .init(name: "line-unknown", bills: [.init("18000", day: "2020-03-05")]),
    .init(name: "scheme-silent", county: County(silentLine: true)),
    .init(name: "below-line", bills: [.init("3000")]),
    .init(name: "at-line", bills: [.init("2000"), .init("3000", day: "2018-04-01")]),
    .init(
      name: "cap-exhausted", bills: [.init("60000", peril: 1), .init("5000", peril: 1, day: "2018-07-01")]),
    .init(
      name: "cap-exhausted-april",
      county: County(yearStart: PolicyYear.Start(month: 4, day: 1) ?? .calendar),
      bills: [.init("60000", peril: 1), .init("5000", peril: 1)]),
    .init(name: "no-further", bills: [.init("14999.99"), .init("0.01", day: "2018-05-01")]),
    .init(name: "rounds-to-zero", household: household(group: 1), bills: [.init("20000.01")]),
  ]

  static let money: [Situation] = [
    .init(name: "covered-whole"),
    .init(name: "covered-by-band", county: County(reading: .byBand)),
    .init(name: "covered-rounded", bills: [.init("14999.99")]),
    .init(
      name: "covered-history",
      bills: (10...23).map { .init("1500.55", day: "2018-03-\($0)") }),
    .init(
      name: "covered-carried", bills: [.init("3000"), .init("9000", day: "2018-06-01")],
      carried: Account(accumulated: Yuan(fen: 600_000), paid: Yuan(fen: 70_000))),
    .init(name: "covered-to-cap", bills: [.init("47500", peril: 1)]),
    .init(
      name: "cap-each-member",
      county: County(illnessCap: .amount(.known(Yuan(fen: 100_000), County.taken), per: .person))),
    .init(name: "whole-of-cost", county: County(reading: .byBand, pays: .whole)),
    .init(name: "person", county: County(sumOver: .person), bills: [.init("18000", person: "P-7")]),
    .init(name: "person-unknown", county: County(sumOver: .person)),
    .init(name: "same-either-way", bills: [.init("9000")]),
    .init(
      name: "corrected",
      bills: [.init("18000", id: "C-1"), .init("30000"), .init("12000", id: "C-1", corrects: true)]),
  ]
}

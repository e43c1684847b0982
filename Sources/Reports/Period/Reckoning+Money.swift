import Casebook
import Journal
import Rules
import Units

extension Reckoning {
  /// The forecast as of the day of the reckoning, by the rule of `casebook fund`; `nil` before the first contribution.
  func forecastOfFund() -> FundForecast? {
    guard let first = fold.ledger.contributions.first(where: { $0 <= serial }),
      let day = Day(serial: Int(first))
    else { return nil }
    let from = max(policyYear.lowerBound, day)
    guard from <= asOf else { return nil }
    let since = Int32(truncatingIfNeeded: from.serial)
    var sum: Int64 = 0
    for course in side.cases.courses
    where course.isCounted && course.decided >= since {
      sum += course.payout
    }
    return FundForecast(
      from: from, to: asOf, end: policyYear.upperBound, decided: Yuan(fen: sum), left: Yuan(fen: fund.left),
      waiting: Yuan(fen: cases.waitingAmount))
  }

  /// Paid and promised as a share of what came in, in tenths of a percent, rounded half up; `nil` where nothing came in.
  var used: Int64? {
    guard fund.cameIn > 0 else { return nil }
    return Int64(clamping: (2 * Int128(fund.out) * 1000 + Int128(fund.cameIn)) / (2 * Int128(fund.cameIn)))
  }

  /// The days at which the money is looked at: the end of each month of the policy year up to the end, and the end itself.
  var course: [Day] {
    var days: [Day] = []
    var (year, month) = (policyYear.lowerBound.year, policyYear.lowerBound.month)
    while let day = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)), day < asOf,
      day < policyYear.upperBound
    {
      days.append(day)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return days + [asOf]
  }
}

extension FigureDraft {
  mutating func addFund(_ pair: Pair) {
    add(.contributed, pair) { $0.fund.contributed }
    add(.called, pair) { $0.fund.called }
    add(.owed, pair) { $0.fund.owed }
    add(.promised, pair) { $0.fund.promised }
    add(.paid, pair) { $0.fund.paid }
    add(.left, pair) { $0.fund.left }
    add(.receivable, pair) { $0.cases.receivable }
    add(.used, pair, optional: { $0.used })
    add(.contributedIn, pair) { $0.flows.amount(.contribute) }
    add(.calledIn, pair) { $0.flows.called }
    add(.waiting, pair) { $0.cases.waiting }
    add(.waitingAmount, pair) { $0.cases.waitingAmount }
    add(.forecastPromised, pair, optional: { $0.forecast?.decidedByEnd.fen })
    add(.forecastLeft, pair, optional: { $0.forecast?.leftAtEnd.fen })
    add(.forecastDays, pair, optional: { $0.forecast?.daysLeft })
    // A month's end has no counterpart in the period before: the course tells of one policy year.
    for (measure, value) in FigureDraft.course {
      for day in pair.now.course {
        let sums = pair.now.fold.ledger.sums(upTo: Int32(truncatingIfNeeded: day.serial))
        addAlone(measure, day.description, value(sums))
      }
    }
  }

  private static let course: [(Measure, @Sendable (MoneyLedger.Sums) -> Int64)] = [
    (.courseIn, { $0.cameIn }), (.coursePromised, { $0.out }), (.coursePaid, { $0.paid }),
  ]

  mutating func addPayouts(_ pair: Pair) {
    add(.promisedIn, pair) { $0.flows.promised.total }
    add(.paidIn, pair) { $0.flows.paid.total }
    add(.payments, pair) { $0.flows.payments }
    add(.householdsPromised, pair) { Int64($0.flows.promised.townships.count { $0 >= 0 }) }
    add(.householdsPaid, pair) { Int64($0.flows.paid.townships.count { $0 >= 0 }) }
    let fold = pair.now.fold
    let perils = Reckoning.order(pair.now.scheme.perils.map(\.id), fold.perils)
    add(.promisedByPeril, each: perils, pair) { $0.flows.promised.byPeril.of($1, in: fold.perils) }
    add(.paidByPeril, each: perils, pair) { $0.flows.paid.byPeril.of($1, in: fold.perils) }
    let groups = Reckoning.order(pair.now.scheme.groups.filter(\.isProtected).map(\.id), fold.groups)
      .filter { word in
        pair.now.scheme.groups.contains { $0.id == word && $0.isProtected }
          || [pair.now, pair.before].contains {
            $0.flows.promised.byGroup.of(word, in: fold.groups) != 0
              || $0.flows.paid.byGroup.of(word, in: fold.groups) != 0
          }
      }
    add(.promisedByGroup, each: groups, pair) { $0.flows.promised.byGroup.of($1, in: fold.groups) }
    add(.paidByGroup, each: groups, pair) { $0.flows.paid.byGroup.of($1, in: fold.groups) }
    let townships = pair.townships
    add(.promisedByTownship, each: townships, pair) {
      $0.flows.promised.byTownship.of($1, in: fold.townships)
    }
    add(.paidByTownship, each: townships, pair) { $0.flows.paid.byTownship.of($1, in: fold.townships) }
    add(.householdsPaidByTownship, each: townships, pair) { reckoning, word in
      let code = fold.townships.words.firstIndex(of: word).map { Int32($0) } ?? -2
      return Int64(reckoning.flows.paid.townships.count { $0 == code })
    }
  }
}

extension FigureDraft.Pair {
  /// The townships in which somebody is covered or was promised or paid something, now or before, in the order of the
  /// register; what is not known last.
  var townships: [String] {
    let words = now.fold.townships.words
    let used = words.indices.filter { code in now.uses(township: code) || before.uses(township: code) }
    return used.filter { $0 != 0 }.map { words[$0] } + (used.contains(0) ? [Vocabulary.unknown] : [])
  }
}

extension Reckoning {
  fileprivate func uses(township code: Int) -> Bool {
    flows.promised.byTownship[code] != 0 || flows.paid.byTownship[code] != 0
      || cover.byTownship[Int32(truncatingIfNeeded: code)] != nil || code == 0 && cover.byTownship[-1] != nil
  }
}

import Casebook
import Rules
package import Units

/// What the policy year comes to if it goes on as it began: the rule of `casebook fund`, as of a day.
package struct FundForecast: Hashable, Sendable {
  /// From the policy year's beginning or the first contribution, whichever is later.
  package let from: Day
  package let to: Day
  /// The policy year's last day.
  package let end: Day
  /// What was decided to be paid in these days and still stands.
  package let promised: Yuan
  /// ``promised`` × days of the whole ÷ days so far, both ends counted, rounded half up to the fen.
  package let promisedByEnd: Yuan
  /// What would then be left of the fund; below zero, what it would lack.
  package let leftAtEnd: Yuan
  /// After how many days from ``to`` what is left is used up: left × days so far ÷ promised, rounded up; `nil` where
  /// nothing was promised.
  package let daysLeft: Int64?

  /// How many days ``promised`` was made in, and how many there will have been at the end.
  package var days: (soFar: Int, whole: Int) { (to - from + 1, end - from + 1) }
  /// The day on which what is left is used up; `nil` where that is never, or beyond the calendar.
  package var usedUpOn: Day? { daysLeft.flatMap { Int(exactly: $0) }.flatMap { to.adding(days: $0) } }
}

extension FundForecast {
  init?(_ reckoning: Reckoning) {
    guard let first = reckoning.fold.ledger.contributions.first(where: { $0 <= reckoning.serial }),
      let day = Day(serial: Int(first))
    else { return nil }
    from = max(reckoning.policyYear.lowerBound, day)
    to = reckoning.asOf
    end = reckoning.policyYear.upperBound
    guard from <= to else { return nil }
    let since = Int32(truncatingIfNeeded: from.serial)
    var sum: Int64 = 0
    for course in reckoning.side.standing.courses
    where course.isCounted && course.caseState != .exhausted && course.decided >= since {
      sum += course.payout
    }
    promised = Yuan(fen: sum)
    let (soFar, whole) = (Int128(to - from + 1), Int128(end - from + 1))
    promisedByEnd = Yuan(fen: Int64(clamping: (2 * Int128(sum) * whole + soFar) / (2 * soFar)))
    leftAtEnd = Yuan(fen: reckoning.fund.left) - (promisedByEnd - promised)
    let left = Int128(max(reckoning.fund.left, 0))
    daysLeft = sum > 0 ? Int64(clamping: (left * soFar + Int128(sum) - 1) / Int128(sum)) : nil
  }
}

extension Reckoning {
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
    add(.promised, pair) { $0.fund.promised }
    add(.paid, pair) { $0.fund.paid }
    add(.left, pair) { $0.fund.left }
    add(.used, pair, optional: { $0.used })
    add(.contributedIn, pair) { $0.flows.amount(.contribute) }
    add(.calledIn, pair) { $0.flows.called }
    add(.waiting, pair) { $0.cases.byState[.exhausted] }
    add(.waitingAmount, pair) { $0.cases.waitingAmount }
    add(.forecastPromised, pair, optional: { $0.forecast?.promisedByEnd.fen })
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

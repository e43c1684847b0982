import TestKit

/// The claims of one household for one peril and year, in the order they come.
///
/// Amounts are the steps between chosen sums, so that the year's sum lands on the warning line, on a
/// band's edge, on the sum that first reaches the cap, or a fen beside one of them.
struct MakeStories {
  static func make(for household: MadeHousehold, using random: inout Seeded) -> [SheetRow] {
    let peril = random.pick(Peril.allCases)
    let year = random.pick([2016, 2017, 2017, 2018, 2018, 2018, 2019, 2019, 2020, 2021, 2021, 2022])
    var amounts = steps(through: sums(peril, household.group), using: &random)
    if random.chance(200) { amounts.shuffle(using: &random) }
    return amounts.map { amount in
      let cause = cause(peril, using: &random)
      return SheetRow(cells: [
        .missing, .id(household.id), .peril(peril), .day(day(year, using: &random)), .money(fen: amount),
        cause.map { .cause($0) } ?? .missing, compensated(cause, using: &random),
        random.chance(300) ? .answer(.no) : .missing,
      ])
    }
  }

  /// Sums of the year's cost worth landing on, in fen.
  private static func sums(_ peril: Peril, _ group: Group) -> [Int] {
    guard let stairs = PaperRules.staircase(peril, group) else { return [1, 100] }
    let line = stairs.line * 100
    var marks = [line, line + stairs.under * 100, line + stairs.above * 100]
    // 80 % of 37,500 is the cap at once; 4,000 + 12,000 + 80 % of 17,500 is it by band.
    if stairs.cap != nil { marks += [line + 3_750_000, line + 4_750_000] }
    return [1, line + 2, line + 5] + marks.flatMap { [$0 - 1, $0, $0 + 1] }
  }

  private static func steps(through sums: [Int], using random: inout Seeded) -> [Int] {
    var stops = Set<Int>()
    for _ in 0..<random.number(1...9) {
      stops.insert(random.chance(600) ? random.pick(sums) : random.number(1...16_000_000))
    }
    if random.chance(20) { stops.insert((stops.max() ?? 0) + 10_000_000_000) }
    var before = 0
    return stops.sorted().map { stop in
      defer { before = stop }
      return stop - before
    }
  }

  private static func day(_ year: Int, using random: inout Seeded) -> CalendarDay {
    if random.chance(15) {
      return random.pick([
        CalendarDay(year: 2017, month: 9, day: 30), CalendarDay(year: 2017, month: 10, day: 1),
        CalendarDay(year: 2020, month: 2, day: 29), CalendarDay(year: 2021, month: 12, day: 31),
        CalendarDay(year: 2022, month: 1, day: 1), CalendarDay(year: 1990, month: 1, day: 1),
        CalendarDay(year: 2025, month: 12, day: 31), CalendarDay(year: 2000, month: 2, day: 29),
      ])
    }
    let month = random.number((year == 2017 ? 10 : 1)...12)
    if random.chance(50) {
      return random.chance(500)
        ? CalendarDay(year: year, month: year == 2017 ? 10 : 1, day: 1)
        : CalendarDay(year: year, month: 12, day: 31)
    }
    let last = CalendarDay.days(inMonth: month, of: year)
    return CalendarDay(year: year, month: month, day: random.number(1...last))
  }

  private static func cause(_ peril: Peril, using random: inout Seeded) -> Cause? {
    if random.chance(750) { return nil }
    if random.chance(60) { return random.pick(Cause.allCases) }
    let leading = Cause.allCases.filter { PaperRules.leads($0, to: peril) }
    return leading.isEmpty ? nil : random.pick(leading)
  }

  private static func compensated(_ cause: Cause?, using random: inout Seeded) -> Cell {
    if cause == .trafficAccident, random.chance(600) { return .answer(.no) }
    return random.pick([.missing, .missing, .answer(.yes), .answer(.no)])
  }
}

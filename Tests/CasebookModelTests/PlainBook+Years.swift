/// A policy year that was closed, when it was last, and when it was opened again.
struct PlainYear: Sendable {
  let first: Int
  let last: Int
  let closedOn: Int
  var reopenedOn: Int?
}

extension PlainBook {
  /// The county closes a policy year that is over. What is open of it goes on, or is withdrawn as far as nothing is promised.
  mutating func closeYear(
    _ year: Int, _ ending: PlainEnding?, _ actor: PlainActor, _ on: Int
  ) throws(Refused) -> String {
    try need("county", of: actor)
    let first = PlainDay.of(year, rules.yearStart.month, rules.yearStart.day)
    let last = PlainDay.of(year + 1, rules.yearStart.month, rules.yearStart.day) - 1
    if on <= last { throw Refused(code: "in-the-future") }
    if let before = years[first] {
      guard let reopened = before.reopenedOn else { throw Refused(code: "already-done") }
      if on < reopened { throw Refused(code: "before-last-step") }
    }
    let open = cases.filter { file in
      if PlainMove.closed.contains(file.state) { return false }
      let own = bills.filter { $0.casefile == file.number }.map(\.bill.incurred)
      let days = file.isScreened ? own : [file.incurred]
      return days.contains { $0 >= first && $0 <= last }
    }
    if !open.isEmpty, ending == nil { throw Refused(code: "open-cases") }
    if open.contains(where: { on < $0.since }) { throw Refused(code: "before-last-step") }
    years[first] = PlainYear(first: first, last: last, closedOn: on)
    entries += 1
    var ended: [Int] = []
    for file in open where ending == .end {
      let isPromised = ["approved", "settled", "returned", "exhausted"].contains(file.state)
      if isPromised, mistake != .whatIsPromisedEnds { continue }
      if isOwn(actor, file.household) { throw Refused(code: "own-household") }
      withdraw(file.number - 1, "the year is over", actor, on)
      ended.append(file.number)
    }
    return "ended \(ended) carried \(open.map(\.number).filter { !ended.contains($0) })"
  }

  mutating func reopenYear(_ year: Int, _ actor: PlainActor, _ on: Int) throws(Refused) {
    try need("county", of: actor)
    let first = PlainDay.of(year, rules.yearStart.month, rules.yearStart.day)
    guard let closed = years[first], closed.reopenedOn == nil else { throw Refused(code: "already-done") }
    if on < closed.closedOn { throw Refused(code: "before-last-step") }
    years[first]?.reopenedOn = on
    entries += 1
  }

  /// Whether nothing new begins for an event of a day; of one that was of another day, whether that lies in another year.
  func isClosed(_ event: Int, insteadOf day: Int? = nil) -> Bool {
    guard mistake != .closedYearsTakeCases else { return false }
    return years.values.contains { year in
      let days = year.first...year.last
      return year.reopenedOn == nil && days.contains(event) && !(day.map { days.contains($0) } ?? false)
    }
  }
}

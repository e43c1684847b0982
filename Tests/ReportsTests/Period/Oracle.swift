import Foundation
import Rules
import Units

/// The figures of a period, reckoned from the journal's dump in the slowest and plainest way: each by going through the
/// entries once more.
struct Oracle {
  struct Line {
    let kind: String
    let day: Day
    let said: [String: Any]
    let order: Int

    func text(_ key: String) -> String? { said[key] as? String }
    func number(_ key: String) -> Int? { (said[key] as? NSNumber)?.intValue }
    func fen(_ key: String) -> Int { text(key).flatMap { Yuan($0, signed: true) }.map { Int($0.fen) } ?? 0 }
    func answer(_ key: String) -> Bool { (said[key] as? NSNumber)?.boolValue ?? false }
    var to: String? { text("to") }
  }

  let first: Day
  let last: Day
  let scheme: Scheme
  /// All entries of days up to the last.
  let past: [Line]
  /// Those within the period.
  let within: [Line]
  /// The entries of each case, in order; the one that opened it first.
  let cases: [Int: [Line]]
  private(set) var rows: [String: Int] = [:]

  init(
    _ entries: [[String: Any]], from first: Day, to last: Day, schemes: [String: Scheme], or scheme: Scheme
  ) {
    self.first = first
    self.last = last
    let lines: [Line] = entries.enumerated().compactMap { order, entry in
      guard let kind = entry["kind"] as? String, let text = entry["happened_on"] as? String,
        let day = Day(text),
        let said = entry["payload"] as? [String: Any]
      else { return nil }
      return Line(kind: kind, day: day, said: said, order: order)
    }
    precondition(lines.count == entries.count)
    past = lines.filter { $0.day <= last }
    within = past.filter { $0.day >= first }
    let adopted = past.last { ["create", "scheme"].contains($0.kind) }
    // Papers of days before the casebook was made are read by the scheme it was made with.
    self.scheme = schemes[adopted?.text(adopted?.kind == "create" ? "scheme" : "digest") ?? ""] ?? scheme
    let kinds = ["account", "household", "asset", "member", "bill", "contribute"]
    cases = Dictionary(grouping: past.filter { $0.number("case") != nil && !kinds.contains($0.kind) }) {
      $0.number("case") ?? 0
    }
    money()
    flows()
    standing()
    register()
    steps()
    staircases()
  }

  /// What is claimed with a case after some of its lines: as it was opened, or amended since.
  func claimed(_ lines: [Line], before order: Int = .max) -> Int {
    let amended = lines.last { $0.kind == "amend" && $0.order < order }?.said["becomes"] as? [String: Any]
    guard let amount = amended?["amount"] as? String else { return lines[0].fen("amount") }
    return Yuan(amount).map { Int($0.fen) } ?? 0
  }

  mutating func put(_ row: String, _ value: Int) { rows[row] = value }
  mutating func add(_ row: String, _ value: Int) { rows[row, default: 0] += value }

  // MARK: Money

  private struct Fund {
    var (contributed, called, answered, out, paid) = (0, 0, 0, 0, 0)
    var owed: Int { max(0, called - answered) }
    var came: Int { contributed + owed }
  }

  private func fund(_ day: Day) -> Fund {
    var sums = Fund()
    for line in past where line.day <= day {
      sums.contributed += line.kind == "contribute" ? line.fen("amount") : 0
      sums.answered += line.fen("answers")
      sums.called += line.fen("call")
      sums.out += promise(line)
      if line.kind == "reverse" { sums.out -= line.fen("released") }
      if line.kind == "redecide" { sums.out -= Oracle.less(line) }
      if line.kind == "repaid" { sums.out -= line.fen("amount") }
      if line.kind == "repaid" { sums.paid -= line.fen("amount") }
      sums.out -= Oracle.freed(line)
      sums.paid += Oracle.paidIn(line)
    }
    return sums
  }

  func promise(_ line: Line) -> Int {
    switch line.kind {
    case "approve", "decide": line.to == "exhausted" ? 0 : line.fen("payout")
    case "supplement": waits(line) ? 0 : line.fen("amount")
    case "take-up": line.fen("amount")
    default: 0
    }
  }

  private func waits(_ line: Line) -> Bool { line.to == "exhausted" || line.answer("waits") }

  /// What of a case waits for the fund.
  private func waiting(_ lines: [Line]) -> Int {
    guard state(lines) != "reversed" else { return 0 }
    return lines.reduce(0) { sum, line in
      switch line.kind {
      case "approve", "decide": sum + (line.to == "exhausted" ? line.fen("payout") : 0)
      case "supplement": sum + (waits(line) ? line.fen("amount") : 0)
      case "take-up": sum - line.fen("amount")
      case "redecide": sum - line.fen("off_waiting")
      default: sum
      }
    }
  }

  private mutating func money() {
    let now = fund(last)
    put("fund.contributed", now.contributed)
    put("fund.called", now.called)
    put("fund.owed", now.owed)
    put("fund.paid", now.paid)
    put("fund.promised", now.out - now.paid)
    let came = now.came
    put("fund.left", came - now.out)
    put("fund.receivable", cases.values.reduce(0) { $0 + owedBack($1) })
    if came > 0 { put("fund.used", (now.out * 2000 + came) / (2 * came)) }
    for line in within {
      if line.kind == "contribute" { add("fund.contributed_in_period", line.fen("amount")) }
      add("fund.called_in_period", line.fen("call"))
    }
    let year = PolicyYear(containing: last, start: scheme.policyYearStart).began
    for month in 1...12 {
      guard let end = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) else {
        continue
      }
      let day = min(end, last)
      let sums = fund(day)
      put("course.came_in/\(day)", sums.came)
      put("course.promised_or_paid/\(day)", sums.out)
      put("course.paid/\(day)", sums.paid)
    }
    guard let start = past.first(where: { $0.kind == "contribute" })?.day,
      let begin = Day(year: year, month: 1, day: 1),
      let end = Day(year: year, month: 12, day: 31), max(begin, start) <= last
    else { return }
    let from = max(begin, start)
    var sum = 0
    for lines in cases.values where isCounted(lines) {
      if let decided = lines.last(where: { ["approve", "decide"].contains($0.kind) }), decided.day >= from {
        sum += payout(lines)
      }
    }
    let (soFar, whole) = (last - from + 1, end - from + 1)
    let byEnd = (2 * sum * whole + soFar) / (2 * soFar)
    put("fund.forecast_promised", byEnd)
    let free = came - now.out - cases.values.reduce(0) { $0 + waiting($1) }
    put("fund.forecast_left", free - byEnd + sum)
    if sum > 0 { put("fund.forecast_days", (max(free, 0) * soFar + sum - 1) / sum) }
  }

  // MARK: Cases

  func state(_ lines: [Line]) -> String { lastStep(lines)?.to ?? "" }

  /// A proposal, and its second, are no step of a case: it stands as it stood.
  private func lastStep(_ lines: [Line]) -> Line? { lines.last { $0.to != nil } }

  func isCounted(_ lines: [Line]) -> Bool {
    guard state(lines) != "reversed" else { return false }
    return lines.last { ["approve", "decide", "supplement", "redecide"].contains($0.kind) }?.answer("counted")
      ?? false
  }

  /// What was decided to be paid last, and the supplements since; papers of a supplement may be of an earlier day.
  func payout(_ lines: [Line]) -> Int {
    guard state(lines) != "reversed" else { return 0 }
    let decided = lines.lastIndex { ["approve", "decide"].contains($0.kind) }
    return (decided.map { lines[$0].fen("payout") } ?? 0)
      + lines[(decided ?? 0)...].filter { $0.kind == "supplement" }.reduce(0) { $0 + $1.fen("amount") }
      + lines.filter { $0.kind == "redecide" }.reduce(0) { $0 + $1.fen("becomes") - $1.fen("was") }
  }

  private mutating func standing() {
    let groups = [
      "paid": ["paid"], "denied": ["denied"], "withdrawn": ["withdrawn", "reversed"],
      "open": [
        "opened", "verified", "visited", "appraised", "disclosed", "confirmed", "approved", "settled",
        "returned",
        "exhausted", "pended",
      ],
    ]
    let calendar = scheme.administration.calendar
    for lines in cases.values {
      let (now, amount) = (state(lines), claimed(lines))
      add("cases.by_state/\(now)", 1)
      add("cases.amount_by_state/\(now)", amount)
      add("cases.all", 1)
      add("cases.all_amount", amount)
      for (name, states) in groups where states.contains(now) {
        add("cases.\(name)", 1)
        add("cases.\(name)_amount", amount)
        if name == "open" {
          add("attention.waiting_by_step/\(now)", 1)
          let wait = last - (lastStep(lines)?.day ?? last)
          put(
            "attention.longest_wait_by_step/\(now)",
            max(rows["attention.longest_wait_by_step/\(now)"] ?? 0, wait))
        }
      }
      if waiting(lines) > 0 {
        add("fund.waiting", 1)
        add("fund.waiting_amount", waiting(lines))
      }
      let open = lines.filter { $0.kind == "object" }.count - lines.filter { $0.kind == "resolve" }.count
      if now == "disclosed" {
        add("attention.objections_open", open)
        if open == 0, let until = lastStep(lines)?.text("until").flatMap({ Day($0) }), until < last {
          add("attention.notice_over", 1)
        }
      }
      let paid = lines.reduce(0) { $0 + Oracle.paidIn($1) }
      guard ["approved", "settled", "returned"].contains(now),
        let days = scheme.administration.paymentWorkingDays.value, let from = firstUnpaid(lines, paid),
        let due = calendar.term(workingDays: days, from: from)?.last, due < last
      else { continue }
      add("attention.payments_overdue", 1)
      add("attention.payments_overdue_amount", payout(lines) - paid - waiting(lines))
      put(
        "attention.payments_overdue_longest", max(rows["attention.payments_overdue_longest"] ?? 0, last - due)
      )
    }
  }

  /// The day of the first promise that what was paid does not cover.
  private func firstUnpaid(_ lines: [Line], _ paid: Int) -> Day? {
    var sum = lines.filter { $0.kind == "redecide" }.reduce(0) { $0 - Oracle.less($1) }
    for line in lines {
      sum += promise(line)
      if sum > paid { return line.day }
    }
    return nil
  }

  // MARK: The register

  /// What was known of a household on a day, by the first so many entries of the journal.
  func known(_ household: String, on day: Day, before order: Int = .max) -> [String: Any]? {
    var known: [String: Any]?
    let facts = past.filter {
      ["household", "asset", "verify"].contains($0.kind) && $0.text("household") == household && $0.day <= day
        && $0.order < order && ($0.kind != "verify" || $0.number("count") != nil)
    }
    for fact in facts.sorted(by: { ($0.day, $0.order) < ($1.day, $1.order) }) {
      known = known ?? [:]
      for key in ["group", "members", "township"] { if let value = fact.said[key] { known?[key] = value } }
    }
    return known
  }

  private mutating func register() {
    let households = Set(past.filter { $0.kind == "household" }.compactMap { $0.text("household") })
    for household in households {
      guard let known = known(household, on: last) else { continue }
      add("register.registered", 1)
      guard let group = known["group"] as? String else {
        add("register.group_unknown", 1)
        continue
      }
      guard scheme.groups.first(where: { $0.id == group })?.isProtected == true else {
        add("register.not_protected", 1)
        continue
      }
      let places = ["", "_by_group/\(group)", "_by_township/\(known["township"] as? String ?? "?")"]
      for place in places {
        add("register.covered\(place)", 1)
        if let members = (known["members"] as? NSNumber)?.intValue {
          add("register.people\(place)", members)
        } else {
          add("register.members_unknown\(place)", 1)
        }
      }
    }
  }
}

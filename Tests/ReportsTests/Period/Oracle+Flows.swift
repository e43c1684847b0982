import Rules
import Units

extension Oracle {
  /// The entries of a case up to and with one of them.
  private func decision(of line: Line) -> Line? {
    cases[line.number("case") ?? 0]?.last {
      ["approve", "decide"].contains($0.kind) && $0.order <= line.order
    }
  }

  /// Where money for a case is counted: peril, group and township, as the decision had them.
  private func places(of line: Line) -> [String] {
    guard let lines = cases[line.number("case") ?? 0], let decision = decision(of: line) else { return [] }
    let group = (decision.said["known"] as? [String: Any])?["group"] as? String ?? "?"
    return [
      "", "_by_peril/\(lines[0].text("peril") ?? "")", "_by_group/\(group)",
      "_by_township/\(township(of: line))",
    ]
  }

  private func township(of line: Line) -> String {
    guard let decision = decision(of: line), let household = decision.text("household") else { return "?" }
    return known(household, on: decision.day, before: decision.order)?["township"] as? String ?? "?"
  }

  mutating func flows() {
    var promised: [String: String] = [:]
    var paid: [String: String] = [:]
    for line in within {
      let amount = line.fen("amount")
      switch line.kind {
      case "declare", "screen", "decide":
        for place in ["", "_by_way/\(line.kind)", "_by_peril/\(line.text("peril") ?? "")"] {
          add("intake.opened\(place)", 1)
          add("intake.opened_amount\(place)", amount)
        }
        if line.kind == "decide" { decided(line) }
      case "approve": decided(line)
      case "object": add("objections.raised", 1)
      case "resolve": add(line.answer("upheld") ? "objections.upheld" : "objections.dismissed", 1)
      // Where its money is may be said again.
      case "reverse" where line.text("from") != "reversed":
        add("corrections.reversals", 1)
        add("corrections.released", line.fen("released"))
      case "redecide":
        add("corrections.redecisions", 1)
        add("corrections.released", Oracle.less(line))
      case "repaid": add("corrections.taken_back", amount)
      case "supplement":
        add("corrections.supplements", 1)
        add("corrections.supplement_amount", amount)
      case "take-up":
        add("corrections.taken_up", 1)
        add("corrections.taken_up_amount", amount)
      case "pend": add("corrections.pended", 1)
      case "withdraw": add("corrections.withdrawals", 1)
      case "reconcile" where !line.answer("paid"):
        add("corrections.returned", 1)
        add("corrections.returned_amount", amount)
        add("corrections.released", Oracle.freed(line))
        guard Oracle.corrects(line) else { break }
        add("payouts.payments", -1)
        for place in places(of: line) { add("payouts.paid\(place)", -amount) }
      case "reconcile":
        add("payouts.payments", 1)
        if Oracle.corrects(line) {
          add("corrections.returned", -1)
          add("corrections.returned_amount", -amount)
          add("corrections.released", Oracle.freed(line))
        }
        for place in places(of: line) { add("payouts.paid\(place)", amount) }
        if let household = line.text("household"), paid[household] == nil {
          paid[household] = township(of: line)
        }
      default: break
      }
      let sum = promise(line)
      guard sum > 0 else { continue }
      for place in places(of: line) { add("payouts.promised\(place)", sum) }
      if let household = line.text("household"), promised[household] == nil { promised[household] = "" }
    }
    add("payouts.households_promised", promised.count)
    add("payouts.households_paid", paid.count)
    for township in paid.values { add("payouts.households_paid_by_township/\(township)", 1) }
  }

  private mutating func decided(_ line: Line) {
    let claimed = cases[line.number("case") ?? 0].map { self.claimed($0, before: line.order) } ?? 0
    for place in ["", "_by_outcome/\(line.text("outcome") ?? "")", "_by_reason/\(line.text("reason") ?? "")"]
    {
      add("decisions.\(place.isEmpty ? "decided" : String(place.dropFirst()))", 1)
      add("decisions.claimed\(place)", claimed)
      add("decisions.awarded\(place)", line.fen("payout"))
    }
  }

  // MARK: Steps

  private static let way = [
    "opened", "verified", "visited", "appraised", "disclosed", "confirmed", "decided", "settled", "paid",
  ]

  /// The stage that an entry brings its case to, if any.
  private func stage(_ line: Line) -> String? {
    switch line.kind {
    case "declare", "screen": "opened"
    case "verify": line.to == "verified" ? "verified" : nil
    case "visit", "appraise", "disclose", "confirm": line.to
    case "decide": line.to == "pended" ? "confirmed" : "decided"
    case "approve": line.to == "pended" ? nil : "decided"
    case "settle": "settled"
    case "reconcile": line.answer("paid") && line.to != "reversed" ? "paid" : nil
    case "resolve": line.to == "opened" ? "opened" : nil
    default: nil
    }
  }

  mutating func steps() {
    var days: [String: [Int]] = [:]
    for lines in cases.values {
      let stages = lines.compactMap { line in stage(line).map { ($0, line) } }
      var reached = Set(stages.map(\.0))
      reached.insert("opened")
      // What was recorded as paid by mistake never was in the account.
      var sum = 0
      for line in lines {
        sum += Oracle.paidIn(line) - (line.kind == "repaid" ? line.fen("amount") : 0)
        if Oracle.corrects(line), sum == 0 { reached.remove("paid") }
        if stage(line) == "paid" { reached.insert("paid") }
      }
      if lines.contains(where: {
        ["approve", "decide"].contains($0.kind) && ["approved", "exhausted"].contains($0.to)
      }) {
        reached.insert("approved")
      }
      let isBatch = lines[0].kind == "decide"
      if lines[0].day >= first {
        for stage in reached where !isBatch || !["confirmed"].contains(stage) {
          add("steps.\(isBatch ? "batch_reached" : "reached")/\(stage)", 1)
        }
      }
      for (index, (stage, line)) in stages.enumerated() where line.day >= first && stage != "opened" {
        // A claim of a batch comes in confirmed: that is no step.
        if stage == "confirmed", line.kind == "decide" { continue }
        add("steps.done/\(stage)", 1)
        guard index > 0, let place = Oracle.way.firstIndex(of: stage),
          stages[index - 1].0 == Oracle.way[place - 1]
        else {
          continue
        }
        days[stage, default: []].append(line.day - stages[index - 1].1.day)
      }
    }
    for (stage, taken) in days {
      let sorted = taken.sorted()
      put("steps.timed/\(stage)", sorted.count)
      put("steps.median_days/\(stage)", sorted[(sorted.count + 1) / 2 - 1])
      put("steps.ninetieth_days/\(stage)", sorted[(sorted.count * 9 + 9) / 10 - 1])
    }
  }

  // MARK: Money that comes back

  /// What was promised and is no longer since a case was decided again.
  static func less(_ line: Line) -> Int { line.fen("was") - line.fen("becomes") - line.fen("off_waiting") }

  /// Whether a line puts the bank's answer right.
  static func corrects(_ line: Line) -> Bool { line.kind == "reconcile" && line.text("corrects") != nil }

  /// What is in accounts by a line that was not; below zero what is in them no longer.
  static func paidIn(_ line: Line) -> Int {
    guard line.kind == "reconcile" else { return 0 }
    if line.answer("paid") { return line.fen("amount") }
    return corrects(line) ? -line.fen("amount") : 0
  }

  /// What comes back to the fund by a line, of a case whose decision was taken back; below zero what is out of it after all.
  static func freed(_ line: Line) -> Int {
    guard line.kind == "reconcile", line.to == "reversed" else { return 0 }
    if corrects(line) { return -paidIn(line) }
    return line.answer("paid") ? 0 : line.fen("amount")
  }

  /// What a household owes back: what is in its account of a case whose money is claimed.
  func owedBack(_ lines: [Line]) -> Int {
    guard lines.last(where: { $0.kind == "reverse" })?.text("money") == "claimed" else { return 0 }
    return lines.reduce(0) { sum, line in
      switch line.kind {
      case "reconcile": sum + Oracle.paidIn(line)
      case "repaid": sum - line.fen("amount")
      default: sum
      }
    }
  }

  // MARK: Staircases

  /// An account is a household's of a peril, whatever its group: it lies on the staircase of its latest case.
  mutating func staircases() {
    let year = PolicyYear(containing: last, start: scheme.policyYearStart).began
    var accounts: [String: (cost: Int, paid: Int, benefit: Benefit)] = [:]
    for (_, lines) in cases.sorted(by: { $0.key < $1.key }) where isCounted(lines) {
      let says = lines.filter { ["approve", "decide", "supplement"].contains($0.kind) }
      let word = says.last(where: { $0.text("benefit") != nil })?.text("benefit")
      guard let benefit = scheme.benefits.first(where: { $0.id == word }),
        says.last(where: { $0.number("policy_year") != nil })?.number("policy_year") == year,
        let household = lines[0].text("household")
      else { continue }
      let name = "\(household) \(benefit.peril)"
      let before = accounts[name].map { ($0.cost, $0.paid) } ?? (0, 0)
      accounts[name] = (before.0 + claimed(lines), before.1 + payout(lines), benefit)
    }
    for account in accounts.values {
      guard let curve = BenefitCurve(account.benefit) else { continue }
      let cost = Yuan(fen: Int64(account.cost))
      let band =
        cost > curve.warningLine
        ? (curve.staircase.bandIndex(of: curve.remaining(ofCost: cost)) ?? 0) + 1 : 0
      add("staircase.accounts/\(account.benefit.id)/\(band)", 1)
      add("staircase.accumulated/\(account.benefit.id)/\(band)", account.cost)
      add("staircase.benefit/\(account.benefit.id)/\(band)", account.paid)
    }
  }
}

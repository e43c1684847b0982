import Claims
import Files
import Rules
import Tables
import Units

extension DecisionWriter {
  /// Writes one row with all the columns asked for.
  ///
  /// - Parameter like: the ids on the register that the household's is like, where it is not there itself.
  func write(
    _ row: borrowing ClaimInWork, _ money: Money, person: String?, like: [[UInt8]], into output: OutputBuffer
  ) {
    let ids = Int(row.idCount) + Int(row.householdCount) + (person?.utf8.count ?? 0)
    let texts = like.reduce(ids) { $0 + $1.count + 8 }
    // Codes and words of ours have room of their own.
    let room = unsafe CellWriter.room(texts: texts, columns: DetailFile.Role.allCases.count) + 4096
    var cells = unsafe CellWriter(output.room(for: room), rows)
    guard let reason = Reason(rawValue: row.reason) else { preconditionFailure("every claim is decided") }
    unsafe cells.text(row.id, Int(row.idCount))
    unsafe cells.code(words.outcomes[Int(row.reason)])
    unsafe cells.code(words.reasons[Int(row.reason)])
    unsafe cells.yuan(row.payout)
    if form.detail {
      unsafe cells.text(row.household, Int(row.householdCount))
      unsafe cells.code(words.perils[Int(row.peril)])
      unsafe cells.day(row.day)
      unsafe cells.yuan(row.amount)
      unsafe cells.code(reason.isCounted ? words.yes : words.no)
      if reason.isCounted {
        unsafe writeMoney(row, money, &cells)
      } else {
        for _ in 0..<6 { unsafe cells.missing() }
      }
      unsafe writeFindings(row.findings, besides: reason, like, &cells)
      unsafe cells.code(row.stated.corrects ? words.yes : words.no)
      unsafe cells.code(words.scheme)
      unsafe cells.code(words.earlier)
      if let person { unsafe cells.text(Array(person.utf8)) }
    }
    if form.labels != nil { unsafe cells.text(words.labels[Int(row.reason)]) }
    unsafe output.advance(to: cells.finish())
  }

  /// All that stands against the claim besides the reason, and the ids that its household's is like.
  private func writeFindings(
    _ findings: Findings, besides reason: Reason, _ like: [[UInt8]], _ cells: inout CellWriter
  ) {
    let further = findings.rawValue & ~(1 << UInt32(reason.rawValue))
    guard further != 0 || !like.isEmpty else { return unsafe cells.missing() }
    let codes = words.reasons.indices.filter { further >> UInt32($0) & 1 == 1 }.map { words.reasons[$0] }
    let parts = codes + like.map { DetailFile.likeMark + $0 }
    unsafe cells.text(Array(parts.joined(separator: [0x3B])))
  }

  /// accumulator, warning_line, remaining, rate, benefit, paid_before
  private func writeMoney(_ row: borrowing ClaimInWork, _ money: Money, _ cells: inout CellWriter) {
    guard let plan = adjudicator.plans[Int(row.benefit)] else {
      preconditionFailure("a claim under an unpublished figure pends before it is counted")
    }
    unsafe cells.yuan(money.accumulator)
    unsafe cells.yuan(plan.warningLine.fen)
    let accumulator = Yuan(fen: money.accumulator)
    if accumulator > plan.warningLine {
      let remaining = plan.remaining(accumulator)
      unsafe cells.yuan(remaining.fen)
      if let band = plan.staircase.bandIndex(of: remaining) {
        unsafe cells.code(words.rates[Int(row.benefit)][band])
      } else {
        unsafe cells.missing()
      }
    } else {
      unsafe cells.yuan(0)
      unsafe cells.missing()
    }
    unsafe cells.yuan(money.benefit)
    unsafe cells.yuan(money.paidBefore)
  }
}

/// The words that detailed rows are made of, as bytes.
struct DetailWords {
  let outcomes: [[UInt8]]
  let reasons: [[UInt8]]
  let labels: [[UInt8]]
  let perils: [[UInt8]]
  /// For each benefit and band, its rate.
  let rates: [[[UInt8]]]
  let yes = Array("yes".utf8)
  let no = Array("no".utf8)

  /// The marks of the scheme and of the records that the run is built on.
  let scheme: [UInt8]
  let earlier: [UInt8]

  init(_ adjudicator: Adjudicator, _ form: DecisionWriter.Form) {
    scheme = Array(adjudicator.scheme.mark.utf8)
    earlier = Array(form.earlier.utf8)
    let rows = (0..<Tally.reasons).map { Reason(rawValue: UInt8($0)) }
    outcomes = rows.map { Array(($0?.outcome.rawValue ?? "").utf8) }
    reasons = rows.map { Array(($0?.code ?? "").utf8) }
    labels = rows.map { reason in
      form.labels.map { Array((reason?.name[$0] ?? "").utf8) } ?? []
    }
    perils = adjudicator.scheme.perils.map { Array($0.id.utf8) }
    rates = adjudicator.plans.map { plan in
      plan?.staircase.bands.map { Array($0.rate.description.utf8) } ?? []
    }
  }
}

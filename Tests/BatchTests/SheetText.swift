import Claims
import Files
import Rules
import Tables
import Units

extension TableFormat {
  /// The same, of what is written.
  var written: OutputFormat {
    switch self {
    case .csv: .csv
    case .ndjson: .ndjson
    }
  }
}

/// Rows of words, written the plain way: the test's own, so that the engine's writer is checked by another.
enum SheetText {
  static func text(_ names: [String], _ rows: [[String?]], _ format: TableFormat) -> String {
    switch format {
    case .csv: ([names] + rows).map { $0.map { cell($0 ?? "") }.joined(separator: ",") + "\n" }.joined()
    case .ndjson:
      rows.map { row in
        "{" + zip(names, row).map { "\"\($0)\":" + json($1) }.joined(separator: ",") + "}\n"
      }.joined()
    }
  }

  private static func cell(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func json(_ text: String?) -> String {
    guard let text else { return "null" }
    return "\""
      + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  static func households(_ households: [Household], _ scheme: Scheme, _ format: TableFormat) -> String {
    text(
      ["household_id", "group", "members", "annual_income", "dwellings", "businesses", "vehicles"],
      households.map { house in
        [
          house.id, house.group.map { scheme.groups[$0].id }, house.members.map { "\($0)" },
          house.income.map { "\($0)" },
        ] + house.assets.map { count in count.map { "\($0)" } }
      }, format)
  }

  /// The column of corrections is there only where something is corrected.
  static func claims(_ claims: [Claim], _ scheme: Scheme, _ format: TableFormat) -> String {
    let corrects = claims.contains(where: \.corrects)
    return text(
      [
        "claim_id", "household_id", "peril", "incurred_on", "amount", "person_id", "cause", "compensated",
      ] + (corrects ? ["corrects"] : []),
      claims.map { claim in
        [
          claim.id, claim.household, scheme.perils[claim.peril].id, "\(claim.day)", "\(claim.amount)",
          claim.person, claim.cause.map { scheme.causes[$0].id },
          claim.compensated.map { $0 ? "yes" : "no" },
        ] + (corrects ? [claim.corrects ? "yes" : nil] : [])
      }, format)
  }

  static func decisions(
    _ claims: [Claim], _ decisions: [Decision], _ scheme: Scheme, _ format: TableFormat, detail: Bool,
    labels: Language?, earlier: String = beginning
  ) -> String {
    var names = ["claim_id", "outcome", "reason", "payout"]
    if detail {
      names += [
        "household_id", "peril", "incurred_on", "amount", "counted", "accumulator", "warning_line",
        "remaining", "rate", "benefit", "paid_before", "findings", "corrects", "scheme", "earlier",
      ]
      if scheme.needsPersons { names.append("person_id") }
    }
    if labels != nil { names.append("reason_text") }
    let rows = zip(claims, decisions).map { claim, decision in
      var row: [String?] = [
        claim.id, decision.outcome.rawValue, decision.reason.code, "\(decision.payout)",
      ]
      if detail { row += details(claim, decision, scheme, earlier) }
      if let labels { row.append(decision.reason.name[labels]) }
      return row
    }
    return text(headings(names, in: labels, of: .detail, format), rows, format)
  }

  /// What columns are called in a language; the keys of NDJSON are the same in all.
  private static func headings(
    _ names: [String], in language: Language?, of kind: FileKind, _ format: TableFormat
  ) -> [String] {
    guard language == .zh, format == .csv else { return names }
    return names.map { name in kind.file.fields.first { $0.name == name }?.column.chinese ?? name }
  }

  private static func details(
    _ claim: Claim, _ decision: Decision, _ scheme: Scheme, _ earlier: String
  ) -> [String?] {
    var row: [String?] = [
      claim.household, scheme.perils[claim.peril].id, "\(claim.day)", "\(claim.amount)",
      decision.reason.isCounted ? "yes" : "no",
    ]
    if let money = decision.money {
      let benefit = scheme.benefits[money.benefitIndex]
      let line = benefit.warningLine.value ?? .zero
      let isPassed = money.accumulator > line
      let remaining = isPassed ? money.accumulator - (benefit.pays == .excess ? line : .zero) : .zero
      let band = benefit.staircase.value?.bands.last { band in
        isPassed && (band.includesLower ? remaining >= band.lower : remaining > band.lower)
      }
      row += [
        "\(money.accumulator)", "\(line)", "\(remaining)", band.map { "\($0.rate)" }, "\(money.benefit)",
        "\(money.paidBefore)",
      ]
    } else {
      row += [String?](repeating: nil, count: 6)
    }
    let further = decision.furtherFindings.map(\.code)
    row.append(further.isEmpty ? nil : further.joined(separator: ";"))
    row += [claim.corrects ? "yes" : "no", scheme.mark, earlier]
    if scheme.needsPersons { row.append(claim.person) }
    return row
  }

  /// What a run names that carries on from nothing.
  static let beginning = "e3b0c44298fc1c14"

  /// What the rows of a detailed run say it was built on; `nil` where it has no row.
  static func origin(of decisions: String) -> String? {
    let told = [/"earlier":"([0-9a-f]{16})"/, /,(?:no|yes),[0-9a-f]{16},([0-9a-f]{16})/]
    let origins = told.flatMap { decisions.matches(of: $0).map { String($0.1) } }
    return Set(origins).count == 1 ? origins[0] : nil
  }

  static func payouts(
    _ claims: [Claim], _ decisions: [Decision], _ households: [Household], _ format: TableFormat,
    labels: Language?
  ) -> String {
    let rows: [[String?]] = households.compactMap { house in
      let paid = zip(claims, decisions).filter { $0.household == house.id && $1.payout > .zero }.map(
        \.1.payout)
      return paid.isEmpty ? nil : [house.id, "\(paid.count)", "\(paid.reduce(.zero, +))"]
    }
    let names = headings(["household_id", "claims", "payout"], in: labels, of: .batchPayouts, format)
    let text = text(names, rows, format)
    guard format == .ndjson else { return text }
    // A count is a number, not a text.
    return text.replacing(/"claims":"([0-9]+)"/) { "\"claims\":\($0.output.1)" }
  }
}

import Casebook
import Claims
import Explain
import Rules
import Units

extension Letter {
  /// A line of the calculation.
  struct Line: Hashable {
    /// The fact's name in the explanation's JSON.
    let key: String
    let label: Wording
    let sum: String
    let note: Wording?
  }

  /// The calculation in brief: the money of the explanation's ladder, from the year's cost to the payout. Empty where
  /// the claim was not counted.
  var calculation: [Line] {
    guard case .decision(let explanation) = matter else { return [] }
    let passages = explanation.steps.filter { $0.code == "account" || $0.code == "staircase" }
    let parts = passages.flatMap(\.parts)
    let facts = parts.compactMap { part in if case .fact(let fact) = part { fact } else { nil } }
    var lines: [Line] = []
    for fact in facts {
      if fact.key == "product" { lines += slices(parts) }
      guard Letter.labels[fact.key] != nil, !isIdle(fact, among: facts) else { continue }
      let (label, note) = (Letter.labels[fact.key] ?? fact.label, note(on: fact, among: facts))
      switch fact.value {
      case .yuan(let sum): lines.append(Line(key: fact.key, label: label, sum: sum.grouped, note: note))
      case .exact(let sum): lines.append(Line(key: fact.key, label: label, sum: sum.grouped, note: note))
      default: break
      }
    }
    return lines
  }

  /// What the figures are called in a letter: everyday words for those of the ladder.
  private static let labels: [String: Wording] = [
    "carried_accumulated": Wording(zh: "以前记下的自付费用", en: "cost counted in earlier runs"),
    "accumulated_before": Wording(zh: "本年度以前的自付费用", en: "own cost earlier in the year"),
    "amount": Wording(zh: "这次的自付费用", en: "own cost this time"),
    "accumulator": Wording(zh: "本年度自付费用合计", en: "own cost of the year so far"),
    "warning_line": Wording(zh: "防贫预警线（超过才赔）", en: "warning line, which must be passed"),
    "remaining": Wording(zh: "可以赔的部分", en: "part that is paid on"),
    "product": Wording(zh: "按比例应得", en: "share of it"),
    "earned": Wording(zh: "四舍五入到分", en: "rounded to the fen"),
    "cap": Wording(zh: "一年最多赔（封顶额）", en: "most of a year (the cap)"),
    "paid_under_cap": Wording(zh: "其中全家已赔", en: "of it paid to the household"),
    "benefit": Wording(zh: "本年度应赔合计", en: "due for the year so far"),
    "paid_before": Wording(zh: "以前已赔", en: "paid before"),
    "payout": Wording(zh: "这次赔付", en: "paid this time"),
  ]

  /// The few words beside a figure that help to reckon after.
  private func note(on fact: Fact, among facts: [Fact]) -> Wording? {
    switch fact.key {
    case "product", "cap": return fact.note
    case "remaining":
      return fact.value == facts.first { $0.key == "accumulator" }?.value
        ? Wording(zh: "超过后按全部费用", en: "all of it, once the line is passed")
        : Wording(zh: "超出防贫预警线的部分", en: "what lies above the line")
    default: return nil
    }
  }

  /// A line that repeats the one before it, or says that there was nothing before.
  private func isIdle(_ fact: Fact, among facts: [Fact]) -> Bool {
    func value(_ key: String) -> Value? { facts.first { $0.key == key }?.value }
    switch fact.key {
    case "accumulated_before", "paid_before", "carried_accumulated": return fact.value == .yuan(.zero)
    case "accumulator": return value("accumulated_before") == .yuan(.zero)
    case "earned":
      guard case .exact(let product)? = value("product"), case .yuan(let earned) = fact.value else {
        return false
      }
      return ExactYuan(earned) == product
    case "benefit": return fact.value == value("earned") || value("paid_before") == .yuan(.zero)
    default: return false
    }
  }

  /// The slices of a staircase that is read by band, those that hold something.
  private func slices(_ parts: [Passage.Part]) -> [Line] {
    parts.flatMap { part -> [Line] in
      guard case .table(let table) = part, table.key == "bands",
        table.columns.contains(where: { $0.key == "slice" })
      else { return [] }
      return table.rows.compactMap { row in
        guard row.cells.count == 4, case .yuan(let slice) = row.cells[2], slice > .zero,
          case .exact(let product) = row.cells[3]
        else { return nil }
        let rate = row.cells[1].text(in: .en)
        return Line(
          key: "slice", label: Wording(zh: row.cells[0].text(in: .zh), en: row.cells[0].text(in: .en)),
          sum: product.grouped,
          note: Wording(zh: "\(slice.grouped) × \(rate)", en: "\(slice.grouped) × \(rate)"))
      }
    }
  }

  /// How much it has to say, in columns of a terminal: a full sheet is set in smaller type.
  var weight: Int {
    let said =
      changes + [lead] + basis.sources.flatMap { [$0.title] + $0.places } + [comparison].compactMap { $0 }
    let columns = said.map { max(TextWidth.columns($0.zh), TextWidth.columns($0.en)) / 80 + 1 }.reduce(0, +)
    return columns + calculation.count
  }

  /// What was compared for the reason, where that says more than the reason itself: `income 18,000.00 ≥ …`.
  var comparison: Wording? {
    guard case .decision(let explanation) = matter else { return nil }
    for step in explanation.steps where step.code == "decision-table" {
      for case .check(let check) in step.parts
      where check.applies && !check.finding.values.isEmpty && !check.row.isCounted {
        return check.finding.words
      }
    }
    return nil
  }

  /// The publications that what decided rests on, each with its places, and how much of it is assumed.
  var basis: (sources: [(title: Wording, places: [Wording])], assumptions: Int) {
    var sources: [(source: Source, places: [Wording])] = []
    var assumptions: Set<Wording> = []
    for origin in origins {
      switch origin {
      case .source(let source, let place):
        if let index = sources.firstIndex(where: { $0.source == source }) {
          if !sources[index].places.contains(place) { sources[index].places.append(place) }
        } else {
          sources.append((source, [place]))
        }
      case .assumption(let reason): assumptions.insert(reason)
      case .unpublished: break
      }
    }
    return (sources.map { ($0.source.title, $0.places) }, assumptions.count)
  }

  private var origins: [Origin] {
    guard case .decision(let explanation) = matter else { return [] }
    return explanation.steps.filter { $0.code != "other-reading" && $0.code != "household" }.flatMap { step in
      step.parts.flatMap { part -> [Origin] in
        switch part {
        case .fact(let fact): step.code == "declaration" ? [] : fact.origins
        case .check(let check): check.applies ? check.finding.origins : []
        case .remark(let remark): remark.origins
        case .table(let table): table.rows.filter(\.isMarked).flatMap(\.origins)
        case .ladder: []
        }
      }
    }
  }
}

import Casebook
import Claims
import Explain
import Rules
import Units

extension Letter {
  /// What a line of the calculation tells.
  enum Figure: Hashable {
    case carried, before, amount, accumulator, warningLine, remaining
    case slice(Staircase.Band)
    case product, earned, cap, paidUnderCap, benefit, paidBefore, payout
  }

  /// A line of the calculation.
  struct Line: Hashable {
    let figure: Figure
    let sum: String
    let note: Wording?
  }

  /// The calculation in brief, from the year's cost to the payout, without what repeats a line or says that there was
  /// nothing. Empty where the claim was not counted.
  var calculation: [Line] {
    guard let calculation = explanation?.calculation else { return [] }
    return cost(calculation) + (calculation.payment.map { paid($0, on: calculation.accumulator) } ?? [])
  }

  /// The year's cost, and what it has to pass.
  private func cost(_ calculation: Calculation) -> [Line] {
    let (carried, before) = (calculation.carried.accumulated, calculation.accumulatedBefore)
    var lines: [Line] = []
    if carried != .zero { lines.append(line(.carried, carried)) }
    if before != .zero { lines.append(line(.before, before)) }
    lines.append(line(.amount, calculation.amount))
    if before != .zero { lines.append(line(.accumulator, calculation.accumulator)) }
    return lines + [line(.warningLine, calculation.warningLine)]
  }

  /// What is paid on it.
  private func paid(_ payment: Calculation.Payment, on accumulator: Yuan) -> [Line] {
    let (earned, before) = (payment.earned, payment.paidBefore)
    let above =
      payment.remaining == accumulator
      ? Wording(zh: "超过后按全部费用", en: "the whole cost, once it exceeds the line")
      : Wording(zh: "超出防贫预警线的部分", en: "the part above the line")
    var lines = [line(.remaining, payment.remaining, note: above)] + slices(payment)
    lines.append(line(.product, payment.product.grouped, note: payment.drawing))
    if ExactYuan(earned) != payment.product { lines.append(line(.earned, earned)) }
    if let cap = payment.cap { lines.append(line(.cap, cap.amount, note: cap.drawing)) }
    if let others = payment.paidUnderCap { lines.append(line(.paidUnderCap, others)) }
    if payment.benefit != earned, before != .zero { lines.append(line(.benefit, payment.benefit)) }
    if before != .zero { lines.append(line(.paidBefore, before)) }
    return lines + [line(.payout, payment.payout)]
  }

  /// The slices of a staircase that is read by band, those that hold something.
  private func slices(_ payment: Calculation.Payment) -> [Line] {
    guard payment.reading == .byBand else { return [] }
    return payment.lines.filter { $0.part > .zero }.map { slice in
      let product = "\(slice.part.grouped) × \(slice.band.rate)"
      return line(.slice(slice.band), slice.amount.grouped, note: Wording(zh: product, en: product))
    }
  }

  private func line(_ figure: Figure, _ sum: Yuan, note: Wording? = nil) -> Line {
    line(figure, sum.grouped, note: note)
  }

  private func line(_ figure: Figure, _ sum: String, note: Wording? = nil) -> Line {
    Line(figure: figure, sum: sum, note: note)
  }

  /// How much it has to say, in columns of a terminal: a full sheet is set in smaller type.
  var weight: Int {
    let texts =
      changes + [lead] + basis.sources.flatMap { [$0.title] + $0.places } + [comparison].compactMap { $0 }
    let columns = texts.map { max(TextWidth.columns($0.zh), TextWidth.columns($0.en)) / 80 + 1 }.reduce(0, +)
    return columns + calculation.count + (bills.count + 1) / 2
  }

  /// What was compared for the reason, where that says more than the reason itself: `income 18,000.00 ≥ …`.
  var comparison: Wording? {
    guard let check = explanation?.decisive, !check.finding.values.isEmpty, !check.row.isCounted else {
      return nil
    }
    return check.finding.words
  }

  /// The publications that what decided rests on, each with its places, and how much of it is assumed.
  var basis: (sources: [(title: Wording, places: [Wording])], assumptions: Int) {
    var sources: [(source: Source, places: [Wording])] = []
    var assumptions: Set<Wording> = []
    for origin in explanation?.grounds ?? [] {
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

  private var explanation: Explanation? {
    guard case .decision(let explanation) = matter else { return nil }
    return explanation
  }
}

extension Letter.Figure {
  /// What it is called in a letter: everyday words.
  var label: Wording {
    switch self {
    case .carried: Wording(zh: "以前批次计入的自付费用", en: "cost counted in earlier runs")
    case .before: Wording(zh: "本年度以前的自付费用", en: "cost borne earlier in the year")
    case .amount: Wording(zh: "这次的自付费用", en: "cost borne this time")
    case .accumulator: Wording(zh: "本年度自付费用合计", en: "cost borne in the year so far")
    case .warningLine: Wording(zh: "防贫预警线（超过才赔）", en: "warning line, which must be exceeded")
    case .remaining: Wording(zh: "可以赔的部分", en: "part on which a share is paid")
    case .slice(let band): band.range
    case .product: Wording(zh: "按比例应得", en: "share of it")
    case .earned: Wording(zh: "四舍五入到分", en: "rounded to the fen")
    case .cap: Wording(zh: "一年最多赔（封顶额）", en: "most that is paid in a year (the cap)")
    case .paidUnderCap: Wording(zh: "其中全家已赔", en: "of this, already paid to the household")
    case .benefit: Wording(zh: "本年度应赔合计", en: "due for the year so far")
    case .paidBefore: Wording(zh: "以前已赔", en: "paid before")
    case .payout: Wording(zh: "这次赔付", en: "paid this time")
    }
  }

  /// Its name in the page.
  var name: String {
    switch self {
    case .carried: "carried_accumulated"
    case .before: "accumulated_before"
    case .amount: "amount"
    case .accumulator: "accumulator"
    case .warningLine: "warning_line"
    case .remaining: "remaining"
    case .slice: "slice"
    case .product: "product"
    case .earned: "earned"
    case .cap: "cap"
    case .paidUnderCap: "paid_under_cap"
    case .benefit: "benefit"
    case .paidBefore: "paid_before"
    case .payout: "payout"
    }
  }

  /// How its line is set.
  var style: String {
    switch self {
    case .payout: "total"
    case .slice: "slice"
    case .carried, .before, .amount, .accumulator, .warningLine, .remaining, .product, .earned, .cap,
      .paidUnderCap, .benefit, .paidBefore:
      "line"
    }
  }
}

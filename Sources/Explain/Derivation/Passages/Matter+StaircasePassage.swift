import Claims
import Rules
import Units

extension Matter {
  /// From the remaining cost to the payout; `nil` where the warning line was not passed.
  var staircasePassage: Passage? {
    guard let calculation, let payment = calculation.payment, let staircase = plan?.staircase else {
      return nil
    }
    let parts: [Passage.Part] = [
      .fact(
        Fact(
          "reading", Wording(zh: "算法", en: "reading"),
          .word(payment.reading.rawValue, payment.reading.name),
          from: [scheme.origin(staircase.readingProvenance)])),
      .table(bandTable(payment)),
    ]
    return Passage(
      "staircase", Wording(zh: "按阶梯计算", en: "What the staircase pays"),
      parts + productFacts(payment) + payoutFacts(payment, calculation.benefit))
  }

  private func bandTable(_ payment: Calculation.Payment) -> Table {
    var columns: [Table.Column] = [
      .init("band", Wording(zh: "计赔余额（元）", en: "remaining cost, yuan")),
      .init("rate", Wording(zh: "比例", en: "rate")),
    ]
    if payment.reading == .byBand {
      columns += [
        .init("slice", Wording(zh: "档内部分", en: "slice")),
        .init("product", Wording(zh: "部分 × 比例", en: "slice × rate")),
      ]
    }
    let rows = payment.lines.map { line in
      var cells: [Value] = [.band(line.band), .rate(line.band.rate)]
      if payment.reading == .byBand { cells += [.yuan(line.part), .exact(line.amount)] }
      return Table.Row(cells, isMarked: line.isReached, from: [scheme.origin(line.band.provenance)])
    }
    return Table("bands", columns: columns, rows: rows)
  }

  /// The product before it is rounded, and the one rounding.
  private func productFacts(_ payment: Calculation.Payment) -> [Passage.Part] {
    let rounding =
      payment.product.isWholeFen
      ? Wording(zh: "恰为整分，无须取舍", en: "whole fen: nothing to round")
      : Wording(zh: "累计一次四舍五入到分", en: "rounded once, half up to the fen")
    return [
      .fact(
        Fact(
          "product", Wording(zh: "比例所得", en: "share of it"), .exact(payment.product), note: payment.drawing)),
      .fact(
        Fact(
          "earned", Wording(zh: "取整到分", en: "to the fen"), .yuan(payment.earned), note: rounding,
          from: [scheme.origin(scheme.roundingProvenance)])),
    ]
  }

  private func payoutFacts(_ payment: Calculation.Payment, _ benefit: Benefit) -> [Passage.Part] {
    var parts: [Passage.Part] = [.fact(capFact(payment.cap, benefit))]
    if let paid = payment.paidUnderCap {
      parts.append(
        .fact(
          Fact(
            "paid_under_cap", Wording(zh: "封顶额内全户已赔", en: "paid under the cap"), .yuan(paid),
            note: Wording(zh: "含本户其他人", en: "to others of the household too"))))
    }
    let payoutNote =
      payment.payout == .zero && payment.paidBefore >= payment.benefit && payment.paidBefore > .zero
      ? Wording(zh: "应赔不高于已赔；已赔的不追回", en: "not above what was already paid; nothing is taken back")
      : Wording(zh: "累计应赔 − 此前已赔", en: "cumulative benefit − paid before")
    parts += [
      .fact(
        Fact(
          "benefit", Wording(zh: "累计应赔", en: "cumulative benefit"), .yuan(payment.benefit),
          note: payment.isHeldToCap ? Wording(zh: "以封顶额为限", en: "limited by the cap") : nil)),
      .fact(Fact("paid_before", Wording(zh: "此前已赔", en: "paid before"), .yuan(payment.paidBefore))),
      .fact(
        Fact("payout", Wording(zh: "本次赔付", en: "paid now"), .yuan(payment.payout), note: payoutNote)),
    ]
    return parts
  }

  private func capFact(_ cap: Calculation.Cap?, _ benefit: Benefit) -> Fact {
    let origins = [scheme.origin(benefit.cap)]
    let label = Wording(zh: "年度封顶额", en: "cap of the year")
    guard let cap else {
      return Fact("cap", label, .word("none", Wording(zh: "无", en: "none")), from: origins)
    }
    return Fact("cap", label, .yuan(cap.amount), note: cap.drawing, from: origins)
  }
}

import Audit
import Units

/// What a sample says, as people read it.
struct AuditExtrapolateText {
  private let found: Extrapolation
  private let draw: Draw

  init(_ found: Extrapolation, _ draw: Draw) {
    self.found = found
    self.draw = draw
  }

  /// From what was drawn, and how.
  static func head(_ draw: Draw) -> Wording {
    let assurance = draw.plan.assurance
    return Wording(
      zh:
        "\(draw.count.grouped) 件、\(draw.sum.grouped) 元中抽 \(draw.cases.count.grouped) 件；置信度 \(assurance.confidence)，可容忍误差 "
        + "\(assurance.tolerable)；样本与抽出的一致",
      en:
        "\(draw.cases.count.grouped) of \(draw.count.counted("case")) worth \(draw.sum.grouped); confidence "
        + "\(assurance.confidence), tolerable error \(assurance.tolerable); the sample is the one that was drawn"
    )
  }

  func text(in language: Language) -> String {
    var table = AlignedTable(right: [1, 2, 3, 4, 5, 6, 7, 8])
    table.add(
      [
        Wording(zh: "层", en: "stratum"), Wording(zh: "件数", en: "cases"), Wording(zh: "金额", en: "sum"),
        Wording(zh: "核查", en: "audited"), Wording(zh: "多付", en: "overpaid"),
        Wording(zh: "少付", en: "underpaid"),
        Wording(zh: "估计净多付", en: "net estimate"), Wording(zh: "下限", en: "lower bound"),
      ].map { $0[language] })
    for part in found.parts where found.parts.count > 1 { table.add(row(part, Plain.text(part.name))) }
    table.add(row(found.whole, Wording(zh: "合计", en: "total")[language]))
    return table.text + "\n\n" + lines.map { $0[language] }.joined(separator: "\n")
  }

  private func row(_ part: Extrapolation.Part, _ name: String) -> [String] {
    [
      name, part.count.grouped, part.sum.grouped, part.drawn.grouped, part.overpaid.grouped,
      part.underpaid.grouped, part.estimate.grouped, part.lower.grouped,
    ]
  }

  private var lines: [Wording] {
    let whole = found.whole
    let confidence = draw.plan.assurance.confidence
    let claimable = max(whole.lower, .zero)
    return [
      Wording(
        zh: "样本中（准数）：多付 \(whole.overpaidCases) 件共 \(whole.overpaid.grouped) 元，少付 \(whole.underpaidCases) 件共 "
          + "\(whole.underpaid.grouped) 元",
        en:
          "in the sample, exactly: \(whole.overpaidCases.counted("case")) overpaid, by \(whole.overpaid.grouped); "
          + "underpaid \(whole.underpaidCases), by \(whole.underpaid.grouped)"),
      Wording(
        zh: "全部案件（估计）：净多付 \(whole.estimate.grouped) 元",
        en: "in all cases, an estimate: \(whole.estimate.grouped) overpaid, net"),
      claimable > .zero
        ? Wording(
          zh: "以 \(confidence) 的置信度，净多付至少 \(claimable.grouped) 元：可据以追回",
          en:
            "with \(confidence) confidence, at least \(claimable.grouped) was overpaid, net: it may be claimed back"
        )
        : Wording(
          zh: "以 \(confidence) 的置信度，不能说全部案件合计净多付了钱：除样本中的各件外，无可追回",
          en:
            "with \(confidence) confidence, no net overpayment is shown: only the cases in the sample may "
            + "be claimed back"
        ),
      Wording(
        zh:
          "以 \(confidence) 的置信度，多付不超过 \(found.upper.grouped) 元；可容忍 \(found.tolerable.grouped) 元："
          + (found.isTolerable ? "通过" : "不能说在可容忍的范围内"),
        en:
          "with \(confidence) confidence no more than \(found.upper.grouped) was overpaid; tolerable: "
          + "\(found.tolerable.grouped): "
          + (found.isTolerable ? "passed" : "it cannot be said to be tolerable")),
    ]
  }
}

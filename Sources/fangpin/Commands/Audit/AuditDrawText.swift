import Audit
import Casebook
import Sealing
import Units

/// What was drawn, as people read it.
struct AuditDrawText {
  let draw: Draw
  /// Where the record of the drawing stands.
  let record: String

  /// How many could be drawn and were, by which chance, and where it is recorded.
  var summary: Wording {
    let drawn = draw.cases.reduce(Yuan.zero) { $0 + $1.decided.payout }
    return Wording(
      zh:
        "可抽 \(draw.count.grouped) 件，共 \(draw.sum.grouped) 元；抽出 \(draw.cases.count.grouped) 件，共 \(drawn.grouped) 元\n"
        + "随机数 \(draw.plan.seed.digest.hex)；记录在 \(record)",
      en:
        "\(draw.count.counted("case")) could be drawn, \(draw.sum.grouped) in total; drawn: "
        + "\(draw.cases.count.grouped), "
        + "\(drawn.grouped) in total\nseed \(draw.plan.seed.digest.hex); the record is in \(record)")
  }

  /// The strata with what was drawn of each, without a newline at its end.
  func strata(in language: Language) -> String {
    var table = AlignedTable(right: [1, 2, 3])
    table.add(language == .zh ? ["层", "件数", "金额", "抽出"] : ["stratum", "cases", "sum", "drawn"])
    for stratum in draw.strata {
      table.add([
        Plain.text(stratum.name), stratum.count.grouped, stratum.sum.grouped, stratum.drawn.grouped,
      ])
    }
    return table.text
  }
}

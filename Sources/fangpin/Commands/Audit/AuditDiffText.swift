import Audit
import Compare
import Units

/// What a comparison came to, as people read it.
struct AuditDiffText {
  private let outcome: DecisionComparing.Outcome

  init(_ outcome: DecisionComparing.Outcome) { self.outcome = outcome }

  /// How two casebooks stand to each other.
  var kinship: Wording? {
    switch outcome.kinship {
    case nil: nil
    case .unrelated:
      Wording(
        zh: "两本案卷簿各自建立，没有共同的台账",
        en: "the casebooks were created separately and share no journal")
    case .same: Wording(zh: "两本案卷簿的台账完全相同", en: "the casebooks have the same journal, entry by entry")
    case .beginning(let ofB, let entries):
      Wording(
        zh: "\(ofB ? "A" : "B") 的 \(entries.grouped) 条台账正是 \(ofB ? "B" : "A") 的开头",
        en:
          "\(ofB ? "A" : "B") (\(entries.counted("entry", "entries"))) is exactly how \(ofB ? "B" : "A") began"
      )
    case .parted:
      Wording(
        zh: "两本同出一源，但较短的一本不是另一本的开头：其中一本的台账被改过，或各自往下记了；请对两本都用 audit verify",
        en:
          "the casebooks have one origin, but the shorter is not the beginning of the longer: one was "
          + "changed, or each went on separately. Run audit verify on both")
    }
  }

  func text(in language: Language) -> String {
    let tally = outcome.tally
    var table = AlignedTable(right: [1])
    func line(_ zh: String, _ en: String, _ value: String) {
      table.add([Wording(zh: zh, en: en)[language], value])
    }
    line("相同", "same", tally.same.grouped)
    line("不同", "different", tally.different.grouped)
    line("只在 A", "only in A", tally.onlyA.grouped)
    line("只在 B", "only in B", tally.onlyB.grouped)
    if tally.unlisted > 0 {
      line("没有赔付，付款表未列", "no payout, and not in the payout list", tally.unlisted.grouped)
    }
    line("A 合计", "total of A", tally.sumA.grouped)
    line("B 合计", "total of B", tally.sumB.grouped)
    line("B 比 A 多", "B minus A", (tally.sumB - tally.sumA).grouped)
    guard !outcome.pairs.isEmpty else { return table.text }
    return table.text + "\n\n" + pairs(language)
  }

  private func pairs(_ language: Language) -> String {
    var table = AlignedTable(right: [2, 3])
    table.add(
      language == .zh
        ? ["A 的理由", "B 的理由", "笔数", "B 比 A 多"] : ["reason in A", "reason in B", "claims", "B minus A"])
    func shown(_ word: String?) -> String {
      guard let word else { return "—" }
      return word.isEmpty ? Wording(zh: "未写", en: "not given")[language] : Plain.text(word)
    }
    let sorted = outcome.pairs.sorted { a, b in
      if a.value.claims != b.value.claims { return a.value.claims > b.value.claims }
      return (a.key.a ?? "", a.key.b ?? "") < (b.key.a ?? "", b.key.b ?? "")
    }
    for (pair, sum) in sorted.prefix(AuditDiffText.mostPairs) {
      table.add([shown(pair.a), shown(pair.b), sum.claims.grouped, sum.more.grouped])
    }
    guard sorted.count > AuditDiffText.mostPairs else { return table.text }
    let rest = sorted.count - AuditDiffText.mostPairs
    return table.text + "\n"
      + Wording(
        zh: "……还有 \(rest) 种",
        en: "… and \(rest.counted("more pair", "more pairs")) of reasons")[language]
  }

  /// A file may say any words for reasons.
  private static let mostPairs = 50
}

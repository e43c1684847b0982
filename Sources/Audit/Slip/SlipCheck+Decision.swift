import Casebook
import Journal
import Rules
import Units

extension SlipCheck {
  /// Decides again under the scheme that the entry names, with what the entry says was known, counted and paid before.
  mutating func recompute(_ placed: SlipContents.Placed, _ schemes: [Scheme]) {
    let entry = placed.entry
    guard let claim = contents.claim(before: entry.number) else { return }
    let own = contents.schemes.compactMap(\.scheme)
    guard let scheme = (schemes + own).first(where: { $0.digest == entry.scheme }) else {
      return note(.noScheme(digest: entry.scheme), of: entry.number)
    }
    guard let again = SlipDecision.all(of: entry, claim, scheme) else {
      note(.differs, of: entry.number)
      return report(
        "decision-unreadable", at: "entries[\(placed.index)]",
        Wording(
          zh: "第 \(entry.number) 条的决定按方案 \(scheme.id) 无法重算：它缺少所需的内容，或用了方案里没有的词",
          en:
            "the decision of entry \(entry.number) cannot be recomputed under \(scheme.id): it lacks what that needs, "
            + "or has words the scheme does not"))
    }
    var found = again.flatMap { bill, decision in
      let place = bill.map { "\($0.record)." } ?? ""
      return decision.differences.map { (key: place + $0.key, says: $0.says, should: $0.should) }
    }
    if let recorded = entry.recordedDecision, !recorded.bills.isEmpty {
      found += recorded.bills.differences(recorded)
    }
    note(found.isEmpty ? .same(scheme: scheme.id) : .differs, of: entry.number)
    for (key, says, should) in found {
      report(
        "wrong-decision", at: "entries[\(placed.index)]",
        Wording(
          zh: "第 \(entry.number) 条的“\(key)”是 \(says)，按方案 \(scheme.id) 不对",
          en: "'\(key)' of entry \(entry.number) is \(says), which is not what the scheme \(scheme.id) gives"),
        fix: Wording(zh: "应是 \(should)", en: "it should be \(should)"))
    }
  }
}

import Casebook
import Journal
import Rules
import Units

extension SlipCheck {
  /// The facts are those that the decisions name, of the same household, and say what the decisions take from them.
  mutating func checkFacts() {
    let household = contents.opening?.household
    let sources = contents.facts + contents.steps.filter { $0.entry.kind == .verify }
    var named: Set<Int> = []
    for decision in contents.decisions {
      let entry = decision.entry
      named.formUnion(entry.knownEntries)
      var known: [Entry] = []
      for number in entry.knownEntries {
        let source = sources.first { $0.entry.number == number }?.entry
        guard let source, number < entry.number else {
          report(
            "fact-missing", at: "entries[\(decision.index)]",
            Wording(
              zh: "第 \(entry.number) 条的决定依据第 \(number) 条，此单上没有",
              en: "the decision of entry \(entry.number) rests on entry \(number), which is not here"),
            fix: Wording(zh: "应附上该条及其路径", en: "that entry and its path should be here"))
          continue
        }
        known.append(source)
      }
      if known.count == entry.knownEntries.count { hold(decision, against: known) }
    }
    for fact in contents.facts {
      if fact.entry.household == household, named.contains(fact.entry.number) { continue }
      report(
        "not-of-the-case", at: "entries[\(fact.index)]",
        Wording(
          zh:
            "第 \(fact.entry.number) 条（\(fact.entry.kind.rawValue)，户 \(fact.entry.household ?? "—")）不是任何决定的依据",
          en: "entry \(fact.entry.number) (\(fact.entry.kind.rawValue), household "
            + "\(fact.entry.household ?? "—")) is named by no decision of the case"),
        fix: Wording(zh: "应当不在此单上", en: "it should not be in this slip"))
    }
  }

  /// What a decision says was known is what the entries it names say of the event's day.
  private mutating func hold(_ decision: SlipContents.Placed, against facts: [Entry]) {
    let event = contents.claim(before: decision.entry.number)?.incurredOn
    for name in decision.entry.knownOtherwise(than: facts, of: event) {
      report(
        "fact-differs", at: "entries[\(decision.index)]",
        Wording(
          zh: "第 \(decision.entry.number) 条说当时所知的“\(name)”不是它所依据的条目说的",
          en: "entry \(decision.entry.number) says of '\(name)' what the entries it names do not say"))
    }
  }
}

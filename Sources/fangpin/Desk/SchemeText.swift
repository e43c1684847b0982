import Explain
import Rules
import Units

/// What tells one scheme from another, in a few words each: for lists and summaries.
struct SchemeText {
  private let scheme: Scheme

  init(_ scheme: Scheme) { self.scheme = scheme }

  /// The days whose events are covered.
  var effectiveDays: Wording {
    let from =
      scheme.effectiveFrom.value.map { Wording(zh: "自 \($0) 起", en: "from \($0)") }
      ?? Wording(zh: "起始日未公布", en: "start date not published")
    let until =
      scheme.effectiveUntil.map { Wording(zh: "至 \($0)", en: "until \($0)") }
      ?? Wording(zh: "无截止日", en: "no end date")
    return Wording(zh: "\(from.zh)，\(until.zh)", en: "\(from.en), \(until.en)")
  }

  /// How its staircases are read; both where they differ.
  var reading: Wording {
    let used = Staircase.Reading.allCases.filter { one in
      scheme.benefits.contains { $0.staircase.value?.reading == one }
    }
    guard !used.isEmpty else {
      return Wording(zh: "阶梯未公布", en: "no staircase is published")
    }
    return Wording(
      zh: used.map(\.name.zh).joined(separator: "；"),
      en: used.map(\.name.en).joined(separator: "; "))
  }

  /// The first twelve digits of the digest: enough to tell by eye.
  var digest: String { "sha256:" + scheme.digest.prefix(12) + "…" }
}

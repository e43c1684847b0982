import Casebook
import Journal
import Rules
import Units

extension SlipCheck {
  /// A slip of the second form brings the schemes that the steps of its case name, those and no others, in that order: no
  /// word is believed because it stands in the slip, but because the journal names the text that has it.
  mutating func checkSchemes() {
    guard slip.schemes != nil else { return }
    let (brought, named) = (contents.schemes, contents.schemesNamed)
    for digest in named where !brought.contains(where: { $0.digest == digest }) {
      let entry = contents.steps.first { $0.entry.scheme == digest }
      report(
        "scheme-missing", at: entry.map { "entries[\($0.index)]" } ?? "schemes",
        Wording(
          zh: "第 \(entry?.entry.number ?? 0) 条所依的方案（摘要 \(digest)）不在单上，或被改动过",
          en:
            "the scheme of entry \(entry?.entry.number ?? 0), with the digest \(digest), is not here, or was changed"
        ),
        fix: Wording(zh: "应附上该方案的原文，一字不改", en: "its text should be here, unchanged"))
    }
    for (index, scheme) in brought.enumerated() where !named.contains(scheme.digest) {
      report(
        "other-scheme", at: "schemes[\(index)]",
        Wording(
          zh: "摘要为 \(scheme.digest) 的方案没有任何步骤提到：其中的名称没有凭据",
          en: "no step names the scheme with the digest \(scheme.digest): nothing vouches for its words"),
        fix: Wording(zh: "应是各步骤所依方案的原文", en: "it should be the text of the scheme that the steps name"))
    }
    let known = brought.filter { named.contains($0.digest) }
    for (index, scheme) in brought.enumerated() where scheme.scheme == nil && named.contains(scheme.digest) {
      report(
        "scheme-unreadable", at: "schemes[\(index)]",
        Wording(
          zh: "摘要为 \(scheme.digest) 的方案不能读作方案",
          en: "the text with the digest \(scheme.digest) cannot be read as a scheme"),
        fix: Wording(zh: "更新的方案格式要用更新的程序", en: "a newer form of schemes needs a newer program"))
    }
    if Set(known.map(\.digest)).count == named.count, known.map(\.digest) != named {
      report(
        "out-of-order", at: "schemes",
        Wording(
          zh: "方案应各出现一次，按步骤提到的先后排列",
          en: "each scheme should stand here once, in the order in which the steps name them"))
    }
  }
}

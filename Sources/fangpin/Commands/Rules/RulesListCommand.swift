import Rules
import Units

/// `fangpin rules list`: the schemes built in.
enum RulesListCommand {
  static let spec = CommandSpec(
    "list",
    summary: Wording(zh: "列出内置方案", en: "list the built-in schemes"),
    examples: [
      Example("fangpin rules list", Wording(zh: "列出内置方案", en: "list the built-in schemes"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let entries = BuiltInSchemes.ids.map { id in
      guard let scheme = BuiltInSchemes.load(id)?.scheme else {
        preconditionFailure("the scheme built in as '\(id)' loads without a fault")
      }
      return entry(scheme, context.language)
    }
    return context.deliver(entries.joined(separator: "\n\n"))
  }

  /// The id at the margin, for programs too; below it what tells the schemes apart.
  private static func entry(_ scheme: Scheme, _ language: Language) -> String {
    let isStandard = scheme.id == BuiltInSchemes.standard
    let standard = Wording(zh: "（默认）", en: "  (default)")
    let facts = [
      (Wording(zh: "名称", en: "name"), scheme.name),
      (Wording(zh: "县", en: "county"), scheme.county),
      (Wording(zh: "保障期", en: "events"), SchemeText(scheme).effectiveDays),
      (Wording(zh: "算法", en: "reading"), SchemeText(scheme).reading),
      (
        Wording(zh: "摘要", en: "digest"), Wording(zh: SchemeText(scheme).digest, en: SchemeText(scheme).digest)
      ),
    ]
    let width = facts.map { TextWidth.columns($0.0[language]) }.max() ?? 0
    let lines = facts.map { label, value in
      "  " + TextWidth.pad(label[language], to: width) + "  " + value[language]
    }
    return ([scheme.id + (isStandard ? standard[language] : "")] + lines).joined(separator: "\n")
  }
}

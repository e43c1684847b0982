import Explain
import Units

/// `fangpin rules show`: a scheme as people read it.
enum RulesShowCommand {
  static let spec = CommandSpec(
    "show",
    summary: Wording(
      zh: "以易读的形式显示方案，注明每个数字的出处", en: "show a scheme in readable form, with the source of every number"),
    discussion: [
      Wording(
        zh: "有出处的数字、注明理由的假定、未公布的数值，三类都会列出。",
        en: "Lists all three kinds of number: those with a source, assumptions with their reason, and what "
          + "was never published.")
    ],
    operands: [RulesCommand.scheme],
    examples: [
      Example("fangpin rules show", Wording(zh: "显示默认方案", en: "show the default scheme")),
      Example(
        "fangpin rules show wei-county-2017-by-band",
        Wording(zh: "显示分档计算的方案", en: "show the scheme that pays band by band")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    switch SchemeChoice.load(arguments[RulesCommand.scheme], context) {
    case .failure(let stop): stop.code
    case .success(let scheme): context.deliver(text: SchemeDocument(scheme).text(in: context.language))
    }
  }
}

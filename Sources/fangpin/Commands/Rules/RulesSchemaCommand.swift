import Rules
import Units

/// `fangpin rules schema`: the JSON Schema of scheme files.
enum RulesSchemaCommand {
  static let spec = CommandSpec(
    "schema",
    summary: Wording(
      zh: "输出方案文件的 JSON Schema，供编辑器使用", en: "print the JSON Schema of scheme files, for editors"),
    examples: [
      Example(
        "fangpin rules schema > scheme.schema.json",
        Wording(zh: "存成文件，供编辑器检查", en: "save it for an editor to check against"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    context.deliver(text: String(decoding: BuiltInSchemes.schema, as: UTF8.self))
  }
}

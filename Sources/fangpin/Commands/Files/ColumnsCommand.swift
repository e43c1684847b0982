import Files
import Units

/// `fangpin columns`: the columns of every kind of file.
enum ColumnsCommand {
  private static let kind = Operand<String?>(
    spec: OperandSpec(
      name: "KIND", occurrence: .optional, choices: FileKind.allCases.map(\.rawValue),
      summary: Wording(zh: "文件种类", en: "the kind of file"),
      defaultNote: Wording(zh: "列出所有种类", en: "all kinds are listed"),
      completion: .words(FileKind.allCases.map(\.rawValue)))
  ) { $0.last }

  static let spec = CommandSpec(
    "columns",
    summary: Wording(zh: "列出各种文件，或某种文件的各列", en: "list the kinds of file, or the columns of one"),
    operands: [kind],
    examples: [
      Example("fangpin columns", Wording(zh: "列出所有种类的文件", en: "list all kinds of file")),
      Example("fangpin columns docket", Wording(zh: "列出交接单的各列", en: "list the columns of a docket")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let language = context.language
    var table = AlignedTable(right: [])
    guard let list = ColumnList.all.first(where: { $0.kind == arguments[kind] }) else {
      for list in ColumnList.all { table.add([list.kind, list.name[language]]) }
      return context.deliver(table.text)
    }
    table.add(
      [
        Wording(zh: "英文名", en: "column"), Wording(zh: "中文名", en: "Chinese"),
        Wording(zh: "必需", en: "required"), Wording(zh: "内容", en: "content"),
      ].map { $0[language] })
    for field in list.fields {
      table.add([field.name, field.headings, field.use.name[language], field.meaning[language]])
    }
    return context.deliver(table.text)
  }
}

import Units

/// `fangpin casebook`: the casebook as a whole.
enum CasebookCommand {
  static let spec = CommandSpec(
    group: "casebook",
    summary: Wording(zh: "案卷簿", en: "the casebook as a whole"),
    exits: Exit.usual + [Exit(.answerIsNo, CaseCommand.refused)],
    examples: CasebookImportCommand.spec.examples,
    subcommands: [CasebookImportCommand.spec])
}

import Units

/// The program itself: the root of all commands.
package enum FangpinCommand {
  package static let spec = CommandSpec(
    group: "fangpin",
    summary: Wording(zh: "县级防贫保险理算程序", en: "claims engine for county poverty-prevention insurance"),
    discussion: [
      Wording(
        zh: "按照保障方案文件逐笔理算申请，说明理由，金额精确到分；用案卷簿办理案件，从申报到赔款到账。",
        en:
          "Decides claims under a county's scheme file, exact to the fen, and says why. A casebook carries "
          + "cases from declaration to the money in the account.")
    ],
    exits: ExitCode.allCases.map { Exit($0) },
    examples: [
      Example(
        "fangpin adjudicate --claims claims.csv --households households.csv --out decisions.csv",
        Wording(zh: "理算一批申请", en: "decide a batch of claims")),
      Example(
        "fangpin explain C0001 --claims claims.csv --households households.csv",
        Wording(zh: "说明一笔申请的结论从何而来", en: "say why one claim was decided as it was")),
      Example(
        "fangpin declare --casebook wei.casebook --key village.pem",
        Wording(zh: "受理一户的申报，逐题询问", en: "record a declaration, question by question")),
      Example("fangpin rules show", Wording(zh: "查看默认方案", en: "show the default scheme")),
    ],
    subcommands: [
      AdjudicateCommand.spec, ExplainCommand.spec, TidyCommand.spec, RulesCommand.spec,
      SynthesizeCommand.spec,
      DeclareCommand.spec, CaseCommand.spec, CasebookCommand.spec, AuditCommand.spec,
      LetterCommand.spec, NoticeCommand.spec, ReportCommand.spec, SealCommand.spec, ColumnsCommand.spec,
      HelpCommand.spec, CompletionsCommand.spec,
    ])
}

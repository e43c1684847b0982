import Units

/// `fangpin audit`: everything for somebody who checks the record.
enum AuditCommand {
  static let spec = CommandSpec(
    group: "audit",
    summary: Wording(
      zh: "审计：核对案卷簿，出具存证单，抽样，查疑点", en: "check a casebook, prove cases, draw samples, find anomalies"),
    discussion: [
      Wording(
        zh: "给不经手赔款、却要为它负责的人：不用密钥，只读案卷簿。",
        en:
          "For those who do not handle the money but must answer for it: no key is needed, and nothing is changed."
      )
    ],
    exits: Exit.usual + [Exit(.answerIsNo)],
    examples: [
      Example(
        "fangpin audit verify --head 46-3f2a-d09b-5c6e-7f10-1122-3344-5566-7788 --casebook wei.casebook",
        Wording(
          zh: "核对整本案卷簿，并与公示栏上抄来的存证码对照",
          en: "check the whole casebook against the head on the wall")),
      Example(
        "fangpin audit prove 17 --out case-17.slip --casebook wei.casebook",
        Wording(zh: "给案件 17 出具存证单", en: "a slip that proves case 17, for its family")),
      Example(
        "fangpin audit diff wei.casebook decisions.csv",
        Wording(zh: "与保险公司的决定逐件对照", en: "where it differs from the insurer's decisions")),
    ],
    subcommands: [
      AuditVerifyCommand.spec, AuditProveCommand.spec, AuditCheckSlipCommand.spec, AuditReplayCommand.spec,
      AuditDiffCommand.spec, AuditDrawCommand.spec, AuditExtrapolateCommand.spec, AuditAnomaliesCommand.spec,
    ])
}

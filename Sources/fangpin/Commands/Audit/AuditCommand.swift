import Units

/// `fangpin audit`: everything for somebody who checks the record.
enum AuditCommand {
  static let spec = CommandSpec(
    group: "audit",
    summary: Wording(
      zh: "审计：核对案卷簿，出具证明，抽样，查疑点", en: "check a casebook, prove, draw samples, find what is odd"),
    discussion: [
      Wording(
        zh: "给不经手赔款、却要为它负责的人：不用密钥，只读案卷簿。",
        en:
          "For those who did not pay the money and must answer for it: no key is needed, and nothing is changed."
      )
    ],
    exits: Exit.usual + [Exit(.answerIsNo)],
    examples: [
      Example(
        "fangpin audit anomalies --casebook wei.casebook",
        Wording(zh: "查找应当查看的疑点", en: "find what should be looked at"))
    ],
    subcommands: [AuditAnomaliesCommand.spec])
}

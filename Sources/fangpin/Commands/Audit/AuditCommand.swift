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
        "fangpin audit extrapolate sample.csv --casebook wei.casebook",
        Wording(zh: "由核查过的样本推算全部误差", en: "from a sample that was looked at to all cases"))
    ],
    subcommands: [AuditDrawCommand.spec, AuditExtrapolateCommand.spec, AuditDiffCommand.spec])
}

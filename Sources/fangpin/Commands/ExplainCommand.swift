import Units

/// `fangpin explain`: why one claim was decided as it was.
enum ExplainCommand {
  static let claimID = Operand<String>.required(
    "CLAIM_ID", Wording(zh: "要说明的申请编号", en: "the id of the claim to explain"), offers: .nothing)
  static let format = Option<ExplanationFormat>.choice(
    "format", default: .text,
    Wording(zh: "text 供人阅读，json 供程序读取", en: "text for people, json for programs"))

  static let spec = CommandSpec(
    "explain",
    summary: Wording(zh: "说明一笔申请的结论从何而来", en: "say why one claim was decided as it was"),
    discussion: [
      Wording(
        zh: "用同样的输入把申请重新理算到该笔为止，逐步写出依据：适用的条款及其出处、累计额、防贫预警线、所在的档和比例、应赔与已赔。",
        en: "Decides the same input again and sets out that claim step by step: the provisions that applied "
          + "and where they come from, accumulator, warning line, band and rate, what was earned and what "
          + "had been paid.")
    ],
    operands: [claimID],
    options: InputOptions.all + [format],
    exits: Exit.usual + [
      Exit(.rowsRejected),
      Exit(.answerIsNo, Wording(zh: "没有这个编号的申请", en: "no claim has that id")),
    ],
    examples: [
      Example(
        "fangpin explain C0001 --claims claims.csv --households households.csv",
        Wording(zh: "说明申请 C0001", en: "explain claim C0001")),
      Example(
        "fangpin explain C0001 --claims claims.csv --households households.csv"
          + " --rules wei-county-2017-by-band --format json",
        Wording(zh: "换一个方案，供程序读取", en: "the same under another scheme, for a program to read")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    context.notYetFilledIn()
  }
}

/// What `--format` of an explanation can be set to.
enum ExplanationFormat: String, OptionChoice {
  case text, json
}

import Units

/// `fangpin synthesize`: a made-up county, for trials and measurements.
enum SynthesizeCommand {
  static let households = Option<Int>.required(
    "households", "N", in: 1...100_000_000, Wording(zh: "农户数", en: "how many households"))
  static let claims = Option<Int>.required(
    "claims", "M", in: 0...1_000_000_000, Wording(zh: "申请数", en: "how many claims"))
  static let seed = Option<Int>.required(
    "seed", "S", in: 0...Int.max,
    Wording(zh: "随机种子；同一种子得到同样的文件", en: "seed of the chance; the same seed gives the same files"))
  static let directory = Operand<String>.required(
    "DIR", Wording(zh: "写入的目录", en: "the directory to write to"), offers: .directories)

  static let spec = CommandSpec(
    "synthesize",
    summary: Wording(zh: "生成一个虚构的县，用于试算和测速", en: "make up a county, to try things out or measure speed"),
    discussion: [
      Wording(
        zh: "在目录中写出 households.csv 和 claims.csv。内容全属虚构，与任何真实农户无关。",
        en: "Writes households.csv and claims.csv into the directory. All of it is invented; no real "
          + "household is in it.")
    ],
    operands: [directory],
    options: [households, claims, seed],
    examples: [
      Example(
        "fangpin synthesize --households 1000 --claims 10000 --seed 7 county",
        Wording(
          zh: "一千户、一万笔申请，写入 county 目录", en: "a thousand households and ten thousand claims, into county"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    context.notYetFilledIn()
  }
}

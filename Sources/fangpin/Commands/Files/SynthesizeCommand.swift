import Synthesis
import Units

/// `fangpin synthesize`: a made-up county, for trials and measurements.
enum SynthesizeCommand {
  static let households = Option<Int>.required(
    "households", "N", in: SyntheticCounty.householdRange, Wording(zh: "农户数", en: "number of households"))
  static let claims = Option<Int>.required(
    "claims", "M", in: SyntheticCounty.claimRange, Wording(zh: "申请数", en: "number of claims"))
  static let seed = Option<Int>.required(
    "seed", "S", in: 0...Int.max,
    Wording(zh: "随机种子；同一种子得到同样的文件", en: "random seed; the same seed gives the same files"))
  static let months = Option<Int?>.optional(
    "months", "1..12", in: SyntheticCounty.monthRange,
    Wording(zh: "申请分几个月，每月一个文件", en: "number of months; each has its own claims file"),
    defaultNote: Wording(
      zh: "\(SyntheticCounty.usualMonths)", en: "\(SyntheticCounty.usualMonths)"))
  static let withFaults = Option<Bool>.flag(
    "with-faults",
    Wording(zh: "另加一些会被剔除的行", en: "add rows that will be rejected, in addition to the claims asked for"))
  static let overwrite = Option<Bool>.flag(
    "overwrite", Wording(zh: "替换目录中已有的虚构县", en: "replace a made-up county that already exists"))
  static let directory = Operand<String>.required(
    "DIR", Wording(zh: "写入的目录", en: "the directory to write to"), offers: .directories)

  static let spec = CommandSpec(
    "synthesize",
    summary: Wording(zh: "生成一个虚构的县，用于试算和测速", en: "generate a made-up county for trials and speed tests"),
    discussion: [
      Wording(
        zh: "在目录中写出 households.csv，以及从 claims-2018-01.csv 起每月一个申请表。内容全属虚构，与任何真实农户无关；同样的数目和种子得到同样的文件。",
        en: "Writes households.csv into the directory, and claims-2018-01.csv and so on, one a month. "
          + "All of it is invented and concerns no real household. The same numbers and seed give the same files."
      )
    ],
    operands: [directory],
    options: [households, claims, seed, months, withFaults, overwrite],
    examples: [
      Example(
        "fangpin synthesize --households 1000 --claims 10000 --seed 7 county",
        Wording(
          zh: "一千户、一万笔申请，写入 county 目录", en: "a thousand households and ten thousand claims, into county")),
      Example(
        "fangpin synthesize --households 200 --claims 400 --seed 7 --months 2 --with-faults small",
        Wording(zh: "两个月的小县，带有会被剔除的行", en: "a small county over two months, with rows that will be rejected")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard let seed = UInt64(exactly: arguments[seed]) else {
      preconditionFailure("the parser holds the seed at 0 or above")
    }
    let bar = context.progressBar(isQuiet: false)
    do throws(SynthesisError) {
      let county = try SyntheticCounty(
        households: arguments[households], claims: arguments[claims], seed: seed,
        months: arguments[months] ?? SyntheticCounty.usualMonths, withFaults: arguments[withFaults])
      let summary = try county.write(
        into: arguments[directory], overwrite: arguments[overwrite]
      ) { done, all in
        bar.update(doneBytes: done, totalBytes: all, rows: done)
      }
      bar.finish()
      context.say(report(summary, context.language))
      return .done
    } catch {
      bar.finish()
      return context.end(with: error)
    }
  }

  /// What was written where: a line for each file, and the sum.
  private static func report(_ summary: SyntheticCounty.Summary, _ language: Language) -> Wording {
    var table = AlignedTable(right: [1, 2])
    let rows = Wording(zh: " 行", en: " rows")[language]
    let bytes = Wording(zh: " 字节", en: " bytes")[language]
    for file in summary.files {
      table.add([file.path, file.rows.grouped + rows, file.bytes.grouped + bytes])
    }
    table.add([
      Wording(zh: "合计", en: "total")[language], summary.rows.grouped + rows, summary.bytes.grouped + bytes,
    ])
    let text = table.text
    return Wording(zh: text, en: text)
  }
}

extension CommandContext {
  /// Says why no county was written.
  fileprivate func end(with error: SynthesisError) -> ExitCode {
    switch error {
    case .outOfRange: return refuse(error.wording)
    case .fileExists(let path):
      return fail(
        Wording(
          zh: "\(path) 已存在；请换一个目录，或加上 --overwrite",
          en: "\(path) already exists; name another directory, or give --overwrite"))
    case .cannotCreateDirectory, .file: return fail(error.wording)
    }
  }
}

import Audit
import Casebook
import Glibc
import Sealing
import Units

extension DrawPlan.Method: OptionChoice {}
extension DrawPlan.Population: OptionChoice {}
extension DrawPlan.Allocation: OptionChoice {}

/// `fangpin audit draw`: a sample of decided cases that anyone can draw again.
enum AuditDrawCommand {
  static let head = Option<String>.required(
    "head", "CODE",
    Wording(zh: "公布过的存证码：此前定下的案件才可抽", en: "a published head: what was decided up to it can be drawn"),
    offers: .nothing)
  static let seedHead = Option<String?>.optional(
    "seed-head", "CODE",
    Wording(zh: "较晚公布的存证码，随机数由它而来", en: "a head published later, from which the chance comes"),
    defaultNote: Wording(zh: "--head 的存证码", en: "the one of --head"), offers: .nothing)
  static let seed = Option<String?>.optional(
    "seed", "TEXT",
    Wording(
      zh: "公开约定的文字，如某期彩票号码，并入随机数",
      en: "words agreed in public, such as a lottery's numbers, for the chance too"),
    offers: .nothing)
  static let method = Option<DrawPlan.Method>.choice(
    "by", default: .stratum,
    Wording(
      zh: "stratum 按乡镇和金额分层，amount 按金额大小",
      en: "by strata of township and amount, or in proportion to the amount"))
  static let population = Option<DrawPlan.Population>.choice(
    "of", default: .paid,
    Wording(zh: "paid 有赔付的案件，decided 连同不予赔付的", en: "cases with a payout, or all that were decided"))
  static let from = Option<String?>.optional(
    "from", "DAY", Wording(zh: "决定日期不早于", en: "only cases decided on or after this day"), offers: .nothing)
  static let to = Option<String?>.optional(
    "to", "DAY", Wording(zh: "决定日期不晚于", en: "only cases decided on or before this day"), offers: .nothing)
  static let classes = Option<Int?>.optional(
    "classes", "N", in: 1...9,
    Wording(zh: "金额分几档，每档金额大致相等", en: "into how many classes payouts fall, each with about as much money"),
    defaultNote: Wording(zh: "3", en: "3"))
  static let allocate = Option<DrawPlan.Allocation>.choice(
    "allocate", default: .money,
    Wording(
      zh: "各层件数按金额、件数或离散程度分配",
      en: "by what strata share the sample: their money, cases, or cases times spread"))
  static let size = Option<Int?>.optional(
    "size", "N", in: 1...999_999, Wording(zh: "抽几件", en: "how many cases"),
    defaultNote: Wording(zh: "由置信度和误差推算", en: "told from confidence and errors"))
  static let out = Option<String>.required(
    "out", "F",
    Wording(zh: "样本写到这里，记录写到 F.draw.json", en: "where the sample goes; its record goes to F.draw.json"),
    offers: .files)
  static let list = Option<String?>.optional(
    "population", "F",
    Wording(zh: "可抽的全部案件写到这里，供他人重抽", en: "where all goes that could be drawn, for others to draw again"),
    offers: .files)

  static let spec = CommandSpec(
    "draw",
    summary: Wording(zh: "抽取样本，任何人都能重抽出同样的案件", en: "draw a sample of cases, which anyone can draw again"),
    discussion: [
      Wording(
        zh: "先公布存证码，定下可抽的案件；再用较晚的存证码（--seed-head）或事先约定、事后才知道的文字（--seed）抽取，谁也不能预知。抽到的案件逐件核查，"
          + "在 audited_payout 列写上应付金额，交给 audit extrapolate。",
        en:
          "A published head freezes what can be drawn; a later one (--seed-head), or words agreed on before and known only "
          + "after (--seed), give a chance that nobody foresees. Fill in the column audited_payout for every case, and give "
          + "the file to audit extrapolate.")
    ],
    options: CasebookOptions.reading + [
      head, seedHead, seed, population, from, to, method, classes, allocate,
    ] + AssuranceOptions.all + [size, out, list],
    exits: Exit.usual + [
      Exit(
        .answerIsNo,
        Wording(zh: "存证码不合，或没有可抽的案件", en: "a head does not fit, or there is nothing to draw"))
    ],
    examples: [
      Example(
        "fangpin audit draw --head 1234-3f2ad09b5c6e7f103f2ad09b5c6e7f10 --seed-head 1301-90a1b2c3d4e5f60718293a4b5c6d7e8f --out sample.csv --casebook wei.casebook",
        Wording(zh: "按乡镇和金额分层抽样", en: "a sample from every township and class of amount")),
      Example(
        "fangpin audit draw --by amount --tolerable 3 --head 1234-3f2ad09b5c6e7f103f2ad09b5c6e7f10 --seed 03-11-17-22-29-31+08 --out sample.csv --casebook wei.casebook",
        Wording(zh: "按金额抽样，随机数来自彩票号码", en: "in proportion to payouts, by chance from a lottery")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    let plan: DrawPlan
    do throws(UnfitPlan) { plan = try DrawPlan(arguments) } catch { return context.refuse(error.what) }
    let out = arguments[out]
    let record = DrawFile.record(of: out)
    if out == "-" {
      return context.refuse(
        Wording(zh: "样本须写入文件，另有一份记录", en: "a sample needs a file of its own: its record stands beside it"))
    }
    let written = [out, record] + [arguments[list]].compactMap { $0 }
    if let clash = desk.clashOfReader(writing: written, reading: []) { return context.refuse(clash) }
    // A sample that was filled in is days of work.
    if let there = firstThere(of: [out, record]) {
      return context.fail(
        Wording(
          zh: "\(there) 已经有了：可能是填过的样本；请换一个名字，或先移走",
          en:
            "\(there) is there already, perhaps a sample that was filled in: give another name, or move it away"
        ))
    }
    if plan.seedHead == nil, plan.words == nil {
      context.warn(
        Wording(
          zh: "随机数只来自 --head：写下最后几条台账的人可以预知抽到谁；请用较晚的 --seed-head，或公开约定的 --seed",
          en:
            "the chance comes from --head alone: whoever wrote its last entries could foresee the sample. Give a later "
            + "--seed-head, or words agreed in public with --seed"))
    }
    return desk.read { (book) throws(CasebookError) in
      let (draw, population) = try book.draw(plan)
      let id = try book.currentState().id
      if let list = arguments[list] { try DrawFile.write(population, to: list) }
      try DrawFile.write(draw, book: id, to: out)
      context.say(summary(of: draw, record))
      return context.deliver(table(of: draw, context.language))
    }
  }

  private static func firstThere(of paths: [String]) -> String? {
    for path in paths where unsafe access(path, F_OK) == 0 { return path }
    return nil
  }

  private static func summary(of draw: Draw, _ record: String) -> Wording {
    let drawn = draw.cases.reduce(Yuan.zero) { $0 + $1.decided.payout }
    return Wording(
      zh:
        "可抽 \(draw.count.grouped) 件，共 \(draw.sum.grouped) 元；抽出 \(draw.cases.count.grouped) 件，共 \(drawn.grouped) 元\n"
        + "随机数 \(draw.plan.seed.digest.hex)；记录在 \(record)",
      en:
        "\(draw.count.grouped) cases could be drawn, in all \(draw.sum.grouped); drawn \(draw.cases.count.grouped), "
        + "in all \(drawn.grouped)\nseed \(draw.plan.seed.digest.hex); the record is in \(record)")
  }

  private static func table(of draw: Draw, _ language: Language) -> String {
    var table = AlignedTable(right: [1, 2, 3])
    table.add(language == .zh ? ["层", "件数", "金额", "抽出"] : ["stratum", "cases", "sum", "drawn"])
    for stratum in draw.strata {
      table.add([
        Plain.text(stratum.name), stratum.count.grouped, stratum.sum.grouped, stratum.drawn.grouped,
      ])
    }
    return table.text
  }
}

/// How sure a sample is to make, declared once.
enum AssuranceOptions {
  static let confidence = Option<String>.text(
    "confidence", "P", default: "95", Wording(zh: "置信度，百分数", en: "the confidence, in percent"),
    offers: .nothing)
  static let tolerable = Option<String>.text(
    "tolerable", "P", default: "5",
    Wording(zh: "可容忍误差，占金额的百分数", en: "the error that could be borne, in percent of the money"),
    offers: .nothing)
  static let expected = Option<String>.text(
    "expected", "P", default: "1",
    Wording(zh: "预计误差，占金额的百分数", en: "the error expected, in percent of the money"), offers: .nothing)

  static let all: [any DeclaredOption] = [confidence, tolerable, expected]
}

/// A plan that makes no sense, and how to mend it.
private struct UnfitPlan: Error {
  let what: Wording
}

extension DrawPlan {
  fileprivate init(_ arguments: ParsedArguments) throws(UnfitPlan) {
    let head = try DrawPlan.head(arguments[AuditDrawCommand.head])
    var seedHead: HeadCode?
    if let text = arguments[AuditDrawCommand.seedHead] {
      seedHead = try DrawPlan.head(text)
      guard let later = seedHead, later.size > head.size else {
        throw UnfitPlan(
          what: Wording(
            zh: "--seed-head 须比 --head 晚：第一个数要大于 \(head.size)",
            en: "--seed-head must be later than --head: its first number is to be above \(head.size)"))
      }
    }
    self.init(
      head: head, seedHead: seedHead, words: try DrawPlan.words(arguments[AuditDrawCommand.seed]),
      population: arguments[AuditDrawCommand.population],
      from: try DrawPlan.day(arguments[AuditDrawCommand.from]),
      to: try DrawPlan.day(arguments[AuditDrawCommand.to]), method: arguments[AuditDrawCommand.method],
      classes: arguments[AuditDrawCommand.classes] ?? 3, allocation: arguments[AuditDrawCommand.allocate],
      size: arguments[AuditDrawCommand.size], assurance: try DrawPlan.assurance(arguments))
    if let from, let to, to < from {
      throw UnfitPlan(
        what: Wording(
          zh: "--from \(from) 晚于 --to \(to)", en: "--from \(from) lies after --to \(to): swap them"))
    }
    if population == .decided, method == .amount {
      throw UnfitPlan(
        what: Wording(
          zh: "不予赔付的案件没有金额，--by amount 抽不到：改用 --of paid 或 --by stratum",
          en: "denied cases have no amount, and --by amount never draws them: use --of paid or --by stratum"))
    }
  }

  private static func head(_ text: String) throws(UnfitPlan) -> HeadCode {
    guard let head = HeadCode(text) else {
      throw UnfitPlan(
        what: Wording(
          zh: "「\(Plain.text(text))」不是存证码：应为台账条数和 \(HeadCode.printed) 位以上十六进制数字，如 1234-3f2a-d09b-…",
          en:
            "'\(Plain.text(text))' is no head: it is a number of entries and at least \(HeadCode.printed) hexadecimal digits, "
            + "like 1234-3f2a-d09b-…"))
    }
    return head
  }

  private static func day(_ text: String?) throws(UnfitPlan) -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else { throw UnfitPlan(what: CasebookDesk.badDay(Plain.text(text))) }
    return day
  }

  /// Words as they are digested: the same for whoever types them, so no blanks around them and nothing that cannot be seen.
  private static func words(_ text: String?) throws(UnfitPlan) -> String? {
    guard let text else { return nil }
    guard text.utf8.count <= 255, !text.hasPrefix(" "), !text.hasSuffix(" "), Plain.text(text) == text else {
      throw UnfitPlan(
        what: Wording(
          zh: "--seed 至多 255 字节，前后没有空格，没有控制字符",
          en: "--seed has at most 255 bytes, no blanks around it and no control characters"))
    }
    return text
  }

  private static func assurance(_ arguments: ParsedArguments) throws(UnfitPlan) -> Assurance {
    func rate(_ option: Option<String>) throws(UnfitPlan) -> Rate {
      let text = arguments[option]
      guard let rate = Rate(typed: text) else {
        throw UnfitPlan(
          what: Wording(
            zh: "\(option.spec.dashed)「\(Plain.text(text))」应是百分数，至多四位小数，如 95 或 2.5",
            en:
              "\(option.spec.dashed) '\(Plain.text(text))' should be a percentage with at most four decimals, like 95 or 2.5"
          ))
      }
      return rate
    }
    let confidence = try rate(AssuranceOptions.confidence)
    let (tolerable, expected) = (try rate(AssuranceOptions.tolerable), try rate(AssuranceOptions.expected))
    do throws(AssuranceFault) {
      return try Assurance(confidence: confidence, tolerable: tolerable, expected: expected)
    } catch { throw UnfitPlan(what: error.wording) }
  }
}

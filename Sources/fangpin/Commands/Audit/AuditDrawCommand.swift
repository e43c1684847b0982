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
    Wording(zh: "公布过的存证码：此前定下的案件才可抽", en: "a published head: cases decided up to it can be drawn"),
    offers: .nothing)
  static let seedHead = Option<String?>.optional(
    "seed-head", "CODE",
    Wording(zh: "较晚公布的存证码，随机数由它而来", en: "a head published later, from which the random numbers come"),
    defaultNote: Wording(zh: "--head 的存证码", en: "the one of --head"), offers: .nothing)
  static let seed = Option<String?>.optional(
    "seed", "TEXT",
    Wording(
      zh: "公开约定的文字，如某期彩票号码，并入随机数",
      en: "words agreed in public, such as lottery numbers, added to the random seed"),
    offers: .nothing)
  static let method = Option<DrawPlan.Method>.choice(
    "by", default: .stratum,
    Wording(
      zh: "stratum 按乡镇和金额分层，amount 按金额大小",
      en: "stratum: by township and amount; amount: in proportion to the amount"))
  static let population = Option<DrawPlan.Population>.choice(
    "of", default: .paid,
    Wording(zh: "paid 有赔付的案件，decided 连同不予赔付的", en: "paid: cases with a payout; decided: denied cases as well")
  )
  static let from = Option<String?>.optional(
    "from", "DAY", Wording(zh: "决定日期不早于", en: "only cases decided on or after this day"), offers: .nothing)
  static let to = Option<String?>.optional(
    "to", "DAY", Wording(zh: "决定日期不晚于", en: "only cases decided on or before this day"), offers: .nothing)
  static let classes = Option<Int?>.optional(
    "classes", "N", in: 1...9,
    Wording(zh: "金额分几档，每档金额大致相等", en: "number of classes of payout, each with about the same money"),
    defaultNote: Wording(zh: "3", en: "3"))
  static let allocate = Option<DrawPlan.Allocation>.choice(
    "allocate", default: .money,
    Wording(
      zh: "各层件数按金额、件数或离散程度分配",
      en: "how the sample is shared out among strata: by money, by cases, or by cases times spread"))
  static let size = Option<Int?>.optional(
    "size", "N", in: 1...999_999, Wording(zh: "抽几件", en: "number of cases"),
    defaultNote: Wording(zh: "由置信度和误差推算", en: "computed from confidence and errors"))
  static let out = Option<String>.required(
    "out", "F",
    Wording(zh: "样本写到这里，记录写到 F.draw.json", en: "where the sample goes; its record goes to F.draw.json"),
    offers: .files)
  static let list = Option<String?>.optional(
    "population", "F",
    Wording(
      zh: "可抽的全部案件写到这里，供他人重抽",
      en: "where to write all cases that could be drawn, so that others can draw again"),
    offers: .files)

  static let spec = CommandSpec(
    "draw",
    summary: Wording(zh: "抽取样本，任何人都能重抽出同样的案件", en: "draw a sample of cases that anyone can reproduce"),
    discussion: [
      Wording(
        zh: "先公布存证码，定下可抽的案件；再用较晚的存证码（--seed-head）或事先约定、事后才知道的文字（--seed）抽取，谁也不能预知。抽到的案件逐件核查，"
          + "在 audited_payout 列写上应付金额，交给 audit extrapolate。",
        en:
          "A published head fixes what can be drawn; a later one (--seed-head), or words agreed on "
          + "beforehand and known only "
          + "after (--seed), make it unpredictable. Fill in the column audited_payout for every case, and give "
          + "the file to audit extrapolate.")
    ],
    options: CasebookOptions.reading + [
      head, seedHead, seed, population, from, to, method, classes, allocate,
    ] + AssuranceOptions.all + [size, out, list, WritingOptions.forExcel],
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
        Wording(zh: "按金额抽样，随机数来自彩票号码", en: "in proportion to payouts, with random numbers from a lottery")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    let plan: DrawPlan
    do throws(UnfitPlan) { plan = try DrawPlanArguments.plan(arguments) } catch {
      return context.refuse(error.what)
    }
    let out = arguments[out]
    let record = DrawFile.record(of: out)
    if out == "-" {
      return context.refuse(
        Wording(zh: "样本须写入文件，另有一份记录", en: "a sample must be written to a file: its record goes beside it"))
    }
    let written = [out, record] + [arguments[list]].compactMap { $0 }
    if let clash = desk.clash(writing: written, reading: []) { return context.refuse(clash) }
    // A sample that was filled in is days of work.
    if let there = firstThere(of: [out, record]) {
      return context.fail(
        Wording(
          zh: "\(there) 已经有了：可能是填过的样本；请换一个名字，或先移走",
          en:
            "\(there) already exists and may be a sample that was filled in: give another name, or move it away"
        ))
    }
    if plan.seedHead == nil, plan.words == nil {
      context.warn(
        Wording(
          zh: "随机数只来自 --head：写下最后几条台账的人可以预知抽到谁；请用较晚的 --seed-head，或公开约定的 --seed",
          en:
            "the random numbers come from --head alone: whoever wrote its last entries could foresee the "
            + "sample. Give a later --seed-head, or words agreed in public with --seed"))
    }
    return desk.read { (book) throws(CasebookError) in
      let (draw, population) = try book.draw(plan)
      let id = try book.currentState().id
      let style = WritingOptions.style(arguments)
      if let list = arguments[list] { try DrawFile.write(population, to: list, style) }
      try DrawFile.write(draw, book: id, to: out, style)
      let text = AuditDrawText(draw: draw, record: record)
      context.say(text.summary)
      warn(of: draw, context)
      return context.deliver(text.strata(in: context.language))
    }
  }

  /// Says so where a sample is too small to show what it is to show, even if nothing is found.
  private static func warn(of draw: Draw, _ context: CommandContext) {
    let clean = Extrapolation(
      draw.cases.map { AuditedCase(drawn: $0, audited: $0.decided.payout) }, of: draw)
    guard !clean.isTolerable else { return }
    context.warn(
      Wording(
        zh:
          "样本太小：即使一处误差也没有，多付仍可能达到 \(clean.upper.grouped) 元，超过可容忍的 \(clean.tolerable.grouped) 元；请加大 --size，增加 --classes，或用 --by amount",
        en:
          "the sample is too small: with no error found, up to \(clean.upper.grouped) could still be "
          + "overpaid, more than the tolerable "
          + "\(clean.tolerable.grouped). Raise --size, give more --classes, or draw --by amount"))
  }

  private static func firstThere(of paths: [String]) -> String? {
    for path in paths where unsafe access(path, F_OK) == 0 { return path }
    return nil
  }
}

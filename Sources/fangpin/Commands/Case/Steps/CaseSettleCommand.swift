import Casebook
import Glibc
import Units

/// `fangpin case settle`: approved cases go to the bank.
enum CaseSettleCommand {
  static let numbers = Operand<[String]>.many(
    "CASE", Wording(zh: "案件编号；不写为全部待赔付的案件", en: "cases to settle; if none is given, all approved cases"),
    offers: .nothing)
  static let out = Option<String>.required(
    "out", "F", Wording(zh: "付款清单写到这里", en: "where the file for the bank goes"), offers: .files)
  static let again = Option<Int?>.optional(
    "again", "N", in: 1...999_999_999,
    Wording(zh: "重写第 N 批的付款清单，不再赔付", en: "write the file of settlement N again, and settle nothing"),
    defaultNote: Wording(zh: "新的一批", en: "a new settlement"))

  static let spec = CommandSpec(
    "settle",
    summary: Wording(zh: "生成付款清单，交银行付款", en: "write a file of payments for approved cases, for the bank"),
    discussion: [
      Wording(
        zh: "先记入案卷簿，再写付款清单：清单随时可以用 --again 由案卷簿重写，每笔只付一次。清单含姓名和账号，只有本人可读。",
        en:
          "The casebook records first, then the file is written: --again rewrites it from the casebook at any "
          + "time, and nothing is paid twice. The file holds names and accounts: only its owner may read it.")
    ],
    operands: [numbers],
    options: CasebookOptions.recording + [out, again, WritingOptions.forExcel],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "有案件不能赔付", en: "a case cannot be settled"))
    ],
    examples: [
      Example(
        "fangpin case settle --out payouts.csv --casebook wei.casebook --key adjuster.pem",
        Wording(zh: "全部待赔付的案件", en: "all approved cases")),
      Example(
        "fangpin case settle --again 3 --out payouts.csv --casebook wei.casebook",
        Wording(zh: "第 3 批的清单重写一份", en: "the file of settlement 3, once more")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var cases: [Int] = []
    for text in arguments[numbers] {
      guard let number = Int(text), number > 0 else { return context.refuse(CaseDesk.badNumber(text)) }
      cases.append(number)
    }
    let desk = CasebookDesk(arguments: arguments, context: context)
    if let clash = desk.clash(writing: [arguments[out]], reading: []) { return context.refuse(clash) }
    umask(0o077)
    guard let settlement = arguments[again] else { return settle(cases, desk) }
    guard cases.isEmpty else {
      return context.refuse(
        Wording(zh: "--again 重写整批清单，不能另写案件", en: "--again rewrites a whole settlement: give no cases"))
    }
    return desk.read { (book) throws(CasebookError) in
      let payments = try book.payments(settlement: settlement)
      guard !payments.isEmpty else {
        context.say(
          Wording(zh: "没有第 \(settlement) 批赔付", en: "there is no settlement \(settlement)"))
        return .answerIsNo
      }
      let sum = try file(arguments).write(payments)
      context.say(summary(settlement, payments.count, sum, arguments[out]))
      return .done
    }
  }

  private static func file(_ arguments: ParsedArguments) throws(CasebookError) -> PayoutFile {
    try PayoutFile(path: arguments[out], WritingOptions.style(arguments))
  }

  private static func settle(_ cases: [Int], _ desk: CasebookDesk) -> ExitCode {
    let (arguments, context) = (desk.arguments, desk.context)
    let file: PayoutFile
    do throws(CasebookError) { file = try Self.file(arguments) } catch { return desk.fail(error) }
    return desk.record { (recording) throws(CasebookError) in
      try recording.settle(cases)
    } after: { (result, book) throws(CasebookError) in
      for left in result.left.prefix(shownAtMost) {
        context.say(
          Wording(
            zh: "案件 \(left.casefile) 没有赔付：\(left.refusal.what.zh)",
            en: "case \(left.casefile) is not settled: \(left.refusal.what.en)"))
      }
      if result.left.count > shownAtMost {
        let more = result.left.count - shownAtMost
        context.say(
          Wording(
            zh: "另有 \(more.grouped) 件没有赔付", en: "\(more.counted("more case", "more cases")) not settled"))
      }
      guard let settlement = result.settlement else {
        file.abandon()
        context.say(
          Wording(zh: "没有待赔付的案件，没有写付款清单", en: "there is nothing to settle; no file was written"))
        return result.left.isEmpty ? .done : .answerIsNo
      }
      let payments = try book.payments(settlement: settlement)
      do throws(CasebookError) {
        context.say(summary(settlement, payments.count, try file.write(payments), arguments[out]))
      } catch {
        context.say(
          Wording(
            zh: "第 \(settlement) 批已记入案卷簿，清单没有写成：用 case settle --again \(settlement) 重写",
            en: "settlement \(settlement) is recorded, but its file was not written: "
              + "case settle --again \(settlement) writes it"))
        throw error
      }
      return result.left.isEmpty ? .done : .answerIsNo
    }
  }

  /// How many cases left unsettled are named one by one.
  private static let shownAtMost = 20

  private static func summary(_ settlement: Int, _ count: Int, _ sum: Yuan, _ path: String) -> Wording {
    Wording(
      zh: "第 \(settlement) 批：\(count) 笔，共 \(sum.grouped) 元，已写入 \(path)；银行答复后：case reconcile",
      en:
        "settlement \(settlement): \(count.counted("payment")), \(sum.grouped) in total, in \(path); once "
        + "the bank has answered: case reconcile"
    )
  }
}

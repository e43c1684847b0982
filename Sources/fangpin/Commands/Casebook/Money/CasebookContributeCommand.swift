import Casebook
import Units

/// `fangpin casebook contribute`: money comes into the fund.
enum CasebookContributeCommand {
  static let amount = Operand<String>.required(
    "AMOUNT", Wording(zh: "拨入的金额（元）", en: "the amount paid in, in yuan"), offers: .nothing)

  static let spec = CommandSpec(
    "contribute",
    summary: Wording(
      zh: "记录拨入资金，等待资金的案件依次转入待赔付", en: "record a contribution and move on the cases waiting for it"),
    operands: [amount],
    options: CasebookOptions.recording + [CaseDesk.note],
    exits: CasebookDesk.recordingExits,
    examples: [
      Example(
        "fangpin casebook contribute 500000 --casebook wei.casebook --key li.pem",
        Wording(zh: "拨入 50 万元", en: "half a million yuan is paid in"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard let amount = TypedValue.amount(arguments[amount]), amount > .zero else {
      return context.refuse(TypedAmount.unfit(arguments[self.amount]))
    }
    return CasebookDesk(arguments: arguments, context: context).record { (recording) throws(CasebookError) in
      try recording.contribute(amount, note: arguments[CaseDesk.note])
    } after: { (taken, book) throws(CasebookError) in
      let left = try book.currentState().left
      let cases = taken.map { "\($0)" }
      context.say(
        Wording(
          zh: "已记录拨入 \(amount.grouped) 元，结余 \(left.grouped) 元；转入待赔付的案件："
            + (cases.isEmpty ? "无" : cases.joined(separator: "、")),
          en: "recorded a contribution of \(amount.grouped), \(left.grouped) left; cases now to be paid: "
            + (cases.isEmpty ? "none" : cases.joined(separator: ", "))))
      return .done
    }
  }
}

import Casebook
import Units

/// `fangpin casebook forget`: removes what is known of the persons of a household.
enum CasebookForgetCommand {
  static let household = Operand<String>.required(
    "HOUSEHOLD", Wording(zh: "户编号", en: "the household's id"), offers: .nothing)
  static let reason = Option<String>.required(
    "reason", "TEXT", Wording(zh: "为什么删除", en: "why it is deleted"), offers: .nothing)

  static let spec = CommandSpec(
    "forget",
    summary: Wording(zh: "删除一户的个人信息", en: "delete the personal data of a household"),
    discussion: [
      Wording(
        zh: "删除姓名、身份证号、账号、电话和摘要的盐值，并重写文件，不留痕迹；台账不变，此后核对只能说“无从核对”。有未结案件或未满保存期限时不可以。",
        en:
          "Deletes names, ID numbers, account and telephone numbers and the salts of their digests, and "
          + "rewrites the file so that "
          + "no trace is left. The journal stays whole; audit verify then says 'not checkable'. Refused "
          + "while a case is open and until the scheme's retention period is over.")
    ],
    operands: [household],
    options: [reason] + CasebookOptions.recording,
    exits: CasebookDesk.recordingExits,
    examples: [
      Example(
        "fangpin casebook forget H00017 --reason request --casebook wei.casebook --key li.pem",
        Wording(zh: "应户主申请删除", en: "at the household's own request"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let household = arguments[household]
    return CasebookDesk(arguments: arguments, context: context).record { (recording) throws(CasebookError) in
      try recording.forget(household, reason: arguments[reason])
    } after: { (numbers, book) throws(CasebookError) in
      do throws(CasebookError) {
        try book.erase()
      } catch {
        context.warn(
          Wording(
            zh: "已记录删除，但文件里可能还有痕迹；请再执行一次本命令",
            en: "the deletion is recorded, but traces may be left in the file: run this command again"))
        throw error
      }
      context.say(
        numbers.isEmpty
          ? Wording(
            zh: "户 \(household) 的个人信息早已删除；文件已清理",
            en: "the personal data of household \(household) was already deleted; the file was cleaned"
          )
          : Wording(
            zh: "已删除户 \(household) 的 \(numbers.count) 条个人信息",
            en: "deleted \(numbers.count.counted("personal record")) of household \(household)"))
      return .done
    }
  }
}

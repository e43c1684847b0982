import Casebook
import Units

/// `fangpin casebook extract`: a copy for an auditor, of which something is left out.
enum CasebookExtractCommand {
  static let withoutPersonal = Option<Bool>.flag(
    "without-personal-data",
    Wording(zh: "略去姓名、证件号码、账号和电话", en: "leave out names, resident IDs, accounts and telephone numbers"))

  static let spec = CommandSpec(
    "extract",
    summary: Wording(zh: "摘出一份不含个人信息的副本，供核对", en: "make a copy without personal data, for an auditor"),
    discussion: [
      Wording(
        zh: "台账、存证码和方案原样都在，audit verify 照样三问都答，并说明有多少行个人信息不在此件中；摘出件只供核对，不能再办理。台账里的备注原样保留。",
        en:
          "Journal, heads and schemes are all there: audit verify answers its three questions as for the casebook, and "
          + "says how many rows of personal data are not in this copy. Nothing can be recorded in an extract. Notes in "
          + "the journal stay as they are.")
    ],
    operands: [CasebookCopyCommand.out],
    options: [withoutPersonal] + CasebookOptions.reading,
    examples: [
      Example(
        "fangpin casebook extract audit.casebook --without-personal-data --casebook wei.casebook",
        Wording(zh: "交给审计人员", en: "to be handed to an auditor"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard arguments[withoutPersonal] else {
      return context.refuse(
        Wording(
          zh: "要略去什么须写明：--without-personal-data；全部复制用 casebook copy",
          en: "say what is left out: --without-personal-data; casebook copy copies all of it"))
    }
    return CasebookCopyCommand.write(.withoutPersonalData, arguments, context)
  }
}

import Casebook
import Units

/// `fangpin casebook`: the county's casebook itself.
enum CasebookCommand {
  static let refused = Wording(zh: "不可以：办理规则不允许", en: "refused by the rules of procedure")

  static let spec = CommandSpec(
    group: "casebook",
    summary: Wording(
      zh: "建立、喂入和维护案卷簿", en: "make, feed and keep a county's casebook"),
    exits: Exit.usual + [Exit(.answerIsNo, refused)],
    examples: [
      Example(
        "fangpin casebook send --to Dongguan --out dongguan.csv --casebook wei.casebook --key li.pem",
        Wording(zh: "把等东关村办理的案件写成文件", en: "write what waits for an office"))
    ],
    subcommands: [CasebookSendCommand.spec, CasebookReceiveCommand.spec])
}

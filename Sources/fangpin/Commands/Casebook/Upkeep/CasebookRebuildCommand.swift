import Casebook
import Units

/// `fangpin casebook rebuild`: derives everything anew from the journal.
enum CasebookRebuildCommand {
  static let spec = CommandSpec(
    "rebuild",
    summary: Wording(zh: "由台账重新推出其他各表", en: "rebuild all derived tables from the journal"),
    discussion: [
      Wording(
        zh: "先核对台账与最后的存证码；对不上就什么也不改。说明哪些表与台账不符、已改正。不记入台账。",
        en:
          "The journal must match the last head, or nothing is changed. Lists the tables that did not match "
          + "the journal. It records nothing.")
    ],
    options: CasebookOptions.reading,
    examples: [
      Example(
        "fangpin casebook rebuild --casebook wei.casebook",
        Wording(zh: "重建", en: "rebuild it"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    guard let path = desk.value(CasebookOptions.casebook, "FANGPIN_CASEBOOK") else {
      return context.refuse(CasebookDesk.missing(CasebookOptions.casebook, "FANGPIN_CASEBOOK"))
    }
    do throws(CasebookError) {
      let rebuilding = try Casebook.rebuild(path)
      let corrected = rebuilding.corrected
      context.say(
        Wording(
          zh: "由 \(rebuilding.entries) 条台账重建；"
            + (rebuilding.wasOutdated
              ? "各表原是旧版程序写的" : corrected.isEmpty ? "各表原本就与台账相符" : "已改正：\(corrected.joined(separator: "、"))"),
          en: "rebuilt from \(rebuilding.entries.counted("entry", "entries")); "
            + (rebuilding.wasOutdated
              ? "the tables were of an earlier version"
              : corrected.isEmpty
                ? "every table matched the journal" : "corrected: \(corrected.joined(separator: ", "))")))
      return .done
    } catch { return desk.fail(error) }
  }
}

import Casebook
import Units

/// `fangpin casebook state`: everything derived from the journal.
enum CasebookStateCommand {
  static let spec = CommandSpec(
    "state",
    summary: Wording(zh: "输出由台账推出的各表，每行一条 JSON", en: "print every derived table, one JSON object per line"),
    discussion: [
      Wording(
        zh: "按表和主键排列。--bare 略去两次同样办理之间不同的内容：编号、时间、树、公钥、摘要。",
        en:
          "Ordered by table and key. --bare leaves out what differs between two runs of the same work: id, time, "
          + "tree, public keys, digests.")
    ],
    options: CasebookOptions.reading + [CasebookDumpCommand.bare],
    examples: [
      Example(
        "fangpin casebook state --bare --casebook wei.casebook",
        Wording(zh: "供两个案卷簿比较", en: "to compare two casebooks"))
    ],
    run: { arguments, context in
      CasebookDesk(arguments: arguments, context: context).deliverLines {
        (book, line) throws(CasebookError) in
        try book.dumpState(bare: arguments[CasebookDumpCommand.bare], line)
      }
    })
}

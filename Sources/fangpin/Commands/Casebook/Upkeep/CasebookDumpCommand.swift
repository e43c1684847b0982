import Casebook
import Units

/// `fangpin casebook dump`: the journal in order.
enum CasebookDumpCommand {
  static let bare = Option<Bool>.flag(
    "bare", Wording(zh: "略去两次同样办理之间不同的内容", en: "leave out what differs between two runs of the same work"))

  static let spec = CommandSpec(
    "dump",
    summary: Wording(zh: "按顺序输出台账，每行一条 JSON", en: "print the journal in order, one JSON object per line"),
    discussion: [
      Wording(
        zh: "--bare 略去记录时间、程序版本、案卷簿编号、公钥、个人信息的摘要和时钟记录。",
        en:
          "--bare leaves out the time of recording, the engine, the casebook's id, public keys, digests of "
          + "personal data, and entries about the machine's clock.")
    ],
    options: CasebookOptions.reading + [bare],
    examples: [
      Example(
        "fangpin casebook dump --casebook wei.casebook > journal.ndjson",
        Wording(zh: "存下台账", en: "save the journal to a file"))
    ],
    run: { arguments, context in
      CasebookDesk(arguments: arguments, context: context).deliverLines {
        (book, line) throws(CasebookError) in
        try book.dump(bare: arguments[bare], line)
      }
    })
}

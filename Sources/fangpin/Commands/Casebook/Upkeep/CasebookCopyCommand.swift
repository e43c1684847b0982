import Audit
import Casebook
import Journal
import Units

/// `fangpin casebook copy`: a copy to be kept.
enum CasebookCopyCommand {
  static let out = Operand<String>.required(
    "OUT", Wording(zh: "副本的文件，不能已经存在", en: "the copy's file; it must not exist yet"), offers: .files)

  static let spec = CommandSpec(
    "copy",
    summary: Wording(zh: "复制案卷簿：备份，或交给别处", en: "copy the casebook, to keep or to hand over"),
    discussion: [
      Wording(
        zh: "有人正在办理时也可以复制：副本是某一时刻的全部记录，写完、核对过最后的存证码才得名。输出存证码，抄在纸上：恢复时凭它知道备份是哪一份。副本含个人信息，只有主人可读。",
        en:
          "Works while others record: the copy is the whole of one moment, and gets its name only once it is complete "
          + "and found to end with the same head. The head is printed: kept on paper, it tells later which backup this "
          + "is. The copy holds personal data; only its owner can read it."),
      Wording(
        zh: "不要用 cp 复制正在使用的案卷簿：刚记下的内容可能还在旁边的 -wal 文件里。",
        en:
          "Do not copy a casebook in use with cp: what was recorded last may still stand beside it, in the file that "
          + "ends in -wal."),
    ],
    operands: [out],
    options: CasebookOptions.reading,
    examples: [
      Example(
        "fangpin casebook copy backup/wei-2018-03-05.casebook --casebook wei.casebook",
        Wording(zh: "备份", en: "a backup")),
      Example(
        "fangpin casebook copy wei.casebook --casebook backup/wei-2018-03-05.casebook",
        Wording(
          zh: "恢复：先用 audit verify --head 与纸上的存证码核对备份",
          en: "a restore, once audit verify --head has held the backup against the head on paper")),
    ],
    run: { arguments, context in write(.whole, arguments, context) })

  /// Writes a copy of a kind.
  static func write(_ kind: CopyKind, _ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    let place = arguments[out]
    guard let path = desk.value(CasebookOptions.casebook, "FANGPIN_CASEBOOK") else {
      return context.refuse(CasebookDesk.missing(CasebookOptions.casebook, "FANGPIN_CASEBOOK"))
    }
    guard place != "-" else {
      return context.refuse(
        Wording(zh: "副本是一个文件，不能写到标准输出", en: "a copy is a file, and cannot go to standard output"))
    }
    if let clash = desk.clash(writing: CasebookDesk.files(of: place), reading: []) {
      return context.refuse(clash)
    }
    do throws(CasebookError) {
      let head = try Casebook.copy(path, to: place, kind)
      context.say(said(kind, head.size, path, place))
      return context.deliver(HeadCode(head).line)
    } catch { return desk.fail(error) }
  }

  private static func said(_ kind: CopyKind, _ entries: Int, _ path: String, _ place: String) -> Wording {
    let count = entries.counted("entry", "entries")
    return switch kind {
    case .whole:
      Wording(
        zh: "已把 \(path) 复制到 \(place)：台账 \(entries.grouped) 条。请把存证码抄在纸上：",
        en: "copied \(path) to \(place): \(count). Keep the head on paper:")
    case .withoutPersonalData:
      Wording(
        zh: "已由 \(path) 摘出 \(place)：台账 \(entries.grouped) 条，不含个人信息。存证码：",
        en: "extracted \(place) from \(path): \(count), without personal data. Its head:")
    }
  }
}

import Audit
import Casebook
import Rules
import Units

/// `fangpin audit replay`: every decision again under another scheme, for comparison only.
enum AuditReplayCommand {
  static let rules = Option<String>.required(
    "rules", "ID|FILE", Wording(zh: "另一个保障方案", en: "another scheme"),
    offers: .wordsOrFiles(BuiltInSchemes.ids))
  static let since = Option<String?>.optional(
    "since", "DAY", Wording(zh: "只看这一天起发生的事件", en: "only events on this day or later"),
    defaultNote: Wording(zh: "全部", en: "all"), offers: .nothing)
  static let out = Option<String?>.optional(
    "out", "FILE", Wording(zh: "逐案写出不同之处（CSV，或 .xlsx）", en: "what differs, case by case, as CSV or .xlsx"),
    defaultNote: Wording(zh: "只说总数", en: "totals only"), offers: .files)

  static let spec = CommandSpec(
    "replay",
    summary: Wording(
      zh: "按另一方案重做每件决定，看差多少元", en: "decide every case again under another scheme, and compare in yuan"),
    discussion: [
      Wording(
        zh: "依各案决定时的记录和当时的顺序，按另一方案重新理算，按险别和乡镇列出差额。不用密钥，什么也不记；要采用方案并补付，用 casebook readjudicate --record。",
        en:
          "Decides every case again under another scheme, on what was recorded and in the original order, "
          + "and sums the differences "
          + "by peril and township. No key is needed and nothing is recorded; to adopt the scheme and pay the "
          + "difference, use casebook readjudicate --record."),
      Wording(
        zh: "按当时所用方案重做、核对记录是否正确，用 audit verify。",
        en: "To check the record under the schemes in force at the time, use audit verify."),
    ],
    options: CasebookOptions.reading + [rules, since, out, WritingOptions.forExcel],
    exits: Exit.usual + [Exit(.answerIsNo, Wording(zh: "有不同之处", en: "something differs"))],
    examples: [
      Example(
        "fangpin audit replay --rules wei-county-2017-by-band --casebook wei.casebook",
        Wording(zh: "若一直按分档计算，会差多少", en: "what paying by band from the start would have come to"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var day = Day("0001-01-01")
    if let text = arguments[since] {
      day = TypedValue.day(text)
      if day == nil { return context.refuse(CasebookDesk.badDay(text)) }
    }
    let scheme: Scheme
    switch SchemeChoice.load(arguments[rules], context) {
    case .failure(let stop): return stop.code
    case .success(let loaded): scheme = loaded
    }
    let desk = CasebookDesk(arguments: arguments, context: context)
    let path = arguments[out]
    if let path, let clash = desk.clash(writing: [path], reading: [arguments[rules]]) {
      return context.refuse(clash)
    }
    return desk.read { (book) throws(CasebookError) in
      guard let day else { return .failed }
      let found = try book.readjudicate(under: scheme, since: day)
      if let path { try ReplayFile(path, WritingOptions.style(arguments)).write(found) }
      let ending = context.deliver(
        text: CasebookReadjudicateText(found: found, scheme: book.scheme).summary(in: context.language))
      guard ending == .done else { return ending }
      return found.differences.isEmpty ? .done : .answerIsNo
    }
  }
}

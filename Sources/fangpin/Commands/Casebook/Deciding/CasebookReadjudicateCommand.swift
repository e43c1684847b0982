import Casebook
import Claims
import Rules
import Tables
import Units

/// `fangpin casebook readjudicate`: what a changed or corrected scheme would have paid.
enum CasebookReadjudicateCommand {
  static let rules = Option<String>.required(
    "rules", "ID|FILE", Wording(zh: "修改后的保障方案", en: "the changed or corrected scheme"),
    offers: .wordsOrFiles(BuiltInSchemes.ids))
  static let since = Option<String>.required(
    "since", "DAY", Wording(zh: "只看这一天起发生的事件", en: "only events on this day or later"), offers: .nothing)
  static let record = Option<Bool>.flag(
    "record",
    Wording(
      zh: "采用该方案，并记下要补付的金额；不加此项只作比较",
      en: "adopt the scheme and record the supplements to be paid; without it, only compare"))

  static let spec = CommandSpec(
    "readjudicate",
    summary: Wording(zh: "按修改后的方案重新理算，比较差额", en: "decide cases again under a changed scheme and compare"),
    discussion: [
      Wording(
        zh: "按各案决定时所依据的事实，依当时的顺序重新理算，列出各案和各乡镇的差额。多的补付给农户，少的不追回。",
        en:
          "Decides every case again on the facts that its decision names, in the original order, and lists "
          + "the differences by "
          + "case and township. Households are paid what is owed in addition; nothing is taken back from them."
      )
    ],
    options: CasebookOptions.recording + [rules, since, record],
    exits: Exit.usual + [Exit(.answerIsNo, Wording(zh: "不予办理", en: "refused"))],
    examples: [
      Example(
        "fangpin casebook readjudicate --rules wei-county-2017-by-band --since 2018-01-01 --casebook wei.casebook",
        Wording(zh: "若按分档计算，2018 年以来会多付多少", en: "what paying by band since 2018 would have come to"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard let day = TypedValue.day(arguments[since]) else {
      return context.refuse(CasebookDesk.badDay(arguments[since]))
    }
    let scheme: Scheme
    switch SchemeChoice.load(arguments[rules], context) {
    case .failure(let stop): return stop.code
    case .success(let loaded): scheme = loaded
    }
    let desk = CasebookDesk(arguments: arguments, context: context)
    guard arguments[record] else {
      return desk.read { (book) throws(CasebookError) in
        let found = try book.readjudicate(under: scheme, since: day)
        return context.deliver(
          text: CasebookReadjudicateText(found: found, scheme: book.scheme).cases(in: context.language))
      }
    }
    var bytes = BuiltInSchemes.bytes(of: arguments[rules]) ?? []
    if bytes.isEmpty {
      do throws(TableError) {
        bytes = try InputFile.contents(of: arguments[rules])
      } catch { return context.fail(error.wording) }
    }
    return desk.record { (recording) throws(CasebookError) in
      try recording.readjudicate(under: scheme, bytes: bytes, since: day)
    } after: { (done, book) throws(CasebookError) in
      context.say(
        Wording(
          zh: "已采用方案 \(scheme.id)，补付合计 \(done.promised.grouped) 元",
          en: "the scheme \(scheme.id) is adopted; \(done.promised.grouped) yuan more to be paid"))
      if done.waiting > .zero {
        context.say(
          Wording(
            zh: "资金不足：另有补付 \(done.waiting.grouped) 元等待资金到位，依次赔付",
            en: "the fund falls short: \(done.waiting.grouped) yuan more waits its turn for the fund"))
      }
      return context.deliver(
        text: CasebookReadjudicateText(found: done.found, scheme: book.scheme).cases(in: context.language))
    }
  }
}

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
      en: "adopt the scheme and promise what it pays more; without this it only compares"))

  static let spec = CommandSpec(
    "readjudicate",
    summary: Wording(zh: "按修改后的方案重新理算，比较差额", en: "decide again under a changed scheme, and compare"),
    discussion: [
      Wording(
        zh: "按各案决定时所依据的事实，依当时的顺序重新理算，列出各案和各乡镇的差额。多的补付给农户，少的不追回。",
        en:
          "Decides again with the facts each decision names, in the order of the decisions, and lists the differences by "
          + "case and township. It pays more; it never takes back from a household.")
    ],
    options: CasebookOptions.recording + [rules, since, record],
    exits: Exit.usual + [Exit(.answerIsNo, Wording(zh: "不允许", en: "it is refused"))],
    examples: [
      Example(
        "fangpin casebook readjudicate --rules wei-county-2017-by-band --since 2018-01-01 --casebook wei.casebook",
        Wording(zh: "若按分档计算，2018 年以来会多付多少", en: "what paying by band since 2018 would have come to"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    guard let day = Day(arguments[since]) else {
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
        context.deliver(text: text(try book.readjudicate(under: scheme, since: day), context.language))
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
    } after: { (done, _) throws(CasebookError) in
      context.say(
        Wording(
          zh: "已采用方案 \(scheme.id)，补付合计 \(done.promised.grouped) 元",
          en: "the scheme \(scheme.id) is adopted; \(done.promised.grouped) yuan more are promised"))
      return context.deliver(text: text(done.found, context.language))
    }
  }

  private static func text(_ found: Readjudication, _ language: Language) -> String {
    let heading = Wording(
      zh: "看了 \(found.examined.grouped) 件，不同的 \(found.differences.count.grouped) 件",
      en: "\(found.examined.grouped) cases examined, \(found.differences.count.grouped) differ")
    var cases = AlignedTable(right: [0, 2, 3, 4], indent: "  ")
    let head = Wording(zh: "案件 户 原 新 差额 理由", en: "case household was becomes difference reason")
    cases.add(head[language].split(separator: " ").map(String.init))
    for difference in found.differences {
      cases.add([
        "\(difference.casefile.number)", difference.casefile.household, difference.was.grouped,
        difference.becomes.grouped, difference.gain.grouped, difference.reason.name[language],
      ])
    }
    var towns = AlignedTable(right: [1, 2, 3, 4], indent: "  ")
    towns.add(
      Wording(zh: "乡镇 件 原 新 差额", en: "township cases was becomes difference")[language].split(separator: " ")
        .map(String.init))
    for town in found.byTownship {
      towns.add([
        town.township ?? Wording(zh: "（未填）", en: "(not given)")[language], town.cases.grouped,
        town.was.grouped,
        town.becomes.grouped, (town.becomes - town.was).grouped,
      ])
    }
    let more = found.supplements.reduce(Yuan.zero) { $0 + $1.amount }
    let ending = Wording(
      zh: "按户、险别、年度合计后补付 \(more.grouped) 元；少的不追回",
      en: "\(more.grouped) yuan more by household, peril and year; what is less is not taken back")
    var lines = [heading[language]]
    if !found.differences.isEmpty { lines += [cases.text, "", towns.text] }
    return (lines + [ending[language]]).joined(separator: "\n") + "\n"
  }
}

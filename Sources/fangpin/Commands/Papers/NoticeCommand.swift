import Casebook
import Journal
import Reports
import Units

/// `fangpin notice`: what hangs on a village's wall.
enum NoticeCommand {
  static let village = Option<String>.required(
    "village", "V", Wording(zh: "村名，与名册一致", en: "the village, as on the register"), offers: .nothing)
  static let township = Option<String?>.optional(
    "township", "T",
    Wording(zh: "乡镇名，几个乡镇有同名的村时要写", en: "the township, where several have a village of that name"),
    offers: .nothing)
  static let on = Option<String?>.optional(
    "on", "DAY", Wording(zh: "公示的日期", en: "the date of the notice"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)
  static let since = Option<String?>.optional(
    "since", "DAY", Wording(zh: "公布这一天起决定的结果", en: "the first day of the decisions it publishes"),
    defaultNote: Wording(zh: "往前数一个公示期", en: "one notice period earlier"), offers: .nothing)

  static let spec = CommandSpec(
    "notice",
    summary: Wording(
      zh: "按村制作公示：正在公示的案件和决定的结果", en: "write a village's public notice: cases under notice, and results"),
    discussion: [
      Wording(
        zh: "网页文件，不联网也能看，可打印张贴，每页重复表头。姓名和证件号部分隐去。印有当前的存证码：张贴出去的这张纸就是凭据。",
        en:
          "A web page that needs no network, for the wall and the telephone; table headings repeat on each "
          + "printed sheet. "
          + "Names and ID numbers are masked. It carries the casebook's last head, so that the posted sheet "
          + "is evidence."
      )
    ],
    options: CasebookOptions.reading + [village, township, on, since, PageFile.out],
    exits: Exit.usual + [
      Exit(
        .answerIsNo,
        Wording(
          zh: "没有这个村，或几个乡镇都有",
          en: "there is no such village, or several townships have a village of that name"))
    ],
    examples: [
      Example(
        "fangpin notice --village Dongcun --casebook wei.casebook --out dongcun.html --lang zh",
        Wording(zh: "今天的公示", en: "today's notice, in Chinese")),
      Example(
        "fangpin notice --village Dongcun --on 2018-03-20 --since 2018-01-01 --casebook wei.casebook --out dongcun.html",
        Wording(zh: "某一天的公示，附当年全部结果", en: "another day's notice, with all results of the year")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    var days: [Day?] = []
    for text in [arguments[on], arguments[since]] {
      let day = text.flatMap(TypedValue.day)
      if let text, day == nil { return context.refuse(CasebookDesk.badDay(text)) }
      days.append(day)
    }
    let day = days[0] ?? Instant.now.dayInChina
    if let first = days[1], first > day {
      return context.refuse(Wording(zh: "\(first) 在 \(day) 之后", en: "\(first) is after \(day)"))
    }
    let desk = CasebookDesk(arguments: arguments, context: context)
    return desk.read { (book) throws(CasebookError) in
      let loaded = try Notice.load(
        village: arguments[village], township: arguments[township], on: day, since: days[1], from: book)
      switch loaded {
      case .failure(let absence):
        context.say(words(absence, arguments))
        return .answerIsNo
      case .success(let notice):
        let page = NoticePage(notice, in: context.language).text
        guard let out = arguments[PageFile.out], out != "-" else { return context.deliver(text: page) }
        if let clash = desk.clash(writing: [out], reading: []) { return context.refuse(clash) }
        try PageFile(context: context).write(page, to: out, isPrivate: false)
        context.say(
          Wording(
            zh: "公示：\(out)；正在公示 \(notice.hanging.count) 件，公布结果 \(notice.decided.count) 件",
            en:
              "notice: \(out); cases under notice: \(notice.hanging.count), results: \(notice.decided.count)")
        )
        return .done
      }
    }
  }

  private static func words(_ absence: Notice.Absence, _ arguments: ParsedArguments) -> Wording {
    let name = Plain.text(arguments[village])
    switch absence {
    case .noSuchVillage:
      let place = arguments[township].map { Plain.text($0) + " " } ?? ""
      return Wording(
        zh: "名册上没有一户在“\(place)\(name)”；村名须与名册完全一致",
        en: "no household on the register is in '\(place)\(name)'; the name must match the register")
    case .several(let townships):
      let list = townships.map { Plain.text($0) }
      return Wording(
        zh: "几个乡镇都有“\(name)”，请加 --township：\(list.joined(separator: "、"))",
        en: "several townships have a village '\(name)', add --township: \(list.joined(separator: ", "))")
    case .noHead: return Wording(zh: "案卷簿是空的", en: "the casebook is empty")
    }
  }
}

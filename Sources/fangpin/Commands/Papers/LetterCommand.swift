import Casebook
import Journal
import Reports
import Units

/// `fangpin letter`: what a household is told about a decision.
enum LetterCommand {
  static let numbers = Operand<[String]>.many(
    "CASE", Wording(zh: "案件编号", en: "the cases' numbers"), offers: .nothing)
  static let decidedFrom = Option<String?>.optional(
    "decided-from", "DAY",
    Wording(zh: "这一天起决定的全部案件，不写编号", en: "all cases decided from this day on, instead of case numbers"),
    offers: .nothing)
  static let to = Option<String?>.optional(
    "to", "DAY", Wording(zh: "到这一天为止", en: "up to this day"),
    defaultNote: Wording(zh: "今天，按中国标准时间", en: "today, China Standard Time"), offers: .nothing)

  static let spec = CommandSpec(
    "letter",
    summary: Wording(
      zh: "制作告知书：每份决定一页 A4", en: "write the letters that tell households of decisions, one A4 page each"),
    discussion: [
      Wording(
        zh: "网页文件，不联网也能看，打印正好一页。写明决定和金额（附大写）、怎样算出来的、依据、怎样才能改变结果或要补什么、款项、异议和存证码。账号部分隐去。",
        en:
          "A web page that needs no network and prints on exactly one sheet: the decision and the sum, also in financial "
          + "numerals, how it was worked out, what it rests on, what would have to be different or what to bring, the "
          + "money, how to object, and the head. Account numbers are masked."),
      Wording(
        zh: "一个案件写到 --out 所指的文件或标准输出；几个案件写到 --out 所指的文件夹，文件名为 letter-编号.html。文件含姓名，只有本人可读。",
        en:
          "One letter goes to the file --out or to standard output; several go into the folder --out as "
          + "letter-NUMBER.html. Letters contain names: only the files' owner may read them."),
    ],
    operands: [numbers],
    options: CasebookOptions.reading + [decidedFrom, to, PageFile.out],
    exits: Exit.usual + [
      Exit(.answerIsNo, Wording(zh: "没有此案，或没有决定可告知", en: "there is no such case, or it is not decided yet"))
    ],
    examples: [
      Example(
        "fangpin letter 17 --casebook wei.casebook --out letter-17.html",
        Wording(zh: "案件 17 的告知书", en: "the letter on case 17")),
      Example(
        "fangpin letter --decided-from 2018-03-01 --to 2018-03-31 --casebook wei.casebook --out march --lang zh",
        Wording(zh: "三月份的全部告知书", en: "all letters of March, in Chinese")),
    ],
    run: run)

  /// Which cases are asked for.
  private enum Wanted {
    case numbers([Int])
    case decided(from: Day, to: Day)
  }

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let wanted: Wanted
    switch choice(arguments) {
    case .failure(let fault): return context.refuse(fault.what)
    case .success(let choice): wanted = choice
    }
    let out = arguments[PageFile.out]
    if case .numbers(let numbers) = wanted, numbers.count == 1 {
      return one(numbers[0], to: out, arguments, context)
    }
    guard let folder = out, folder != "-" else {
      return context.refuse(
        Wording(zh: "几份告知书要写到一个文件夹里：--out DIR", en: "several letters go into a folder: --out DIR"))
    }
    return CasebookDesk(arguments: arguments, context: context).read { (book) throws(CasebookError) in
      try all(wanted, into: folder, book, context)
    }
  }

  private struct Fault: Error {
    let what: Wording
  }

  private static func choice(_ arguments: ParsedArguments) -> Result<Wanted, Fault> {
    var days: [Day?] = []
    for text in [arguments[decidedFrom], arguments[to]] {
      let day = text.flatMap(TypedValue.day)
      if let text, day == nil { return .failure(Fault(what: CasebookDesk.badDay(text))) }
      days.append(day)
    }
    if let first = days[0] {
      guard arguments[numbers].isEmpty else {
        return .failure(
          Fault(
            what: Wording(
              zh: "写案件编号，或写 --decided-from，不能都写", en: "give case numbers or --decided-from, not both")))
      }
      let last = days[1] ?? Instant.now.dayInChina
      guard first <= last else {
        return .failure(
          Fault(what: Wording(zh: "\(first) 在 \(last) 之后", en: "\(first) is after \(last)")))
      }
      return .success(.decided(from: first, to: last))
    }
    guard arguments[to] == nil else {
      return .failure(
        Fault(what: Wording(zh: "--to 要与 --decided-from 一起用", en: "--to needs --decided-from")))
    }
    var cases: [Int] = []
    for text in arguments[numbers] {
      guard let number = Int(text), number > 0 else {
        return .failure(Fault(what: CaseDesk.badNumber(text)))
      }
      if !cases.contains(number) { cases.append(number) }
    }
    guard !cases.isEmpty else {
      return .failure(
        Fault(
          what: Wording(zh: "需要案件编号，或 --decided-from", en: "give a case number, or --decided-from")))
    }
    return .success(.numbers(cases))
  }

  private static func one(
    _ number: Int, to out: String?, _ arguments: ParsedArguments, _ context: CommandContext
  ) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    return desk.read { (book) throws(CasebookError) in
      guard let page = try page(number, book, context) else { return .answerIsNo }
      guard let out, out != "-" else { return context.deliver(text: page) }
      let path = PageFile.isFolder(out) ? "\(out)/\(name(number))" : out
      if let clash = desk.clash(writing: [path], reading: []) { return context.refuse(clash) }
      try PageFile(context: context).write(page, to: path, isPrivate: true)
      context.say(Wording(zh: "告知书：\(path)", en: "letter: \(path)"))
      return .done
    }
  }

  private static func all(
    _ wanted: Wanted, into folder: String, _ book: Casebook, _ context: CommandContext
  ) throws(CasebookError) -> ExitCode {
    let cases: [Int]
    switch wanted {
    case .numbers(let numbers): cases = numbers
    case .decided(let first, let last): cases = try book.cases(decidedFrom: first, to: last).map(\.number)
    }
    guard !cases.isEmpty else {
      context.say(Wording(zh: "这段时间没有决定任何案件", en: "no case was decided in this period"))
      return .done
    }
    try PageFile.makeFolder(folder)
    var written = 0
    for number in cases {
      guard let page = try page(number, book, context) else { continue }
      try PageFile(context: context).write(page, to: "\(folder)/\(name(number))", isPrivate: true)
      written += 1
    }
    context.say(Wording(zh: "告知书 \(written) 份，在 \(folder)", en: "letters: \(written), in \(folder)"))
    return written == cases.count ? .done : .answerIsNo
  }

  private static func name(_ number: Int) -> String { "letter-\(number).html" }

  /// The page on a case; where there is none, says why.
  private static func page(
    _ number: Int, _ book: Casebook, _ context: CommandContext
  ) throws(CasebookError) -> String? {
    guard let file = try book.casefile(number) else {
      context.say(Wording(zh: "没有案件 \(number)", en: "there is no case \(number)"))
      return nil
    }
    guard let letter = try Letter.load(file, from: book) else {
      context.say(
        Wording(
          zh: "案件 \(number) 还没有作出决定，不能制作告知书",
          en: "case \(number) is not decided yet: there is no letter to write"))
      context.say(try CaseDesk.progress(of: file, in: book))
      return nil
    }
    return LetterPage(letter, in: context.language).text
  }
}

import Casebook
import Files
import Glibc
import Journal
import Sealing
import Units

/// `fangpin declare`: a household declares hardship.
enum DeclareCommand {
  /// One option for each question.
  static let answers = DeclarationField.allCases.map { field in
    Option<String?>.optional(field.rawValue, field.valueName, field.summary, offers: .nothing)
  }
  static let consent = Option<Bool>.flag(
    "consent",
    Wording(
      zh: "申报户同意核查全家的住房、经营主体和车辆",
      en: "the household consents to checks on its dwellings, businesses and vehicles"))
  static let from = Option<String?>.optional(
    "from", "F",
    Wording(
      zh: "从申报表文件登记，每行一份；“-”为标准输入", en: "record a file of declarations, one per row; '-' is standard input"),
    offers: .files)
  static let another = Option<String?>.optional(
    "another", "REASON",
    Wording(
      zh: "同日同额或同一发票号的费用已有案件，为什么是另一笔：记入台账，不写姓名",
      en:
        "why it is another cost than one of the same day and total, or of the same invoice, that has a case: it stands in "
        + "the journal, so no names"
    ),
    offers: .nothing)

  static let spec = CommandSpec(
    "declare",
    summary: Wording(zh: "农户申报，立案并出回执", en: "record a household's declaration of hardship"),
    discussion: [
      Wording(
        zh: "在终端上运行时，凡选项没有给出的，逐题询问，边问边核对；回上一题输入 <，退出输入 q 或按 Ctrl-D，退出不留任何记录。最后列出全部内容，并询问是否同意核查家庭资产，不同意不能受理。",
        en:
          "At a terminal it asks, one question at a time, for what the options do not give, and checks each answer; < goes "
          + "back; q or Ctrl-D stops, and nothing is recorded. At the end it shows everything and asks for the "
          + "household's consent to checks on its assets; without it no declaration is accepted."),
      Wording(
        zh: "标准输入不是终端时从不询问：缺什么，一次说全。总费用和各项报销、救助、补偿分别填写，没有的写 0，自付由程序算出。",
        en:
          "Where standard input is no terminal it never asks: it names all that is missing. The total and each sum paid "
          + "back are given, 0 for none; what is left to the household is computed."),
      Wording(
        zh: "--from 把一个文件作为一次登记；剔除行写入 F.rejects.csv（标准输入则写到标准错误）。",
        en:
          "--from records a file as one transaction; rejected rows go to F.rejects.csv (from standard input, to "
          + "standard error)."),
      Wording(
        zh:
          "一笔费用只立一案：同一户、同一天、总费用相同的，或发票号相同的，已有案件（不论怎样立案、险别、人员），不再登记，除非用 --another 说明为什么是另一笔。发票号不同，也要说明。",
        en:
          "One cost has one case: where a case holds a cost of the same household, day and total, or of the same invoice, "
          + "whichever way it came in, whatever the peril and whoever it befell, it is refused, unless --another says why "
          + "it is another cost; another invoice alone does not tell."),
    ],
    options: CasebookOptions.recording + answers + [consent, from, another] + TableOptions.all,
    exits: Exit.usual + [
      Exit(.rowsRejected, Wording(zh: "已登记，但有剔除行", en: "done, but some rows were rejected")),
      Exit(
        .answerIsNo,
        Wording(zh: "没有登记：不予办理、不同意核查或中途退出", en: "nothing recorded: refused, no consent, or stopped")),
    ],
    examples: [
      Example(
        "fangpin declare --casebook wei.casebook --key village.pem",
        Wording(zh: "在终端上逐题申报", en: "declare at a terminal, question by question")),
      Example(
        "fangpin declare --casebook wei.casebook --key village.pem --household H0001 --name WangXiaoming "
          + "--resident-id 11010519491231002X --peril illness --day 2018-03-05 --total 38000 --basic-insurance 12000 "
          + "--critical-illness-insurance 0 --medical-assistance 0 --other 0 --bank-account 6222020000000000000 --consent",
        Wording(zh: "全部用选项给出", en: "declare by options alone")),
      Example(
        "fangpin declare --casebook wei.casebook --key village.pem --from declarations.csv",
        Wording(zh: "登记一份申报表", en: "record a file of declarations")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let desk = CasebookDesk(arguments: arguments, context: context)
    let given = zip(DeclarationField.allCases, answers).filter { arguments[$0.1] != nil }
    if arguments[from] != nil {
      guard given.isEmpty, !arguments[consent] else {
        return context.refuse(
          Wording(
            zh: "用了 --from，就不能再用选项给出申报内容",
            en: "--from cannot be used together with the options of a single declaration"))
      }
      return DeclarationFile(arguments: arguments, context: context).record(desk)
    }
    return desk.signed { (book, key, day) throws(CasebookError) in
      let on = day ?? Instant.now.dayInChina
      let questions = DeclarationQuestions(scheme: book.scheme, on: on)
      let household = arguments[answers[0]].map { Dress.text($0, as: .word).value }
      // First what is no household's number at all: a refusal would repeat a resident's ID.
      if let text = household,
        case .fault(_, let what) = questions.check(.household, text, DeclarationDraft())
      {
        return context.refuse(Wording(zh: "--household：\(what.zh)", en: "--household: \(what.en)"))
      }
      try book.act(key, on: day, clock: .now) { (recording) throws(CasebookError) in
        try recording.checkMayDeclare(for: household)
      }
      var draft = DeclarationDraft()
      for (field, option) in given {
        guard let text = arguments[option] else { continue }
        switch questions.check(field, text, draft) {
        case .answer(let answer): draft[field] = answer
        case .fault(_, let what):
          return context.refuse(
            Wording(zh: "\(option.spec.dashed)：\(what.zh)", en: "\(option.spec.dashed): \(what.en)"))
        }
      }
      let intake = DeclarationIntake(book: book, key: key, day: day, arguments: arguments, context: context)
      return try intake.take(draft, questions)
    }
  }
}

import Casebook
import Journal
import Rules
import Units

/// `fangpin casebook close-year`: a policy year is closed, or open again.
enum CasebookCloseYearCommand {
  static let year = Operand<String>.required(
    "YEAR",
    Wording(zh: "保障年度，写它开始的公历年", en: "the policy year, by the calendar year in which it begins"),
    offers: .nothing)
  static let carry = Option<Bool>.flag(
    "carry", Wording(zh: "未办完的案件继续办理", en: "cases that are open go on"))
  static let end = Option<String?>.optional(
    "end", "REASON",
    Wording(
      zh: "未办完的案件以此理由撤回；已决定赔付而未付清的继续办理",
      en: "withdraw the cases that are open, and why; those that are to be paid still go on"),
    offers: .nothing)
  static let reopen = Option<String?>.optional(
    "reopen", "REASON",
    Wording(zh: "重开已结账的年度，写明理由", en: "open the year again that was closed, and why"), offers: .nothing)

  static let spec = CommandSpec(
    "close-year",
    summary: Wording(zh: "保障年度结账，或重开已结账的年度", en: "close a policy year, or open it again"),
    discussion: [
      Wording(
        zh: "列出这一年度未办完的案件、没有立案的单据和待附议的提议。还有未办完的案件时，须写明 --carry 或 --end。"
          + "筛查案件按单据的日期，其余按发生日期属于年度。",
        en:
          "Lists what of the year is not done: its open cases, bills in no case, and proposals to be seconded. Where cases are "
          + "open, --carry or --end must say what becomes of them. A case is of the year of its event, a screened one of the "
          + "years of its bills."),
      Wording(
        zh: "结账后，发生日期在这一年度的不再申报、筛查、批量理算；已有的案件照常办理，冲正、重新决定、附议、退款、对账照常。"
          + "理由写入台账，不要写个人信息。",
        en:
          "From then on nothing is declared, screened or adjudicated for an event of the year. Its cases go on, and are "
          + "reversed, decided again, seconded, repaid and reconciled as ever. Reasons stay in the journal: no names."
      ),
    ],
    operands: [year],
    options: CasebookOptions.recording + [carry, end, reopen],
    exits: Exit.usual + [
      Exit(
        .rowsRejected,
        Wording(zh: "已结账，有的案件不能撤回，继续办理", en: "closed, but some cases could not be withdrawn and go on")),
      Exit(.answerIsNo, CasebookDesk.refused),
    ],
    examples: [
      Example(
        "fangpin casebook close-year 2018 --carry --casebook wei.casebook --key li.pem",
        Wording(zh: "2018 年度结账，未办完的继续办理", en: "close 2018; what is open goes on")),
      Example(
        "fangpin casebook close-year 2018 --reopen a-bill-came-late --casebook wei.casebook --key li.pem",
        Wording(zh: "重开 2018 年度", en: "open 2018 again")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let word = TypedValue.word(arguments[year])
    guard word.utf8.count == 4, let number = Int(word), (1900...2199).contains(number) else {
      let text = Plain.text(arguments[year])
      return context.refuse(
        Wording(zh: "“\(text)”不是年份，应写作 2018", en: "'\(text)' is not a year; write it as 2018"))
    }
    let answers = [arguments[carry], arguments[end] != nil, arguments[reopen] != nil]
    guard answers.count(where: { $0 }) <= 1 else {
      return context.refuse(
        Wording(
          zh: "--carry、--end、--reopen 只能写一个", en: "give one of --carry, --end and --reopen, not several"))
    }
    if let reason = arguments[reopen] { return open(number, reason, arguments, context) }
    var ending: YearEnding? = arguments[carry] ? .carried : nil
    if let reason = arguments[end] { ending = .ended(reason: reason) }
    return close(number, ending, arguments, context)
  }

  private static func open(
    _ year: Int, _ reason: String, _ arguments: ParsedArguments, _ context: CommandContext
  ) -> ExitCode {
    CasebookDesk(arguments: arguments, context: context).record { (recording) throws(CasebookError) in
      try recording.reopenYear(year, reason: reason)
    } after: { (done, _) throws(CasebookError) in
      let name = ClosedYear.name(done.days)
      context.say(
        Wording(
          zh: "保障年度 \(name.zh)已重开；办完后再结账：casebook close-year \(year)",
          en: "policy year \(name.en) is open again; when all is done, close it: casebook close-year \(year)")
      )
      return .done
    }
  }

  private static func close(
    _ year: Int, _ ending: YearEnding?, _ arguments: ParsedArguments, _ context: CommandContext
  ) -> ExitCode {
    CasebookDesk(arguments: arguments, context: context).record { (recording) throws(CasebookError) in
      let scheme = recording.book.scheme
      guard let days = PolicyYear(began: year).days(scheme.policyYearStart) else {
        preconditionFailure("the years that can be typed lie within the calendar")
      }
      let survey = try recording.book.survey(of: days)
      do throws(CasebookError) {
        return (survey, try recording.closeYear(days, ending))
      } catch {
        if case .refused(let refusal) = error, refusal.code == .openCases {
          let list = CloseYearText(
            survey: survey, left: survey, closing: nil, scheme: scheme, language: context.language)
          _ = context.deliver(text: list.text)
        }
        throw error
      }
    } after: { (done, book) throws(CasebookError) in
      let (survey, closing) = done
      let text = CloseYearText(
        survey: survey, left: try book.survey(of: closing.days), closing: closing, scheme: book.scheme,
        language: context.language)
      let delivered = context.deliver(text: text.text)
      context.say(text.summary(ending))
      guard case .ended = ending, !closing.carried.isEmpty else { return delivered }
      return delivered == .done ? .rowsRejected : delivered
    }
  }
}

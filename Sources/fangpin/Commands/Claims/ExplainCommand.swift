import Batch
import Explain
import Tables
import Units

/// `fangpin explain`: why one claim was decided as it was.
enum ExplainCommand {
  static let claimID = Operand<String>.required(
    "CLAIM_ID", Wording(zh: "要说明的申请编号", en: "the id of the claim to explain"), offers: .nothing)
  static let format = Option<ExplanationFormat>.choice(
    "format", default: .text,
    Wording(
      zh: "sentence 给申请人，text 给经办人，json 供审计和程序",
      en: "sentence for the household, text for the clerk, json for auditors and programs"))

  static let spec = CommandSpec(
    "explain",
    summary: Wording(zh: "说明一笔申请的结论从何而来", en: "say why one claim was decided as it was"),
    discussion: [
      Wording(
        zh: "用同样的输入把申请重新理算到该笔为止，逐步写出依据：适用的条款及其出处、累计额、防贫预警线、所在的档和比例、应赔与已赔。",
        en: "Decides the same input again and explains that claim step by step: the provisions that applied "
          + "and where they come from, accumulator, warning line, band and rate, the benefit and what "
          + "had been paid."),
      Wording(
        zh: "同一编号出现多次时逐件说明；JSON 为每件一个对象，依次写出。输入要读两遍，标准输入若为管道，先存入临时文件。",
        en: "Where an id appears more than once, each claim is explained; in JSON, one object after another. "
          + "The input is read twice: a pipe on standard input is kept in a temporary file."),
    ],
    operands: [claimID],
    options: InputOptions.all + [format],
    exits: Exit.usual + [
      Exit(.rowsRejected),
      Exit(.answerIsNo, Wording(zh: "没有这个编号的申请", en: "no claim has that id")),
    ],
    examples: [
      Example(
        "fangpin explain C0001 --claims claims.csv --households households.csv",
        Wording(zh: "说明申请 C0001", en: "explain claim C0001")),
      Example(
        "fangpin explain C0001 --claims claims.csv --households households.csv"
          + " --rules wei-county-2017-by-band --format json",
        Wording(zh: "换一个方案，供程序读取", en: "the same under another scheme, for a program to read")),
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    if let clash = FileClash.findAmongInputs(arguments) { return context.refuse(clash) }
    switch SchemeChoice.load(arguments[InputOptions.rules], context) {
    case .failure(let stop): return stop.code
    case .success(let scheme):
      var request = InputOptions.request(arguments, scheme)
      request.threads = Processors.count
      let id = TypedValue.word(arguments[claimID])
      let bar = context.progressBar(isQuiet: false)
      Interruption.listen()
      do throws(BatchError) {
        let study = try CaseStudy.run(request, claim: id) { status in
          bar.update(doneBytes: status.bytes, totalBytes: status.total, rows: status.rows)
        }
        bar.finish()
        return deliver(study, arguments, request, context)
      } catch {
        bar.finish()
        return context.fail(error)
      }
    }
  }

  private static func deliver(
    _ study: CaseStudy, _ arguments: ParsedArguments, _ request: AdjudicationRequest,
    _ context: CommandContext
  ) -> ExitCode {
    let talk = ExplainText(study, request, id: arguments[claimID])
    guard let summary = study.summary else {
      context.say(talk.notFound)
      return .answerIsNo
    }
    var text = ""
    for (index, occurrence) in study.occurrences.enumerated() {
      let explanation = Explanation(occurrence.derivation)
      switch arguments[format] {
      case .json: text += explanation.json()
      case .text, .sentence:
        text += talk.heading(index)?[context.language] ?? ""
        text += explanation.voice(arguments[format], in: context.language)
      }
    }
    let ending = context.deliver(text: text)
    for sentence in talk.remarks { context.say(sentence) }
    return ending == .done && summary.hasRejects ? .rowsRejected : ending
  }
}

/// What `--format` of an explanation can be set to.
enum ExplanationFormat: String, OptionChoice {
  case sentence, text, json
}

extension Explanation {
  /// What is written for one of the readers, newline at the end.
  func voice(_ format: ExplanationFormat, in language: Language) -> String {
    switch format {
    case .sentence: sentence[language] + "\n"
    case .text: text(in: language)
    case .json: json()
    }
  }
}

import Batch
import Casebook
import Claims
import Files
import Glibc
import Journal
import Rules
import Tables
import Units

/// `fangpin casebook adjudicate`: a file of confirmed claims, decided and recorded.
enum CasebookAdjudicateCommand {
  static let claims = Operand<String>.required(
    "F", Wording(zh: "已确认的理赔申请表", en: "the confirmed claims"), offers: .files)

  static let spec = CommandSpec(
    "adjudicate",
    summary: Wording(zh: "理算一批已确认的申请并记入台账", en: "decide a batch of confirmed claims and record each"),
    discussion: [
      Wording(
        zh: "按文件顺序逐笔理算，每笔记一条台账，写明依据；全部记下或一笔不记。同一文件再次提交，不再办理。",
        en:
          "Decides the claims in the order of the file; each gets its own entry, with all it rests on. All "
          + "are recorded or none. The same file is not taken twice."),
      Wording(
        zh: "与案卷簿里已有的费用（申报、筛查、以前的批次）同一户、同一天、同一金额而编号不同的，照样理算，并逐件列出（退出码 3）：付款以前核对。",
        en:
          "A claim with the household, day and amount of a cost that the casebook holds already under another id "
          + "(declared, screened, of an earlier batch) is decided all the same, and named (exit code 3): look at it "
          + "before it is paid."),
    ],
    operands: [claims],
    options: CasebookOptions.recording + TableOptions.all + [SheetOptions.rejects, InputOptions.threads],
    exits: Exit.usual + [
      Exit(
        .rowsRejected,
        Wording(
          zh: "已记入，但有剔除行、可能重复的费用，或表里有别的要看",
          en:
            "recorded, but rows were rejected, costs may be there twice, or something in a table wants a look"
        )),
      Exit(.answerIsNo, Wording(zh: "不予办理", en: "refused")),
    ],
    examples: [
      Example(
        "fangpin casebook adjudicate claims.csv --casebook wei.casebook --key county.pem",
        Wording(zh: "理算 claims.csv", en: "decide claims.csv"))
    ],
    run: run)

  static func run(_ arguments: ParsedArguments, _ context: CommandContext) -> ExitCode {
    let path = arguments[claims]
    if isReadOnce(path) {
      return context.refuse(
        Wording(
          zh: "整批申请要读两遍，须是一个文件，不能是标准输入或管道：\(path)",
          en: "a batch is read twice: it must be a file, not standard input or a pipe: \(path)"))
    }
    let rejects = arguments[SheetOptions.rejects] ?? path + ".rejects.csv"
    let desk = CasebookDesk(arguments: arguments, context: context)
    if let clash = desk.clash(writing: [rejects], reading: [path]) { return context.refuse(clash) }
    let bar = context.progressBar(isQuiet: false)
    return desk.record { (recording) throws(CasebookError) in
      let outcome = try recording.adjudicate(
        path, TableOptions.reading(arguments), threads: arguments[InputOptions.threads] ?? Processors.count
      ) { bytes, rows in bar.update(doneBytes: bytes, totalBytes: nil, rows: rows) }
      // Before anything is committed; the list of a file that is known stays as it was.
      if !outcome.isKnown {
        try RejectList.settle(
          outcome.faults, of: path, named: arguments[SheetOptions.rejects], in: context.language)
      }
      return outcome
    } after: { (outcome, _) throws(CasebookError) in
      bar.finish()
      if outcome.isKnown {
        context.say(
          Wording(zh: "与以前的文件相同，没有可做的事", en: "identical to a file adjudicated before: nothing to do"))
        return .done
      }
      context.say(outcome.workbook)
      context.say(outcome.dress)
      context.say(outcome.notes)
      var table = AlignedTable(right: [1], indent: "  ")
      for reason in Reason.allCases {
        guard let count = outcome.counts[reason] else { continue }
        table.add([reason.name[context.language], count.grouped])
      }
      if outcome.cases == nil {
        context.say(Wording(zh: "没有可以理算的申请", en: "there are no claims to decide"))
        return rejected(outcome, rejects, context)
      }
      let span =
        outcome.cases.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" } ?? "–"
      context.say(
        Wording(
          zh: "已理算并记入台账：案件 \(span)，应付 \(outcome.promised.grouped) 元"
            + (outcome.called > .zero ? "，其中请县财政补足 \(outcome.called.grouped) 元" : "")
            + (outcome.waiting > .zero ? "，其中 \(outcome.waiting.grouped) 元等待资金到位" : ""),
          en: "decided and recorded: \(outcome.cases?.count == 1 ? "case" : "cases") \(span), "
            + "\(outcome.promised.grouped) yuan to be paid"
            + (outcome.called > .zero
              ? ", of which the county is asked to make up \(outcome.called.grouped)" : "")
            + (outcome.waiting > .zero ? ", of which \(outcome.waiting.grouped) waits for the fund" : "")))
      context.say(Wording(zh: table.text, en: table.text))
      return rejected(outcome, rejects, context).having(twins: outcome.twins, context)
    }
  }

  /// Says how many rows were set aside, and where they are.
  private static func rejected(
    _ outcome: ClaimsOutcome, _ path: String, _ context: CommandContext
  ) -> ExitCode {
    guard !outcome.faults.isEmpty else { return .done.having(outcome.notes) }
    let count = outcome.faults.count
    context.say(Wording(zh: "剔除 \(count.grouped) 行：\(path)", en: "\(count.counted("row")) rejected: \(path)"))
    return .rowsRejected
  }

  /// Whether what is read from a path is gone then.
  private static func isReadOnce(_ path: String) -> Bool {
    if path == "-" { return true }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK, S_IFCHR].contains(status.st_mode & S_IFMT)
  }
}

extension ExitCode {
  /// Names the claims whose costs cases of before may hold already: whoever pays them looks at each.
  fileprivate func having(twins: [ClaimTwin], _ context: CommandContext) -> ExitCode {
    guard !twins.isEmpty else { return self }
    let language = context.language
    var table = AlignedTable(right: [1], indent: "  ")
    table.add(
      [
        Wording(zh: "申请编号", en: "claim"), Wording(zh: "案件", en: "case"), Wording(zh: "已在", en: "already in"),
      ].map { $0[language] })
    for twin in twins { table.add([Plain.text(twin.claim), "\(twin.casefile)", twin.holder.name[language]]) }
    context.warn(
      Wording(
        zh: "\(twins.count.grouped) 件与已有的费用同一户、同一天、同一金额；是同一笔的，付款前冲正（case reverse）：",
        en:
          "\(twins.count.counted("claim has", "claims have")) the household, day and amount of a cost that has a case "
          + "already; reverse what is the same cost before it is paid (case reverse):"))
    context.say(Wording(zh: table.text, en: table.text))
    return self == .done ? .rowsRejected : self
  }
}

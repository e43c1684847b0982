import Batch
import Claims
import Files
import Rules
import Tables
import Units

/// The closing summary of a run: what it was made under, how the claims went, and where all was written.
struct AdjudicateText {
  let summary: AdjudicationSummary
  let request: AdjudicationRequest

  init(_ summary: AdjudicationSummary, _ request: AdjudicationRequest) {
    self.summary = summary
    self.request = request
  }

  var text: Wording { Wording(zh: text(in: .zh), en: text(in: .en)) }

  private func text(in language: Language) -> String {
    let parts = [
      missingHouseholds?[language], scheme(language), decisions(language), perils(language),
      firstRejects(language), files(language),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }

  // MARK: What it was made under

  private func scheme(_ language: Language) -> String {
    let scheme = request.scheme
    var table = AlignedTable(right: [])
    table.add([Wording(zh: "方案", en: "scheme")[language], scheme.name[language]])
    table.add([Wording(zh: "编号", en: "id")[language], scheme.id])
    table.add([Wording(zh: "摘要", en: "digest")[language], "sha256:" + scheme.digest])
    table.add([Wording(zh: "算法", en: "reading")[language], SchemeText(scheme).reading[language]])
    return table.text
  }

  // MARK: How the claims went

  /// Outcomes with their reasons below them; only what occurs.
  private func decisions(_ language: Language) -> String {
    let tally = summary.tally
    var table = AlignedTable(right: [1, 2, 3])
    table.add([Wording(zh: "结论和理由", en: "outcome and reason")[language]] + heads(language))
    for outcome in Outcome.allCases where tally.entry(outcome).claims > 0 {
      table.add([outcome.name[language]] + cells(tally.entry(outcome)))
      for reason in Reason.allCases where reason.outcome == outcome && tally.entry(reason).claims > 0 {
        let name = Wording(zh: "\(reason.name.zh)  \(reason.code)", en: reason.code)
        table.add(["  " + name[language]] + cells(tally.entry(reason)))
      }
    }
    table.add([Wording(zh: "合计", en: "total")[language]] + cells(tally.total))
    return table.text
  }

  private func perils(_ language: Language) -> String {
    let tally = summary.tally
    var table = AlignedTable(right: [1, 2, 3])
    table.add([Wording(zh: "险别", en: "peril")[language]] + heads(language))
    for (index, peril) in request.scheme.perils.enumerated() {
      table.add([peril.name[language]] + cells(tally.entry(peril: index)))
    }
    return table.text
  }

  private func heads(_ language: Language) -> [String] {
    [
      Wording(zh: "件数", en: "claims"), Wording(zh: "申请金额（元）", en: "claimed, yuan"),
      Wording(zh: "赔付（元）", en: "paid, yuan"),
    ].map { $0[language] }
  }

  private func cells(_ entry: Tally.Entry) -> [String] {
    [entry.claims.grouped, Yuan(fen: entry.amount).grouped, Yuan(fen: entry.payout).grouped]
  }

  // MARK: What was read, and where the answers are

  private func files(_ language: Language) -> String {
    var table = AlignedTable(right: [])
    let ofRegister = [register] + asRead(summary.registerNotes, request.households)
    let ofClaims = [claims, lookups] + asRead(summary.claimNotes, request.claims)
    for (label, words) in [
      ofRegister, members, ofClaims, [dress, earlier, rejects, decisionFile, payouts],
    ].joined().compactMap({ $0 }) {
      table.add([label[language], words[language]])
    }
    for (index, step) in next.enumerated() {
      table.add([index == 0 ? Wording(zh: "下一步", en: "next")[language] : "", step[language]])
    }
    return table.text
  }

  typealias Line = (label: Wording, words: Wording)

  private var register: Line {
    let (count, rejected) = (summary.households.grouped, rejectedWords(summary.rejectedHouseholds))
    return (
      Wording(zh: "名册", en: "register"),
      Wording(
        zh: "\(shown(request.households).zh)：\(count) 户\(rejected.zh)",
        en: "\(shown(request.households).en): \(summary.households.counted("household"))\(rejected.en)")
    )
  }

  private var claims: Line {
    let (count, rejected) = (summary.tally.total.claims.grouped, rejectedWords(summary.rejectedClaims))
    return (
      Wording(zh: "申请", en: "claims"),
      Wording(
        zh: "\(shown(request.claims).zh)：\(count) 件\(rejected.zh)",
        en: "\(shown(request.claims).en): \(summary.tally.total.claims.counted("claim"))\(rejected.en)")
    )
  }

  /// What was met in a table.
  func asRead(_ notes: TableNotes, _ path: String) -> [Line?] {
    [sheets(notes, path), leftOut(notes, path), differences(notes, path), runOn(notes, path)]
  }

  /// What of a workbook was read.
  private func sheets(_ notes: TableNotes, _ path: String) -> Line? {
    guard let workbook = notes.workbook else { return nil }
    let words = WorkbookText(workbook).wording
    return (
      Wording(zh: "工作表", en: "sheets"),
      Wording(zh: "\(shown(path).zh)：\(words.zh)", en: "\(shown(path).en): \(words.en)")
    )
  }

  /// Rows and columns of a table that were left out.
  private func leftOut(_ notes: TableNotes, _ path: String) -> Line? {
    guard !notes.isEmpty else { return nil }
    let parts = AdjudicateText.leftOut(notes)
    return (
      Wording(zh: "未读", en: "left out"),
      Wording(
        zh: "\(shown(path).zh)：" + parts.map(\.zh).joined(separator: "；"),
        en: "\(shown(path).en): " + parts.map(\.en).joined(separator: "; "))
    )
  }

  /// What of a table was left out.
  static func leftOut(_ notes: TableNotes) -> [Wording] {
    var parts: [Wording] = []
    if notes.titleRows > 0 {
      parts.append(
        Wording(
          zh: "表头以上 \(notes.titleRows.grouped) 行", en: "\(notes.titleRows.counted("row")) above the header"))
    }
    if notes.emptyRows > 0 {
      parts.append(
        Wording(zh: "空行 \(notes.emptyRows.grouped) 行", en: notes.emptyRows.counted("empty row")))
    }
    if let totals = RowsText(notes.rows).totals { parts.append(totals) }
    if !notes.unknownColumns.isEmpty {
      let names = notes.unknownColumns.map(Reject.shown)
      parts.append(
        Wording(
          zh: "不认识的列：" + names.joined(separator: "、"), en: "unknown columns: " + names.joined(separator: ", ")
        ))
    }
    return parts
  }

  /// Totals that the rows read do not come to.
  private func differences(_ notes: TableNotes, _ path: String) -> Line? {
    RowsText(notes.rows).differences.map { words in
      (
        Wording(zh: "合计不符", en: "totals differ"),
        Wording(zh: "\(shown(path).zh)：\(words.zh)", en: "\(shown(path).en): \(words.en)")
      )
    }
  }

  /// Rows that may have vanished in a cell.
  private func runOn(_ notes: TableNotes, _ path: String) -> Line? {
    RowsText(notes.rows).runOn.map { words in
      (
        Wording(zh: "跨行的格", en: "rows in a cell"),
        Wording(zh: "\(shown(path).zh)：\(words.zh)", en: "\(shown(path).en): \(words.en)")
      )
    }
  }

  /// What was read in another dress, of each table.
  private var dress: Line? {
    let tables =
      [(request.households, summary.householdDress)] + memberDress
      + [(request.claims, summary.claimDress)]
    let worn = tables.compactMap { path, dress in dress.wording.map { (shown(path), $0) } }
    guard !worn.isEmpty else { return nil }
    return (
      Wording(zh: "写法", en: "dress"),
      Wording(
        zh: "按另一种写法读入：" + worn.map { "\($0.zh)：\($1.zh)" }.joined(separator: "；"),
        en: "read in another dress: " + worn.map { "\($0.en): \($1.en)" }.joined(separator: "; "))
    )
  }

  func rejectedWords(_ rows: Int) -> Wording {
    guard rows > 0 else { return Wording(zh: "，没有剔除行", en: ", no row rejected") }
    return Wording(
      zh: "，剔除 \(rows.grouped) 行",
      en: ", \(rows.counted("row")) rejected")
  }

  private var earlier: Line? {
    guard !request.earlier.isEmpty else { return nil }
    let (files, count) = (request.earlier.count, summary.earlierClaims.grouped)
    let absent = summary.absentHouseholds
    let kept =
      absent == 0
      ? Wording(zh: "", en: "")
      : Wording(
        zh: "；其中 \(absent.grouped) 户已不在名册上，账户保留",
        en: "; \(absent.counted("household")) of them no longer on the register, whose accounts are kept")
    return (
      Wording(zh: "接续", en: "earlier"),
      Wording(
        zh: "从 \(files) 份以前的记录带入已计入的申请 \(count) 件\(kept.zh)",
        en: "counted claims carried on: \(count), from \(files.counted("record"))\(kept.en)")
    )
  }

  private var rejects: Line? {
    if request.isPreview { return nil }
    let place: Wording
    switch request.rejects {
    case .file(let path): place = written(path)
    case .fileIfAny(let path):
      guard summary.hasRejects else { return nil }
      place = written(path)
    case .standardError:
      guard summary.hasRejects else { return nil }
      place = Wording(
        zh: "已在上面的标准错误输出中列出；可用 --rejects 写入文件",
        en: "listed above on standard error; --rejects writes them to a file")
    }
    return (Wording(zh: "剔除行", en: "rejects"), place)
  }

  private var decisionFile: Line {
    (
      Wording(zh: "决定", en: "decisions"),
      request.isPreview
        ? Wording(zh: "这是预演，没有写任何文件", en: "not written, nor any other file: this is a preview")
        : written(request.output)
    )
  }

  private var payouts: Line? {
    guard let path = request.payouts, let totals = summary.payouts else { return nil }
    let approved = summary.tally.entry(.approved)
    let verdict =
      payoutsAgree
      ? Wording(zh: "与决定相符", en: "as decided")
      : Wording(
        zh: "与决定不符，请勿付款：决定为 \(approved.claims.grouped) 件、\(Yuan(fen: approved.payout).grouped) 元",
        en: "NOT AS DECIDED, do not pay: the decisions come to \(approved.claims.counted("claim")) and "
          + "\(Yuan(fen: approved.payout).grouped) yuan")
    let sum = Yuan(fen: totals.payout).grouped
    return (
      Wording(zh: "应付", en: "payouts"),
      Wording(
        zh:
          "\(written(path).zh)：\(totals.households.grouped) 户、\(totals.claims.grouped) 件、\(sum) 元，\(verdict.zh)",
        en:
          "\(written(path).en): \(totals.households.counted("household")), \(totals.claims.counted("claim")), "
          + "\(sum) yuan, \(verdict.en)")
    )
  }

  func shown(_ path: String) -> Wording {
    path == "-" ? Wording(zh: "标准输入", en: "standard input") : Wording(zh: path, en: path)
  }

  func written(_ path: String) -> Wording {
    path == "-" ? Wording(zh: "标准输出", en: "standard output") : Wording(zh: path, en: path)
  }
}

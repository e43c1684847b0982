import Casebook
import Journal
import Rules
import Sealing
import Units

/// A case whole, as people read it: where it stands, what is known of it, what happened, and the heads that cover it.
struct CaseShowText {
  let file: Casefile
  let book: Casebook
  let language: Language
  /// By what is known on it is told what a pended case lacks.
  let today: Day

  /// All of it, without a newline at its end.
  func text() throws(CasebookError) -> String {
    let entries = try book.entries(of: file)
    var parts = [try CaseDesk.progress(of: file, in: book)[language], try facts().text]
    if file.state == .pended {
      let lines = try PendedText(file, in: book, on: today).lines.map { Plain.text($0[language]) }
      parts[0] += "\n" + lines.joined(separator: "\n")
    }
    if let bills = try BillsText(file: file, book: book, language: language).table() {
      parts.append(Wording(zh: "单据\n", en: "Bills\n")[language] + bills.text)
    }
    parts += [
      Wording(zh: "经过\n", en: "What happened\n")[language] + steps(entries).text,
      Wording(zh: "存证码\n", en: "Heads\n")[language] + (try heads(entries).text),
    ]
    return parts.joined(separator: "\n\n")
  }

  private func facts() throws(CasebookError) -> AlignedTable {
    var table = AlignedTable(right: [], indent: "  ")
    func add(_ zh: String, _ en: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      table.add([language == .zh ? zh : en, Plain.text(value)])
    }
    add("申请编号", "claim", file.claimID)
    add("户", "household", file.household)
    add("人员", "person", file.person)
    add("险别", "peril", book.scheme.name(ofPeril: file.peril)[language])
    add("原因", "cause", file.cause.map { book.scheme.name(ofCause: $0)[language] })
    add("发生日期", "day", file.incurredOn.description)
    add("发票号", "invoice", try book.claim(of: file).cost?.invoice)
    add("金额", "amount", file.amount.grouped)
    add("是否已获赔偿", "compensated", file.compensated.map { yesNo($0)[language] })
    let twins = try book.twins(of: file)
    add("同日同额", "same day and total", names(twins.byDay))
    add("同一发票号", "same invoice", names(twins.byNumber))
    try addHousehold(add)
    if let waiting = try book.waiting(file) {
      add("公示期满", "notice until", waiting.from?.description ?? file.until?.description)
      let remark = waiting.due?.remark.map { language == .zh ? "（\($0.zh)）" : " (\($0.en))" } ?? ""
      add("应到账日", "payment due", waiting.due.map { "\($0.last)" + remark })
      let held = RevisedText.held(waiting)?[language]
      let isDenied = file.state == .denied
      add(isDenied ? "应重新决定" : "暂缓赔付", isDenied ? "to be decided again" : "held", held)
    }
    add("待附议", "proposed", try book.proposal(of: file.number).map { RedecidedText.waits($0)[language] })
    add("累计额", "accumulator", file.accumulator?.grouped)
    if file.state == .pended { add("待补", "waits for", waitsFor) }
    if let reversal = try book.reversal(of: file.number) {
      add("款项", "its money", reversal.money.name[language])
      add("在外未收回", "out and not back", file.payout.grouped)
    } else {
      add("赔付", "payout", file.decidedEntry == nil ? nil : file.payout.grouped)
    }
    let waits = try book.waiting(file.number)
    add("其中等待资金", "of this, waiting for the fund", waits > .zero ? waits.grouped : nil)
    if let number = file.personal {
      let data = try book.personalData(number)?.masked
      let missing =
        try book.isExtract()
        ? Wording(zh: "不在此件中", en: "not in this copy") : Wording(zh: "已按规定删除", en: "deleted, as required")
      add("姓名", "name", data.map { $0.name ?? "" } ?? missing[language])
      add("代办人", "proxy", data?.proxy)
      add("身份证号", "resident ID", data?.residentID)
      add("收款账号", "bank account", data?.bankAccount)
      add("电话", "telephone", data?.telephone)
    }
    return table
  }

  private func names(_ holders: [CostHolder]) -> String {
    holders.map { $0.name[language] }.joined(separator: language == .zh ? "、" : ", ")
  }

  /// Why it was pended: the adjudicator's reason, or what an office said.
  private var waitsFor: String? {
    file.reason.map { word in Reason(code: word)?.name[language] ?? word }
  }

  private func addHousehold(_ add: (String, String, String?) -> Void) throws(CasebookError) {
    guard let facts = try book.facts(of: file.household, on: file.since) else { return }
    let known = facts.inForce(for: file.incurredOn)
    let place = [known.township?.value, known.village?.value].compactMap { $0 }
    add("住址", "place", place.joined(separator: " "))
    add("人群", "group", known.group.map { book.scheme.name(ofGroup: $0.value)[language] })
    add("人口", "members", known.members.map { "\($0.value)" })
    add("年收入", "income", known.income?.value.amount.grouped)
    let assets = zip(["住房", "经营主体", "车辆"], ["dwellings", "businesses", "vehicles"])
    for (names, known) in zip(assets, known.assets) {
      add(
        names.0, names.1,
        known.map {
          Wording(zh: "\($0.value)（\($0.on) 得知）", en: "\($0.value) (known since \($0.on))")[language]
        })
    }
  }

  private func steps(_ entries: [Entry]) -> AlignedTable {
    var table = AlignedTable(right: [0], indent: "  ")
    table.add(
      language == .zh
        ? ["条", "发生日期", "记录时间", "步骤", "经办人", "内容"]
        : ["entry", "happened on", "recorded at", "step", "by", "what"])
    for entry in entries {
      let role = Role(rawValue: entry.role)?.name[language] ?? entry.role
      table.add([
        "\(entry.number)", entry.happenedOn.description, entry.recordedAt, entry.kind.rawValue,
        Plain.text(language == .zh ? "\(entry.actor)（\(role)）" : "\(entry.actor) (\(role))"),
        Plain.text(entry.words(under: book.scheme)[language]),
      ])
    }
    return table
  }

  /// The head of each transaction that one of the entries belongs to, as the household's receipt names it.
  private func heads(_ entries: [Entry]) throws(CasebookError) -> AlignedTable {
    var table = AlignedTable(right: [], indent: "  ")
    var covered = 0
    for entry in entries where entry.number > covered {
      guard let head = try book.head(covering: entry.number) else { continue }
      covered = head.size
      table.add([HeadText.short(head), head.recordedAt, Plain.text(head.actor)])
    }
    return table
  }

  private func yesNo(_ answer: Bool) -> Wording {
    answer ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no")
  }
}

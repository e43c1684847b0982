import Casebook
import Journal
import Rules
import Units

/// What waits, as people read it: a case a line.
struct CaseInboxText {
  let inbox: [Waiting]
  let scheme: Scheme
  let today: Day
  let language: Language

  /// The table, without a newline at its end.
  var text: String {
    var table = AlignedTable(right: [0, 3])
    table.add(
      language == .zh
        ? ["案件", "户", "险别", "金额", "等待", "由谁", "起于", "期限"]
        : ["case", "household", "peril", "amount", "waits for", "by", "since", "until"])
    for waiting in inbox {
      let file = waiting.file
      table.add([
        "\(file.number)", Plain.text(file.household), scheme.name(ofPeril: file.peril)[language],
        (file.payout > .zero ? file.payout : file.amount).grouped, CaseInboxText.what(waiting)[language],
        waiting.roles.map(\.name[language]).joined(separator: language == .zh ? "、" : ", "),
        waiting.since.description, term(waiting)[language],
      ])
    }
    guard let remark else { return table.text }
    return table.text + "\n* " + remark[language]
  }

  /// What has to be said of the days that bear an asterisk.
  private var remark: Wording? {
    WorkingTerm.remark(Set(inbox.flatMap { $0.due?.unlisted ?? [] }).sorted())
  }

  /// The step a case waits for, and what is missing for it.
  static func what(_ waiting: Waiting) -> Wording {
    if let proposal = waiting.proposal {
      return Wording(zh: "附议（casebook second \(proposal)）", en: "casebook second \(proposal)")
    }
    guard let step = waiting.step else { return Wording(zh: "拨款", en: "a contribution") }
    if waiting.file.state == .pended, let word = waiting.file.reason {
      let reason = Reason(code: word)?.name ?? Wording(zh: Plain.text(word), en: Plain.text(word))
      return Wording(
        zh: "\(step.name.zh)（\(step.rawValue)）：\(reason.zh)", en: "\(step.rawValue): \(reason.en)")
    }
    if let revision = waiting.revision {
      return Wording(
        zh: "\(step.name.zh)（\(step.rawValue)）：第 \(revision.entry) 条已更正",
        en: "\(step.rawValue): revised by entry \(revision.entry)")
    }
    guard !waiting.unanswered.isEmpty else {
      return Wording(zh: "\(step.name.zh)（\(step.rawValue)）", en: step.rawValue)
    }
    return Wording(
      zh: "\(step.name.zh)（\(step.rawValue)）：\(waiting.unanswered.map(\.name.zh).joined(separator: "、"))",
      en: "\(step.rawValue): \(waiting.unanswered.map(\.name.en).joined(separator: ", "))")
  }

  private func term(_ waiting: Waiting) -> Wording {
    if let from = waiting.from {
      return Wording(zh: "\(from) 起可确认", en: "confirm from \(from)")
    }
    guard let due = waiting.due else { return Wording(zh: "", en: "") }
    let day = "\(due.last)" + (due.remark == nil ? "" : "*")
    return waiting.isOverdue(on: today)
      ? Wording(zh: "\(day)，已逾期", en: "\(day), overdue") : Wording(zh: day, en: day)
  }
}

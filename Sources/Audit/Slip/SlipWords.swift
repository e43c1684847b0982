import Casebook
import Claims
import JSONText
import Journal
import Rules
import Sealing
package import Units

/// What a slip says, in words: for the family, and for whoever is asked about it.
///
/// The words are part of the form: they are made from the slip alone, and who checks a slip makes them again and compares.
/// So nothing here may hang on a scheme file that the slip does not bring, on the day, or on the casebook.
package struct SlipWords {
  let slip: Slip
  let contents: SlipContents
  private let language: Language

  /// The words for what a slip says; `nil` where it does not say enough to be told, or where its names are not those of the
  /// schemes that its entries name.
  package init?(_ slip: Slip, _ contents: SlipContents, in language: Language) {
    guard contents.opening != nil, contents.unreadable.isEmpty, contents.areNamesProven else { return nil }
    self.slip = slip
    self.contents = contents
    self.language = language
  }

  /// The text form: the words, and the JSON as its last line.
  package var paper: String {
    (lines + ["", slip.json]).joined(separator: "\n") + "\n"
  }

  /// All that stands above the JSON but the empty line before it.
  package var lines: [String] {
    [text("防贫案件存证单", "Poverty-prevention insurance: proof of a case"), ""] + account + [""] + guide
  }

  func text(_ zh: String, _ en: String) -> String {
    JSONSource.printable(language == .zh ? zh : en)
  }

  private func text(_ wording: Wording) -> String { text(wording.zh, wording.en) }

  // MARK: What happened

  /// The case, its steps, its decision and its money.
  package var account: [String] { heading + [""] + steps + decision + money }

  private var heading: [String] {
    guard let opening = contents.opening else { return [] }
    let stated = contents.claim()
    let (household, amount) = (opening.household ?? "—", SlipWords.sum(stated?.amount))
    let peril = contents.names.peril(stated?.peril ?? "—", in: opening)
    let day = stated?.incurredOn.description ?? "—"
    let claimed = contents.claimID.map { Wording(zh: "，申请编号 \($0)", en: ", claim \($0)") }
    let state = contents.state?.name ?? Wording(zh: "—", en: "—")
    let until = Instant(slip.head.recordedAt)?.dayInChina.description ?? slip.head.recordedAt
    return [
      text(
        "案件 \(slip.number)\(claimed?.zh ?? "")，户 \(household)：\(peril.zh)，\(day) 发生，家庭自付 \(amount) 元",
        "Case \(slip.number)\(claimed?.en ?? ""), household \(household): \(peril.en) of \(day), \(amount) yuan left to the "
          + "household"),
      text(
        "截至 \(until)（台账第 \(slip.head.size) 条）：\(state.zh)",
        "As of \(until) (entry \(slip.head.size) of the journal): \(state.en)"),
    ] + schemes
  }

  private var steps: [String] {
    var lines = [text("经过", "What happened")]
    var before: Entry?
    for step in contents.steps {
      let entry = step.entry
      if let before, SlipCheck.hidesObjection(before, entry) {
        lines.append(
          text(
            "  其间有异议成立，退回重新核查（异议不列在单上）",
            "  in between an objection was upheld: verified anew (objections are left out)"))
      }
      let role = Role(rawValue: entry.role)?.name ?? Wording(zh: entry.role, en: entry.role)
      let what = entry.words(
        StepNames {
          contents.names.peril($0, in: entry)
        } cause: {
          contents.names.cause($0, in: entry)
        })
      lines.append(
        text(
          "  \(entry.happenedOn)  \(what.zh)（第 \(entry.number) 条，\(role.zh) \(entry.actor)）",
          "  \(entry.happenedOn)  \(what.en) (entry \(entry.number), \(entry.actor) for the \(role.en))"))
      if entry.toWord != nil { before = entry }
    }
    return lines
  }

  private var decision: [String] {
    guard let entry = contents.decisions.last?.entry else { return [] }
    let decision = entry.recordedDecision
    var lines = ["", text("决定", "The decision")]
    let why = decision?.reasonName ?? Wording(zh: "—", en: "—")
    let outcome = decision?.reason?.outcome.name ?? Wording(zh: "—", en: "—")
    lines.append(
      text(
        "  \(entry.happenedOn)  \(outcome.zh)：\(why.zh)（第 \(entry.number) 条）",
        "  \(entry.happenedOn)  \(outcome.en): \(why.en) (entry \(entry.number))"))
    if let payout = decision?.payout, let sum = decision?.accumulator, let before = decision?.paidBefore,
      let earned = decision?.earned
    {
      lines.append(
        text(
          "  本年度累计额 \(sum.grouped) 元，累计应赔 \(earned.grouped) 元，此前已赔 \(before.grouped) 元，本案赔付 \(payout.grouped) 元",
          "  accumulator of the year \(sum.grouped), benefit on it \(earned.grouped), paid before \(before.grouped), "
            + "paid for this case \(payout.grouped)"))
    }
    guard let bills = decision?.bills, !bills.isEmpty else {
      return lines + calculation(entry) + known(decision?.known, by: entry)
    }
    return lines + bills.flatMap { words(of: $0, by: entry) }
  }

  /// A bill of a screened case, which is decided on its own day, and what was known for that day.
  private func words(of bill: DecidedBill, by entry: Entry) -> [String] {
    let sentence = bill.sentence
    let line = text("  \(sentence.zh)", "  \(sentence.en)")
    guard let decision = bill.decision else { return [line] }
    return [line] + known(decision.known, by: entry).map { "  " + $0 }
  }

  private func known(_ known: KnownHousehold?, by decision: Entry) -> [String] {
    guard let known else {
      return [text("  当时名册上没有这一户", "  the household was not on the register then")]
    }
    var facts: [Wording] = []
    if let group = known.group.map({ contents.names.group($0, in: decision) }) { facts.append(group) }
    if let members = known.members {
      facts.append(Wording(zh: "人口 \(members)", en: "\(members) members"))
    }
    if let income = known.income {
      facts.append(Wording(zh: "年收入 \(income.grouped) 元", en: "annual income \(income.grouped)"))
    }
    for asset in Scheme.Asset.allCases {
      guard let count = known.assets[asset.rawValue] else { continue }
      let name = SlipTerm.asset(asset)
      facts.append(Wording(zh: "\(name.zh) \(count)", en: "\(name.en) \(count)"))
    }
    let entries = known.entries.map { "\($0)" }
    guard !facts.isEmpty else {
      return [text("  当时所知：人口、收入、资产都没有记载", "  known then: neither members nor income nor assets")]
    }
    let plural = entries.count == 1 ? "entry" : "entries"
    return [
      text(
        "  当时所知：\(facts.map(\.zh).joined(separator: "，"))（第 \(entries.joined(separator: "、")) 条）",
        "  known then: \(facts.map(\.en).joined(separator: ", ")) (\(plural) \(entries.joined(separator: ", ")))"
      )
    ]
  }

  private var money: [String] {
    let entries = contents.steps.map(\.entry)
    guard !contents.decisions.isEmpty else { return [] }
    let isReversed = contents.state == .reversed
    let promised = SlipWords.sum(
      entries.compactMap { entry in
        entry.number == contents.decisions.last?.entry.number
          ? entry.recordedDecision?.payout
          : entry.statement(SupplementStatement.self)?.amount
            ?? entry.statement(RedecideStatement.self)?.amount
      })
    let paid = SlipWords.sum(
      entries.compactMap { $0.statement(ReconcileStatement.self) }.filter(\.isPaid).map(\.amount))
    let repaid = SlipWords.sum(entries.compactMap { $0.statement(RepaidStatement.self)?.amount })
    return [
      "", text("赔款", "The money"),
      isReversed
        ? text(
          "  决定已冲正，不再赔付；曾到账 \(paid) 元，已退回 \(repaid) 元",
          "  the decision was reversed; \(paid) yuan was paid, \(repaid) yuan has come back")
        : text(
          "  应付 \(promised) 元，已到账 \(paid) 元", "  to be paid \(promised) yuan, in the account \(paid) yuan"),
    ]
  }

  /// A sum; unknown where one of its parts is, or where it would not fit.
  private static func sum(_ amounts: [Yuan]) -> String {
    var total = Yuan.zero
    for amount in amounts {
      let (sum, overflow) = total.fen.addingReportingOverflow(amount.fen)
      if overflow { return "—" }
      total = Yuan(fen: sum)
    }
    return total.grouped
  }

  private static func sum(_ amount: Yuan?) -> String { amount?.grouped ?? "—" }

  // MARK: How to check it

  private var guide: [String] {
    let head = slip.head
    let code = HeadCode(head).line
    var lines = [
      text("存证码", "The head"), "  \(code)",
      text(
        "  由 \(head.actor) 于 \(head.recordedAt) 签名，密钥指纹 \(head.key.hex.prefix(16))",
        "  signed by \(head.actor) at \(head.recordedAt), fingerprint of the key \(head.key.hex.prefix(16))"),
      text(
        "  请与村公示栏的存证码核对：同是 \(head.size) 条，每个字都应相同",
        "  compare it with the head on the village notice: of \(head.size) entries, every character should be the same"
      ),
      text(
        "  第 \(head.size) 条以后的事不在此单上", "  what came after entry \(head.size) is not in this slip"),
      "", text("请人核对", "How to have it checked"),
      "  fangpin audit check-slip " + text("本文件", "THIS-FILE") + " --head \"\(code)\"",
      text(
        "  不用案卷簿，不用联网。最后一行是凭证，须与以上文字一起保存，一字不改",
        "  without the casebook and without a network. The last line is the proof: keep it with these words, unchanged"
      ),
    ]
    if slip.schemes != nil {
      lines.append(
        text(
          "  凭证里有方案原文，名称和算法取自其中；原文的摘要写在各条里，不能改动",
          "  the proof holds the text of the scheme, which names and figures are taken from; the entries name its digest"
        ))
    }
    lines += [
      "", text("此单没有的", "What is not in it"),
      text(
        "  别家的任何信息；异议及其处理（保护提出的人）；姓名、身份证号、账号（只有加盐的摘要）",
        "  anything of other families; objections and what became of them (to protect who objected); names, resident IDs "
          + "and accounts (only salted digests)"),
    ]
    if contents.showsNoSigner {
      lines.append(
        text(
          "  签名密钥的登记（涉及经办人的亲属），所以必须与公示栏的存证码核对",
          "  the enrolment of the signing key (it names the actor's relatives): so compare the head with the notice"
        ))
    }
    lines.append(
      text(
        "  是否另有未列出的步骤：此单只证明所列各条确在台账中，其余请问县防贫办",
        "  whether there are further steps: it shows that those listed stand in the journal; for others ask the county's office"
      ))
    return lines
  }
}

import Casebook
import Claims
import Explain
import Journal
import Rules
import Units

/// What the letter says in sentences.
extension Letter {
  /// The outcome it is about.
  var outcome: Outcome {
    switch matter {
    case .decision(let explanation):
      bills.deciding?.decision?.outcome ?? explanation.derivation.decision.outcome
    case .waiting: .pended
    }
  }

  /// What is paid; `nil` where that is not decided.
  var payout: Yuan? {
    guard case .decision(let explanation) = matter, outcome != .pended else { return nil }
    return bills.isEmpty ? explanation.derivation.decision.payout : bills.payout
  }

  /// What befell: the cost that was declared, or that the bills come to.
  var amount: Yuan { bills.isEmpty ? claim.opening.amount : bills.reduce(.zero) { $0 + $1.amount } }

  var title: Wording {
    switch outcome {
    case .approved: Wording(zh: "防贫保险赔付告知书", en: "Letter of decision: payment")
    case .denied: Wording(zh: "防贫保险不予赔付告知书", en: "Letter of decision: no payment")
    case .pended: Wording(zh: "防贫保险补充材料告知书", en: "Letter: something is missing")
    }
  }

  var lead: Wording {
    switch matter {
    case .decision(let explanation): bills.count > 1 ? lead(explanation.lead) : explanation.lead
    case .waiting(let reason):
      Wording(
        zh: "案件暂停办理，等待补充：\(reason)。", en: "The case is on hold until the following is supplied: \(reason).")
    }
  }

  /// Which bill the reason and the calculation are of.
  private func lead(_ lead: Wording) -> Wording {
    guard let bill = bills.deciding else { return lead }
    return Wording(
      zh: "筛查发现 \(bills.count) 张单据，逐张按其当日的情况理算。单据 \(bill.record)（\(bill.incurredOn)）：\(lead.zh)",
      en: "The screening found \(bills.count) bills, each decided on its own day. Bill \(bill.record) of "
        + "\(bill.incurredOn): \(lead.en)")
  }

  /// A bill in a line: its number, day and cost, and what came of it.
  func line(_ bill: DecidedBill) -> Wording {
    let paid = bill.decision.flatMap { $0.payout > .zero ? $0.payout : nil }
    let came =
      paid.map { Wording(zh: "赔付 \($0.grouped) 元", en: "\($0.grouped) to be paid") }
      ?? bill.decision.map(\.reasonName)
      ?? Wording(zh: "待同案其他单据补齐", en: "waits for another bill of the case")
    return Wording(
      zh: "\(bill.record)（\(bill.incurredOn)，自付 \(bill.amount.grouped) 元）：\(came.zh)",
      en: "\(bill.record) (\(bill.incurredOn), \(bill.amount.grouped) left): \(came.en)")
  }

  /// What would have to be different, or what to bring.
  var changes: [Wording] {
    switch matter {
    case .decision(let explanation): explanation.plainChanges
    case .waiting(let reason):
      [Wording(zh: "请补充：\(reason)。", en: "Please bring what is missing: \(reason).")]
    }
  }

  var changesTitle: Wording {
    outcome == .pended
      ? Wording(zh: "需要补充什么", en: "What is needed")
      : Wording(zh: "怎样才能赔付", en: "What would have to be different")
  }

  /// Where and by when to bring it: the office that took the case in, and no term that nobody has set.
  var handIn: Wording? {
    guard outcome == .pended else { return nil }
    let office = (Role(rawValue: opening.role) ?? .county).name
    let place =
      opening.kind == .declare
      ? Wording(
        zh: "材料交到原来申报的地方（\(office.zh)）",
        en: "Bring papers to where the declaration was made (the \(office.en))")
      : Wording(zh: "材料交到县防贫办", en: "Bring papers to the county office")
    return Wording(
      zh: "\(place.zh)。方案没有规定补交期限；材料补齐后由县防贫办恢复办理。",
      en:
        "\(place.en). The scheme sets no deadline; the county office resumes the case once they have been handed in."
    )
  }

  /// When and to which account the money comes, and what has become of the case and its sum since.
  var money: Wording? {
    let decided = payout ?? .zero
    guard file.payout >= decided || file.state == .reversed else { return moneyOfLess(than: decided) }
    guard file.payout > decided else { return moneyOfDecision }
    let (more, all) = (file.payout - decided, file.payout)
    let first = moneyOfDecision ?? Wording(zh: "", en: "")
    let later =
      waiting > .zero
      ? Wording(
        zh: "其中 \(waiting.grouped) 元待资金到位后依次赔付。",
        en: "\(waiting.grouped) yuan of it will be paid in turn, once the fund has the money. ")
      : Wording(zh: "", en: "")
    return Wording(
      zh: "此后重新理算，补付 \(more.grouped) 元，合计 \(all.grouped) 元（\(all.capitals)）。\(later.zh)\(first.zh)",
      en: "Decided again since: \(more.grouped) yuan more is paid, \(all.grouped) yuan in total. "
        + "\(later.en)\(first.en)")
  }

  /// What is said where the case was decided again and is paid less.
  private func moneyOfLess(than decided: Yuan) -> Wording {
    let why =
      self.again?.statement.behind == nil
      ? Wording(zh: "登记的家庭情况更正后", en: "because what is on record of the household was corrected")
      : Wording(zh: "此前的一件案件变动后", en: "because an earlier case counts otherwise now")
    let again = Wording(
      zh: "\(why.zh)重新决定：赔付由 \(decided.grouped) 元变为 \(file.payout.grouped) 元\(reasonAgain.zh)。",
      en: "Decided again since, \(why.en): \(file.payout.grouped) yuan is paid instead of \(decided.grouped) "
        + "yuan\(reasonAgain.en). ")
    guard file.payout > .zero, let money = moneyOfDecision else { return again }
    return Wording(zh: again.zh + money.zh, en: again.en + money.en)
  }

  /// The sum in capitals; why, where nothing is paid any more.
  private var reasonAgain: Wording {
    guard file.payout == .zero, let again else {
      return Wording(zh: "（\(file.payout.capitals)）", en: "")
    }
    let name = Reason(code: again.statement.again.reason)?.name ?? Wording(zh: "", en: "")
    return Wording(zh: "（\(name.zh)）", en: " (\(name.en))")
  }

  /// That the decision does not stand as the letter tells it; `nil` where it does, or was taken back.
  var superseded: Wording? {
    guard let again, file.state != .reversed, file.payout < payout ?? .zero else { return nil }
    return Wording(
      zh: "已于 \(again.on) 重新决定，现赔付 \(file.payout.grouped) 元。以下是原来的决定。",
      en:
        "Decided again on \(again.on): \(file.payout.grouped) yuan is paid now. Below is the decision as it was."
    )
  }

  private var moneyOfDecision: Wording? {
    if file.state == .reversed {
      let reversed = Wording(
        zh: "本决定已于 \(reversedOn ?? file.since) 撤销：\(file.reason ?? "")。",
        en: "This decision was reversed on \(reversedOn ?? file.since): \(file.reason ?? "").")
      guard owedBack > .zero else { return reversed }
      return Wording(
        zh: "\(reversed.zh)已付的款项请退还县防贫办，尚欠 \(owedBack.grouped) 元。",
        en: "\(reversed.en) Please pay back what you were paid: \(owedBack.grouped) yuan is owed to the "
          + "county office.")
    }
    guard outcome == .approved else { return since }
    let account = account
    switch file.state {
    case .approved:
      guard let due else {
        return Wording(
          zh: "款项汇入\(account.zh)。方案没有公布付款期限。",
          en: "The money goes to \(account.en). The scheme sets no deadline for payment.")
      }
      return Wording(
        zh: "款项在 \(due.last) 以前汇入\(account.zh)\(remark?.zh ?? "")。",
        en: "The money will be paid to \(account.en) by \(due.last)\(remark?.en ?? "").")
    case .settled:
      let by = due.map {
        Wording(
          zh: "，应在 \($0.last) 以前到账\(remark?.zh ?? "")", en: "; it is due by \($0.last)\(remark?.en ?? "")")
      }
      return Wording(
        zh: "款项已于 \(file.since) 交银行汇往\(account.zh)\(by?.zh ?? "")。",
        en: "The money was sent to \(account.en) on \(file.since)\(by?.en ?? "").")
    case .paid:
      return Wording(
        zh: "款项已于 \(file.since) 汇入\(account.zh)。", en: "The money was paid to \(account.en) on \(file.since)."
      )
    case .returned:
      return Wording(
        zh: "银行于 \(file.since) 退回了汇款（\(file.reason ?? "")）；请到县防贫办登记可用的账号。",
        en:
          "The bank returned the money on \(file.since) (\(file.reason ?? "")): please give the county "
          + "office a working account.")
    case .exhausted:
      return Wording(
        zh: "防贫资金暂时不足，资金到位后依次赔付，汇入\(account.zh)。",
        en: "The fund is used up for now; you will be paid in turn, to \(account.en), as soon as more money "
          + "is paid in.")
    case .opened, .verified, .visited, .appraised, .disclosed, .confirmed, .denied, .pended, .withdrawn,
      .reversed:
      return since
    }
  }

  /// What stands behind the day by which the money is due, where that was counted without the year's holidays.
  private var remark: Wording? {
    due?.remark.map { Wording(zh: "（\($0.zh)）", en: " (\($0.en))") }
  }

  private var since: Wording? {
    let expected: CaseState = outcome == .pended ? .pended : outcome == .denied ? .denied : .approved
    guard file.state != expected else { return nil }
    return Wording(
      zh: "案件现在的状态：\(file.state.name.zh)。", en: "Present state of the case: \(file.state.name.en).")
  }

  private var account: Wording {
    switch addressee.payee {
    case .known(let data):
      guard let number = data.masked.bankAccount else { fallthrough }
      return Wording(zh: "账号 \(number)", en: "account \(number)")
    case .never: return Wording(zh: "所登记的账号（尚未登记）", en: "the account you give (none is recorded yet)")
    case .forgotten:
      return Wording(
        zh: "当时登记的账号（已按规定删除）", en: "the account recorded at the time (deleted since, as required)")
    case .leftOut:
      return Wording(zh: "所登记的账号（不在此件中）", en: "the account recorded (it is not in this copy)")
    }
  }

  /// The plan of the schemes known so far publishes neither an office nor a term; none is made up here.
  var objection: Wording {
    let role = Role(rawValue: entry.role) ?? .county
    let zh = "方案没有公布对决定提出异议的受理单位和期限。有疑问，可凭本告知书到办理的\(role.name.zh)询问"
    let en =
      "The scheme does not say where or by when to object to a decision. If you have questions, show this "
      + "letter to the \(role.name.en), which dealt with the case"
    guard role == .county else { return Wording(zh: zh + "。", en: en + ".") }
    return Wording(
      zh: zh + "，或请村两委、乡镇转达。",
      en: en + ", or ask the village committees or the township to pass your questions on.")
  }
}

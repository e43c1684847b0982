import Casebook
import Claims
import Journal
import Rules
import Units

/// The bills of a screened case, a line each: what each came to, or that it is not decided yet.
struct BillsText {
  let file: Casefile
  let book: Casebook
  let language: Language

  /// The table; `nil` of a case that is decided as one.
  func table() throws(CasebookError) -> AlignedTable? {
    guard file.way == .screen else { return nil }
    let bills = try book.decidedBills(of: file)
    guard !bills.isEmpty else { return nil }
    var table = AlignedTable(right: [2, 4], indent: "  ")
    table.add(
      language == .zh
        ? ["单据", "发生日期", "金额", "人员", "赔付", "理由"] : ["bill", "day", "amount", "person", "payout", "reason"])
    for bill in bills {
      table.add([
        Plain.text(bill.record), bill.incurredOn.description, bill.amount.grouped,
        Plain.text(bill.person ?? ""), bill.decision?.payout.grouped ?? "",
        (bill.decision?.reasonName ?? waiting)[language],
      ])
    }
    return table
  }

  private var waiting: Wording {
    file.decidedEntry == nil
      ? Wording(zh: "尚未审批", en: "not decided yet")
      : Wording(zh: "待同案其他单据补齐", en: "waits for another bill of the case")
  }
}

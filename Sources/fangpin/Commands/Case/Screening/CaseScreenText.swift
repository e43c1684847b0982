import Casebook
import Journal
import Units

/// What a screening found, for people: the cases opened, who is close, who could not be screened, and the totals.
struct CaseScreenText {
  private let screening: Screening
  private let language: Language

  init(_ screening: Screening, _ language: Language) {
    self.screening = screening
    self.language = language
  }

  /// The whole report, each line ended.
  var text: String {
    var parts: [String] = []
    if !screening.opened.isEmpty { parts.append(opened) }
    if !screening.near.isEmpty { parts.append(near) }
    if !screening.leftOut.isEmpty { parts.append(leftOut) }
    if !screening.ofClosedYears.isEmpty { parts.append(ofClosedYears) }
    parts += unscreened
    parts.append(totals)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var opened: String {
    var table = AlignedTable(right: [0, 3, 4, 5, 6, 7], indent: "  ")
    table.add(
      [
        Wording(zh: "案件", en: "case"), Wording(zh: "户编号", en: "household"), Wording(zh: "人员", en: "person"),
        Wording(zh: "保障年度", en: "year"), Wording(zh: "累计额", en: "sum"), Wording(zh: "预警线", en: "line"),
        Wording(zh: "立案金额", en: "amount"), Wording(zh: "单据", en: "bills"),
        Wording(zh: "发生日期", en: "incurred on"),
      ].map { $0[language] })
    for opened in screening.opened {
      table.add([
        "\(opened.number)", opened.year.household, opened.year.person ?? "", "\(opened.year.year.began)",
        opened.year.sum.grouped, opened.year.line.grouped, opened.amount.grouped, opened.bills.count.grouped,
        "\(opened.incurredOn)",
      ])
    }
    return Wording(zh: "立案：", en: "cases opened:")[language] + "\n" + table.text
  }

  private var near: String {
    var table = AlignedTable(right: [2, 3, 4], indent: "  ")
    table.add(
      [
        Wording(zh: "户编号", en: "household"), Wording(zh: "人员", en: "person"), Wording(zh: "保障年度", en: "year"),
        Wording(zh: "累计额", en: "sum"), Wording(zh: "预警线", en: "line"),
      ].map { $0[language] })
    for year in screening.near {
      table.add([
        year.household, year.person ?? "", "\(year.year.began)", year.sum.grouped, year.line.grouped,
      ])
    }
    return Wording(zh: "接近预警线：", en: "near the line:")[language] + "\n" + table.text
  }

  private var leftOut: String {
    var table = AlignedTable(right: [], indent: "  ")
    table.add(
      [
        Wording(zh: "单据", en: "bill"), Wording(zh: "户编号", en: "household"),
        Wording(zh: "已在", en: "already in"),
      ].map { $0[language] })
    for bill in screening.leftOut {
      table.add([bill.record, bill.household, bill.holder.name[language]])
    }
    return Wording(
      zh: "费用已申报，不再立案（确是另一笔，用 declare --another 申报）：",
      en: "declared already, in no further case (declare another cost with declare --another):")[language]
      + "\n"
      + table.text
  }

  private var ofClosedYears: String {
    var table = AlignedTable(right: [], indent: "  ")
    table.add(
      [
        Wording(zh: "单据", en: "bill"), Wording(zh: "户编号", en: "household"),
        Wording(zh: "发生日期", en: "incurred on"),
      ].map { $0[language] })
    for bill in screening.ofClosedYears { table.add([bill.record, bill.household, "\(bill.day)"]) }
    return Wording(
      zh: "所在保障年度已结账，不再立案（确需立案的，先重开：casebook close-year 年度 --reopen 理由）：",
      en:
        "in a policy year that is closed, in no case (where one has to be opened, open the year again first: "
        + "casebook close-year YEAR --reopen REASON):")[language] + "\n" + table.text
  }

  private var unscreened: [String] {
    let lists = [
      (Wording(zh: "人群不明，未立案：", en: "group unknown, no case opened:"), screening.groupUnknown),
      (
        Wording(
          zh: "须回避，由另一人办理：",
          en: "the actor's own or relatives' households, left to another actor:"), screening.recused
      ),
    ]
    return lists.filter { !$0.1.isEmpty }.map { title, households in
      title[language] + "\n" + households.map { "  \($0)" }.joined(separator: "\n")
    }
  }

  private var totals: String {
    var table = AlignedTable(right: [1])
    func add(_ name: Wording, _ count: Int) { table.add([name[language], count.grouped]) }
    add(Wording(zh: "新单据", en: "new bills"), screening.new)
    add(Wording(zh: "更正", en: "revised bills"), screening.revised)
    add(Wording(zh: "已有", en: "bills already known"), screening.identical)
    add(Wording(zh: "筛查户数", en: "households screened"), screening.households)
    add(Wording(zh: "三年单据", en: "bills over three years"), screening.bills)
    add(Wording(zh: "超过预警线", en: "over the line"), screening.over)
    add(Wording(zh: "立案", en: "cases opened"), screening.opened.count)
    add(Wording(zh: "接近预警线", en: "near the line"), screening.near.count)
    return table.text
  }
}

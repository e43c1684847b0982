import Casebook
import Claims
import Rules
import Units

/// Who moves by a list of members, and what becomes of the year's sums.
enum MovesText {
  /// So many persons, and so many households, are named one by one.
  private static let most = 20

  static func lines(_ members: [MovedMember], _ households: [SplitHousehold]) -> [Wording] {
    var lines = members.prefix(most).map(line)
    if members.count > most {
      let rest = members.count - most
      lines.append(
        Wording(zh: "另有 \(rest.grouped) 人迁户", en: "\(rest.counted("more person")) moved as well"))
    }
    lines += households.prefix(most).map(line)
    if households.count > most {
      let rest = households.count - most
      lines.append(
        Wording(
          zh: "另有 \(rest.grouped) 户是新立的，按户累计都从 0.00 元开始",
          en: "\(rest.counted("more new household")) begin at 0.00 as well"))
    }
    return lines
  }

  private static func line(_ moved: MovedMember) -> Wording {
    let who = moved.name.map { Wording(zh: "\(moved.person)（\($0)）", en: "\(moved.person) (\($0))") }
    let (zh, en) = (who?.zh ?? moved.person, who?.en ?? moved.person)
    let sums = sums(moved.sums)
    return Wording(
      zh: "迁户：\(zh) 由户 \(moved.from) 迁入户 \(moved.to)" + (sums.map { "；本人本年度累计随人走：\($0.zh)" } ?? ""),
      en: "moved: \(en), from household \(moved.from) to \(moved.to)"
        + (sums.map { "; the person's sums of the year go along: \($0.en)" } ?? ""))
  }

  private static func line(_ split: SplitHousehold) -> Wording {
    let sums = sums(split.sums)
    return Wording(
      zh: "新户 \(split.household)（成员来自户 \(split.from)）：按户累计从 0.00 元开始；"
        + (sums.map { "户 \(split.from) 的本年度累计留在原户：\($0.zh)" } ?? "户 \(split.from) 本年度没有累计"),
      en: "new household \(split.household), of members of \(split.from): its sums begin at 0.00; "
        + (sums.map { "those of \(split.from) for the year stay with it: \($0.en)" }
          ?? "\(split.from) has none for the year"))
  }

  private static func sums(_ sums: [PerilSum]) -> Wording? {
    guard !sums.isEmpty else { return nil }
    return Wording(
      zh: sums.map {
        "\($0.peril.name.zh) 计入 \($0.account.accumulated.grouped) 元、已赔 \($0.account.paid.grouped) 元"
      }.joined(separator: "；"),
      en: sums.map {
        "\($0.peril.name.en) \($0.account.accumulated.grouped) yuan counted, \($0.account.paid.grouped) paid"
      }.joined(separator: "; "))
  }
}

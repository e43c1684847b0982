import Casebook
import Claims
import Rules
import Units

/// What deciding again under another scheme came to, as people read it.
struct CasebookReadjudicateText {
  let found: Readjudication
  /// The casebook's scheme, for the names of perils.
  let scheme: Scheme

  /// Each case that differs, the sums by township, and what would be paid more.
  func cases(in language: Language) -> String {
    var cases = AlignedTable(right: [0, 2, 3, 4], indent: "  ")
    let head = Wording(zh: "案件 户 原赔付 现赔付 差额 理由", en: "case household before after difference reason")
    cases.add(head[language].split(separator: " ").map(String.init))
    for difference in found.differences {
      cases.add([
        "\(difference.casefile.number)", difference.casefile.household, difference.was.grouped,
        difference.becomes.grouped, difference.gain.grouped, difference.reason.name[language],
      ])
    }
    var lines = [heading[language]]
    if !found.differences.isEmpty { lines += [cases.text, "", towns(language)] }
    return (lines + [ending[language]]).joined(separator: "\n") + "\n"
  }

  /// The sums by peril and by township.
  func summary(in language: Language) -> String {
    var lines = [heading[language]]
    if !found.differences.isEmpty { lines += [perils(language), "", towns(language)] }
    return (lines + [ending[language]]).joined(separator: "\n") + "\n"
  }

  private var heading: Wording {
    Wording(
      zh: "看了 \(found.examined.grouped) 件，不同的 \(found.different.grouped) 件",
      en: "\(found.examined.counted("case")) examined, \(found.different.grouped) different")
  }

  private var ending: Wording {
    let more = found.supplements.reduce(Yuan.zero) { $0 + $1.amount }
    return Wording(
      zh: "按户、险别、保障年度合计后补付 \(more.grouped) 元；少的不追回",
      en: "\(more.grouped) yuan more, netted by household, peril and policy year; nothing is taken back")
  }

  private func perils(_ language: Language) -> String {
    var table = CasebookReadjudicateText.table(Wording(zh: "险别", en: "peril"), language)
    for peril in scheme.perils {
      let own = found.differences.filter { $0.casefile.peril == peril.id }
      guard !own.isEmpty else { continue }
      let was = own.reduce(Yuan.zero) { $0 + $1.was }
      let becomes = own.reduce(Yuan.zero) { $0 + $1.becomes }
      table.add([
        peril.name[language], Set(own.map(\.casefile.number)).count.grouped, was.grouped, becomes.grouped,
        (becomes - was).grouped,
      ])
    }
    return table.text
  }

  private func towns(_ language: Language) -> String {
    var table = CasebookReadjudicateText.table(Wording(zh: "乡镇", en: "township"), language)
    for town in found.byTownship {
      table.add([
        town.township.map(Plain.text) ?? Wording(zh: "（未填）", en: "(not given)")[language],
        town.cases.grouped, town.was.grouped, town.becomes.grouped, (town.becomes - town.was).grouped,
      ])
    }
    return table.text
  }

  private static func table(_ first: Wording, _ language: Language) -> AlignedTable {
    var table = AlignedTable(right: [1, 2, 3, 4], indent: "  ")
    let others = Wording(zh: "件数 原赔付 现赔付 差额", en: "cases before after difference")
    table.add([first[language]] + others[language].split(separator: " ").map(String.init))
    return table
  }
}

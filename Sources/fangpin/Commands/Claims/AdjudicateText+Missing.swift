import Batch
import Units

extension AdjudicateText {
  /// What is said before all else where most claims name a household that the register does not have; `nil` otherwise.
  var missingHouseholds: Wording? {
    guard summary.missesHouseholds else { return nil }
    let (missing, total) = (summary.missing.claims, summary.tally.total.claims)
    let cause = likelyCause
    return Wording(
      zh: "注意：\(total.grouped) 件申请中有 \(missing.grouped) 件的户不在名册上。\(cause.zh)",
      en: "Attention: \(missing.grouped) of \(total.counted("claim")) name a household that is not on "
        + "the register. \(cause.en)")
  }

  private var likelyCause: Wording {
    let missing = summary.missing
    if let pair = missing.example, missing.alike * 2 >= missing.claims {
      let cause =
        pair.lacksZeros
        ? Wording(
          zh: "前面的 0 丢了，多半是表格软件当成了数字",
          en: "zeros at the front are lost, as when a spreadsheet takes ids for numbers")
        : Wording(zh: "两边写法不同", en: "the two write them differently")
      let (claimed, registered) = (Diagnostic.harmless(pair.claimed), Diagnostic.harmless(pair.registered))
      return Wording(
        zh: "编号只是相近：申请写 \(claimed)，名册写 \(registered)；\(cause.zh)。请把编号列存为文本，再理算一次。",
        en: "The ids are only alike: \(claimed) in a claim, \(registered) on the register; \(cause.en). "
          + "Keep the column of ids as text, and run again.")
    }
    if missing.areRounded {
      return Wording(
        zh: "有的编号是 15 位以后全为 0 的长数字：表格软件只留 15 位，后面的已经丢了。请从原系统按文本重新导出。",
        en: "Some ids are long numbers with nothing but zeros behind the fifteenth digit: a spreadsheet "
          + "keeps no more. Export them once more as text.")
    }
    if summary.rejectedHouseholds > summary.households {
      return Wording(
        zh: "名册大部分行无法读取，请先改正名册。", en: "Most rows of the register cannot be read: correct it first.")
    }
    return Wording(
      zh: "请核对：名册是否这个县、这个时期的，户编号一列是否拿对。",
      en: "Check that the register is this county's and of this time, and that the column of household ids "
        + "is the right one."
    )
  }
}

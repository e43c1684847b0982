import Batch
import Files
import Units

// The list of members, and the claims that were led to their households by it.
extension AdjudicateText {
  /// What was read of the list, and what was met there.
  var members: [Line?] {
    guard let list = summary.members, let path = request.members else { return [] }
    let rejected = rejectedWords(list.rejected)
    let unnumbered =
      list.unnumbered == 0
      ? Wording(zh: "", en: "")
      : Wording(
        zh: "，其中没有身份证号的 \(list.unnumbered.grouped) 人",
        en: ", \(list.unnumbered.grouped) of them without a resident ID")
    let words = Wording(
      zh: "\(shown(path).zh)：\(list.count.grouped) 人\(unnumbered.zh)\(rejected.zh)",
      en: "\(shown(path).en): \(list.count.counted("member"))\(unnumbered.en)\(rejected.en)")
    return [(Wording(zh: "成员名单", en: "members"), words)] + asRead(list.notes, path)
  }

  /// How many claims were led to their households.
  var lookups: Line? {
    guard let lookups = summary.members?.lookups else { return nil }
    let unlisted =
      lookups.unlisted == 0
      ? Wording(zh: "", en: "")
      : Wording(
        zh: "；写明户编号而身份证号不在名单上的 \(lookups.unlisted.grouped) 件，照写明的户理算",
        en: "; with a household id, and a resident ID that is not on the list: "
          + "\(lookups.unlisted.counted("claim")), read as stated")
    return (
      Wording(zh: "查户", en: "looked up"),
      Wording(
        zh: "按身份证号查到户的 \(lookups.found.grouped) 件\(unlisted.zh)",
        en: "households found by the resident ID: \(lookups.found.counted("claim"))\(unlisted.en)")
    )
  }

  /// What was read of the list in another dress.
  var memberDress: [(String, DressCount)] {
    guard let list = summary.members, let path = request.members else { return [] }
    return [(path, list.dress)]
  }
}

import Casebook
import Journal
import Units

/// What a recording owes: what has to follow from an entry at once, and what is said where it has not.
extension RetakenBook {
  /// What should have been taken up by now, in the recording that brought or freed the money; `nil` where all that waits has to
  /// go on waiting.
  func notTakenUp() throws(CasebookError) -> Deviation? {
    guard mayTakeUp, procedure == .current else { return nil }
    mayTakeUp = false
    guard let next = try book.nextToTakeUp(left: state.left) else { return nil }
    let (casefile, amount) = (next.sum.casefile, next.sum.amount.grouped)
    return Deviation(
      Wording(
        zh: "资金已到，案件 \(casefile) 等待的 \(amount) 元没有随即转入待赔付",
        en: "the money was there, but the \(amount) that case \(casefile) waits for was not taken up at once")
    )
  }

  /// What should have been decided again by now, in the recording that took a decision back; `nil` where nothing had to be.
  func notRedecided() throws(CasebookError) -> Deviation? {
    guard mayRedecide, procedure == .current, let reversed else { return nil }
    mayRedecide = false
    guard let number = try book.caseToRedecide(behind: reversed.casefile) else { return nil }
    return Deviation(
      Wording(
        zh: "案件 \(reversed.casefile) 变动后，案件 \(number) 没有随即重新决定",
        en: "case \(number) was not decided again at once when case \(reversed.casefile) counted otherwise"))
  }

  /// What should have been proposed by now, in the recording since which a case counts otherwise; `nil` where nothing had to
  /// be.
  func notProposed() throws(CasebookError) -> Deviation? {
    guard mayPropose, procedure == .current, let reversed else { return nil }
    mayPropose = false
    guard let number = try book.caseToPropose(behind: reversed.casefile) else { return nil }
    return Deviation(
      Wording(
        zh: "案件 \(reversed.casefile) 变动后，没有提议增加案件 \(number) 的赔付",
        en: "it was not proposed to pay case \(number) more when case \(reversed.casefile) counted otherwise")
    )
  }

  /// What was seconded and not promised at once; `nil` where nothing was.
  func notPromised() -> Deviation? {
    guard let second else { return nil }
    self.second = nil
    return Deviation(
      Wording(
        zh: "第 \(second.proposal) 条的提议已附议，案件 \(second.casefile) 没有随即补付",
        en:
          "the proposal of entry \(second.proposal) was seconded, but case \(second.casefile) was not paid more at once"
      ))
  }

  /// What a year's closing ends and was not withdrawn at once; `nil` where nothing was left.
  func notEnded() -> Deviation? {
    guard let number = ending.first else { return nil }
    ending = []
    return Deviation(
      Wording(
        zh: "结账时应撤回的案件 \(number) 没有随即撤回",
        en: "case \(number) was to end with its policy year, and was not withdrawn at once"))
  }
}

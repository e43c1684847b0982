import Claims
package import Journal
import Rules
import Units

extension Recording {
  /// A decision is taken back, with its reason: the case counts no longer. What was promised is the fund's again, for those
  /// who wait for it; what was sent is when it comes, and stays in the case's accounts until then.
  ///
  /// - Parameter money: where what was sent is; it need not be said where nothing was.
  /// - Returns: what the later sums of the same account become, and the cases taken up.
  @discardableResult
  package func reverse(
    _ number: Int, reason: String, money: ReversedMoney? = nil
  ) throws(CasebookError) -> (later: [LaterSum], taken: [Int]) {
    let file = try begin(.reverse, number)
    let (out, sent) = (try book.paid(number), try book.sent(number))
    let known = try checked(money, number, gone: out + sent)
    let later = try laterSums(file)
    try append(
      ReverseStatement(
        step(.reverse, file, to: .reversed), reason: reason, decided: file.decidedEntry, money: known,
        out: out,
        sent: sent, released: book.outstanding(file) - sent, amount: file.amount, later: later))
    return (later, try takeUp())
  }

  /// Where the money is must be said where any was sent, and cannot be where none was.
  private func checked(
    _ money: ReversedMoney?, _ number: Int, gone: Yuan
  ) throws(CasebookError) -> ReversedMoney {
    guard gone > .zero else {
      if let money, money != .notSent { throw .refused(.nothingSent(number, money)) }
      return .notSent
    }
    guard let money, money != .notSent else { throw .refused(.sent(number, gone)) }
    return money
  }

  /// What the accumulators of later costs in the same accounts become without this case.
  private func laterSums(_ file: Casefile) throws(CasebookError) -> [LaterSum] {
    guard file.isCounted, let entry = file.decidedEntry else { return [] }
    let start = book.scheme.policyYearStart
    var accounts: Set<AccountName> = []
    var told: Set<[Int]> = []
    var later: [LaterSum] = []
    for own in try book.countedCosts(of: file.number) {
      let isPersonal = book.scheme.sumsByPerson(own.benefit)
      let days = PolicyYear.days(around: own.day, start)
      let name = AccountName(person: isPersonal ? own.person : nil, isPersonal: isPersonal, days: days)
      guard accounts.insert(name).inserted else { continue }
      var (sum, without) = (Yuan.zero, Yuan.zero)
      for other in try book.countedCosts(file.household, file.peril, in: days)
      where !isPersonal || other.person == own.person {
        sum += other.amount
        if other.casefile != file.number { without += other.amount }
        guard other.decidedEntry > entry, told.insert([other.casefile, other.place]).inserted else {
          continue
        }
        later.append(LaterSum(casefile: other.casefile, place: other.place, was: sum, becomes: without))
      }
    }
    return later
  }

  private struct AccountName: Hashable {
    let person: String?
    let isPersonal: Bool
    let days: ClosedRange<Day>
  }
}

/// What a reversal makes of the accumulator of a case that was decided later.
package typealias LaterSum = ReverseStatement.LaterSum

extension ReverseStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, reason: reason)
    try fold.takeBack(self)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.reverse(step.number, reason: reason, money: money)
    return .compared
  }
}

extension Refusal {
  fileprivate static func nothingSent(_ number: Int, _ money: ReversedMoney) -> Refusal {
    Refusal(
      .notGiven,
      Wording(
        zh: "案件 \(number) 没有付出过款项，谈不上“\(money.name.zh)”",
        en: "nothing of case \(number) was sent, or all of it came back: it cannot be '\(money.name.en)'"),
      fix: Wording(zh: "不加 --money", en: "leave --money out"))
  }

  fileprivate static func sent(_ number: Int, _ gone: Yuan) -> Refusal {
    let answers = ReversedMoney.allCases.filter { $0 != .notSent }
    return Refusal(
      .notGiven,
      Wording(
        zh: "案件 \(number) 已付出 \(gone.grouped) 元，须说明这笔款项在哪里",
        en: "\(gone.grouped) of case \(number) was sent: it must be said where that money is"),
      fix: Wording(
        zh: "加 --money，写其一：" + answers.map { "\($0.rawValue)（\($0.name.zh)）" }.joined(separator: "、"),
        en: "add --money with one of: "
          + answers.map { "\($0.rawValue) (\($0.name.en))" }.joined(separator: ", ")))
  }
}

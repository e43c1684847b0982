package import Journal
import Units

extension Recording {
  /// A decision is taken back, with its reason: the case counts no longer. What was promised is the fund's again, for those
  /// who wait for it; what was sent is when it comes, and stays in the case's accounts until then. The cases behind it in its
  /// accounts are decided again in the same recording, as far as nothing of them was sent.
  ///
  /// Where it was taken back before, only where its money is is said anew.
  ///
  /// - Parameter money: where what was sent is; it need not be said where nothing was.
  /// - Returns: what came of the others.
  @discardableResult
  package func reverse(
    _ number: Int, reason: String, money: ReversedMoney? = nil
  ) throws(CasebookError) -> Followed {
    let file = try begin(.reverse, number)
    let (out, sent) = (try book.paid(number), try book.sent(number))
    let known = try checked(money, number, gone: out + sent)
    if let said = try book.reversal(of: number)?.money {
      guard said != known else { throw .refused(.isSaid(file, said)) }
      try append(
        ReverseStatement(
          step(.reverse, file, to: .reversed), reason: reason, decided: file.decidedEntry, money: known,
          out: out, sent: sent, released: .zero, amount: file.amount, later: []))
      return Followed()
    }
    let behind = try book.redecisions(behind: file, out: out + sent)
    try append(
      ReverseStatement(
        step(.reverse, file, to: .reversed), reason: reason, decided: file.decidedEntry, money: known,
        out: out,
        sent: sent, released: book.outstanding(file) - sent, amount: file.amount, later: behind.laterSums))
    return try follow(behind, behind: number)
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
}

extension ReverseStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    guard !isPlaceOnly else {
      try fold.stay(entry, step)
      return try fold.placeMoney(money, of: step.number)
    }
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
  fileprivate static func isSaid(_ file: Casefile, _ money: ReversedMoney) -> Refusal {
    Refusal(
      .alreadyDone,
      Wording(
        zh: "案件 \(file.number) 已经冲正，款项记的就是“\(money.name.zh)”",
        en: "case \(file.number) was reversed before, and what is recorded of its money is '\(money.name.en)'"
      ))
  }

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

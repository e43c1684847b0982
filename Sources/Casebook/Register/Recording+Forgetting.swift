package import Journal
import Rules
import Sealing
import Store
import Units

extension Recording {
  /// Forgets what is known of the persons of a household, with the salts of its digests: the journal stays whole, and what
  /// it says of them can no longer be checked.
  ///
  /// Whoever records this calls ``Casebook/erase()`` afterwards: until then the file's free pages and its write-ahead log
  /// may still hold what was forgotten.
  ///
  /// - Returns: the numbers of what was forgotten now; none where everything had been forgotten before.
  @discardableResult
  package func forget(_ household: String, reason: String) throws(CasebookError) -> [Int] {
    try checkRole([.county], Wording(zh: "删除个人信息", en: "forget"))
    try checkKinship(household)
    try checkKnown(household)
    try checkRetention(household)
    let numbers = try book.personalNumbers(of: household)
    guard !numbers.isEmpty else { return [] }
    try append(ForgetStatement(household: household, reason: reason, numbers: numbers))
    try book.deletePersonalData(of: household)
    return numbers
  }

  /// Something personal of the household must have been recorded.
  private func checkKnown(_ household: String) throws(CasebookError) {
    guard try !book.hasRecordedPersonal(of: household) else { return }
    throw .refused(
      Refusal(
        .unknownHousehold,
        Wording(
          zh: "案卷簿里没有户 \(household) 的个人信息",
          en: "the casebook holds no personal data on household \(household)")))
  }

  /// No case of the household may be open, and the term for which its data must be kept must have run.
  private func checkRetention(_ household: String) throws(CasebookError) {
    let cases = try book.cases(CaseFilter(household: household))
    let open = cases.filter(\.state.isOpen).map { "\($0.number)" }
    guard open.isEmpty else {
      throw .refused(
        Refusal(
          .openCases,
          Wording(
            zh: "户 \(household) 还有未结案件：\(open.joined(separator: "、"))",
            en: "household \(household) has open cases: \(open.joined(separator: ", "))")))
    }
    guard let last = cases.map(\.since).max() else { return }
    guard on >= last else {
      throw .refused(
        Refusal(
          .beforeLastStep,
          Wording(
            zh: "户 \(household) 的最后一步是 \(last)，不能记在 \(on)",
            en: "the last step of household \(household) was on \(last); nothing can come before it on \(on)")
        ))
    }
    guard let term = book.scheme.administration.retentionYears else { return }
    let until = term.value.flatMap { last.adding(years: $0) }
    if let until, on >= until { return }
    throw .refused(
      Refusal(
        .retention,
        Wording(
          zh: "户 \(household) 最后一案的最后一步是 \(last)，"
            + (until.map { "个人信息须保存到 \($0)" } ?? "方案没有公布个人信息保存几年"),
          en: "the last step of household \(household)'s last case was on \(last); "
            + (until.map { "its personal data must be kept until \($0)" }
              ?? "the scheme does not say for how many years its personal data must be kept")),
        fix: until.map { Wording(zh: "\($0) 起可以删除", en: "it can be deleted from \($0) on") }))
  }
}

extension ForgetStatement: Effect {
  static var asksForCases: Bool { true }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.forget(entry, self) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.checkRole([.county], Wording(zh: "删除个人信息", en: "forget"))
    return .letPass
  }
}

extension Day {
  /// The same day so many years later; 29 February becomes 1 March where there is none, because a term is never cut short.
  fileprivate func adding(years: Int) -> Day? {
    Day(year: year + years, month: month, day: day) ?? Day(year: year + years, month: 3, day: 1)
  }
}

extension Casebook {
  /// Writes the file anew without what was deleted, and empties its write-ahead log: afterwards nothing that was forgotten
  /// is left in either.
  ///
  /// - Complexity: copies the whole file.
  package func erase() throws(CasebookError) {
    try reading { () throws(StoreError) in
      try database.vacuum()
      try database.checkpoint()
    }
  }
}

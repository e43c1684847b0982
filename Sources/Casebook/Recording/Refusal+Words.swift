import Journal
import Units

extension Refusal {
  /// Names and ids must be there, and must have no control character: an entry's leaf has one field a line.
  static func check(words: [String]) throws(CasebookError) {
    for word in words {
      guard !ResidentID.looksLikeOne(word) else {
        throw .refused(
          Refusal(
            .residentID,
            Wording(
              zh: "身份证号不能用作姓名、单位或编号", en: "a resident ID cannot be used as a name, an office or an id")))
      }
      let isPlain = word.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
      if isPlain, word.contains(where: { $0 != " " && $0 != "\u{3000}" }) { continue }
      throw .refused(
        Refusal(
          .notGiven,
          isPlain
            ? Wording(zh: "姓名、单位和户编号不能为空", en: "a name, an office or a household id is empty")
            : Wording(
              zh: "姓名、单位和户编号里不能有换行等控制字符",
              en: "a name, an office or a household id contains a line break or another control character")
        ))
    }
  }

  /// Free text stays in the journal for good: what looks like a number that belongs to a person has no place in it. Names
  /// cannot be told from other words.
  static func check(ownWords: [String]) throws(CasebookError) {
    for text in ownWords {
      let runs = text.utf8.split { !(0x30...0x39).contains($0) }
      guard runs.contains(where: isPersonal) else { continue }
      throw .refused(
        Refusal(
          .residentID,
          Wording(
            zh: "说明或理由里有像身份证号、银行账号或手机号的数字，台账里不留个人信息",
            en:
              "the note or reason has digits that look like a resident ID, an account number or a mobile number: "
              + "the journal keeps no personal data")))
    }
  }

  /// As long as a resident ID or a bank card's number, or a mobile number.
  private static func isPersonal(_ digits: Substring.UTF8View) -> Bool {
    if (15...19).contains(digits.count) { return true }
    guard digits.count == 11, digits.first == UInt8(ascii: "1"), let second = digits.dropFirst().first else {
      return false
    }
    return second >= UInt8(ascii: "3")
  }

  /// Why something is done has to be said.
  static func check(reason: String) throws(CasebookError) {
    guard !reason.contains(where: { !$0.isWhitespace }) else { return }
    throw .refused(Refusal(.notGiven, Wording(zh: "没有写明理由", en: "no reason is given")))
  }

  /// The day of an event lies in a policy year that is closed: nothing new begins for it.
  static func yearClosed(_ year: ClosedYear, _ event: Day) -> Refusal {
    let name = ClosedYear.name(year.days)
    return Refusal(
      .yearClosed,
      Wording(
        zh: "发生日期 \(event) 在已结账的保障年度 \(name.zh)里，不再受理新的费用",
        en:
          "the event (\(event)) lies in policy year \(name.en), which is closed: no new cost is taken in for it"
      ),
      fix: Wording(
        zh: "确需受理的，由县防贫办先重开：\(year.reopening.zh)",
        en: "where one has to be, the county office opens the year again first: \(year.reopening.en)"))
  }

  /// What comes into the fund at once is more than nothing, and so little that no sum of it ever overflows.
  static func check(contribution amount: Yuan) throws(CasebookError) {
    guard amount <= .zero || amount > Yuan.incomeRange.upperBound else { return }
    throw .refused(
      Refusal(
        .notGiven,
        Wording(
          zh: "拨入金额 \(amount.grouped) 元不在 0.01 至 \(Yuan.incomeRange.upperBound.grouped) 之间",
          en:
            "a contribution of \(amount.grouped) is not between 0.01 and \(Yuan.incomeRange.upperBound.grouped)"
        )))
  }
}

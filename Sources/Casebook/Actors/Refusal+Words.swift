import Units

extension Refusal {
  /// Names and ids must be there, and must have no control character: an entry's leaf has one field a line.
  static func check(words: [String]) throws(CasebookError) {
    for word in words {
      let isPlain = word.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
      if isPlain, word.contains(where: { $0 != " " && $0 != "\u{3000}" }) { continue }
      throw .refused(
        Refusal(
          .notGiven,
          isPlain
            ? Wording(zh: "姓名、单位和户编号不能为空", en: "a name, an office or a household's id is empty")
            : Wording(
              zh: "姓名、单位和户编号里不能有换行等控制字符",
              en: "a name, an office or a household's id has a line break or another control character in it")
        ))
    }
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

import JSONText
import Units

/// Reading of figures: exact, with the unit in the key, never through floating point.
extension SchemeNode {
  /// A number counted in units of ten to the power of minus `decimals`.
  private func number(decimals: Int) -> Int64? {
    guard case .number(let text) = value.kind else {
      let fix = Wording(zh: "数字不加引号，不写千分位逗号", en: "write it without quotes and without thousands commas")
      reportWrongType(Wording(zh: "数字", en: "a number"), fix: value.string == nil ? nil : fix)
      return nil
    }
    switch DecimalText.read(text, decimals: decimals) {
    case .exact(let number): return number
    case .tooFine:
      let whole = Wording(zh: "这里应当是整数", en: "a whole number is expected here")
      let fine = Wording(zh: "小数超过 \(decimals) 位", en: "more than \(decimals) decimals")
      report("too-many-decimals", decimals == 0 ? whole : fine)
    case .tooLarge: report("number-too-large", Wording(zh: "数字太大", en: "the number is too large"))
    case .exponent:
      report(
        "exponent", Wording(zh: "不接受带指数的写法", en: "numbers with an exponent are not accepted"),
        fix: Wording(zh: "把数字写全，例如 10000", en: "write the number out: 10000"))
    case .malformed: report("malformed-number", Wording(zh: "数字写法不对", en: "this is not a number"))
    }
    return nil
  }

  private func reportNegative() {
    report("negative-number", Wording(zh: "不能是负数", en: "it must not be negative"))
  }

  /// An amount in yuan, from 0.00 to 10^10 unless a smaller limit is given.
  func amount(atMost limit: Yuan = Staircase.edgeLimit) -> Yuan? {
    guard let fen = number(decimals: 2) else { return nil }
    guard fen >= 0 else {
      reportNegative()
      return nil
    }
    guard fen <= limit.fen else {
      let what = Wording(zh: "金额超过 \(limit.grouped) 元", en: "the amount is above \(limit.grouped) yuan")
      report("amount-too-large", what)
      return nil
    }
    return Yuan(fen: fen)
  }

  /// A household's income, which may be negative.
  func income() -> Yuan? {
    guard let fen = number(decimals: 2) else { return nil }
    guard Yuan.incomeRange.contains(Yuan(fen: fen)) else {
      report(
        "amount-too-large",
        Wording(
          zh: "收入不在 \(Yuan.incomeRange.lowerBound.grouped) 至 \(Yuan.incomeRange.upperBound.grouped) 元之间",
          en: "income is outside the range \(Yuan.incomeRange.lowerBound.grouped) to "
            + "\(Yuan.incomeRange.upperBound.grouped) yuan"))
      return nil
    }
    return Yuan(fen: fen)
  }

  /// A rate in percent, from 0 to 100, with at most four decimals.
  func percent() -> Rate? {
    guard let millionths = number(decimals: 4) else { return nil }
    guard millionths >= 0 else {
      reportNegative()
      return nil
    }
    guard millionths <= Rate.whole.millionths else {
      report("rate-above-100", Wording(zh: "比例超过 100 %", en: "the rate is above 100 %"))
      return nil
    }
    return Rate(millionths: millionths)
  }

  /// A multiple in millionths: above 0 and at most 1000, with at most six decimals.
  func multiple() -> Int64? {
    guard let millionths = number(decimals: 6) else { return nil }
    guard millionths > 0, millionths <= 1_000_000_000 else {
      report(
        "number-out-of-range",
        Wording(zh: "倍数应大于 0，且不超过 1000", en: "a multiple must be above 0 and at most 1000"))
      return nil
    }
    return millionths
  }

  /// A whole number in a range.
  func integer(_ range: ClosedRange<Int>) -> Int? {
    guard let number = number(decimals: 0) else { return nil }
    guard let integer = Int(exactly: number), range.contains(integer) else {
      report(
        "number-out-of-range",
        Wording(
          zh: "数字不在 \(range.lowerBound) 至 \(range.upperBound) 之间",
          en: "the number is not in the range \(range.lowerBound) to \(range.upperBound)"))
      return nil
    }
    return integer
  }

  /// A day: `2017-10-01`.
  func day() -> Day? {
    guard let text = text() else { return nil }
    // With slashes it would be a day, but not as ISO 8601 writes it.
    guard let day = Day(text), !text.utf8.contains(UInt8(ascii: "/")) else {
      report(
        "malformed-day", Wording(zh: "“\(shown(text))”不是日期", en: "'\(shown(text))' is not a date"),
        fix: Wording(zh: "写成 2017-10-01 的样子", en: "write it like 2017-10-01"))
      return nil
    }
    return day
  }

  /// A day of every year: `01-01`.
  func dayOfYear() -> PolicyYear.Start? {
    guard let text = text() else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let day = Day("2001-" + text),
      let start = PolicyYear.Start(month: day.month, day: day.day)
    {
      return start
    }
    report(
      "malformed-day",
      Wording(zh: "“\(shown(text))”不是每年都有的日子", en: "'\(shown(text))' does not exist in every year"),
      fix: Wording(zh: "写成月-日，例如 01-01", en: "write it as month and day, such as 01-01"))
    return nil
  }
}

import Casebook
import Files
import Journal
import Rules
import SchemeKit
import Testing
import Units
import fangpin

/// What is an answer to a question, and what is none.
@Suite("An answer")
struct CheckingTests {
  private let questions: DeclarationQuestions

  init() throws {
    questions = DeclarationQuestions(
      scheme: try SchemeFile.builtIn().scheme, on: VillageOffice.clock.dayInChina)
  }

  private func check(_ field: DeclarationField, _ text: String) -> DeclarationQuestions.Checked {
    questions.check(field, text, DeclarationDraft())
  }

  @Test("that stands as an example would do", arguments: DeclarationField.allCases)
  func examples(_ field: DeclarationField) {
    guard let example = questions.example(field) else {
      #expect(!questions.choices(field, DeclarationDraft()).isEmpty)
      return
    }
    for text in example.zh.components(by: " 或 ") + example.en.components(by: " or ") {
      #expect(check(field, text).text != nil, "\(text)")
    }
  }

  @Test(
    "may be typed in the ways people type a day",
    arguments: [
      "2018-03-05", "2018/3/5", "2018年3月5日", "2018年03月05号", "２０１８年３月５日", "2018.3.5", "20180305", "2018-3-5",
      " 2018 年 3 月 5 日 ",
    ])
  func days(_ text: String) {
    #expect(check(.day, text) == .answer("2018-03-05"))
  }

  @Test(
    "is no day where the calendar has none or it lies ahead",
    arguments: ["2018-02-30", "3月5日", "yesterday", "2018-05-02", "18-3-5", "2018/3/5/1"])
  func noDays(_ text: String) {
    #expect(check(.day, text).text == nil)
  }

  @Test(
    "may be an amount with full-width digits, points and commas",
    arguments: [
      ("8000", "8000.00"), ("8,000.5", "8000.50"), ("８，０００．５０", "8000.50"), ("８０００。５", "8000.50"),
      (" 0.01 ", "0.01"),
      ("￥18000", "18000.00"), ("1.8万", "18000.00"), ("1.8万元", "18000.00"), ("人民币8,000.50元", "8000.50"),
    ])
  func amounts(_ text: String, _ plain: String) {
    #expect(check(.total, text) == .answer(plain))
  }

  @Test(
    "is no amount otherwise",
    arguments: ["", "0", "-5", "8,00", "1.234", "八千", "100000000.01", "99999999999999999999", "1e3"])
  func noAmounts(_ text: String) {
    #expect(check(.total, text).text == nil)
  }

  @Test("has no control characters in it, which could steer a terminal")
  func controls() {
    #expect(check(.name, "\u{1B}王\u{7F}小\u{8}明\r") == .answer("王小明"))
  }

  @Test("holds no bytes that are no text: they would come to the bank's list")
  func noText() {
    #expect(check(.name, "\u{FFFD}\u{FFFD}").text == nil)
    #expect(check(.name, "王\u{FFFD}明").text == nil)
    #expect(check(.household, "H\u{200B}1").text == nil)
  }

  @Test("is no day before 1990; one that the scheme does not cover is told")
  func earlyDays() throws {
    #expect(check(.day, "1989-12-31").text == nil)
    #expect(check(.day, "1998-03-08") == .answer("1998-03-08"))
    let day = try #require(Day("2017-09-30"))
    #expect(questions.uncovered(day)?.en.contains("before the scheme's first day") == true)
    #expect(questions.uncovered(try #require(Day("2018-03-05"))) == nil)
  }

  @Test("is a name with numerals in it, but not with digits", arguments: ["张三", "王万一", "李〇", "Anna IV"])
  func names(_ name: String) {
    #expect(check(.name, name) == .answer(name))
    #expect(check(.name, name + "3").text == nil)
    #expect(check(.name, name + "３").text == nil)
  }

  @Test(
    "takes names that are numbers in Chinese, and none with digits",
    arguments: [("万里", true), ("千代子", true), ("王一", true), ("王2", false), ("王２", false)])
  func names(text: String, isTaken: Bool) {
    #expect((check(.name, text) == .answer(text)) == isTaken)
  }

  @Test(
    "names a choice by number or by word in either language",
    arguments: ["1", "１", "illness", "因病", "Illness"])
  func choices(_ text: String) {
    #expect(check(.peril, text) == .answer("illness"))
  }

  @Test("names no choice otherwise", arguments: ["0", "4", "flood", "1.", "-1"])
  func noChoices(_ text: String) {
    #expect(check(.peril, text).text == nil)
  }
}

extension String {
  fileprivate func components(by separator: String) -> [String] {
    var (parts, rest) = ([String](), Substring(self))
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

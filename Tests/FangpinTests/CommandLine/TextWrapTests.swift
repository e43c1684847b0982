import Testing
import Units
import fangpin

@Suite("Wrapped text")
struct TextWrapTests {
  @Test(
    "breaks where a reader would",
    arguments: [
      ("one two three", 7, ["one two", "three"]),
      ("one  two", 80, ["one two"]),
      ("incomprehensibilities", 5, ["incomprehensibilities"]),
      ("", 10, []),
      ("按照保障方案", 8, ["按照保障", "方案"]),
      // Punctuation stays with what it belongs to.
      ("按照保障，方案", 8, ["按照保", "障，方案"]),
      ("按照（保障）方案", 6, ["按照", "（保", "障）方", "案"]),
      ("按 csv 写出", 6, ["按 csv", "写出"]),
      ("写出csv和json", 9, ["写出csv和", "json"]),
    ])
  func breaks(text: String, width: Int, lines: [String]) {
    #expect(TextWrap.lines(text, width: width) == lines)
  }
}

import Claims
import Testing

@Suite("Ids that are like each other")
struct LikenessTests {
  @Test(
    "capitals, blanks, dashes and zeros at the front tell none apart",
    arguments: [
      ("0012", "12"), ("h-0012", "H0012"), ("H 0012", "H\u{3000}0012"), ("１2", "１2"), ("a\u{2212}b", "AB"),
      ("–0–7", "7"), ("straße", "STRASSE"), ("００", "００"), ("0", "-"), ("户\u{200B}7", "户7"),
    ])
  func like(_ one: String, _ other: String) {
    #expect(Likeness.core(of: Array(one.utf8)) == Likeness.core(of: Array(other.utf8)))
  }

  @Test(
    "nothing else does",
    arguments: [("12", "120"), ("H0012", "H12"), ("1", "１"), ("a_b", "ab"), ("H1", "Н1"), ("é", "e")])
  func unlike(_ one: String, _ other: String) {
    #expect(Likeness.core(of: Array(one.utf8)) != Likeness.core(of: Array(other.utf8)))
  }
}

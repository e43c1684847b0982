import Testing

@Suite("The oracle's arithmetic is the paper's")
struct OracleArithmeticTests {
  /// One of the worked examples under the paper's table, in fen.
  struct Example: Sendable {
    let peril: Peril
    let group: Group
    let cost: Int
    let whole: Int
    let byBand: Int
  }

  static let examples: [Example] = [
    Example(peril: .illness, group: .outOfPoverty, cost: 1_800_000, whole: 780_000, byBand: 880_000),
    Example(peril: .illness, group: .outOfPoverty, cost: 1_499_999, whole: 699_999, byBand: 699_999),
    Example(peril: .illness, group: .outOfPoverty, cost: 1_500_000, whole: 600_000, byBand: 700_000),
    Example(peril: .illness, group: .outOfPoverty, cost: 3_500_001, whole: 1_500_001, byBand: 1_900_001),
    Example(peril: .illness, group: .lowIncome, cost: 2_000_001, whole: 0, byBand: 0),
    Example(peril: .illness, group: .lowIncome, cost: 7_000_000, whole: 2_500_000, byBand: 1_500_000),
    Example(peril: .illness, group: .lowIncome, cost: 18_670_900, whole: 11_669_630, byBand: 8_669_630),
    Example(peril: .education, group: .lowIncome, cost: 1_100_000, whole: 240_000, byBand: 300_000),
    Example(peril: .education, group: .outOfPoverty, cost: 1_300_001, whole: 300_001, byBand: 460_001),
    Example(peril: .disaster, group: .lowIncome, cost: 1_999_999, whole: 400_000, byBand: 400_000),
    Example(peril: .disaster, group: .outOfPoverty, cost: 4_750_000, whole: 3_000_000, byBand: 2_200_000),
    Example(peril: .disaster, group: .lowIncome, cost: 6_000_000, whole: 3_000_000, byBand: 3_000_000),
  ]

  @Test("A worked example pays what it says", arguments: examples)
  func workedExample(_ example: Example) throws {
    let stairs = try #require(PaperRules.staircase(example.peril, example.group))
    let cost = Rational(fen: example.cost)
    let whole = PaperRules(reading: .whole).benefit(stairs, accumulated: cost)
    let byBand = PaperRules(reading: .byBand).benefit(stairs, accumulated: cost)
    #expect(whole == Rational(fen: example.whole))
    #expect(byBand == Rational(fen: example.byBand))
  }

  @Test("The top of a middle band is in it, its foot too")
  func edges() throws {
    let illness = try #require(PaperRules.staircase(.illness, .outOfPoverty))
    let rules = PaperRules(reading: .whole)
    #expect(rules.benefit(illness, accumulated: Rational(35000)) == Rational(18000))
    let education = try #require(PaperRules.staircase(.education, .lowIncome))
    #expect(rules.benefit(education, accumulated: Rational(fen: 1_099_999)) == Rational(fen: 299_999))
    #expect(rules.benefit(education, accumulated: Rational(13000)) == Rational(4000))
    #expect(rules.benefit(education, accumulated: Rational(8000)) == .zero)
    #expect(rules.benefit(education, accumulated: Rational(1)) == .zero)
  }

  @Test("Fractions are reduced, compared and rounded exactly")
  func fractions() {
    #expect(Rational(6, over: -4) == Rational(-3, over: 2))
    #expect(Rational(1, over: 3) + Rational(1, over: 6) == Rational(1, over: 2))
    #expect(Rational(1, over: 3) < Rational(34, over: 100))
    #expect(Rational(-7, over: 2).floor == -4)
    #expect(Rational(5, over: 1000).roundedHalfUpToFen == Rational(fen: 1))
    #expect(Rational(4999, over: 1_000_000).roundedHalfUpToFen == .zero)
    #expect(Rational(fen: 5).yuanText == "0.05")
    #expect(Rational(fen: -123456).yuanText == "-1234.56")
    #expect(Rational(100_000_000).yuanText == "100000000.00")
  }

  @Test("A protection line is one and a half times last year's standard for every member")
  func protectionLine() {
    #expect(PaperRules.protectionLine(eventYear: 2019, members: 3) == Rational(fen: 1_347_750))
    #expect(PaperRules.protectionLine(eventYear: 2021, members: 1) == Rational(6000))
    #expect(PaperRules.protectionLine(eventYear: 2022, members: 1) == nil)
    #expect(PaperRules.protectionLine(eventYear: 2010, members: 1) == nil)
  }
}

import Testing
import Units

@Suite("Numbers as they are written")
struct NumeralTests {
  @Test(
    "whole numbers have commas between thousands",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (-999, "-999"),
      (1_234_567, "1,234,567"), (Int.max, "9,223,372,036,854,775,807"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func whole(_ number: Int, _ text: String) {
    #expect(number.grouped == text)
    #expect(Int64(number).grouped == text)
    #expect(Numeral.text(number) == text.replacing(",", with: ""))
  }

  @Test("the narrowest and the widest integers fit")
  func widths() {
    #expect(Numeral.text(Int8.min, decimals: 20) == "-0.00000000000000000128")
    #expect(
      Numeral.text(Int128.min, decimals: 0, grouped: true)
        == "-170,141,183,460,469,231,731,687,303,715,884,105,728")
  }

  @Test(
    "zeros behind the point stay as far as asked",
    arguments: [
      (0, 2, 2, "0.00"), (5, 2, 2, "0.05"), (-5, 2, 2, "-0.05"), (123_450, 2, 2, "1,234.50"),
      (123_450, 2, 0, "1,234.5"), (123_400, 2, 0, "1,234"), (0, 4, 0, "0"), (1, 4, 0, "0.0001"),
      (699_999_300_000, 8, 2, "6,999.993"), (700_000_000_000, 8, 2, "7,000.00"), (1_500_000, 6, 0, "1.5"),
      (10, 1, 1, "1.0"), (100, 2, 1, "1.0"), (-12_345, 1, 1, "-1,234.5"),
    ])
  func decimals(_ value: Int, _ decimals: Int, _ least: Int, _ text: String) {
    #expect(Numeral.text(value, decimals: decimals, least: least, grouped: true) == text)
    #expect(
      Numeral.text(value, decimals: decimals, least: least) == text.replacing(",", with: ""))
  }

  @Test("what is written of money is read as the same money", arguments: [0, 1, -1, 99, 100, -123_456_789])
  func money(_ fen: Int64) {
    #expect(Yuan(Yuan(fen: fen).grouped, signed: true) == Yuan(fen: fen))
    #expect(Yuan("\(Yuan(fen: fen))", signed: true) == Yuan(fen: fen))
  }
}

import JSONText
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
  @Test(
    "reads numbers exactly",
    arguments: [
      ("0", 2, .exact(0)), ("-0", 2, .exact(0)), ("5000", 2, .exact(500_000)), ("0.1", 2, .exact(10)),
      ("-12.34", 2, .exact(-1234)), ("33.3333", 4, .exact(333_333)), ("1.5", 6, .exact(1_500_000)),
      ("7", 0, .exact(7)), ("92233720368547758.07", 2, .exact(.max)), ("92233720368547758.08", 2, .tooLarge),
      ("92233720368547759", 2, .tooLarge), ("9223372036854775807", 0, .exact(.max)), ("1.005", 2, .tooFine),
      ("1.000", 2, .tooFine), ("1.5", 0, .tooFine), ("1e3", 2, .exponent), ("1E3", 0, .exponent),
      ("", 2, .malformed), ("-", 2, .malformed), ("1.", 2, .malformed), (".5", 2, .malformed),
      ("1.2.3", 2, .malformed), ("1 ", 2, .malformed), ("１", 2, .malformed),
    ] as [(String, Int, DecimalText.Reading)])
  func reads(text: String, decimals: Int, expected: DecimalText.Reading) {
    #expect(DecimalText.read(text, decimals: decimals) == expected)
  }
}

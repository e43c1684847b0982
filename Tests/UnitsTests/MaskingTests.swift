import Testing
import Units

/// What may hang on a wall.
@Suite("Masking")
struct MaskingTests {
  @Test(
    "names keep what a neighbour knows",
    arguments: [
      ("", ""), ("王", "*"), ("王明", "王*"), ("王小明", "王*明"), ("欧阳小明", "欧**明"), (" 王明 ", "王*"),
      ("阿卜杜拉·买买提", "阿******提"), ("𠮷田明", "𠮷*明"), ("John Smith", "J*** S***"), ("J Smith", "*** S***"),
      ("Тәңір", "Т***"), ("O", "*"),
    ])
  func names(_ name: String, _ masked: String) {
    #expect(PersonName(name).masked == masked)
    #expect(name.count < 2 || !PersonName(name).masked.contains(PersonName(name).text))
  }

  @Test(
    "numbers that nobody checked are never shown whole",
    arguments: ["", "1", "12345678", "11010519491231002X", "110105491231002", "130434"])
  func numbers(_ number: String) {
    for masked in [
      ResidentID.masked(number), BankAccount.masked(number), Telephone.masked(number),
      PersonName(number).masked,
    ] where !number.isEmpty {
      #expect(!masked.contains(number) && (masked.contains("*")), "\(masked)")
      #expect(masked.filter { $0 != "*" }.count <= max(10, 0))
    }
    #expect(ResidentID.masked("13043419800101123X") == "130434********123X")
  }
}

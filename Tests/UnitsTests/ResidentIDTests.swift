import TestKit
import Testing
import Units

@Suite("Resident ID")
struct ResidentIDTests {
  private static func fault(_ text: String) -> ResidentIDFault? {
    do throws(ResidentIDFault) {
      _ = try ResidentID(checking: text)
      return nil
    } catch {
      return error
    }
  }

  /// The weights as the standard prints them: another way to the same check character.
  private static func withCheck(_ seventeen: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(seventeen, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return seventeen + String(Array("10X98765432")[sum % 11])
  }

  @Test("takes the standard's example, with a small x too")
  func example() throws {
    let number = try ResidentID(checking: "11010519491231002X")
    #expect(number.text == "11010519491231002X")
    #expect(number.masked == "110105********002X")
    #expect(try ResidentID(checking: "11010519491231002x") == number)
  }

  @Test("takes numbers closed with the weights of the standard", arguments: 0..<20)
  func weights(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var characters: Set<Character> = []
    for _ in 0..<200 {
      let first = try #require(Day(year: 1900, month: 1, day: 1)).serial
      let last = try #require(Day(year: 2100, month: 12, day: 31)).serial
      let born = try #require(Day(serial: Int.random(in: first...last, using: &random)))
      let area = String(Int.random(in: 110_000...659_999, using: &random))
      let sequence = String(Int.random(in: 1_000...1_999, using: &random)).dropFirst()
      let text = Self.withCheck(area + born.description.filter { $0 != "-" } + sequence)
      let number = try ResidentID(checking: text)
      #expect(number.text == text)
      #expect(ResidentID.looksLikeOne(text))
      characters.insert(text.last ?? "?")
    }
    #expect(characters.count == 11)
  }

  @Test("takes a number of 15 digits as the one of 18 that it became")
  func oldForm() throws {
    #expect(try ResidentID(checking: "110105491231002").text == "11010519491231002X")
    #expect(try ResidentID(checking: "130434791012001").text == Self.withCheck("13043419791012001"))
    #expect(Self.fault("110105491331002") == .noSuchDay)
    #expect(Self.fault("000000491231002") == .noSuchArea)
    #expect(Self.fault("11010549123100X") == .notDigits)
  }

  @Test(
    "takes permits of Hong Kong, Macau and Taiwan, and cards of foreigners",
    arguments: ["810000", "820000", "830000", "932840"])
  func permits(area: String) throws {
    let text = Self.withCheck(area + "19791012001")
    #expect(try ResidentID(checking: text).text == text)
  }

  @Test("takes a foreigner's card of before, in small letters too")
  func foreigners() throws {
    let number = try ResidentID(checking: "USA110079101201")
    #expect(number.text == "USA110079101201" && number.masked == "********1201")
    #expect(try ResidentID(checking: "usa110079101201") == number)
    #expect(Self.fault("USA110079131201") == .noSuchDay)
    #expect(Self.fault("USA110079022901") == .noSuchDay && Self.fault("USA110000022901") == nil)
    #expect(Self.fault("US1110079101201") == .notDigits)
    #expect(!ResidentID.looksLikeOne("USA110079101201"))
  }

  @Test("refuses every change of one character, and every swap of two unlike neighbours", arguments: 0..<10)
  func slips(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let sequence = String(Int.random(in: 1_000...1_999, using: &random)).dropFirst()
    let sound = Array(Self.withCheck("130434" + "1979" + "1012" + sequence))
    #expect(Self.fault(String(sound)) == nil)
    var tried = 0
    for place in sound.indices {
      for character in "0123456789X" where character != sound[place] {
        var changed = sound
        changed[place] = character
        #expect(Self.fault(String(changed)) != nil, "\(String(changed))")
        tried += 1
      }
      guard place > 0, sound[place] != sound[place - 1] else { continue }
      var swapped = sound
      swapped.swapAt(place, place - 1)
      #expect(Self.fault(String(swapped)) != nil, "\(String(swapped))")
    }
    #expect(tried == 180)
  }

  @Test(
    "says which rule a number breaks",
    arguments: [
      ("", .length), ("1101051949123100", .length), ("11010519491231002XX", .length),
      ("110105194912310O2X", .notDigits), ("X1010519491231002X", .notDigits),
      ("11010519491231002Y", .notDigits),
      ("11010519491231 02X", .notDigits), ("1101051949123100２X", .length),
      ("000000194912310024", .noSuchArea),
      ("110105194902290029", .noSuchDay), ("440524188001010014", .noSuchDay),
      ("110105189912310021", .noSuchDay), ("110105210101010021", .noSuchDay),
      ("110105194913010021", .noSuchDay), ("110105194900000021", .noSuchDay),
      ("110105194912310021", .checkCharacter),
    ] as [(String, ResidentIDFault)])
  func faults(text: String, expected: ResidentIDFault) {
    #expect(Self.fault(text) == expected)
  }

  @Test("is masked wherever it is printed, and no fault can repeat it")
  func hidden() throws {
    let number = try ResidentID(checking: "11010519491231002X")
    for printed in ["\(number)", String(reflecting: number), "\([number])"] {
      #expect(!printed.contains("19491231"))
    }
    #expect(!ResidentIDFault.allCases.isEmpty)
    for fault in ResidentIDFault.allCases { #expect(!fault.what.zh.isEmpty && !fault.what.en.isEmpty) }
  }

  @Test(
    "is known from a household's number",
    arguments: [
      ("11010519491231002X", true), ("11010519491231002x", true), ("110105194912310021", false),
      ("130434550307121", true), ("130434551307121", false), ("130434550230121", false),
      ("000000550307121", false), ("130434391231121", false), ("130434400101121", true),
      ("130434991231121", true),
      ("130434000101121", false), ("13043455030712X", false), ("130434001001", false), ("H-0001", false),
      ("", false),
    ])
  func looks(text: String, expected: Bool) {
    #expect(ResidentID.looksLikeOne(text) == expected)
  }

  @Test("has a word of its own below 2⁶³, whichever way it is written")
  func words() throws {
    let texts = [
      "11010519491231002X", "110105194912310038", "810000199408230021", "USA110099123101", "USB110099123101",
      "AAA110099123101", "ZZZ999999123199",
    ]
    let words = try texts.map { try ResidentID(checking: $0).word }
    #expect(Set(words).count == texts.count && words.allSatisfy { $0 < 1 << 63 })
    #expect(try ResidentID(checking: "110105491231002").word == words[0])
    #expect(words[0] == 11_010_519_491_231_002)
  }
}

/// The number by which the state knows a person who lives here, checked.
///
/// Mostly a citizen's: 18 characters of area, day of birth, sequence and check character. The residence permits of Hong Kong,
/// Macau and Taiwan (areas 81, 82, 83) and the permanent residence cards of foreigners since December 2023 (they begin with 9)
/// are made alike. So is what a citizen's old number of 15 digits becomes, which lacks the century and the check character. A
/// foreigner's card of before has three letters and twelve digits.
///
/// Printing one shows it masked: a number that slips into a message or a log must not be readable there. Whoever needs
/// it whole asks for ``text``.
///
/// - Source: GB 11643-1999, Citizen identification number; the check character is ISO 7064, MOD 11-2. The permits: State
///   Council, measures on residence permits for residents of Hong Kong, Macau and Taiwan, 2018; National Immigration
///   Administration, machine-readable data of the permanent residence card, 2023.
public struct ResidentID: Hashable, Sendable {
  /// The 18 characters, an `X` at the end in upper case: two ways of writing one number are the same. Of a foreigner's card
  /// of before, its 15.
  public let text: String

  /// Checks a number as it was typed; a small `x` at its end is taken as `X`.
  ///
  /// Which areas there are is not checked: codes are abolished and merged, and a number keeps the code of its first day. The
  /// last digit of a foreigner's card of before is not checked either, as no public text says how it is made.
  public init(checking text: some StringProtocol) throws(ResidentIDFault) {
    let typed = Array(text.uppercased().utf8)
    switch typed.count {
    case ResidentID.length: self.text = try ResidentID.checked(typed)
    case ResidentID.oldLength where ResidentID.isForeigners(typed):
      // Of either century: what is a day in the last one is a day in this one too.
      guard ResidentID.birthday(Array("20".utf8) + typed[7..<13]) != nil else { throw .noSuchDay }
      self.text = String(decoding: typed, as: UTF8.self)
    case ResidentID.oldLength:
      guard typed.allSatisfy(ResidentID.isDigit) else { throw .notDigits }
      // Numbers of this form ended with the century.
      let seventeen = typed[..<6] + Array("19".utf8) + typed[6...]
      self.text = try ResidentID.checked(seventeen + [ResidentID.checkCharacter(of: seventeen)])
    default: throw .length
    }
  }

  private static func checked(_ characters: [UInt8]) throws(ResidentIDFault) -> String {
    guard characters.dropLast().allSatisfy(isDigit),
      isDigit(characters[17]) || characters[17] == UInt8(ascii: "X")
    else { throw .notDigits }
    guard characters.prefix(6).contains(where: { $0 != UInt8(ascii: "0") }) else { throw .noSuchArea }
    guard birthday(characters[6..<14]) != nil else { throw .noSuchDay }
    guard characters[17] == checkCharacter(of: characters.prefix(17)) else { throw .checkCharacter }
    return String(decoding: characters, as: UTF8.self)
  }

  /// Whether 15 characters are three letters of a country and twelve digits.
  private static func isForeigners(_ characters: [UInt8]) -> Bool {
    characters[..<3].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && characters[3...].allSatisfy(isDigit)
  }

  /// The number for people who need not know it: area and last four characters, the day of birth starred out.
  public var masked: String { ResidentID.masked(text) }

  /// ``masked`` for a number that nobody has checked: one of another length than 18 shows less, and never all.
  public static func masked(_ text: some StringProtocol) -> String {
    guard text.count == length else { return "********" + text.suffix(text.count > 8 ? 4 : 0) }
    return text.prefix(6) + "********" + text.suffix(4)
  }

  /// Whether a text is a resident's number, in today's form or in the old one of 15 digits.
  ///
  /// For refusing one where a household's number is asked for. The old form has no check digit, and household numbers
  /// of 15 digits exist that begin with the village's code: 15 digits count as a resident's number only where the 7th to
  /// 12th name a day of birth from 1940 to 1999.
  public static func looksLikeOne(_ text: some StringProtocol) -> Bool {
    let characters = Array(text.utf8)
    if characters.count == oldLength {
      guard characters.allSatisfy(isDigit), characters.prefix(6).contains(where: { $0 != UInt8(ascii: "0") })
      else { return false }
      guard let born = birthday(Array("19".utf8) + characters[6..<12]) else { return false }
      return oldFormBirthYears.contains(born.year)
    }
    guard characters.count == length else { return false }
    do throws(ResidentIDFault) {
      _ = try ResidentID(checking: text)
      return true
    } catch {
      return false
    }
  }

  static let length = 18
  static let oldLength = 15
  /// Nobody alive was born earlier, and nobody has been born later.
  private static let birthYears = 1900...2100
  /// Those who may still be known by a number of the old form, which ended in 1999.
  private static let oldFormBirthYears = 1940...1999

  private static func isDigit(_ character: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character)
  }

  /// The day that eight digits name.
  private static func birthday(_ digits: some Sequence<UInt8>) -> Day? {
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    let year = number / 10_000
    return birthYears.contains(year) ? Day(year: year, month: number / 100 % 100, day: number % 100) : nil
  }

  /// ISO 7064 MOD 11-2 in its recursive form: double and add, and close to 1 modulo 11.
  private static func checkCharacter(of digits: some Sequence<UInt8>) -> UInt8 {
    let sum = digits.reduce(0) { ($0 + Int($1 - UInt8(ascii: "0"))) * 2 % 11 }
    let check = (12 - sum) % 11
    return check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check)
  }
}

extension ResidentID: CustomStringConvertible {
  /// ``masked``.
  public var description: String { masked }
}

/// Why a text is no resident's number. None of the sentences repeats the number.
public enum ResidentIDFault: Error, Hashable, Sendable, CaseIterable {
  /// Neither 18 characters nor 15.
  case length
  /// Something other than digits, or other than a digit or `X` at the end.
  case notDigits
  /// The area is 000000.
  case noSuchArea
  /// The calendar has no such day of birth, or it lies outside 1900 to 2100.
  case noSuchDay
  /// The last character does not fit the others.
  case checkCharacter

  /// What is wrong, for people.
  public var what: Wording {
    switch self {
    case .length:
      Wording(
        zh: "居民身份证号码应为 18 位，旧号 15 位", en: "a resident ID must have 18 characters, or 15 in its old form")
    case .notDigits:
      Wording(
        zh: "居民身份证号码前 17 位应为数字，末位为数字或 X",
        en: "a resident ID must be 17 digits followed by a digit or X")
    case .noSuchArea:
      Wording(zh: "前 6 位地区代码不能全为 0", en: "the area code (the first six digits) cannot be all zeros")
    case .noSuchDay:
      Wording(
        zh: "第 7 至 14 位不是 1900 至 2100 年间的出生日期",
        en: "digits 7 to 14 are not a date of birth from 1900 to 2100")
    case .checkCharacter:
      Wording(
        zh: "末位校验码不符：18 位中有一位输错", en: "the check character is wrong: one of the 18 is mistyped")
    }
  }
}

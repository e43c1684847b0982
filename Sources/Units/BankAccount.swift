/// The number of a bank account or card, checked as far as a number alone can be.
///
/// Printing one shows it masked. Whoever needs it whole asks for ``digits``.
///
/// - Source: ISO/IEC 7812-1, annex B, for the check digit of cards.
public struct BankAccount: Hashable, Sendable {
  /// The number without spaces and hyphens, 8 to 19 digits.
  public let digits: String

  /// Checks a number as it was typed; spaces and hyphens between the digits do not matter.
  ///
  /// With 16 digits or more it is the number of a card, and its last digit must fit the others.
  public init(checking text: some StringProtocol) throws(BankAccountFault) {
    let characters = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    guard characters.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw .notDigits
    }
    guard (8...19).contains(characters.count) else { throw .length }
    guard characters.count < BankAccount.cardLength || BankAccount.passesLuhn(characters) else {
      throw .checkDigit
    }
    digits = String(decoding: characters, as: UTF8.self)
  }

  /// The number for people who need not know it: its last four digits.
  public var masked: String { BankAccount.masked(digits) }

  /// ``masked`` for a number that nobody has checked: a short one shows nothing.
  public static func masked(_ text: some StringProtocol) -> String {
    "****" + text.suffix(text.count >= 8 ? 4 : 0)
  }

  /// From so many digits on a number is a card's.
  private static let cardLength = 16

  /// Every second digit from the right doubled, its digits added: the sum ends in 0.
  private static func passesLuhn(_ characters: [UInt8]) -> Bool {
    let sum = characters.reversed().enumerated().reduce(0) { sum, place in
      let digit = Int(place.element - UInt8(ascii: "0"))
      guard place.offset % 2 == 1 else { return sum + digit }
      return sum + (digit > 4 ? digit * 2 - 9 : digit * 2)
    }
    return sum % 10 == 0
  }
}

extension BankAccount: CustomStringConvertible {
  /// ``masked``.
  public var description: String { masked }
}

/// Why a text is no account's number. None of the sentences repeats the number.
public enum BankAccountFault: Error, Hashable, Sendable, CaseIterable {
  /// Something other than digits, spaces and hyphens.
  case notDigits
  /// Fewer than 8 digits, or more than 19.
  case length
  /// A card's number whose last digit does not fit the others.
  case checkDigit

  /// What is wrong, for people.
  public var what: Wording {
    switch self {
    case .notDigits:
      Wording(zh: "银行账号只能有数字、空格和连字符", en: "an account number may contain only digits, spaces and hyphens")
    case .length:
      Wording(zh: "银行账号应为 8 至 19 位数字", en: "an account number must have 8 to 19 digits")
    case .checkDigit:
      Wording(
        zh: "银行卡号校验位不符：有一位输错", en: "the check digit is wrong: a digit of the card number is mistyped")
    }
  }
}

/// A telephone number of the mainland: a mobile number, or a landline with its area code.
///
/// Only its shape is checked: which numbers are given out changes every year. Printing one shows it masked.
public struct Telephone: Hashable, Sendable {
  /// The number without spaces and hyphens.
  public let digits: String

  /// Checks a number as it was typed; spaces and hyphens between the digits do not matter.
  ///
  /// Mobile: 11 digits, the first a 1. Landline: an area code of three digits (010 and 02x) or four (all others), and
  /// 7 or 8 digits.
  public init(checking text: some StringProtocol) throws(TelephoneFault) {
    let characters = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    guard characters.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw .notDigits
    }
    switch characters.first {
    case UInt8(ascii: "1"): guard characters.count == 11 else { throw .mobile }
    case UInt8(ascii: "0"): guard Telephone.isLandline(characters) else { throw .landline }
    default: throw .beginning
    }
    digits = String(decoding: characters, as: UTF8.self)
  }

  /// The number for people who need not know it: its last four digits.
  public var masked: String { Telephone.masked(digits) }

  /// ``masked`` for a number that nobody has checked: a short one shows nothing.
  public static func masked(_ text: some StringProtocol) -> String {
    "****" + text.suffix(text.count >= 8 ? 4 : 0)
  }

  private static func isLandline(_ characters: [UInt8]) -> Bool {
    guard characters.count > 3, characters[1] != UInt8(ascii: "0") else { return false }
    let isShort =
      characters[1] == UInt8(ascii: "2")
      || characters[1] == UInt8(ascii: "1") && characters[2] == UInt8(ascii: "0")
    return (7...8).contains(characters.count - (isShort ? 3 : 4))
  }
}

extension Telephone: CustomStringConvertible {
  /// ``masked``.
  public var description: String { masked }
}

/// Why a text is no telephone number. None of the sentences repeats the number.
public enum TelephoneFault: Error, Hashable, Sendable, CaseIterable {
  /// Something other than digits, spaces and hyphens.
  case notDigits
  /// It begins neither with 1 nor with 0.
  case beginning
  /// A mobile number that has not 11 digits.
  case mobile
  /// A landline whose area code or length is none.
  case landline

  /// What is wrong, for people.
  public var what: Wording {
    switch self {
    case .notDigits:
      Wording(zh: "电话号码只能有数字、空格和连字符", en: "a telephone number may contain only digits, spaces and hyphens")
    case .beginning:
      Wording(
        zh: "手机号以 1 开头，固定电话以区号 0 开头",
        en: "a mobile number must begin with 1, a landline number with the 0 of its area code")
    case .mobile:
      Wording(zh: "手机号应为 11 位数字", en: "a mobile number must have 11 digits")
    case .landline:
      Wording(
        zh: "固定电话应为三或四位区号加 7 或 8 位号码",
        en: "a landline number must be an area code of three or four digits followed by 7 or 8 digits")
    }
  }
}

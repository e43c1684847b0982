public import Units

/// Money before it is rounded: a whole number of millionths of a fen.
public struct ExactYuan: Hashable, Comparable, Sendable {
  /// The amount in millionths of a fen.
  public let millionths: Int128

  /// An amount in millionths of a fen.
  public init(millionths: Int128) { self.millionths = millionths }

  /// An amount of whole fen.
  public init(_ amount: Yuan) { self.init(millionths: Int128(amount.fen) * 1_000_000) }

  /// A share of an amount.
  public init(_ rate: Rate, of amount: Yuan) {
    self.init(millionths: Int128(rate.millionths) * Int128(amount.fen))
  }

  /// Smaller amounts are less.
  public static func < (a: ExactYuan, b: ExactYuan) -> Bool { a.millionths < b.millionths }
  /// The sum.
  public static func + (a: ExactYuan, b: ExactYuan) -> ExactYuan {
    ExactYuan(millionths: a.millionths + b.millionths)
  }

  /// Whether it has no part of a fen.
  public var isWholeFen: Bool { millionths % 1_000_000 == 0 }

  /// The whole fen that are at least as much.
  var roundedUp: Yuan {
    let quotient = millionths / 1_000_000
    let whole = millionths > 0 && !isWholeFen ? quotient + 1 : quotient
    return Yuan(fen: Int64(clamping: whole))
  }

  /// All its decimals, at least two: `6999.993`.
  public var plain: String { Numeral.text(millionths, decimals: 8, least: 2) }
  /// All its decimals, at least two, with thousands commas: `6,999.993`.
  public var grouped: String { Numeral.text(millionths, decimals: 8, least: 2, grouped: true) }
  /// The amount with its unit.
  var words: Wording { Wording(zh: grouped + " 元", en: grouped + " yuan") }

  /// A multiple in millionths as a number: `1.5`.
  static func multiple(_ millionths: Int64) -> String { Numeral.text(millionths, decimals: 6, least: 0) }
}

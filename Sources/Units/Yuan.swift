/// An amount of money: a whole number of fen (1 yuan = 100 fen). There is no floating point near it.
///
/// Arithmetic traps on overflow, which is a bug of ours: whoever reads an amount from a file holds it
/// within ``Yuan/claimLimit`` or ``Yuan/incomeRange`` first, and sums of those stay far within 64 bits.
public struct Yuan: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The amount in fen.
  public let fen: Int64

  /// An amount of `fen` fen.
  @inlinable
  public init(fen: Int64) { self.fen = fen }

  /// Nothing.
  public static let zero = Yuan(fen: 0)

  /// The most one claim may ask for: 100,000,000.00 yuan.
  public static let claimLimit = Yuan(fen: 10_000_000_000)
  /// What a household's yearly income may be: −100,000,000.00 to 100,000,000,000.00 yuan.
  public static let incomeRange = Yuan(fen: -10_000_000_000)...Yuan(fen: 10_000_000_000_000)
  /// The most an accumulator brought in from an earlier run may hold: 10^16 yuan.
  public static let accumulatorLimit = Yuan(fen: 1_000_000_000_000_000_000)

  /// Orders by amount.
  @inlinable
  public static func < (a: Yuan, b: Yuan) -> Bool { a.fen < b.fen }
  /// The sum.
  @inlinable
  public static func + (a: Yuan, b: Yuan) -> Yuan { Yuan(fen: a.fen + b.fen) }
  /// The difference.
  @inlinable
  public static func - (a: Yuan, b: Yuan) -> Yuan { Yuan(fen: a.fen - b.fen) }
  /// Adds in place.
  @inlinable
  public static func += (a: inout Yuan, b: Yuan) { a = a + b }
}

extension Yuan {
  /// Reads an amount as the files write it: ASCII digits, optionally `.d` or `.dd`, thousands commas only
  /// where well placed, a leading `-` only where `signed`; no exponent, no spaces.
  ///
  /// - Returns: `nil` where the text is anything else, or does not fit 64 bits.
  public init?(_ text: some StringProtocol, signed: Bool = false) {
    var copy = String(text)
    let parsed = copy.withUTF8 { unsafe Yuan.parse($0, signed: signed) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// ``init(_:signed:)`` over raw bytes.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, signed: Bool = false) -> Yuan? {
    unsafe parse(bytes.baseAddress, count: bytes.count, signed: signed)
  }

  @inlinable
  package static func parse(_ base: UnsafePointer<UInt8>?, count: Int, signed: Bool) -> Yuan? {
    guard let base = unsafe base, count > 0 else { return nil }
    var index = 0
    var negative = false
    if unsafe signed && base[0] == UInt8(ascii: "-") {
      negative = true
      index = 1
    }
    var whole: Int64 = 0
    var digits = 0  // since the last comma, or the start
    var commas = false
    while index < count {
      let byte = unsafe base[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        guard whole < 9_223_372_036_854_775 else { return nil }  // else fen would not fit 64 bits
        whole = whole &* 10 &+ Int64(digit)
        digits += 1
      } else if byte == UInt8(ascii: ",") {
        guard commas ? digits == 3 : (1...3).contains(digits) else { return nil }
        commas = true
        digits = 0
      } else {
        break
      }
      index += 1
    }
    guard commas ? digits == 3 : digits > 0 else { return nil }
    var fraction: Int64 = 0
    if index < count {
      guard unsafe base[index] == UInt8(ascii: ".") else { return nil }
      let decimals = count - index - 1
      guard decimals == 1 || decimals == 2 else { return nil }
      let tens = unsafe base[index + 1] &- UInt8(ascii: "0")
      guard tens < 10 else { return nil }
      fraction = Int64(tens) * 10
      if decimals == 2 {
        let ones = unsafe base[index + 2] &- UInt8(ascii: "0")
        guard ones < 10 else { return nil }
        fraction += Int64(ones)
      }
    }
    let fen = whole * 100 + fraction
    return Yuan(fen: negative ? -fen : fen)
  }
}

extension Yuan: CustomStringConvertible {
  /// As the files write it: two decimals, no thousands commas: `1234.50`.
  public var description: String { text(grouped: false) }

  /// As people read it: `1,234.50`.
  public var grouped: String { text(grouped: true) }

  private func text(grouped: Bool) -> String {
    let magnitude = fen.magnitude
    var whole = String(magnitude / 100)
    if grouped {
      var at = whole.count - 3
      while at > 0 {
        whole.insert(",", at: whole.index(whole.startIndex, offsetBy: at))
        at -= 3
      }
    }
    let cents = magnitude % 100
    return (fen < 0 ? "-" : "") + whole + (cents < 10 ? ".0" : ".") + String(cents)
  }
}

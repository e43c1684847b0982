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
  @inlinable
  public static var zero: Yuan { Yuan(fen: 0) }

  /// The most one claim may ask for: 100,000,000.00 yuan.
  @inlinable
  public static var claimLimit: Yuan { Yuan(fen: 10_000_000_000) }
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

  /// ``init(_:signed:)`` over `count` raw bytes.
  public static func parse(_ base: UnsafePointer<UInt8>?, count: Int, signed: Bool) -> Yuan? {
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

extension Yuan {
  /// ``parse(_:count:signed:)`` without a sign, where at least 8 bytes may be read from `base`. The usual amount, up
  /// to eight digits, a point and two decimals, is read eight bytes at a time, with nothing to guess.
  @inlinable @inline(__always)
  public static func parseQuickly(_ base: UnsafePointer<UInt8>, count: Int) -> Yuan? {
    let digits = count &- 3
    guard digits >= 1, digits <= 8, unsafe base[digits] == UInt8(ascii: ".") else {
      return unsafe parse(base, count: count, signed: false)
    }
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let shift = UInt64(truncatingIfNeeded: 64 &- digits &* 8)
    let text = unsafe UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
    // The digits at the top, zeros below them: the first digit is the lowest byte.
    let word = text << shift | (shift == 0 ? 0 : zeros >> (64 &- shift))
    let tens = unsafe base[digits &+ 1] &- UInt8(ascii: "0")
    let ones = unsafe base[digits &+ 2] &- UInt8(ascii: "0")
    let high = (word & 0xF0F0_F0F0_F0F0_F0F0) ^ zeros
    let over = ((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) ^ zeros
    guard high | over == 0, tens < 10, ones < 10 else {
      return unsafe parse(base, count: count, signed: false)  // thousands commas, or no amount
    }
    var value = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8
    value = ((value & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
    value = ((value & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
    return Yuan(fen: Int64(truncatingIfNeeded: value) &* 100 &+ Int64(tens) &* 10 &+ Int64(ones))
  }
}

extension Yuan: CustomStringConvertible {
  /// As the files write it: two decimals, no thousands commas: `1234.50`.
  public var description: String { Numeral.text(fen, decimals: 2) }

  /// As people read it: `1,234.50`.
  public var grouped: String { Numeral.text(fen, decimals: 2, grouped: true) }
}

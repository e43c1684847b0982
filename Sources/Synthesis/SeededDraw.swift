/// Random numbers that are a function of a key and an index, so that any row of a county can be drawn by itself.
///
/// Integers only: the same key and index give the same numbers on every machine. Nothing has to be remembered of a
/// household to write a claim of it, so a county takes the same memory whatever its size.
struct SeededDraw {
  private var state: UInt64

  /// The numbers of `index` under `key`.
  @inline(__always)
  init(key: UInt64, index: Int) {
    state = SeededDraw.mixed(key ^ SeededDraw.mixed(UInt64(truncatingIfNeeded: index) &+ 1))
  }

  /// A key of its own for each `purpose` under a seed.
  static func key(seed: UInt64, purpose: UInt64) -> UInt64 {
    mixed(mixed(seed) ^ (purpose &* 0xD1B5_4A32_D192_ED03))
  }

  /// A whole number from 0 to `bound` − 1.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    let high = SeededDraw.mixed(state).multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high
    return Int(truncatingIfNeeded: high)
  }

  /// True in `share` of a million cases.
  @inline(__always)
  mutating func happens(perMillion share: Int) -> Bool { below(1_000_000) < share }

  /// Scatters the bits of a number (the finaliser of SplitMix64).
  ///
  /// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
  @inline(__always)
  private static func mixed(_ number: UInt64) -> UInt64 {
    var bits = number
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

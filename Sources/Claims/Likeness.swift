/// Which ids are like each other: those that are the same once letters are capitals, and blanks, dashes and the zeros at the
/// front are left out.
///
/// A claim whose household is not on the register, but like one there, waits for somebody to look: nothing is paid on a
/// likeness.
public enum Likeness {
  /// What ids that are like each other have in common.
  public static func core(of id: [UInt8]) -> [UInt8] {
    var core: [UInt8] = []
    core.reserveCapacity(id.count)
    for byte in id {
      switch folded(byte, isFirst: core.isEmpty) {
      case .leftOut: continue
      case .kept(let byte): core.append(byte)
      case .rare: return rareCore(of: id)
      }
    }
    return core
  }

  /// What becomes of a byte of an id.
  public enum Folded {
    case leftOut
    case kept(UInt8)
    /// It belongs to a character beyond ASCII: the id must be looked at as a text.
    case rare
  }

  /// What becomes of a byte of an id.
  ///
  /// - Parameters:
  ///   - byte: a byte of an id in UTF-8.
  ///   - isFirst: whether all bytes before it are left out.
  @inlinable @inline(__always)
  public static func folded(_ byte: UInt8, isFirst: Bool) -> Folded {
    switch byte {
    case 0x09...0x0D, 0x20, 0x2D: .leftOut
    case 0x30 where isFirst: .leftOut
    case 0x61...0x7A: .kept(byte & 0xDF)
    case 0x80...: .rare
    default: .kept(byte)
    }
  }

  /// The same for ids with characters beyond ASCII.
  private static func rareCore(of id: [UInt8]) -> [UInt8] {
    var core = ""
    for scalar in String(decoding: id, as: UTF8.self).unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace || properties.isDefaultIgnorableCodePoint || isDash(scalar) { continue }
      if scalar == "0", core.isEmpty { continue }
      core += properties.uppercaseMapping
    }
    return Array(core.utf8)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}"
  }
}

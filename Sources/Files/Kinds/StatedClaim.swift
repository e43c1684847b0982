public import Tables
public import Units

/// A claim as its row states it, its ids where they stand in the block's text, or in the reader's where they wore dress.
@safe
public struct StatedClaim {
  /// Its id's first byte.
  public let id: UnsafePointer<UInt8>
  /// Its household's first byte.
  public let household: UnsafePointer<UInt8>
  /// In fen.
  public let amount: Int64
  /// The day of the event.
  public let day: Day
  /// The line in the block, from 0.
  public let line: UInt32
  /// At most ``Dress/longestID``.
  public let idCount: UInt8
  /// At most ``Dress/longestID``.
  public let householdCount: UInt8
  /// A peril of the scheme, by its place there.
  public let peril: UInt8
  /// A cause of the scheme, or ``noCause`` where not said.
  public let cause: UInt8
  /// 0 not said, 1 yes, 2 no.
  @usableFromInline let compensated: UInt8
  /// Whether it takes the place of an earlier claim with its id; its amount may then be zero.
  public let corrects: Bool

  /// The answer yes.
  static let yes: UInt8 = 1
  /// The answer no.
  static let no: UInt8 = 2
  /// No cause is stated.
  @inlinable public static var noCause: UInt8 { 255 }

  /// Its id where it stands.
  @inlinable public var idCell: Cell { unsafe Cell(start: id, count: Int(idCount)) }
  /// Its household's id where it stands.
  @inlinable public var householdCell: Cell { unsafe Cell(start: household, count: Int(householdCount)) }
  /// Whether somebody else has paid; `nil` where not said.
  @inlinable public var isCompensated: Bool? { compensated == 0 ? nil : compensated == 1 }
  /// Its cause, by its place in the scheme; `nil` where not said.
  @inlinable public var causeIndex: Int? { cause == StatedClaim.noCause ? nil : Int(cause) }
}

public import Rules

/// Everything that stands against a claim's counting: a set of the rows up to ``Rules/Reason/personUnknown``.
public struct Findings: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// A bit for each row, in the table's order.
  public let rawValue: UInt32

  /// The set with these bits.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of one row.
  @inlinable
  public init(_ reason: Reason) {
    precondition(reason.rawValue < 32, "every row has its bit")
    self.init(rawValue: 1 &<< UInt32(reason.rawValue))
  }

  /// The first row that applies, which is the reason; `nil` where the claim counts.
  @inlinable
  public var first: Reason? {
    isEmpty ? nil : Reason(rawValue: UInt8(truncatingIfNeeded: rawValue.trailingZeroBitCount))
  }

  /// All rows that apply, in the table's order.
  public var reasons: [Reason] {
    Reason.allCases.filter { !$0.isCounted && contains(Findings($0)) }
  }
}

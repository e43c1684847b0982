public import Units

/// What was counted and paid so far for one subject, benefit and policy year.
public struct Account: Hashable, Sendable, BitwiseCopyable {
  /// The accumulator: all counted cost.
  public var accumulated: Yuan
  /// All that was paid.
  public var paid: Yuan

  /// An account; a new one is empty.
  @inlinable
  public init(accumulated: Yuan = .zero, paid: Yuan = .zero) {
    self.accumulated = accumulated
    self.paid = paid
  }

  /// Adds what a claim counted and was paid.
  @inlinable
  public mutating func add(_ other: Account) {
    accumulated += other.accumulated
    paid += other.paid
  }

  /// Takes a counted claim out. What was paid on it stays paid, and is reckoned against what the account earns from then on.
  @inlinable
  public mutating func takeOut(_ amount: Yuan) { accumulated = accumulated - amount }
}

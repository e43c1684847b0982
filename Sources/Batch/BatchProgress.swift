/// How far a batch has come.
public struct BatchStatus: Sendable {
  /// What is being read.
  public enum Stage: Sendable {
    case households, earlier, claims
  }

  /// What is being read.
  public let stage: Stage
  /// Bytes read of it.
  public let bytes: Int
  /// How many it has, where known.
  public let total: Int?
}

/// Tells somebody how far a batch has come; called in turn by the workers that take blocks.
final class BatchProgress {
  private let tell: (BatchStatus) -> Void
  private var stage = BatchStatus.Stage.households
  private var total: Int?

  init(_ tell: @escaping (BatchStatus) -> Void) { self.tell = tell }

  func begin(_ stage: BatchStatus.Stage, total: Int?) {
    self.stage = stage
    self.total = total
    note(bytes: 0)
  }

  func note(bytes: Int) { tell(BatchStatus(stage: stage, bytes: bytes, total: total)) }
}

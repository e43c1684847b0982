/// How far a batch has come.
public struct BatchStatus: Sendable {
  /// What is being read.
  public enum Stage: Sendable {
    case households, members, earlier, claims
  }

  /// What is being read.
  public let stage: Stage
  /// Bytes read of it.
  public let bytes: Int
  /// How many it has, where known.
  public let total: Int?
  /// Rows read of it.
  public let rows: Int
}

/// Tells somebody how far a batch has come; called in turn.
final class BatchProgress {
  private let report: (BatchStatus) -> Void
  private var stage = BatchStatus.Stage.households
  private var total: Int?
  private var rows = 0

  init(_ report: @escaping (BatchStatus) -> Void) { self.report = report }

  func begin(_ stage: BatchStatus.Stage, total: Int?) {
    self.stage = stage
    self.total = total
    rows = 0
    note(bytes: 0, rows: 0)
  }

  /// - Parameters:
  ///   - bytes: read of the file so far.
  ///   - more: rows read since the last call.
  func note(bytes: Int, rows more: Int) {
    rows += more
    report(BatchStatus(stage: stage, bytes: bytes, total: total, rows: rows))
  }
}

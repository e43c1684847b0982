package import Casebook
package import Journal
import Pipeline
package import Sealing
import Tables
import Units

/// One row of the journal as a pass hands it out.
@safe
package struct PassedEntry {
  /// The row's number, as the file has it.
  package let number: Int
  /// What it says; `nil` where it makes no sense.
  package let entry: Entry?
  /// Its leaf; `nil` where none was asked for.
  package let leaf: Digest?
  private let block: JournalBlock
  private let index: Int

  init(_ block: JournalBlock, _ index: Int) {
    (number, entry, leaf) = block.row(index)
    self.block = block
    self.index = index
  }

  /// The claim of a batch that it decides; `nil` where there is none, or where no leaves were asked for.
  package var claim: DecideStatement? { block.claim(index) }

  /// Lends the bytes of its payload, as the file has them.
  package func payload<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    try unsafe block.payload(index, body)
  }
}

/// A reading of the whole journal, from the first row to the last, on all cores: rows are read in turn, understood and hashed
/// side by side, and handed out in turn.
package enum JournalPass {
  /// Hands every row out in order, one after another, though not always on the same thread.
  ///
  /// - Parameters:
  ///   - path: the casebook's file, which may be damaged: nothing is presumed of it.
  ///   - last: the last number to be read; `nil` for all.
  ///   - algorithm: what leaves are made with; `nil` where none are wanted.
  package static func run(
    _ path: String, upTo last: Int? = nil, hashing algorithm: DigestAlgorithm?, threads: Int,
    _ body: @escaping (PassedEntry) throws(CasebookError) -> Void
  ) throws(CasebookError) {
    let source = JournalSource(try JournalCursor(path, upTo: last), body)
    try OrderedPipeline.run((0..<max(1, threads)).map { _ in JournalWork(source, algorithm) })
  }
}

/// What the workers of a pass share; used in turn.
private final class JournalSource {
  let journal: JournalCursor
  let body: (PassedEntry) throws(CasebookError) -> Void
  var isDone = false

  init(_ journal: JournalCursor, _ body: @escaping (PassedEntry) throws(CasebookError) -> Void) {
    self.journal = journal
    self.body = body
  }
}

private final class JournalWork: BlockWork {
  private let source: JournalSource
  private let hasher: Sealing.Hasher?
  private let block = JournalBlock()

  init(_ source: JournalSource, _ algorithm: DigestAlgorithm?) {
    self.source = source
    hasher = algorithm.map { Sealing.Hasher($0) }
  }

  func take() throws(CasebookError) -> Bool {
    // A query that has come to its end begins anew when it is asked again.
    guard !source.isDone else { return false }
    source.isDone = try block.fill(source.journal)
    return block.count > 0
  }

  func prepare() { block.read(hasher) }

  func commit() throws(CasebookError) {
    for index in 0..<block.count { try source.body(PassedEntry(block, index)) }
  }

  func finish() {}
  func deliver() throws(CasebookError) {}
}

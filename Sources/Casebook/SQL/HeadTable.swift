package import Journal
import Sealing
import Units

/// The columns of heads.
enum HeadColumn: String, TableColumn {
  static let table = "head"

  case size, root
  case recordedAt = "recorded_at"
  case actor, key, signature

  static let insertion = Change<Self>.insert()
  static let bySize = Question<Self>("FROM head ORDER BY size")
  fileprivate static let signers = Question<Self>([.size, .actor], "FROM head ORDER BY size")
  fileprivate static let last = Question<Self>("FROM head ORDER BY size DESC LIMIT 1")
  fileprivate static let covering = Question<Self>(
    "FROM head WHERE size >= \(size.parameter) ORDER BY size LIMIT 1")
}

/// A head as its row has it, whatever it says.
package struct SignedHead: Hashable, Sendable {
  package let size: Int
  package let root: String
  package let recordedAt: String
  package let actor: String
  package let key: String
  package let signature: [UInt8]

  init(_ row: SQLRow<HeadColumn>) {
    size = row.int(.size)
    root = row.text(.root)
    recordedAt = row.text(.recordedAt)
    actor = row.text(.actor)
    key = row.text(.key)
    signature = row.blob(.signature)
  }
}

extension Head {
  /// The head of a row; `nil` where it makes no sense.
  fileprivate init?(_ row: SignedHead) {
    guard let root = Digest(hex: row.root), let key = Digest(hex: row.key) else { return nil }
    self.init(
      size: row.size, root: root, recordedAt: row.recordedAt, actor: row.actor, key: key,
      signature: row.signature)
  }
}

extension Casebook {
  /// Writes a head down.
  func enter(_ head: Head) throws(CasebookError) {
    try run(HeadColumn.insertion) { bind in
      bind(.size, head.size)
      bind(.root, head.root.hex)
      bind(.recordedAt, head.recordedAt)
      bind(.actor, head.actor)
      bind(.key, head.key.hex)
      bind(.signature, head.signature)
    }
  }

  /// The last head.
  package func lastHead() throws(CasebookError) -> Head? {
    try first(HeadColumn.last) { SignedHead($0) }.flatMap { Head($0) }
  }

  /// The head of the transaction that an entry belongs to: the first that covers it.
  package func head(covering entry: Int) throws(CasebookError) -> Head? {
    try first(HeadColumn.covering) {
      $0(HeadColumn.size, entry)
    } read: {
      SignedHead($0)
    }.flatMap { Head($0) }
  }

  /// The number of entries that each head covers, ascending, and who signed it.
  package func headSigners() throws(CasebookError) -> [(size: Int, actor: String)] {
    try rows(HeadColumn.signers) { ($0.int(.size), $0.text(.actor)) }
  }
}

import Casebook
import Sealing
import Store
import Units

/// The heads of a casebook as its file has them, whatever they say.
struct HeadList {
  /// A row of the table.
  struct Row {
    let size: Int
    let root: String
    let recordedAt: String
    let actor: String
    let key: String
    let signature: [UInt8]
  }

  /// By size.
  let rows: [Row]
  private(set) var next = 0

  init(_ database: Database) throws(StoreError) {
    rows = try database.prepare(
      "SELECT size, root, recorded_at, actor, key, signature FROM head ORDER BY size"
    ).rows { row in
      Row(
        size: row.int(0), root: row.text(1), recordedAt: row.text(2), actor: row.text(3), key: row.text(4),
        signature: row.blob(5))
    }
  }

  /// The head that closes the entries being read; `nil` behind the last.
  var current: Row? { next < rows.count ? rows[next] : nil }

  /// Goes on to the next one.
  mutating func advance() { next += 1 }
}

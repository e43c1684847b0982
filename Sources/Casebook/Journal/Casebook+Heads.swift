package import Journal
import Sealing
import Store
import Units

extension Casebook {
  /// The head of the transaction that an entry belongs to: the first that covers it.
  package func head(covering entry: Int) throws(CasebookError) -> Head? {
    let rows = try reading { () throws(StoreError) in
      let query = try statements[
        """
        SELECT size, root, recorded_at, actor, key, signature FROM head WHERE size >= ? ORDER BY size LIMIT 1
        """]
      query.bind(1, entry)
      return try query.rows { row -> Head? in
        guard let root = Digest(hex: row.text(1)), let key = Digest(hex: row.text(4)) else { return nil }
        return Head(
          size: row.int(0), root: root, recordedAt: row.text(2), actor: row.text(3), key: key,
          signature: row.blob(5))
      }
    }
    return rows.first ?? nil
  }
}

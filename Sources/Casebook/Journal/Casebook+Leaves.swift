package import Sealing
import Store
import Units

extension Casebook {
  /// The leaves of the first entries, made from the rows as they stand: nothing of them is read as anything.
  ///
  /// - Parameter count: how many; fewer where the journal is shorter.
  /// - Complexity: reads every row; 32 bytes an entry are kept.
  package func leaves(first count: Int) throws(CasebookError) -> [Digest] {
    let query = try reading { () throws(StoreError) in
      try database.prepare(
        """
        SELECT number, recorded_at, happened_on, actor, role, kind, engine, scheme, payload FROM journal
        WHERE number <= ? ORDER BY number
        """)
    }
    query.bind(1, count)
    let hasher = Sealing.Hasher(try currentState().algorithm)
    var leaves: [Digest] = []
    leaves.reserveCapacity(count)
    var bytes: [UInt8] = []
    let mark = Array("\(Entry.mark)\n".utf8)
    defer { query.reset() }
    while try reading({ () throws(StoreError) in try query.step() }) {
      bytes.removeAll(keepingCapacity: true)
      bytes += mark
      bytes += String(query.int64(0)).utf8
      for column in 1..<9 {
        bytes.append(0x0A)
        unsafe query.withBytes(column) { field in unsafe bytes.append(contentsOf: field) }
      }
      leaves.append(unsafe bytes.withUnsafeBytes { unsafe hasher.leaf($0) })
    }
    return leaves
  }

  /// The head that covers so many entries and no more, if one was signed there.
  package func head(of size: Int) throws(CasebookError) -> Head? {
    let head = try head(covering: size)
    return head?.size == size ? head : nil
  }

  /// The number of the entry that enrolled a key.
  package func enrolmentEntry(of key: Digest) throws(CasebookError) -> Int? {
    try reading { () throws(StoreError) in
      let query = try statements["SELECT entry FROM actor WHERE key = ?"]
      query.bind(1, key.hex)
      return try query.first { $0.int(0) }
    }
  }
}

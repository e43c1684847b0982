import Store

/// The rows of a journal on a connection of its own, in the order of their numbers, as their bytes: nothing is presumed of them.
package final class JournalCursor {
  /// A field of an entry that is a text.
  package enum Field: Sendable {
    case recordedAt, happenedOn, actor, role, kind, payload, engine, scheme
  }

  private let rows: Cursor<EntryColumn>

  /// Reads a casebook's file.
  ///
  /// - Parameter last: the last number to be read; `nil` for all.
  package init(_ path: String, upTo last: Int?) throws(CasebookError) {
    do throws(StoreError) {
      rows = try Database(path: path, .readOnly).cursor(EntryColumn.upTo) {
        $0(EntryColumn.number, last ?? .max)
      }
    } catch { throw .store(error) }
  }

  /// Goes one row on; false behind the last, and asked again it begins anew.
  package func next() throws(CasebookError) -> Bool {
    do throws(StoreError) { return try rows.next() } catch { throw .store(error) }
  }

  /// The row's number.
  package var number: Int { rows.row.int(.number) }

  /// Adds a field's bytes, those of a text in UTF-8.
  package func append(_ field: Field, to bytes: inout [UInt8]) {
    rows.row.append(field.column, to: &bytes)
  }
}

extension JournalCursor.Field {
  fileprivate var column: EntryColumn {
    switch self {
    case .recordedAt: .recordedAt
    case .happenedOn: .happenedOn
    case .actor: .actor
    case .role: .role
    case .kind: .kind
    case .payload: .payload
    case .engine: .engine
    case .scheme: .scheme
    }
  }
}

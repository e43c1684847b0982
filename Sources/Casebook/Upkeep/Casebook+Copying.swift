package import Journal
import Store
import Tables
import Units

/// What of a casebook a copy has.
package enum CopyKind: CaseIterable, Sendable {
  /// All of it: another casebook, to be kept and to go on from.
  case whole
  /// All but the personal data, to be handed to an auditor: an extract, in which nothing is recorded.
  case withoutPersonalData
}

extension Casebook {
  /// Writes a copy of a casebook into a new file, as it is at one moment, whoever writes meanwhile; under its name it is
  /// whole, or not there at all.
  ///
  /// - Parameters:
  ///   - path: the casebook, or for a whole copy also an extract.
  ///   - place: where nothing is yet.
  /// - Returns: the last head of both: the copy was opened and found to end with it.
  /// - Complexity: copies the whole file.
  package static func copy(
    _ path: String, to place: String, _ kind: CopyKind
  ) throws(CasebookError) -> Head {
    let book = try open(path, .readOnly)
    return try book.snapshot { () throws(CasebookError) in
      guard let head = try book.lastHead() else { throw CasebookError.damaged(row: "head") }
      try refuse(place)
      let draft = Draft(of: place)
      do throws(CasebookError) {
        do throws(CasebookError) { try book.write(kind, to: draft.name) } catch {
          throw error.speaking(of: place, for: draft.name)
        }
        guard try lastHead(of: draft.name) == head else { throw .store(.busy(path: path)) }
        let trouble = draft.takePlace(replacing: false)
        guard trouble == 0 else { throw .file(.cannotWrite(place, trouble)) }
      } catch {
        draft.remove()
        throw error
      }
      return head
    }
  }

  /// A place where something is, or where SQLite would find what was left of another file and take it for this one's.
  private static func refuse(_ place: String) throws(CasebookError) {
    do throws(StoreError) { try Database.requireNothing(at: place) } catch { throw .store(error) }
  }

  private func write(_ kind: CopyKind, to path: String) throws(CasebookError) {
    let isWhole = try reading { () throws(StoreError) in
      switch kind {
      case .whole: return try database.copy(to: path) { Interruption.isRequested }
      case .withoutPersonalData:
        try database.extract(to: path)
        return !Interruption.isRequested
      }
    }
    guard isWhole else { throw .file(.interrupted) }
  }

  /// The head with which a copy ends, which its journal must fit.
  private static func lastHead(of path: String) throws(CasebookError) -> Head? {
    let copy = try open(path, .readOnly)
    defer { copy.statements.removeAll() }
    return try copy.lastHead()
  }
}

extension CasebookError {
  /// The same, where it is about a draft, about the place that the draft is for.
  fileprivate func speaking(of place: String, for draft: String) -> CasebookError {
    switch self {
    case .store(.cannotOpen(draft, let reason)): .store(.cannotOpen(path: place, reason: reason))
    case .store(.full(draft)): .store(.full(path: place))
    case .store, .key, .file, .input, .refused, .damaged, .outdated: self
    }
  }
}

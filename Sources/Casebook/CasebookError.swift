package import Sealing
package import Store
package import Tables
package import Units

/// Why nothing was recorded.
package enum CasebookError: Error, Hashable, Sendable {
  /// The casebook's file could not be read or written.
  case store(StoreError)
  /// A key could not be read or used.
  case key(KeyError)
  /// Another file could not be read or written.
  case file(TableError)
  /// An input is of no use as a whole.
  case input([Diagnostic])
  /// The rules of procedure do not allow it.
  case refused(Refusal)
  /// The file does not hold together: what it says where, and what it should say.
  case damaged(Wording)
  /// What is derived from the journal stands as an earlier version of the program wrote it.
  case outdated(path: String)
}

extension CasebookError {
  /// What went wrong, in a sentence.
  package var wording: Wording {
    switch self {
    case .store(let trouble): trouble.wording
    case .key(let trouble): trouble.wording
    case .file(let trouble): trouble.wording
    case .damaged(let what): what
    case .outdated(let path):
      Wording(
        zh: "\(path) 的各表是旧版程序写的：casebook rebuild 按台账重建，台账不动",
        en:
          "the tables of \(path) were written by an earlier version: casebook rebuild makes them anew from its "
          + "journal, which stays as it is")
    case .refused(let refusal): refusal.what
    case .input(let diagnostics):
      Wording(
        zh: diagnostics.map(\.what.zh).joined(separator: "；"),
        en: diagnostics.map(\.what.en).joined(separator: "; "))
    }
  }

  /// An entry that says nothing we can read.
  package static func damaged(entry number: Int) -> CasebookError {
    .damaged(
      Wording(
        zh: "台账第 \(number) 条无法解读：请用 audit verify 查明",
        en: "entry \(number) of the journal cannot be interpreted: audit verify shows where"))
  }

  /// A derived row that nothing of ours writes.
  static func damaged(row table: String) -> CasebookError {
    .damaged(
      Wording(
        zh: "表 \(table) 里有一行读不懂；台账若完好，casebook rebuild 可以重建",
        en:
          "a row of the table \(table) makes no sense; if the journal is whole, casebook rebuild makes it anew"
      ))
  }
}

/// A step that the rules of procedure do not allow: why, and what is allowed instead.
package struct Refusal: Hashable, Sendable {
  /// A short stable name.
  package enum Code: String, CaseIterable, Sendable {
    case unknownKey = "unknown-key"
    case revokedKey = "revoked-key"
    case wrongRole = "wrong-role"
    case noSuchCase = "no-such-case"
    case illegalMove = "illegal-move"
    case noticeRunning = "notice-running"
    case objectionOpen = "objection-open"
    case noObjection = "no-objection"
    case sameActor = "same-actor"
    case ownHousehold = "own-household"
    case overLimit = "over-limit"
    case inTheFuture = "in-the-future"
    case beforeLastStep = "before-last-step"
    case unknownHousehold = "unknown-household"
    case residentID = "resident-id"
    case differs = "differs"
    case needsSecondActor = "needs-second-actor"
    case alreadyDone = "already-done"
    case retention
    case openCases = "open-cases"
    case inACase = "in-a-case"
    case badSeal = "bad-seal"
    case unknownOffice = "unknown-office"
    case notGiven = "not-given"
    case otherProcedure = "other-procedure"
    case noSuchImport = "no-such-import"
    case yearClosed = "year-closed"
    case extract
  }

  /// Its short stable name.
  package let code: Code
  /// What is not allowed, and why.
  package let what: Wording
  /// What can be done instead.
  package let fix: Wording?

  package init(_ code: Code, _ what: Wording, fix: Wording? = nil) {
    self.code = code
    self.what = what
    self.fix = fix
  }
}

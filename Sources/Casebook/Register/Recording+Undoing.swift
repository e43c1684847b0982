package import Journal
import Units

/// What taking an import back came to.
package struct UndoneImport: Hashable, Sendable {
  package let kind: ImportKind
  /// How many of its rows are taken back.
  package let rows: Int
  /// The households that the rows speak of.
  package let households: Set<String>
}

extension Recording {
  /// Takes back what a file brought into the register, as if it had never been known. Decisions that rest on it stay.
  ///
  /// - Parameter number: the entry that says the file was taken in.
  /// - Throws: a refusal where there is no such file, or where it was taken back before, or where a person that it brought was
  ///   revised since: what a person's row says after that is also what it said before.
  package func undoImport(_ number: Int, reason: String) throws(CasebookError) -> UndoneImport {
    try undoImport(number, reason: reason, as: state.entries + 1)
  }

  /// - Parameter own: the number of the entry that takes it back: in an audit, later ones are in the journal already.
  fileprivate func undoImport(
    _ number: Int, reason: String, as own: Int
  ) throws(CasebookError) -> UndoneImport {
    try checkRole([.county], Wording(zh: "撤销导入", en: "undo an import"))
    guard let entry = number < own ? try book.entry(number) : nil, entry.kind == .fileImported
    else {
      throw .refused(
        Refusal(
          .noSuchImport,
          Wording(zh: "台账第 \(number) 条不是导入文件", en: "entry \(number) is not that of an imported file")))
    }
    let file = try entry.read(FileImportedStatement.self)
    guard let kind = ImportKind(rawValue: file.file) else {
      throw .refused(
        Refusal(
          .noSuchImport,
          Wording(
            zh: "只有名册、家庭成员和部门答复可以撤销导入；第 \(number) 条是 \(file.file)",
            en:
              "only the register, members and departments' answers can be taken back; entry \(number) is of "
              + "\(file.file)"),
          fix: Wording(zh: "已决定的案件用 case reverse 冲正", en: "a case that was decided is reversed: case reverse")
        ))
    }
    guard on >= entry.happenedOn else {
      throw .refused(
        Refusal(
          .beforeLastStep,
          Wording(
            zh: "文件是 \(entry.happenedOn) 导入的，不能在 \(on) 撤销",
            en: "the file was imported on \(entry.happenedOn): it cannot be undone on \(on)")))
    }
    guard try !book.undoneRows(before: own).contains(where: { $0.file == number }) else {
      throw .refused(
        Refusal(
          .alreadyDone,
          Wording(zh: "第 \(number) 条的导入已经撤销", en: "the import of entry \(number) was undone before")))
    }
    let households = try checkRows(file.entries(before: number), of: kind, entry)
    if kind == .members { try checkUnrevised(file.entries(before: number), before: own) }
    try append(UndoImportStatement(entry: number, file: file.file, reason: reason))
    return UndoneImport(kind: kind, rows: file.entries(before: number).count, households: households)
  }

  /// The rows that a file says it brought must have come with it: otherwise its entry lies about how many they are.
  ///
  /// - Returns: the households that they speak of.
  private func checkRows(
    _ rows: Range<Int>, of kind: ImportKind, _ file: Entry
  ) throws(CasebookError) -> Set<String> {
    guard !rows.isEmpty else { return [] }
    var own = 0
    var households: Set<String> = []
    try book.entries(in: rows.lowerBound...(rows.upperBound - 1), of: [kind.rowKind]) { (row) in
      guard row.recordedAt == file.recordedAt, row.actor == file.actor else { return }
      own += 1
      if let household = row.household { households.insert(household) }
    }
    guard own < rows.count else { return households }
    throw .refused(
      Refusal(
        .noSuchImport,
        Wording(
          zh: "第 \(file.number) 条说文件带来 \(rows.count) 行，它前面同时记下的只有 \(own) 行",
          en:
            "entry \(file.number) says that its file brought \(rows.count.counted("row")), but \(own) of those "
            + "before it were recorded with it"),
        fix: Wording(zh: "用 audit verify 查明", en: "audit verify shows what else is wrong")))
  }

  /// No person of the rows may have been revised by a later file that still stands.
  private func checkUnrevised(_ rows: Range<Int>, before own: Int) throws(CasebookError) {
    guard let later = try book.memberRevisions(of: rows, before: own).first else { return }
    throw .refused(
      Refusal(
        .alreadyDone,
        Wording(
          zh: "第 \(later) 条之后又更正过其中的成员", en: "entry \(later) has revised a member of it since"),
        fix: Wording(
          zh: "先撤销后来的导入，或用 --revise 导入更正",
          en: "undo the later import first, or import a revision with --revise")))
  }
}

extension FileImportedStatement {
  /// The entries of its rows: they stand one after another before its own.
  package func entries(before number: Int) -> Range<Int> {
    let count = (new ?? 0) + (renewed ?? 0) + (revised ?? 0)
    return max(1, number - count)..<max(1, number)
  }
}

extension Casebook {
  /// The entries before a number that revise what some rows say of members, and still stand.
  func memberRevisions(of rows: Range<Int>, before limit: Int) throws(CasebookError) -> [Int] {
    guard rows.upperBound < limit else { return [] }
    let undone = try undoneRows(before: limit)
    var found: [Int] = []
    try entries(in: rows.upperBound...(limit - 1), of: [.member]) { (entry) throws(CasebookError) in
      guard let revises = try entry.read(MemberStatement.self).revises, rows.contains(revises),
        !undone.contains(where: { $0.rows.contains(entry.number) })
      else { return }
      found.append(entry.number)
    }
    return found
  }
}

extension UndoImportStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    let book = fold.book
    guard let imported = try book.entry(self.entry), imported.kind == .fileImported else {
      throw .damaged(entry: entry.number)
    }
    let rows = try imported.read(FileImportedStatement.self).entries(before: self.entry)
    guard let kind = ImportKind(rawValue: file), rows.upperBound <= entry.number else {
      throw .damaged(entry: entry.number)
    }
    try fold.undone(entry, file: self.entry, rows: rows)
    guard !rows.isEmpty else { return }
    switch kind {
    case .households, .property, .businesses, .vehicles: try fold.forgetFacts(of: rows)
    case .members: try fold.restoreMembers(of: rows, before: entry.number)
    }
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    _ = try recording.undoImport(self.entry, reason: reason, as: entry.number)
    return .compared
  }
}

package import Files
package import Journal
import Rules
package import Units

extension Recording {
  /// Takes in a department's list of costs, and opens a case where a warning line is passed.
  ///
  /// - Parameters:
  ///   - near: from what share of the line on a year is listed as close to it; nothing is recorded of that.
  ///   - revising: whether a bill may say otherwise than the one known under its number.
  ///   - conclude: writes the list of rejected rows, before anything is committed.
  package func screen(
    _ sheet: Sheet, _ kind: BillKind, near: Rate?, revising: Bool,
    rejecting conclude: ([Reject]) throws(CasebookError) -> Void
  ) throws(CasebookError) -> Screening {
    precondition(sheet.kind == kind.file, "a sheet is read with its own columns")
    try checkRole([.county], Wording(zh: "筛查", en: "screen"))
    let scheme = book.scheme
    guard let peril = scheme.perils.firstIndex(where: { $0.id == kind.peril }) else {
      throw .refused(.unknownWord(kind.peril, scheme.perils.map(\.id)))
    }
    var screening = Screening(
      kind: kind, rows: sheet.count + sheet.faults.count, faults: sheet.faults)
    let needsPerson = scheme.benefits.contains { $0.peril == peril && $0.sumOver == .person }
    let rows = read(sheet, kind, needsPerson, &screening)
    try take(rows, revising, &screening)
    if screening.new + screening.revised > 0 {
      try append(
        FileImportedStatement(
          digest: sheet.digest, file: kind.rawValue, rows: screening.rows, new: screening.new,
          revised: screening.revised, identical: screening.identical, rejected: screening.faults.count))
    }
    try conclude(screening.faults)
    try openCases(peril, near, &screening)
    return screening
  }

  /// The bills that can be read and stand for themselves: of rows with the same number that say the same the first, of
  /// those that do not say the same none.
  private func read(
    _ sheet: Sheet, _ kind: BillKind, _ needsPerson: Bool, _ screening: inout Screening
  ) -> [StatedBill] {
    var rows: [StatedBill] = []
    for row in kind.bills(sheet, notAfter: on, needsPerson: needsPerson) {
      switch row {
      case .success(let row): rows.append(row)
      case .failure(let fault): screening.faults.append(fault)
      }
    }
    var first: [String: BillStatement] = [:]
    var contested: Set<String> = []
    for row in rows where first.updateValue(first[row.record] ?? row.stated, forKey: row.record) != nil {
      if first[row.record] != row.stated { contested.insert(row.record) }
    }
    var taken: Set<String> = []
    return rows.filter { row in
      if contested.contains(row.record) {
        screening.faults.append(Reject(row.places.record, .twiceAndDifferent))
        return false
      }
      guard taken.insert(row.record).inserted else {
        screening.identical += 1
        return false
      }
      return true
    }
  }

  private func take(
    _ rows: [StatedBill], _ revising: Bool, _ screening: inout Screening
  ) throws(CasebookError) {
    var registered: Set<String> = []
    try book.eachKnown(Set(rows.map(\.household)), on: on, entries: state.entries) { id, _ in
      registered.insert(id)
    }
    for row in rows {
      guard registered.contains(row.household) else {
        screening.faults.append(Reject(row.places.household, .unknownHousehold(on)))
        continue
      }
      guard let known = try knownBill(row) else {
        screening.new += 1
        try append(row.stated)
        continue
      }
      if known.stated == row.stated {
        screening.identical += 1
      } else if !revising {
        screening.faults.append(Reject(row.places.record, .billDiffers(known.stated, row.stated)))
      } else if let number = known.casefile {
        screening.faults.append(Reject(row.places.record, .billInCase(number)))
      } else {
        screening.revised += 1
        try append(row.stated.revising(known.entry))
      }
    }
  }

  /// What the casebook knows under the same number.
  private func knownBill(_ row: StatedBill) throws(CasebookError) -> KnownBill? {
    guard let (number, casefile) = try book.bill(row.record, of: row.stated.peril) else { return nil }
    guard let entry = try book.entry(number) else { throw .damaged(entry: number) }
    return KnownBill(
      entry: number, casefile: casefile, stated: try entry.read(BillStatement.self).revising(nil))
  }
}

private struct KnownBill {
  let entry: Int
  let casefile: Int?
  let stated: BillStatement
}

extension RowRefusal {
  /// The bill is known and says otherwise: which of its fields do.
  fileprivate static func billDiffers(_ was: BillStatement, _ now: BillStatement) -> RowRefusal {
    let differences = was.payload.differences(from: now.payload).map {
      ($0.key, $0.says?.shown ?? "-", $0.should?.shown ?? "-")
    }
    return RowRefusal(
      problem: Refusal.Code.differs.rawValue,
      what: Wording(
        zh: "与已记录的内容不同：" + differences.map { "\($0.0) 原为 \($0.1)，现为 \($0.2)" }.joined(separator: "；"),
        en: "differs from the casebook: "
          + differences.map { "\($0.0) was \($0.1), now \($0.2)" }.joined(separator: "; ")))
  }

  /// The bill is in a case, whose amount stands.
  fileprivate static func billInCase(_ number: Int) -> RowRefusal {
    RowRefusal(
      problem: "in-a-case",
      what: Wording(
        zh: "已计入案件 \(number)，不能更正单据", en: "the bill is already in case \(number) and can no longer be revised"
      ))
  }
}

extension BillStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.bill(entry, self) }

  func retake(_ entry: Entry, by recording: Recording, in audit: any Retaking) -> Retaken { .letPass }
}

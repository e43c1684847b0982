import Claims
package import Files
package import Journal
import Rules
package import Units

extension Recording {
  /// Takes in a department's list of costs, and opens a case where a warning line is passed.
  ///
  /// - Parameters:
  ///   - near: from what share of the line on a year is listed as close to it; nothing is recorded of that.
  ///   - answers: to what a row may leave open.
  ///   - conclude: writes the list of rejected rows, before anything is committed.
  package func screen(
    _ sheet: Sheet, _ kind: BillKind, near: Rate?, answers: ScreeningAnswers = ScreeningAnswers(),
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
    try take(rows, answers, &screening)
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
    _ rows: [StatedBill], _ answers: ScreeningAnswers, _ screening: inout Screening
  ) throws(CasebookError) {
    var registered: Set<String> = []
    try book.eachKnown(Set(rows.map(\.household)), on: on, entries: state.entries) { id, _ in
      registered.insert(id)
    }
    var numbers: [[UInt8]: String] = [:]
    if let peril = rows.first?.stated.peril {
      for record in try book.billNumbers(of: peril) {
        numbers[Likeness.core(of: Array(record.utf8))] = record
      }
    }
    let years = try book.closedYears()
    for row in rows {
      guard registered.contains(row.household) else {
        screening.faults.append(Reject(row.places.household, .unknownHousehold(on)))
        continue
      }
      let known = try knownBill(row)
      if let known, known.stated == row.stated {
        screening.identical += 1
        continue
      }
      // What a bill was corrected from counts too: it would leave its case, and no screening take it up again.
      let days = [row.stated.incurredOn, known?.stated.incurredOn].compactMap { $0 }
      if let year = days.lazy.compactMap({ years.closed(on: $0) }).first {
        screening.faults.append(Reject(row.places.day, .yearClosed(year)))
        continue
      }
      let core = Likeness.core(of: Array(row.record.utf8))
      if let other = numbers[core], known == nil, other != row.record, !answers.alikeAreOthers {
        screening.faults.append(Reject(row.places.record, .numberAlike(other)))
        continue
      }
      if row.isOverpaid, !answers.overpaidIsNothing {
        screening.faults.append(Reject(row.places.cost, .overpaid))
        continue
      }
      if let known {
        try revise(known, row, answers, &screening)
      } else {
        screening.new += 1
        numbers[core] = numbers[core] ?? row.record
        try append(row.stated)
      }
    }
  }

  /// A bill that is known says otherwise now.
  private func revise(
    _ known: KnownBill, _ row: StatedBill, _ answers: ScreeningAnswers, _ screening: inout Screening
  ) throws(CasebookError) {
    guard answers.isRevising else {
      screening.faults.append(Reject(row.places.record, .billDiffers(known.stated, row.stated)))
      return
    }
    do throws(CasebookError) {
      try whole { () throws(CasebookError) in try correct(known, row.stated.revising(known.entry)) }
      screening.revised += 1
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      screening.faults.append(
        Reject(row.places.record, RowRefusal(problem: refusal.code.rawValue, what: refusal.what)))
    }
  }

  /// Records a corrected bill: it leaves the case that it was in, and a case that has no bill left is withdrawn.
  private func correct(_ known: KnownBill, _ stated: BillStatement) throws(CasebookError) {
    try checkCorrection(of: known.casefile)
    try append(stated)
    guard let number = known.casefile, try book.bills(in: number).isEmpty else { return }
    try withdraw(number, reason: WithdrawStatement.billsCorrected)
  }

  /// A bill may be corrected while the case that it is in is open and not decided, and not by the household's own.
  fileprivate func checkCorrection(of number: Int?) throws(CasebookError) {
    guard let number else { return }
    let file = try found(number)
    try checkKinship(file.household)
    guard file.state.isDecided else { return }
    throw .refused(.billInCase(number))
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

  /// The bill lies in a policy year that is closed, or did.
  fileprivate static func yearClosed(_ year: ClosedYear) -> RowRefusal {
    let name = ClosedYear.name(year.days)
    return RowRefusal(
      problem: Refusal.Code.yearClosed.rawValue,
      what: Wording(
        zh: "所在的保障年度 \(name.zh)已结账，单据不再记入也不再更正；确有需要的，先重开：\(year.reopening.zh)",
        en:
          "policy year \(name.en) is closed: no bill of it is taken in or corrected; where one has to be, the year "
          + "is opened again first: \(year.reopening.en)"))
  }

  /// The number is another's but for blanks, dashes, capitals or zeros at its front.
  fileprivate static func numberAlike(_ other: String) -> RowRefusal {
    RowRefusal(
      problem: "number-alike",
      what: Wording(
        zh: "与单据号 \(other) 只差空格、横线、大小写或前面的零，像是同一张单据；确是另一张，请加 --other-numbers",
        en:
          "differs from the number \(other) only in blanks, dashes, capitals or zeros at its front, as if it were the "
          + "same bill; if it is another one, add --other-numbers"))
  }

  /// More came back than was spent.
  fileprivate static var overpaid: RowRefusal {
    RowRefusal(
      problem: "overpaid",
      what: Wording(
        zh: "报销合计超过总费用；金额若无误，这张单据没有自付部分，按 0.00 记，请加 --nothing-left",
        en:
          "others paid more than the bill cost; if the sums are right, nothing of it was left to the household and it is "
          + "recorded as 0.00: add --nothing-left"))
  }
}

extension Refusal {
  /// The bill is in a case that is decided, whose amount stands.
  fileprivate static func billInCase(_ number: Int) -> Refusal {
    Refusal(
      .inACase,
      Wording(
        zh: "已计入案件 \(number)，此案已审批；请先冲正再更正单据：case reverse \(number)",
        en: "the bill is in case \(number), which is decided; reverse that first: case reverse \(number)"))
  }
}

extension BillStatement: Effect {
  static var asksForCases: Bool { true }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.bill(entry, self) }

  /// What a department reported comes from its file; that it took no other bill's place is held here.
  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    let known = try recording.book.bill(record, of: peril)
    if revises != known?.entry {
      return .found([
        Deviation("revises", revises.map { "\($0)" }, known.map { "\($0.entry)" })
      ])
    }
    try recording.checkCorrection(of: known?.casefile)
    try recording.checkOpenYear(incurredOn)
    if let known, let entry = try recording.book.entry(known.entry) {
      try recording.checkOpenYear(try entry.read(BillStatement.self).incurredOn)
    }
    return .letPass
  }
}

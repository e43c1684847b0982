package import Files
package import Journal
import Sealing
package import Tables
import Units

/// What became of a file that another office handed in.
package struct Reception: Sendable {
  /// The office and the actor whose file it is.
  package let office: String
  package let signer: String
  /// The file as it was read.
  package let sheet: Sheet
  /// Whether it had been received before: nothing was done then.
  package let isKnown: Bool
  package fileprivate(set) var rows = 0
  package fileprivate(set) var recorded = 0
  /// The rows that say nothing yet.
  package fileprivate(set) var unanswered = 0
  /// The rows that cannot be read or that the rules refuse, in the order of the file.
  package fileprivate(set) var faults: [Reject] = []
}

extension Recording {
  /// Checks a sealed docket and records its answers, each in the name of the actor who sealed it; once.
  ///
  /// A row that the rules refuse is set aside whole and the others are recorded, with one entry for the file. That entry
  /// holds the seal, so that anybody can check later that the actor did sign what stands in the actor's name.
  package func receive(
    _ path: String, seal sealPath: String, _ reading: TableReading = TableReading()
  ) throws(CasebookError) -> Reception {
    try checkRole([.county], Wording(zh: "接收文件", en: "receive"))
    let seal = try Seal.read(sealPath)
    let signer = try seal.signer(in: book)
    let docket = try Docket.read(path, reading, under: seal)
    try seal.check(docket)
    try seal.checkOrigin(book, state.id)
    let digest = seal.totals.digest.hex
    var reception = Reception(
      office: seal.from, signer: signer.name, sheet: docket.sheet, isKnown: try book.hasReceived(digest))
    guard !reception.isKnown else { return reception }
    guard seal.day <= on else {
      throw .refused(
        Refusal(
          .inTheFuture,
          Wording(
            zh: "文件 \(seal.day) 才签章，不能在 \(on) 收到",
            en: "the file was sealed on \(seal.day); it cannot have been received on \(on)")))
    }
    reception.faults = docket.sheet.faults
    for row in docket.rows { try take(row, seal, signer, &reception) }
    reception.faults.sort { $0.at.number < $1.at.number }
    reception.rows = docket.totals.rows
    try append(
      ReceiveStatement(
        digest: digest, office: seal.from, rows: reception.rows, recorded: reception.recorded,
        rejected: reception.faults.count, seal: seal.whole))
    return reception
  }

  /// Records a row's answer, or sets the row aside.
  private func take(
    _ row: FileRow<DocketFile>, _ seal: Seal, _ signer: Actor, _ reception: inout Reception
  ) throws(CasebookError) {
    let answer: DocketFile.Answer
    do throws(Reject) {
      guard let read = try row.answer(StepKind.asked) else {
        reception.unanswered += 1
        return
      }
      answer = read
    } catch { return reception.faults.append(error) }
    if let fault = try difference(row, answer, seal) { return reception.faults.append(fault) }
    do throws(CasebookError) {
      try acting(for: signer, on: answer.on ?? seal.day, sealed: seal.totals.digest.hex) {
        () throws(CasebookError) in
        try whole { () throws(CasebookError) in try record(answer) }
      }
      reception.recorded += 1
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      reception.faults.append(
        row.fault(.move, refusal.code.rawValue, refusal.what))
    }
  }

  /// Where the row says another thing of its case than the casebook does, or of a day after the file was sealed.
  private func difference(
    _ row: FileRow<DocketFile>, _ answer: DocketFile.Answer, _ seal: Seal
  ) throws(CasebookError) -> Reject? {
    if let on = answer.on, on > seal.day {
      return row.fault(
        .happenedOn, .inTheFuture,
        Wording(zh: "晚于签章日期 \(seal.day)", en: "later than the date of the seal, \(seal.day)"))
    }
    guard let file = try book.casefile(answer.number) else { return nil }
    guard let other = row.difference(from: DocketFile.Task(file, awaits: answer.step)) else { return nil }
    let expected = other.expected ?? ""
    return row.fault(
      other.role, Refusal.Code.differs.rawValue,
      Wording(
        zh: "案卷簿里案件 \(file.number) 是“\(expected)”",
        en: "case \(file.number) is '\(expected)' in the casebook"))
  }

  private func record(_ answer: DocketFile.Answer) throws(CasebookError) {
    let (number, note) = (answer.number, answer.note)
    switch answer.content {
    case .verify(let counts):
      try verify(number, counts.map { AssetAnswer($0.asset, count: $0.count) }, note: note)
    case .visit: try visit(number, finding: note)
    case .appraise(let supports): try appraise(number, supports: supports, comment: note)
    case .disclose: try disclose(number)
    case .object: try object(number, text: note)
    case .resolve(let upheld): try resolve(number, upheld: upheld, text: note)
    case .confirm: try confirm(number)
    case .withdraw(let reason): try withdraw(number, reason: reason)
    case .pend(let reason): try pend(number, reason: reason)
    }
  }
}

extension ReceiveStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.officeFile(entry, digest, office)
  }

  func retake(_ entry: Entry, by recording: Recording, in audit: any Retaking) -> Retaken { .letPass }
}

import Files
package import Journal
package import Sealing
package import Tables
import Units

/// A file for another office: its bytes and its seal.
package struct Dispatch: Sendable {
  package let content: [UInt8]
  package let seal: Seal
}

extension Recording {
  /// Makes the docket of what waits for an office, seals it with the actor's key, and notes that it was sent.
  ///
  /// - Parameter style: how the docket is written.
  /// - Returns: `nil` where nothing waits for the office; nothing is recorded then.
  package func send(
    to office: String, key: PrivateKey, _ style: TableStyle = TableStyle()
  ) throws(CasebookError) -> Dispatch? {
    try checkRole([.county], Wording(zh: "发送文件", en: "send"))
    let waiting = try book.docket(for: try roles(of: office))
    guard !waiting.isEmpty else { return nil }
    let content = try Docket.bytes(waiting, style)
    let totals = ControlTotals(
      rows: waiting.count, sum: waiting.reduce(.zero) { $0 + $1.amount },
      digest: Sealing.Hasher(.sha256).digest(content))
    let seal: Seal
    do {
      seal = try Seal(
        .docket, book: state.id, from: actor.office, to: office, on: on, totals: totals,
        cases: waiting.map { "\($0.number)" }, answers: nil, actor: actor.name, key: key)
    } catch { throw .key(error) }
    try append(
      SendStatement(digest: totals.digest.hex, office: office, rows: totals.rows, sum: totals.sum))
    return Dispatch(content: content, seal: seal)
  }

  /// The roles in which an office's actors act.
  private func roles(of office: String) throws(CasebookError) -> Set<Role> {
    let actors = try book.actors().filter { $0.enrolment == .active || $0.enrolment == .leaving }
    let roles = Set(actors.filter { $0.office == office }.map(\.role))
    guard roles.isEmpty else { return roles }
    let offices = Set(actors.map(\.office)).sorted()
    let near = Spelling.nearest(to: office, among: offices)
    throw .refused(
      Refusal(
        .unknownOffice,
        Wording(zh: "没有登记过单位“\(office)”", en: "no actor of an office '\(office)' is enrolled"),
        fix: near.map { Wording(zh: "是不是“\($0)”？", en: "did you mean '\($0)'?") }
          ?? Wording(
            zh: "已登记的单位：\(offices.joined(separator: "、"))",
            en: "enrolled offices: \(offices.joined(separator: ", "))")))
  }
}

extension SendStatement: Effect {
  static var asksForCases: Bool { false }

  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.officeFile(entry, digest, office)
  }

  func retake(_ entry: Entry, by recording: Recording, in audit: any Retaking) -> Retaken { .letPass }
}

extension Casebook {
  /// What waits for roles and can be answered by a file: the longest wait first.
  func docket(for roles: Set<Role>) throws(CasebookError) -> [DocketFile.Task] {
    let states = CaseState.allCases.filter { state in
      guard let step = StepKind.awaited(in: state), step.rule.byFile != nil else { return false }
      return step.rule.by.contains { roles.contains($0) }
    }
    let objected = try contestedCases()
    return try waitingCases(in: states).compactMap { file in
      guard let step = StepKind.awaited(in: file.state)?.rule.byFile else { return nil }
      // A case with an open objection waits for that to be resolved before it can be confirmed.
      return DocketFile.Task(file, awaits: objected.contains(file.number) ? .resolve : step)
    }
  }
}

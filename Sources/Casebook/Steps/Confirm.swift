import Journal
import Units

extension Recording {
  /// The township confirms the list: not before the notice has run, and not while an objection is open.
  package func confirm(_ number: Int) throws(CasebookError) {
    let file = try begin(.confirm, number)
    if let until = file.until, on < until {
      throw .refused(
        Refusal(
          .noticeRunning,
          Wording(zh: "公示至 \(until) 才期满", en: "the public notice runs until \(until)"),
          fix: Wording(zh: "\(until) 起可以确认", en: "it can be confirmed from \(until) on")))
    }
    let open = try book.openObjections(number)
    guard open == 0 else {
      throw .refused(
        Refusal(
          .objectionOpen,
          Wording(zh: "还有 \(open) 件异议没有处理", en: "\(open.counted("objection")) still open"),
          fix: Wording(zh: "先处理：case resolve", en: "resolve them first: case resolve")))
    }
    try append(ConfirmStatement(step(.confirm, file, to: .confirmed)))
  }
}

extension ConfirmStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) { try fold.move(entry, step) }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.confirm(step.number)
    return .compared
  }
}

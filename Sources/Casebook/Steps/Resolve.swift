import Journal
import Units

extension Recording {
  /// The oldest open objection is dismissed, and the notice goes on, or upheld, and the case is verified anew.
  package func resolve(_ number: Int, upheld: Bool, text: String?) throws(CasebookError) {
    let file = try begin(.resolve, number)
    guard let (objection, raisedOn) = try book.oldestObjection(number) else {
      throw .refused(
        Refusal(
          .noObjection, Wording(zh: "案件 \(number) 没有待处理的异议", en: "case \(number) has no open objection")))
    }
    guard let raisedOn else { throw .damaged(row: "objection") }
    try append(
      ResolveStatement(
        step(.resolve, file, to: upheld ? .opened : .disclosed), until: upheld ? nil : file.until,
        objection: objection, raisedOn: raisedOn, upheld: upheld, note: text))
  }
}

extension ResolveStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, until: until)
    try fold.objection(objection, step, raisedOn: raisedOn, isOpen: false)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.resolve(step.number, upheld: upheld, text: note)
    return .compared
  }
}

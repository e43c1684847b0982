import Journal
import Rules
import Units

extension Recording {
  /// The case hangs on the village wall from this day on, for as many days as the scheme says.
  package func disclose(_ number: Int) throws(CasebookError) {
    let file = try begin(.disclose, number)
    guard let days = book.scheme.administration.disclosureDays.value, let until = on.adding(days: days)
    else {
      throw .refused(
        Refusal(
          .notGiven, Wording(zh: "方案没有公布公示天数", en: "the scheme does not say how long a notice stays up")))
    }
    try append(DiscloseStatement(step(.disclose, file, to: .disclosed), until: until, days: days))
  }
}

extension DiscloseStatement: Effect {
  func derive(_ entry: Entry, in fold: inout Fold) throws(CasebookError) {
    try fold.move(entry, step, until: until)
  }

  func retake(
    _ entry: Entry, by recording: Recording, in audit: any Retaking
  ) throws(CasebookError) -> Retaken {
    try recording.disclose(step.number)
    return .compared
  }
}

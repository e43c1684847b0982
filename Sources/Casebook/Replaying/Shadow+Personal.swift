import Journal
import Sealing
package import Units

/// What the personal data of a file come to when each row is held against its salted digest in the journal.
package struct PersonalSurvey: Hashable, Sendable {
  /// Rows that are what the journal says they are.
  package var fits = 0
  /// Rows that were forgotten: nothing is left to hold against the journal.
  package var notCheckable = 0
  /// Rows that are not what the journal says, or have gone, or that the journal knows nothing of: with the entry that speaks
  /// of them.
  package var wrong: [(number: Int, entry: Int?, what: Wording)] = []

  package static func == (a: PersonalSurvey, b: PersonalSurvey) -> Bool {
    a.fits == b.fits && a.notCheckable == b.notCheckable && a.wrong.map(\.number) == b.wrong.map(\.number)
  }

  package func hash(into hasher: inout Swift.Hasher) {
    hasher.combine(fits)
    hasher.combine(notCheckable)
  }
}

extension Shadow {
  /// Holds every row of personal data against the journal.
  package func surveyPersonal() throws(CasebookError) -> PersonalSurvey {
    var survey = PersonalSurvey()
    try book.each(SurveyColumn.recorded) { take($0, into: &survey) }
    for number in try book.rows(SurveyColumn.unknown, read: { $0.int(.kept) }) {
      survey.wrong.append(
        (number, nil, Wording(zh: "台账没有提到这一行", en: "the journal knows nothing of this row")))
    }
    return survey
  }

  private func take(_ row: Row<SurveyColumn>, into survey: inout PersonalSurvey) {
    let (number, entry) = (row.int(.number), row.int(.entry))
    let isForgotten = !row.isNull(.forgotten)
    guard !row.isNull(.kept) else {
      if isForgotten {
        survey.notCheckable += 1
      } else {
        survey.wrong.append(
          (number, entry, Wording(zh: "已不在，却没有删除记录", en: "gone, and no entry forgets it")))
      }
      return
    }
    let data = PersonalData(
      name: row.optionalText(.name), residentID: row.optionalText(.residentID),
      bankAccount: row.optionalText(.bankAccount), telephone: row.optionalText(.telephone),
      proxy: row.optionalText(.proxy))
    let digest = data.digest(salt: row.blob(.salt), hasher.algorithm).hex
    if isForgotten {
      survey.wrong.append(
        (number, entry, Wording(zh: "台账说已删除，却还在", en: "still there, though an entry forgets it")))
    } else if digest != row.text(.digest) || row.text(.keptHousehold) != row.text(.household) {
      survey.wrong.append(
        (number, entry, Wording(zh: "与台账的摘要不符", en: "not what the journal's digest is of")))
    } else {
      survey.fits += 1
    }
  }
}

import Casebook
import Journal
import Sealing
import Units

/// What the personal data of a file come to when each row is held against its salted digest in the journal.
struct PersonalSurvey: Hashable, Sendable {
  /// Rows that are what the journal says they are.
  var fits = 0
  /// Rows that were forgotten: nothing is left to hold against the journal.
  var notCheckable = 0
  /// Rows that an extract leaves out: as in every extract, all that were not forgotten.
  var leftOut = 0
  /// Rows that are not what the journal says, or have gone, or that the journal knows nothing of: with the entry that speaks
  /// of them.
  var wrong: [(number: Int, entry: Int?, what: Wording)] = []

  static func == (a: PersonalSurvey, b: PersonalSurvey) -> Bool {
    a.fits == b.fits && a.notCheckable == b.notCheckable && a.leftOut == b.leftOut
      && a.wrong.map(\.number) == b.wrong.map(\.number)
  }

  func hash(into hasher: inout Swift.Hasher) {
    hasher.combine(fits)
    hasher.combine(notCheckable)
    hasher.combine(leftOut)
  }
}

extension RetakenBook {
  /// Holds every row of personal data against the journal.
  func surveyPersonal() throws(CasebookError) -> PersonalSurvey {
    var survey = PersonalSurvey()
    let isExtract = try book.isExtract()
    try book.eachSurveyedPersonal { take($0, isExtract, into: &survey) }
    for number in try book.unrecordedPersonal() {
      survey.wrong.append(
        (number, nil, Wording(zh: "台账没有提到这一行", en: "the journal does not mention this row")))
    }
    return survey
  }

  private func take(_ row: SurveyedPersonal, _ isExtract: Bool, into survey: inout PersonalSurvey) {
    let what: Wording
    if row.kept != nil, isExtract {
      what = Wording(
        zh: "文件自称略去了个人信息，这一行却还在", en: "still there, although the file says that it leaves personal data out")
    } else if let kept = row.kept {
      let digest = kept.data.digest(salt: kept.salt, algorithm).hex
      if row.isForgotten {
        what = Wording(zh: "台账说已删除，却还在", en: "still there, although an entry records its deletion")
      } else if digest != row.digest || kept.household != row.household {
        what = Wording(zh: "与台账的摘要不符", en: "does not match the journal's digest")
      } else {
        survey.fits += 1
        return
      }
    } else if row.isForgotten {
      survey.notCheckable += 1
      return
    } else if isExtract {
      survey.leftOut += 1
      return
    } else {
      what = Wording(zh: "已不在，却没有删除记录", en: "missing, and no entry records its deletion")
    }
    survey.wrong.append((row.number, row.entry, what))
  }
}

import Journal
import Sealing
import Store
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
    do throws(StoreError) {
      let recorded = try book.database.prepare(
        """
        SELECT r.number, r.household, r.digest, r.entry, r.forgotten, p.number, p.household, p.salt,
          p.name, p.resident_id, p.bank_account, p.telephone, p.proxy
        FROM temp.recorded_personal r LEFT JOIN main.personal p ON p.number = r.number ORDER BY r.number
        """)
      while try recorded.step() { take(recorded, into: &survey) }
      let unknown = try book.database.prepare(
        """
        SELECT p.number FROM main.personal p WHERE NOT EXISTS
          (SELECT 1 FROM temp.recorded_personal r WHERE r.number = p.number) ORDER BY p.number
        """
      ).rows { $0.int(0) }
      for number in unknown {
        survey.wrong.append(
          (number, nil, Wording(zh: "台账没有提到这一行", en: "the journal knows nothing of this row")))
      }
    } catch { throw .store(error) }
    return survey
  }

  private func take(_ row: Statement, into survey: inout PersonalSurvey) {
    let (number, entry) = (row.int(0), row.int(3))
    let isForgotten = !row.isNull(4)
    guard !row.isNull(5) else {
      if isForgotten {
        survey.notCheckable += 1
      } else {
        survey.wrong.append(
          (number, entry, Wording(zh: "已不在，却没有删除记录", en: "gone, and no entry forgets it")))
      }
      return
    }
    let data = PersonalData(
      name: row.optionalText(8), residentID: row.optionalText(9), bankAccount: row.optionalText(10),
      telephone: row.optionalText(11), proxy: row.optionalText(12))
    let digest = data.digest(salt: row.blob(7), hasher.algorithm).hex
    if isForgotten {
      survey.wrong.append(
        (number, entry, Wording(zh: "台账说已删除，却还在", en: "still there, though an entry forgets it")))
    } else if digest != row.text(2) || row.text(6) != row.text(1) {
      survey.wrong.append(
        (number, entry, Wording(zh: "与台账的摘要不符", en: "not what the journal's digest is of")))
    } else {
      survey.fits += 1
    }
  }
}

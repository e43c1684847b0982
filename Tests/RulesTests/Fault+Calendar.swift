extension Fault {
  /// Faults of holidays and terms, all put into the line of the empty list of support.
  static let ofCalendar = [
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-02-15\"], \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" }, \"dayOff\": [] }",
      "unknown-key", 56, 170, "administration.holidays.dayOff", "did you mean 'daysOff'?"),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"daysOff\": [\"2018-02-15\"], \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "missing-key", 56, 32, "administration.holidays.years", "add \"years\" to this object"),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-02-15\"], \"workedWeekends\": [\"2018-02-11\"] }",
      "missing-provenance", 56, 32, "administration.holidays",
      "add \"source\" and \"at\", or an \"assumption\" with its reason"),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [], \"daysOff\": [\"2018-02-15\"], \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "empty-list", 56, 43, "administration.holidays.years", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018, 2018], \"daysOff\": [\"2018-02-15\"], \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "duplicate-year", 56, 50, "administration.holidays.years[1]", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [1899], \"daysOff\": [], \"workedWeekends\": [], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "number-out-of-range", 56, 44, "administration.holidays.years[0]", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-02-30\"], \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "malformed-day", 56, 63, "administration.holidays.daysOff[0]", "write it like 2017-10-01"),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-2-15\"], \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "malformed-day", 56, 63, "administration.holidays.daysOff[0]", "write it like 2017-10-01"),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-02-15\", \"2018-02-15\"], \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "duplicate-day", 56, 77, "administration.holidays.daysOff[1]", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-02-15\", \"2081-02-16\"], \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "day-outside-years", 56, 77, "administration.holidays.daysOff[1]", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-02-15\"], \"workedWeekends\": [\"2018-02-11\", \"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "duplicate-day", 56, 111, "administration.holidays.workedWeekends[1]", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-02-15\"], \"workedWeekends\": [\"2018-02-12\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "not-a-weekend", 56, 97, "administration.holidays.workedWeekends[0]",
      "delete it: weekdays are working days anyway"),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": [\"2018-02-17\"], \"workedWeekends\": [\"2018-02-17\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "day-off-and-worked", 56, 97, "administration.holidays.workedWeekends[0]",
      "keep it in one of the two lists"),
    Fault(
      "\"support\": []",
      "\"support\": [], \"holidays\": { \"years\": [2018], \"daysOff\": {}, \"workedWeekends\": [\"2018-02-11\"], \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "wrong-type", 56, 62, "administration.holidays.daysOff", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"answerValidDays\": { \"days\": 0, \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "number-out-of-range", 56, 49, "administration.answerValidDays.days", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"answerValidDays\": { \"days\": 3661, \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "number-out-of-range", 56, 49, "administration.answerValidDays.days", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"answerValidDays\": { \"days\": 180 }",
      "missing-provenance", 56, 39, "administration.answerValidDays",
      "add \"source\" and \"at\", or an \"assumption\" with its reason"),
    Fault(
      "\"support\": []",
      "\"support\": [], \"retentionYears\": { \"years\": 101, \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "number-out-of-range", 56, 49, "administration.retentionYears.years", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"retentionYears\": { \"years\": 0, \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "number-out-of-range", 56, 49, "administration.retentionYears.years", nil),
    Fault(
      "\"support\": []",
      "\"support\": [], \"retentionYears\": { \"years\": 5, \"days\": 5, \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "unknown-key", 56, 52, "administration.retentionYears.days", "use one of: years, source, at, assumption"
    ),
    Fault(
      "\"support\": []",
      "\"support\": [], \"retentionYear\": { \"years\": 5, \"source\": \"law\", \"at\": { \"zh\": \"第11条\", \"en\": \"art. 11\" } }",
      "unknown-key", 56, 20, "administration.retentionYear", "did you mean 'retentionYears'?"),
  ]
}

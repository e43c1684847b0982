import Rules
import Units

extension SchemePages {
  /// How long a department's answer may be relied on.
  var answerValidity: Passage.Part {
    let label = Wording(zh: "核查答复有效期", en: "answers valid for")
    guard let days = scheme.administration.answerValidDays else {
      return fact("answer_valid_days", label, .words(Wording(zh: "不限期", en: "no limit")))
    }
    return figure("answer_valid_days", label, days) {
      .words(Wording(zh: "\($0) 日", en: "\($0.counted("day"))"))
    }
  }

  /// How long personal data must be kept.
  var retention: Passage.Part {
    let label = Wording(zh: "个人信息保存", en: "personal data kept")
    guard let years = scheme.administration.retentionYears else {
      return fact("retention_years", label, .words(Wording(zh: "无期限要求", en: "no period set")))
    }
    return figure("retention_years", label, years) {
      .words(Wording(zh: "结案后 \($0) 年", en: "\($0.counted("year")) after the case is closed"))
    }
  }

  /// Which days count as working days.
  var workingDays: Passage {
    let title = Wording(zh: "工作日", en: "Working days")
    let weekends = remark(
      "weekends",
      Wording(
        zh: "周六、周日放假，周一至周五上班，另有列明的除外",
        en: "Saturdays and Sundays are days off and other days are working days, unless listed"))
    guard let table = scheme.administration.holidays else {
      let none = remark("no_table", Wording(zh: "方案没有节假日表", en: "the scheme has no holiday table"))
      return Passage("working_days", title, [weekends, none, shippedHolidays])
    }
    let origins = [scheme.origin(table.provenance)]
    let years = table.years.map(String.init)
    var parts = [
      weekends,
      remark(
        "years",
        Wording(
          zh: "方案的节假日表所含年份：\(years.joined(separator: "、"))",
          en: "years in the scheme's holiday table: \(years.joined(separator: ", "))"),
        origins),
    ]
    for (code, days, name) in [
      ("days_off", table.daysOff, Wording(zh: "放假", en: "off")),
      ("worked_weekends", table.workedWeekends, Wording(zh: "周末上班", en: "weekend days worked")),
    ] where !days.isEmpty {
      let runs = SchemePages.runs(days).map { Value.run($0.first, $0.last) }
      parts.append(
        remark(
          code,
          Wording(
            zh: name.zh + "：" + runs.map(\.zh).joined(separator: "、"),
            en: name.en + ": " + runs.map(\.en).joined(separator: ", ")), origins))
    }
    return Passage("working_days", title, parts + [shippedHolidays])
  }

  /// The announcements that come with the program, for the years of which the scheme has no table.
  private var shippedHolidays: Passage.Part {
    let holidays = PublicHolidays.shipped
    let own = Set(scheme.administration.holidays?.years ?? [])
    let years = holidays.table.years.filter { !own.contains($0) }
    let others = Wording(
      zh: "其他年份只除去周末，并予说明", en: "in other years only weekends are left out, and that is said")
    guard !years.isEmpty else { return remark("announced", others) }
    let names = years.map(String.init)
    let notices = years.flatMap { holidays.notices[$0] ?? [] }
    let days = notices.map { "\($0.issuedOn)" }
    return remark(
      "announced",
      Wording(
        zh: "\(names.joined(separator: "、")) 年按国务院办公厅通知（\(notices.map(\.number).joined(separator: "、"))）；"
          + others.zh,
        en:
          "\(names.joined(separator: ", ")): as announced by the General Office of the State Council, in its "
          + "notices of \(days.joined(separator: ", ")); \(others.en)"))
  }

  /// The days in order, those that follow one another as one run.
  private static func runs(_ days: Set<Day>) -> [(first: Day, last: Day)] {
    days.sorted().reduce(into: []) { runs, day in
      if let run = runs.last, day - run.last == 1 {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day))
      }
    }
  }
}

extension Value {
  /// A run of days for people.
  fileprivate static func run(_ first: Day, _ last: Day) -> Wording {
    guard first != last else { return Wording(zh: "\(first)", en: "\(first)") }
    let days = Value.days(first, last)
    return Wording(zh: days.text(in: .zh), en: days.text(in: .en))
  }
}
